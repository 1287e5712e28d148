import Diplomacy

/// What became of the help, by what each root says and on balance.
///
/// Over one case a root is a voice (`Root.witness`), however many sentences it has: `RootClaim.swift` says what it says
/// in all. A root that tells as much of help that came as of help that did not says: partial. On balance each root
/// counts once, as much as its surest statement: a fact as one, a claim as a half, times how sure the reading is;
/// what the promisor's side says in its own cause as a half of that, and what it admits as a fact. Words
/// neither came to help nor stayed away: they decide only where nobody tells of either. What did not come
/// wins where it has more than three fifths of the weight, and then its weightiest kind; so does what came, if
/// anybody but the promisor's side tells of it; else the roots divide, and the verdict stays open. Its
/// rule says where all that was read of a response is likelier misread than not.
struct PoliticalJudge {
    /// The promisor, and who speaks for it.
    let side: Set<ActorCode>
    let entries: [AllianceCase.Entry]

    typealias Verdict = PoliticalFinding.Verdict

    var finding: PoliticalFinding {
        let roots = Dictionary(grouping: entries.filter { $0.stance != nil }, by: \.root)
        let claims = roots.map { PoliticalFinding.Claim($0, $1) }
            .sorted { ($0.verdict.rawValue, $0.root) < ($1.verdict.rawValue, $1.root) }
        var weights: [Verdict: Double] = [:]
        for claim in claims {
            weights[claim.verdict, default: 0] += (roots[claim.root] ?? []).map(weight).max() ?? 0
        }
        let (verdict, rule) = balance(weights, count: claims.count)
        return PoliticalFinding(
            verdict: verdict,
            rule: (isReadSurely || claims.isEmpty
                ? "" : "All that was read of a response is likelier misread than not. ") + rule,
            claims: claims,
            wouldChange: Self.wouldChange(verdict, roots: claims.count)
        )
    }

    /// What one entry counts: as its witness, and by what the witness has at stake.
    private func weight(_ entry: AllianceCase.Entry) -> Double {
        let citation = entry.citation
        guard citation.isTold(bySide: side) else { return citation.weightAsWitness }
        switch entry.stance {
        case .delivered, .wordsOnly, .declined:
            return citation.weightAsWitness / Self.ownCauseFactor
        default: return citation.confidence
        }
    }

    /// A word in one's own cause counts half of another's: a setting of our own, between not at all and as
    /// much as any.
    private static let ownCauseFactor = 2.0

    /// One root against another of about the same weight settles nothing; two against one do, if they are as sure.
    static let clearShare = 0.6

    private func balance(
        _ weights: [Verdict: Double],
        count: Int
    ) -> (verdict: Verdict, rule: String) {
        guard count > 0 else { return (.unknown, "Nobody tells whether help came.") }
        let ways: [Verdict] = [.insufficient, .withheld, .refused, .colluded]
        let came = weights[.delivered] ?? 0
        let partly = weights[.partial] ?? 0
        let missing = ways.reduce(0) { $0 + (weights[$1] ?? 0) }
        let total = came + partly + missing
        let told = counted(count, "root")
        let isOne = count == 1
        if missing > total * Self.clearShare {
            // Of two that weigh the same, the milder.
            let heaviest = ways.indices.max { left, right in
                (weights[ways[left]] ?? 0, -left) < (weights[ways[right]] ?? 0, -right)
            }
            return (
                heaviest.map { ways[$0] } ?? .withheld,
                isOne
                    ? "The one root that tells of a response says that help did not come."
                    : "Of \(told) that tell of a response, those who say that help did not come have "
                        + "more than three fifths of the weight."
            )
        }
        if came > total * Self.clearShare, isToldByOthers(.delivered) {
            return (
                .delivered,
                isOne
                    ? "The one root that tells of a response says that help came."
                    : "Of \(told) that tell of a response, those who say that help came have more than "
                        + "three fifths of the weight."
            )
        }
        if partly == 0, missing == 0, came == 0, isToldByOthers(.declined) {
            return (.wordsOnly, "Help was offered, and the beneficiary declined it.")
        }
        if partly == 0, missing == 0 {
            return isToldByOthers(.wordsOnly)
                ? (
                    .wordsOnly,
                    isOne
                        ? "The one root that tells of a response tells of words alone."
                        : "Of \(told) that tell of a response, none but the promisor's side tells of more "
                            + "than words."
                )
                : (.unknown, "Only the promisor's side tells of a response.")
        }
        if came == 0 || missing == 0 {
            return (.partial, "Of \(told), the weightiest tell of help that came in part.")
        }
        return (.unknown, "The \(told) divide: some say that it came, some that it did not.")
    }

    /// Whether any of the readings is likely right: a verdict may rest on one sentence, but whoever cites it must know how sure that is.
    private var isReadSurely: Bool {
        let misread = entries.filter { $0.stance != nil }.reduce(1) {
            $0 * (1 - $1.citation.confidence)
        }
        return 1 - misread >= Citation.sureReading
    }

    private func isToldByOthers(_ stance: AllianceCase.Stance) -> Bool {
        entries.contains { $0.stance == stance && !$0.citation.isTold(bySide: side) }
    }

    private static func wouldChange(_ verdict: Verdict, roots: Int) -> String {
        let more =
            roots == 1 ? "It rests on one root: a second, independent one could turn it. " : ""
        switch verdict {
        case .delivered:
            return more + "A root that tells of help that was asked for and stayed away."
        case .unknown:
            return more + "A root of its own that tells, as a fact, what came or did not come."
        case .colluded:
            return more + "A root that tells that the promisor did not know, or acted against it."
        case .partial, .insufficient, .wordsOnly, .withheld, .refused:
            return more + "A root that tells, as a fact, of troops, arms, money or other help that "
                + "came in time."
        }
    }
}

extension Citation {
    /// Who says it in the end, as the text names it.
    var innermostVoice: String? { speakers.last?.name }

    /// Whether the innermost voice speaks for one of `side`.
    func isTold(bySide side: Set<ActorCode>) -> Bool {
        speakers.last?.actor.map(side.contains) ?? false
    }

    /// How much one voice counts: a claim half as much as a fact.
    var weightAsWitness: Double {
        confidence / (modality == .fact ? 1 : StandingReader.claimFactor)
    }
}
