/// Annotated sentences in the order of their text, with the text itself.
///
/// The text is made as the CoNLL 2018 shared task made it: the sentences of a paragraph follow one
/// another as their `SpaceAfter` says, and an empty line stands between paragraphs. Every range in
/// `sentences` is a range of bytes of `text`.
package struct Treebank: Sendable {
    /// A stretch of sentences with the name that the file gives it; empty where it gives none.
    package struct Document: Hashable, Sendable {
        package let name: String
        package let sentences: Range<Int>
    }

    /// The file's name.
    package let name: String
    package let text: [UInt8]
    package let sentences: [ParsedSentence]
    /// The `# sent_id` of each sentence; empty where it has none.
    package let identifiers: [String]
    /// Ranges of sentences, in order and without a gap: `# newpar` begins one.
    package let paragraphs: [Range<Int>]
    /// Ranges of sentences, in order and without a gap: `# newdoc` begins one.
    package let documents: [Document]

    package var words: Int { sentences.reduce(0) { $0 + $1.count } }
}

/// A CoNLL-U file that cannot be used: which, where, why, and what to do.
package struct ConlluError: Error, Hashable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int
    package let problem: String
    package let cure: String

    package var description: String { "\(file):\(line): \(problem). \(cure)" }
}
