package import Diplomacy

/// What is compared of a tie: its kind and its parties; of a mutual tie, in any order.
package struct TieKey: Hashable, Sendable {
    private let kind: String
    private let holder: String?
    private let other: String?

    package init(kind: String, holder: String?, other: String?) {
        let isMutual = Tie.Kind(rawValue: kind)?.isMutual ?? false
        let parties =
            isMutual ? [holder, other].sorted { ($0 ?? "") < ($1 ?? "") } : [holder, other]
        self.kind = kind
        self.holder = parties[0]
        self.other = parties[1]
    }

    package init(_ tie: Tie) {
        self.init(
            kind: tie.kind.rawValue,
            holder: tie.holder?.rawValue,
            other: tie.other?.rawValue
        )
    }
}

/// How many ties people coded, how many the coder did, and how many are the same.
package struct TieScores: Hashable, Sendable, Encodable {
    package private(set) var gold = 0
    package private(set) var coded = 0
    package private(set) var shared = 0

    package init() {}

    /// Adds one passage.
    package mutating func add(gold: Set<TieKey>, coded: Set<TieKey>) {
        self.gold += gold.count
        self.coded += coded.count
        shared += gold.intersection(coded).count
    }

    package static func + (left: TieScores, right: TieScores) -> TieScores {
        var sum = left
        sum.gold += right.gold
        sum.coded += right.coded
        sum.shared += right.shared
        return sum
    }

    /// From 0 to 1; 1 where there was nothing to get wrong, or nothing to find.
    package var precision: Double { coded == 0 ? 1 : Double(shared) / Double(coded) }
    package var recall: Double { gold == 0 ? 1 : Double(shared) / Double(gold) }
    package var f1: Double {
        gold + coded == 0 ? 1 : 2 * Double(shared) / Double(gold + coded)
    }

    private enum CodingKeys: String, CodingKey {
        case gold, coded, precision, recall, f1
    }

    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(gold, forKey: .gold)
        try row.encode(coded, forKey: .coded)
        try row.encode(precision, forKey: .precision)
        try row.encode(recall, forKey: .recall)
        try row.encode(f1, forKey: .f1)
    }
}
