package import Diplomacy

/// What is looked for in the words of the articles.
package struct SearchQuery: Sendable {
    /// As a person types it, in any language.
    ///
    /// All words must occur in one block; words between quotation marks must follow one another.
    /// See `SearchPattern` for the endings.
    package var words: String
    /// How the words are taken; where nothing is found, as the next has it.
    package var breadths: [SearchBreadth]
    /// Narrows the hits: by clocks, language and article; and, where it asks for more, to blocks in
    /// which such a statement stands.
    ///
    /// Its `limit` plays no part.
    package var filter: StatementFilter
    /// The most hits, best first.
    package var limit: Int
    /// Where more blocks hold the words, none is best: so many of the last read are looked through, the last
    /// first.
    ///
    /// To rank one takes four to five microseconds: under 20 ms for so many.
    package var mostRanked = 4_000

    package init(
        words: String,
        filter: StatementFilter = StatementFilter(),
        limit: Int = 50,
        breadths: [SearchBreadth] = [.everyWord]
    ) {
        self.words = words
        self.breadths = breadths
        self.filter = filter
        self.limit = limit
    }
}

/// Which of the words must stand in a block.
package struct SearchBreadth: Hashable, Sendable {
    /// How many of them may be missing where there are several; one must stand there.
    package let mostMissing: Int
    /// Words that need not stand there, in small letters, see `SmallWords`.
    let leavesOut: Set<String>

    package static let everyWord = SearchBreadth(mostMissing: 0, leavesOut: [])
}

/// What was found, and how the words were taken.
package struct SearchResult: Sendable {
    package let hits: [SearchHit]
    /// Whether the best come first; else the words occur so often that the last read do.
    package let isRanked: Bool
    /// That of the query by which it was found; the last of them where nothing is.
    package let breadth: SearchBreadth
}

/// A block in which the words occur.
package struct SearchHit: Hashable, Sendable {
    package let article: ArticleSummary
    /// The block, in UTF-8 bytes of `Article.text`.
    package let block: ByteRange
    /// The first word found, in UTF-8 bytes of `Article.text`.
    package let range: ByteRange
    /// All words found in the block, in order; phrases as one.
    package let matches: [ByteRange]
    /// The words of the article at `snippetRange`, as they stand there, without ellipses.
    package let snippet: String
    /// Part of `block`: at most 240 letters around `range`, from word to word.
    package let snippetRange: ByteRange
    /// The statements that the filter asks for and whose quotes hold one of `matches`.
    package let statements: [Statement]

    package init(
        article: ArticleSummary,
        block: ByteRange,
        range: ByteRange,
        matches: [ByteRange],
        snippet: String,
        snippetRange: ByteRange,
        statements: [Statement]
    ) {
        self.article = article
        self.block = block
        self.range = range
        self.matches = matches
        self.snippet = snippet
        self.snippetRange = snippetRange
        self.statements = statements
    }
}
