/// One word, number or mark of a text.
package struct Token: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case word, number, quote, dash, comma, stop, bracket, mark
    }

    /// UTF-8 byte offsets into the text that was tokenized.
    package let range: Range<Int>
    package let kind: Kind
    /// The word for comparing: lower case, straight apostrophe, ё as е, without a stress mark.
    package let folded: String
    package let isCapitalised: Bool
    /// Two letters or more, and none of them small: an abbreviation.
    package let isAllCapitals: Bool
    /// Whether no space stands before it: the parts of *Yerevan-backed* are three tokens.
    package let isGlued: Bool

    package var isWord: Bool { kind == .word }
}

/// A sentence: its place in the text and its tokens.
///
/// A token is named by its index.
package struct Sentence: Hashable, Sendable {
    package let range: Range<Int>
    package let tokens: [Token]
    /// Whether this is the first sentence of its block.
    package let opensBlock: Bool

    package init(range: Range<Int>, tokens: [Token], opensBlock: Bool) {
        self.range = range
        self.tokens = tokens
        self.opensBlock = opensBlock
    }
}
