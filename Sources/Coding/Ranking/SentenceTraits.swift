import Diplomacy
import Language

/// What is known of the mentions of a sentence whatever word of an act they stand beside: worked out once for all of its words.
struct SentenceTraits {
    /// Columns of `TraitTable.party` that ask the mention alone.
    struct Own {
        let relation, preposition, kind, order, listed, caseName, adposition, depth: Int32
        let isPossessive: Bool
    }

    /// Of each mention its head in the tree, and what is its own.
    let heads: [Int]
    let own: [Own]
    /// The way through the tree from each mention to each, as a category: row after row.
    private let ways: [Int32]

    init(_ read: ReadSentence, _ mentions: [Mention]) {
        let tree = read.tree
        let heads = mentions.map { tree.head(of: $0.tokens) }
        self.heads = heads
        own = zip(mentions, heads).enumerated().map { place, found in
            let (mention, head) = found
            let next = mention.tokens.upperBound
            return Own(
                relation: CategoryHash.of(tree.universals[head]),
                preposition: CategoryHash.of(mention.preposition ?? ""),
                kind: Self.kind(of: mention),
                order: Int32(min(place, 6)),
                listed: Int32(min(mentions.count { $0.list == mention.list }, 4)),
                caseName: CategoryHash.of(Self.caseName(tree.features[head])),
                adposition: CategoryHash.of(tree.adposition(of: head)),
                depth: Int32(min(tree.depths[head], 8)),
                isPossessive: next < read.tokens.count && read.tokens[next].folded == "'s"
            )
        }
        ways = heads.flatMap { first in
            heads.map {
                Trait.way(tree.path(from: first, to: $0), longest: CueTraits.longestWay)
            }
        }
    }

    func way(from first: Int, to second: Int) -> Int32 { ways[first * heads.count + second] }

    private static func kind(of mention: Mention) -> Int32 {
        switch mention.kind {
        case .named(let role): Trait.order(role)
        case .leader(let isInOffice): isInOffice ? 10 : 11
        case .learnt: 12
        case .anaphor: 13
        case .generic: 14
        }
    }

    private static func caseName(_ features: String) -> Substring {
        features.split(separator: "|").first { $0.hasPrefix("Case=") } ?? ""
    }
}
