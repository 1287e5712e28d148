/// Where an entry stands in a list: by its ranks, the smaller first, then by its names.
///
/// In little memory and few pieces, because the places of everything are held until a list is in its order.
struct ListPlace: Comparable, Sendable {
    private let ranks: SIMD8<Int32>
    private let names: String

    /// Of eight ranks at most.
    init(ranks: [Int], names: [String]) {
        var own = SIMD8<Int32>()
        for (place, rank) in ranks.enumerated() { own[place] = Int32(clamping: rank) }
        self.ranks = own
        // No name has this sign, and it stands before all that they have.
        self.names = names.joined(separator: "\u{1}")
    }

    static func < (left: Self, right: Self) -> Bool {
        for place in left.ranks.indices where left.ranks[place] != right.ranks[place] {
            return left.ranks[place] < right.ranks[place]
        }
        return left.names < right.names
    }
}
