package import Foundation

/// How often the ledger sees how one article stands to another.
package struct RelayScores: Sendable, Encodable {
    /// The pairs of one part and kind.
    package struct Line: Sendable, Encodable {
        package let part: RelayPair.Part
        package let kind: RelayPair.Kind
        package let pairs: Int
        package let right: Int
        /// The ids of the others, with what they were taken for.
        package let wrong: [String]
    }

    package let lines: [Line]

    package init(root: URL) throws { try self.init(RelayPair.all(root: root)) }

    init(_ pairs: [RelayPair]) throws {
        let found = try pairs.map { (pair: $0, kind: try $0.found()) }
        lines = RelayPair.Part.allCases.flatMap { part in
            RelayPair.Kind.allCases.map { kind in
                let asked = found.filter { $0.pair.part == part && $0.pair.kind == kind }
                let wrong = asked.filter { $0.kind != kind }
                return Line(
                    part: part,
                    kind: kind,
                    pairs: asked.count,
                    right: asked.count - wrong.count,
                    wrong: wrong.map { "\($0.pair.id): \($0.kind.rawValue)" }
                )
            }
        }
    }

    /// The share that was seen rightly; 1 for no pairs.
    package func share(of part: RelayPair.Part) -> Double {
        let own = lines.filter { $0.part == part }
        let pairs = own.reduce(0) { $0 + $1.pairs }
        return pairs == 0 ? 1 : Double(own.reduce(0) { $0 + $1.right }) / Double(pairs)
    }
}
