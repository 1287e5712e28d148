import Diplomacy

/// How far reviewers agree beyond chance: Krippendorff's alpha for nominal data.
///
/// Any number of reviewers, any of whom may have left out any unit (Krippendorff 2011, "Computing
/// Krippendorff's alpha-reliability"; the tests hold its worked examples B and C). One is perfect agreement, 0 what
/// chance would give, below 0 less than that.
package struct KrippendorffAlpha: Hashable, Sendable, Codable {
    /// Nil where nothing could have been disagreed on: fewer than two judged the same unit, or everybody gave one
    /// and the same value throughout.
    package let alpha: Double?
    /// Units that two or more have judged.
    package let units: Int
    /// Judgements on these units.
    package let judgements: Int
    /// The share of pairs of judgements on one unit that are the same; nil without such pairs.
    package let observed: Double?

    /// `units` are the values that were given to each unit, one for each reviewer who judged it.
    package init(_ units: [[String]]) {
        let paired = units.filter { $0.count >= 2 }
        self.units = paired.count
        judgements = paired.reduce(0) { $0 + $1.count }
        // The coincidences of equal values, and how often each value occurs.
        var (equal, totals): (Double, [String: Double]) = (0, [:])
        for values in paired {
            let counts = Dictionary(values.map { ($0, 1.0) }, uniquingKeysWith: +)
            for (value, count) in counts {
                equal += count * (count - 1) / Double(values.count - 1)
                totals[value, default: 0] += count
            }
        }
        let n = Double(judgements)
        observed = paired.isEmpty ? nil : equal / n
        let byChance = totals.values.reduce(0) { $0 + $1 * ($1 - 1) } / (n - 1)
        alpha = paired.isEmpty || byChance == n ? nil : (equal - byChance) / (n - byChance)
    }
}

/// How far the reviewers of a ledger agree, field by field.
package struct ReviewAgreement: Hashable, Sendable, Codable {
    package struct Field: Hashable, Sendable, Codable {
        /// `verdict`, `tuple`, or the name of a field.
        package let name: String
        package let alpha: KrippendorffAlpha
    }

    /// Everybody who has a standing verdict, by name.
    package let reviewers: [String]
    /// `overall`, then `kept`, then each field.
    package let fields: [Field]

    /// `verdicts` are the last words of each reviewer on each statement.
    init(_ verdicts: [[String: ReviewDecision]]) {
        reviewers = Set(verdicts.flatMap(\.keys)).sorted()
        fields = Self.questions.map { name, answer in
            Field(
                name: name,
                alpha: KrippendorffAlpha(
                    verdicts.map { words in
                        words.sorted { $0.key < $1.key }.compactMap { answer($0.value) }
                    }
                )
            )
        }
    }

    /// What each field asks of a verdict; nil: the verdict does not say.
    ///
    /// `overall` is the tuple that each leaves standing, or that none is left; a rejection says nothing of the
    /// single fields.
    private static let questions: [(String, @Sendable (ReviewDecision) -> String?)] = [
        ("overall", { $0.outcome.map(\.tuple).sorted().joined(separator: "; ") }),
        ("kept", { $0.kind == .reject ? "no" : "yes" }),
        ("source", { $0.only?.source.rawValue }),
        ("target", { $0.only.map { $0.target?.rawValue ?? "none" } }),
        ("act", { $0.only?.act.rawValue }),
        ("kind", { $0.only.map { $0.kind?.rawValue ?? "none" } }),
        ("polarity", { $0.only?.polarity.rawValue }),
        ("modality", { $0.only?.modality.rawValue }),
        ("date", { $0.only.map { $0.date?.edtf ?? "none" } }),
        ("speaker", { $0.only.map(\.speakersInWords) }),
        ("marks", { $0.only.map(\.marksInWords) }),
    ]
}

extension ReviewDecision {
    /// What it leaves standing.
    var outcome: [StatementCore] {
        switch kind {
        case .reject: []
        case .accept, .correct, .split, .note, .undo: readings.isEmpty ? [coded] : readings
        }
    }

    /// The one reading that it leaves standing; nil where there is none, or more.
    fileprivate var only: StatementCore? { outcome.count == 1 ? outcome.first : nil }
}

extension StatementCore {
    /// "as coded" where the coder's voices were left standing.
    fileprivate var speakersInWords: String {
        speakers.map { voices in
            voices.map { "\(folded($0.name)) (\($0.actor?.rawValue ?? ""))" }
                .joined(separator: " > ")
        } ?? "as coded"
    }

    /// The same of marks.
    fileprivate var marksInWords: String {
        marks.map { $0.map(\.rawValue).joined(separator: " ") } ?? "as coded"
    }

    fileprivate var tuple: String {
        [source.rawValue, target?.rawValue ?? "none", act.rawValue, polarity.rawValue]
            .joined(separator: " ")
    }
}
