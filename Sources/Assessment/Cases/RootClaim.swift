import Diplomacy

extension PoliticalFinding.Claim {
    /// What one root says in all its sentences of a case.
    ///
    /// `entries` are those of its response, at least one.
    init(_ root: String, _ entries: [AllianceCase.Entry]) {
        self.init(
            root: root,
            voice: Self.voice(entries),
            verdict: Self.verdict(entries),
            statements: entries.map(\.citation.statement)
        )
    }

    /// A named voice, or the outlet with whom it does not name.
    private static func voice(_ entries: [AllianceCase.Entry]) -> String {
        let voices = Set(entries.compactMap(\.citation.innermostVoice)).sorted()
        guard let carrier = entries.lazy.compactMap(\.citation.carrier).first else {
            return voices.first ?? "the article itself"
        }
        let unnamed = voices.filter { $0.lowercased() != carrier.lowercased() }
        return unnamed.isEmpty ? carrier : "\(carrier) (\(unnamed.listed))"
    }

    /// What most of its words say: a root that tells of four things that did not come and of one that did has not
    /// said that half came.
    ///
    /// Words and a declined offer decide only where it tells of nothing else.
    private static func verdict(_ entries: [AllianceCase.Entry]) -> PoliticalFinding.Verdict {
        var weights: [AllianceCase.Stance: Double] = [:]
        for entry in entries where !isOnlyWords(entry, among: entries) {
            guard let stance = entry.stance else { continue }
            weights[stance, default: 0] += entry.citation.confidence
        }
        if weights[.colluded] != nil { return .colluded }
        let came = weights[.delivered] ?? 0
        let ways: [AllianceCase.Stance] = [.refused, .withheld, .insufficient]
        let missing = ways.reduce(0) { $0 + (weights[$1] ?? 0) }
        guard came + missing > 0 else { return .wordsOnly }
        if came > missing * clearRatio { return .delivered }
        guard missing > came * clearRatio else { return .partial }
        return weights[.refused] != nil
            ? .refused : weights[.withheld] != nil ? .withheld : .insufficient
    }

    /// Within one root the same that is asked of roots: three fifths against two, see `PoliticalJudge`.
    private static let clearRatio = PoliticalJudge.clearShare / (1 - PoliticalJudge.clearShare)

    /// Whether the same words of the same voice say that words came: "stood aside, and supported it only
    /// rhetorically" is one answer, and it is *words only*.
    private static func isOnlyWords(
        _ entry: AllianceCase.Entry,
        among entries: [AllianceCase.Entry]
    ) -> Bool {
        guard entry.stance == .withheld else { return false }
        return entries.contains {
            $0.stance == .wordsOnly && $0.citation.isInOneBreath(with: entry.citation)
        }
    }
}
