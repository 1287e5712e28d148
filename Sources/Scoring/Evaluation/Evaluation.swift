package import Coding
package import Foundation

/// How well the coder of today reads: every figure of the scoreboard, from one run.
package struct Evaluation: Sendable {
    /// The sets that were there, each coded once.
    package let sets: [CodedSet]
    /// Nil where the shared folder is not there.
    package let acceptance: [(check: AcceptanceCheck, finding: Finding)]?
    /// Nil where the corpus is not there.
    package let ties: TieSet?
    /// The parts that were not there, each as a sentence.
    package let absent: [String]

    /// Codes the sets beside `root` and checks the acceptance list.
    package init(root: URL, shared: SharedFolder?, coder: NewsCoder) throws {
        var sets: [CodedSet] = []
        var absent: [String] = []
        for name in GoldSet.Name.allCases {
            if let set = try GoldSet(name, root: root, shared: shared) {
                sets.append(CodedSet(set, coder))
            } else {
                let place = name == .examples ? "Examples or Evaluation/gold" : "../shared"
                absent.append("\(name.rawValue): \(place) is not there, so it was not scored")
            }
        }
        self.sets = sets
        ties = try TieSet(root: root, coder: coder)
        if ties == nil {
            absent.append("ties: Evaluation/corpus is not there, so it was not scored")
        }
        if let shared, let seeds = sets.first(where: { $0.gold.name == .seeds }) {
            acceptance = try CodedSeeds(
                seeds.articles,
                AcceptanceList(shared),
                mentions: seeds.gold.documents.map { try coder.mentions(in: $0) }
            ).findings()
        } else {
            acceptance = nil
            absent.append("acceptance: ../shared is not there, so it was not checked")
        }
        self.absent = absent
    }

    /// Of all sets together.
    package var calibration: Calibration { Calibration(sets) }

    package func set(_ name: GoldSet.Name) -> CodedSet? { sets.first { $0.gold.name == name } }

    /// What could not be read or coded, each as a sentence.
    package var problems: [String] { sets.flatMap(\.problems) + (ties?.problems ?? []) }

    /// The figures as one object for programs.
    package var report: EvaluationReport {
        EvaluationReport(
            seeds: set(.seeds)?.scorer().scores,
            dev: set(.dev)?.scorer().scores,
            examples: set(.examples).map { ExampleScores($0) },
            corpus: set(.corpus)?.scorer().scores,
            plain: set(.plain)?.scorer().scores,
            analysis: set(.analysis)?.scorer().scores,
            calibration: calibration,
            acceptance: acceptance.map { AcceptanceScores($0) },
            ties: ties?.all,
            tieKinds: ties?.allSentences,
            absent: absent,
            problems: problems
        )
    }
}

/// The scoreboard as `Workshop evaluate --json` prints it: a part that is absent is `null`.
package struct EvaluationReport: Sendable, Encodable {
    package let seeds: StatementScores?
    package let dev: StatementScores?
    package let examples: ExampleScores?
    package let corpus: StatementScores?
    package let plain: StatementScores?
    package let analysis: StatementScores?
    package let calibration: Calibration
    package let acceptance: AcceptanceScores?
    package let ties: TieScores?
    /// Of our sentences on ties, on the kinds alone.
    package let tieKinds: TieScores?
    package let absent: [String]
    package let problems: [String]

    private enum CodingKeys: String, CodingKey {
        case seeds, dev, examples, corpus, plain, analysis, calibration, acceptance, ties, absent
        case problems
        case tieKinds = "tie_kinds"
    }

    package func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(seeds, forKey: .seeds)
        try object.encode(dev, forKey: .dev)
        try object.encode(examples, forKey: .examples)
        try object.encode(corpus, forKey: .corpus)
        try object.encode(plain, forKey: .plain)
        try object.encode(analysis, forKey: .analysis)
        try object.encode(calibration, forKey: .calibration)
        try object.encode(acceptance, forKey: .acceptance)
        try object.encode(ties, forKey: .ties)
        try object.encode(tieKinds, forKey: .tieKinds)
        try object.encode(absent, forKey: .absent)
        try object.encode(problems, forKey: .problems)
    }
}

/// The scores of our own articles: the scorer's keys, and the same for each language.
package struct ExampleScores: Sendable, Encodable {
    package let all: StatementScores
    /// By ISO 639-1 code.
    package let languages: [String: StatementScores]
    /// Articles that nobody has coded by hand yet; they are not scored.
    package let withoutGold: [String]

    private enum CodingKeys: String, CodingKey {
        case languages
        case withoutGold = "without_gold"
    }

    init(_ set: CodedSet) {
        all = set.scorer().scores
        languages = Dictionary(
            uniqueKeysWithValues: set.languages.map { ($0, set.scorer(language: $0).scores) }
        )
        withoutGold = set.gold.withoutGold
    }

    package func encode(to encoder: any Encoder) throws {
        try all.encode(to: encoder)
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(languages, forKey: .languages)
        try object.encode(withoutGold, forKey: .withoutGold)
    }
}

/// How much of the acceptance list the coding shows.
package struct AcceptanceScores: Sendable, Encodable {
    package let kinds: Int
    package let kindsTotal: Int
    package let pairs: Int
    package let pairsTotal: Int
    /// The ids of all that is shown, in the order of the list.
    package let shown: [String]

    private enum CodingKeys: String, CodingKey {
        case kinds, pairs, shown
        case kindsTotal = "kinds_total"
        case pairsTotal = "pairs_total"
    }

    init(_ findings: [(check: AcceptanceCheck, finding: Finding)]) {
        let shown = findings.filter(\.finding.isShown).map(\.check)
        kinds = shown.count { !$0.isPair }
        kindsTotal = findings.count { !$0.check.isPair }
        pairs = shown.count { $0.isPair }
        pairsTotal = findings.count { $0.check.isPair }
        self.shown = shown.map(\.id)
    }
}
