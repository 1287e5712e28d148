import Diplomacy

/// Whether a statement's confidence is the share of such statements that are right: a reliability diagram as
/// numbers.
///
/// Every coded tuple of a document counts once, by its surest statement; optional ones are neutral, as in
/// `StatementScorer`.
package struct Calibration: Hashable, Sendable, Encodable {
    /// The tuples whose confidence lies between two tenths.
    package struct Bin: Hashable, Sendable, Encodable {
        /// From 0 to 0.9; the bin ends a tenth later.
        package let from: Double
        package let tuples: Int
        /// Their mean confidence, and the share of them that is right.
        package let confidence: Double
        package let right: Double
    }

    /// Those that hold anything, in rising order.
    package let bins: [Bin]

    /// The mean distance of confidence from the share that is right, weighed by tuples; 0 where there are none.
    package let error: Double

    private static let count = 10

    package init(_ sets: [CodedSet]) {
        self.init(judgements: sets.flatMap(\.judgements))
    }

    init(judgements: [(confidence: Double, isRight: Bool)]) {
        let groups = Dictionary(grouping: judgements) {
            min(Int($0.confidence * Double(Self.count)), Self.count - 1)
        }
        bins = groups.sorted { $0.key < $1.key }.map { place, group in
            Bin(
                from: Double(place) / Double(Self.count),
                tuples: group.count,
                confidence: group.reduce(0) { $0 + $1.confidence } / Double(group.count),
                right: Double(group.count(where: \.isRight)) / Double(group.count)
            )
        }
        let distance = bins.reduce(0) { $0 + Double($1.tuples) * abs($1.confidence - $1.right) }
        error = judgements.isEmpty ? 0 : distance / Double(judgements.count)
    }
}

extension CodedSet {
    /// Of each coded tuple its confidence, and whether the gold accepts it.
    fileprivate var judgements: [(confidence: Double, isRight: Bool)] {
        articles.flatMap { article -> [(confidence: Double, isRight: Bool)] in
            guard let rows = gold.gold[article.article.document] else { return [] }
            let accepted = AcceptedKeys(rows)
            let surest = Dictionary(
                article.statements.map {
                    (CodedRow($0, doc: article.article.document).key, $0.confidence)
                }
            ) { max($0, $1) }
            return surest.filter {
                accepted.fine.contains($0.key) || !accepted.neutral.contains($0.key)
            }
            .map { ($0.value, accepted.fine.contains($0.key)) }
        }
    }
}
