/// A sentence with its words described and joined to a tree, as Universal Dependencies do.
///
/// Parallel arrays, one element a word.
package struct ParsedSentence: Hashable, Sendable {
    package let words: SegmentedSentence
    /// Dictionary forms; empty where unknown.
    package let lemmas: [String]
    package let tags: [UPOS]
    /// `Case=Nom|Number=Sing`, sorted by name without regard to case; empty where there are none.
    package let features: [String]
    /// The number of the governing word, counted from 1; 0 at the root.
    package let heads: [Int]
    /// The relation to the governing word: `nsubj`, `nsubj:pass`.
    package let relations: [String]

    package var range: Range<Int> { words.range }
    package var forms: [String] { words.forms }
    package var tokens: [Range<Int>] { words.tokens }
    package var count: Int { words.count }

    package init(
        words: SegmentedSentence,
        lemmas: [String],
        tags: [UPOS],
        features: [String],
        heads: [Int],
        relations: [String]
    ) {
        let count = words.count
        precondition(
            [lemmas.count, tags.count, features.count, heads.count, relations.count]
                .allSatisfy { $0 == count },
            "each word has a lemma, a tag, features, a head and a relation"
        )
        self.words = words
        self.lemmas = lemmas
        self.tags = tags
        self.features = features
        self.heads = heads
        self.relations = relations
    }
}
