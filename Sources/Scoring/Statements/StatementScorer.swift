/// Scores coded statements against what people found in the same documents.
///
/// It is `tools/score_statements.py` of the shared folder again, figure for figure, so that the tests
/// and the Workshop need no Python; a test compares the two where the script is at hand. What the
/// figures mean stands in `codebook.md`, section 11: sets of (source, target, act, polarity) in each
/// document, micro-averaged; what was said once and coded twice counts once.
package struct StatementScorer: Sendable {
    /// A document's gold, and what the system coded in it.
    package struct Document: Sendable {
        package let name: String
        package let gold: [GoldRow]
        package let coded: [CodedRow]

        package init(name: String, gold: [GoldRow], coded: [CodedRow]) {
            self.name = name
            self.gold = gold
            self.coded = coded
        }
    }

    /// One line of the table for people.
    package struct Line: Sendable {
        package let name: String
        package let gold: Int
        package let coded: Int
        package let tuple: PrecisionRecall
    }

    package let scores: StatementScores
    /// In the order of the documents.
    package let lines: [Line]

    package init(_ documents: [Document]) {
        let counts = documents.map { ScoreCounts($0) }
        scores = StatementScores(counts.reduce(ScoreCounts(), +), documents: documents.count)
        lines = zip(documents, counts).map { document, counts in
            Line(
                name: document.name,
                gold: counts.goldKeys,
                coded: counts.codedKeys,
                tuple: PrecisionRecall(counts)
            )
        }
    }
}

/// What is counted in a document; the counts of many documents are their sum.
struct ScoreCounts: Sendable {
    /// Coded keys that are not optional, and those of them that the gold accepts.
    var judged = 0
    var right = 0
    /// Required gold keys, and those of them that were coded in one of the accepted forms.
    var required = 0
    var found = 0
    var goldKeys = 0
    var codedKeys = 0
    var sharedKeys = 0
    var goldPairs = 0
    var codedPairs = 0
    var sharedPairs = 0
    var goldNotDone = 0
    var codedNotDone = 0
    var sharedNotDone = 0
    /// Required gold rows that were coded, and on how many of them each field agrees.
    var matched = 0
    var modality = 0
    var speaker = 0
    var date = 0
    var quote = 0
    var falseAlarms = 0

    init() {}

    init(_ document: StatementScorer.Document) {
        let gold = Set(document.gold.map(\.key))
        let coded = Set(document.coded.map(\.key))
        countSets(gold: gold, coded: coded)
        if document.gold.isEmpty { falseAlarms = coded.count }
        countTuples(document.gold, coded)
        countFields(document)
    }

    private mutating func countSets(gold: Set<StatementKey>, coded: Set<StatementKey>) {
        goldKeys = gold.count
        codedKeys = coded.count
        sharedKeys = gold.intersection(coded).count
        let goldPairSet = Set(gold.map(\.pair))
        let codedPairSet = Set(coded.map(\.pair))
        goldPairs = goldPairSet.count
        codedPairs = codedPairSet.count
        sharedPairs = goldPairSet.intersection(codedPairSet).count
        goldNotDone = gold.count(where: \.isNotDone)
        codedNotDone = coded.count(where: \.isNotDone)
        sharedNotDone = gold.intersection(coded).count(where: \.isNotDone)
    }

    private mutating func countTuples(_ gold: [GoldRow], _ coded: Set<StatementKey>) {
        let accepted = AcceptedKeys(gold)
        right = coded.intersection(accepted.fine).count
        judged = right + coded.subtracting(accepted.fine).subtracting(accepted.neutral).count
        found = accepted.forms.values.count { !$0.isDisjoint(with: coded) }
        required = accepted.forms.count
    }

    private mutating func countFields(_ document: StatementScorer.Document) {
        for row in document.gold where !row.isOptional {
            let accepted = row.accepted
            let same = document.coded.filter { accepted.contains($0.key) }
            if same.isEmpty { continue }
            matched += 1
            if same.contains(where: { $0.modality == row.modality }) { modality += 1 }
            if same.contains(where: { FieldAgreement.speakers($0.speaker, row.speaker) }) {
                speaker += 1
            }
            if same.contains(where: { FieldAgreement.dates($0.date, row.date) }) { date += 1 }
            if same.contains(where: { FieldAgreement.quotes($0.quote, row.quote) }) { quote += 1 }
        }
    }

    static func + (left: Self, right: Self) -> Self {
        var sum = left
        for path in Self.paths { sum[keyPath: path] += right[keyPath: path] }
        return sum
    }

    private static var paths: [WritableKeyPath<Self, Int>] {
        [
            \.judged, \.right, \.required, \.found, \.goldKeys, \.codedKeys, \.sharedKeys,
            \.goldPairs, \.codedPairs, \.sharedPairs, \.goldNotDone, \.codedNotDone,
            \.sharedNotDone, \.matched, \.modality, \.speaker, \.date, \.quote, \.falseAlarms,
        ]
    }
}
