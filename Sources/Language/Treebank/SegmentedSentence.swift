/// A sentence cut into words, with nothing said about them yet.
///
/// A *token* is a stretch of the text; a *word* is what grammar counts. Most tokens are one word; a
/// multiword token is several (`don't` is `do` and `n't`, German `im` is `in` and `dem`). Arrays are
/// parallel, one element a word, and a word is named by its index, from 0.
package struct SegmentedSentence: Hashable, Sendable {
    /// Several words that are written as one token.
    package struct MultiwordToken: Hashable, Sendable {
        /// The indices of its words; at least two.
        package let words: Range<Int>
        /// As it stands in the text.
        package let form: String

        package init(words: Range<Int>, form: String) {
            self.words = words
            self.form = form
        }
    }

    /// UTF-8 byte offsets into the source, from the first byte of the first token to the end of the
    /// last one.
    package let range: Range<Int>
    package let forms: [String]
    /// Of each word: the bytes of its token; the words of a multiword token share one range.
    package let tokens: [Range<Int>]
    /// In the order of the text.
    package let multiwords: [MultiwordToken]

    package var count: Int { forms.count }

    package init(
        range: Range<Int>,
        forms: [String],
        tokens: [Range<Int>],
        multiwords: [MultiwordToken]
    ) {
        precondition(forms.count == tokens.count, "each word has its token's range")
        self.range = range
        self.forms = forms
        self.tokens = tokens
        self.multiwords = multiwords
    }
}
