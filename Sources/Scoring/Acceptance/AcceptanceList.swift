/// One kind of statement that the five seed articles hold: where it stands and what is expected of it.
package struct AcceptanceItem: Sendable, Decodable {
    package let id: String
    package let group: String
    package let kind: String
    /// Which of the five articles, from 0, in the order of their names.
    package let seed: Int
    package let start: Int
    package let end: Int
    package let quote: String
    package let expect: String

    private enum CodingKeys: String, CodingKey {
        case id, group, kind, seed, quote, expect
        case start = "start_utf8"
        case end = "end_utf8"
    }
}

/// Two kinds that bear on each other.
package struct AcceptancePair: Sendable, Decodable {
    package let id: String
    package let type: String
    package let description: String
    package let left: String
    package let right: String
    package let expect: String
}

/// The acceptance list of the shared folder: 141 kinds and 15 pairs.
package struct AcceptanceList: Sendable {
    package let items: [AcceptanceItem]
    package let pairs: [AcceptancePair]

    package init(_ shared: SharedFolder) throws {
        items = try JSONLines.rows(shared.acceptanceList)
        pairs = try JSONLines.rows(shared.acceptancePairs)
    }

    init(items: [AcceptanceItem], pairs: [AcceptancePair]) {
        self.items = items
        self.pairs = pairs
    }
}
