package import Diplomacy

/// Words of an article, so that they are found again when the article is read anew: the quote with what
/// stands before and after it, as the Web Annotation Data Model's text quote selector has it.
package struct TextAnchor: Hashable, Sendable, Codable {
    /// Letters before and after the quote: enough to tell two places of one phrase apart.
    package static let surroundings = 32

    package let exact: String
    /// At most 32 letters (grapheme clusters) before it.
    package let prefix: String
    /// At most 32 letters after it.
    package let suffix: String

    package init(exact: String, prefix: String, suffix: String) {
        self.exact = exact
        self.prefix = prefix
        self.suffix = suffix
    }

    package init(_ range: ByteRange, in text: String) {
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let end = bytes.index(start, offsetBy: range.count)
        exact = String(text[start..<end])
        prefix = String(text[..<start].suffix(Self.surroundings))
        suffix = String(text[end...].prefix(Self.surroundings))
    }

    /// Where the words stand in `text`: of several places the one whose surroundings agree most, of as many
    /// the first.
    ///
    /// Nil where they do not stand there. Linear in the text.
    package func place(in text: String) -> ByteRange? {
        let (needle, haystack) = (Array(exact.utf8), Array(text.utf8))
        guard !needle.isEmpty, needle.count <= haystack.count else { return nil }
        let (before, after) = (Array(prefix.utf8), Array(suffix.utf8))
        var best: (range: ByteRange, agreement: Int)?
        for start in 0...(haystack.count - needle.count) where haystack[start] == needle[0] {
            let range = start..<start + needle.count
            guard haystack[range].elementsEqual(needle) else { continue }
            let left = zip(haystack[..<start].reversed(), before.reversed()).prefix { $0 == $1 }
            let right = zip(haystack[range.upperBound...], after).prefix { $0 == $1 }
            let agreement = left.count + right.count
            if agreement > best?.agreement ?? -1 { best = (range, agreement) }
        }
        return best?.range
    }
}
