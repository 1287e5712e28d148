import Foundation
package import Text

/// Words of a question that say nothing of what it asks after: *did*, *in*, *чи*, *wurde*.
///
/// A question is asked with its small words, and an article answers with others; so where no block holds all words
/// of a search, it is looked for without these, and then for most of the rest.
package struct SmallWords: Sendable {
    private let words: Set<String>

    package static let none = SmallWords(words: [])

    private init(words: Set<String>) {
        self.words = words
    }

    /// Reads `Search/small-words.tsv`, some 1 ms; throws a `TableError` that names the line.
    package init(_ resources: ResourceFolder) throws {
        let file = try resources.url("Search", of: "Ledger").appending(path: "small-words.tsv")
        words = Set(try TableFile(file, columns: 2).rows.map { $0.cells[1] })
    }

    /// Whether it is such a word, however it is written.
    package func contains(_ word: String) -> Bool { words.contains(word.lowercased()) }

    /// All words; where no block holds them, those that say something.
    package var forgiving: [SearchBreadth] { [.everyWord, without(0)] }

    /// The same, and where nothing is found so, all of them but one, but two, then any.
    package var wide: [SearchBreadth] { forgiving + [1, 2, .max].map(without) }

    private func without(_ most: Int) -> SearchBreadth {
        SearchBreadth(mostMissing: most, leavesOut: words)
    }
}
