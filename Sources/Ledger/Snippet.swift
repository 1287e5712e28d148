import Diplomacy

/// The part of a block around its first match.
///
/// Positions are UTF-8 bytes of the block.
struct Snippet {
    /// FTS5 writes these around a match.
    ///
    /// They are the last two of Unicode's private characters, for which no font in use has a
    /// letter.
    static let opening = "\u{10FFFC}"
    static let closing = "\u{10FFFD}"

    /// A line or two on a page, in Unicode scalars; of these at most a quarter before the match.
    static let length = 240

    let matches: [ByteRange]
    let words: String
    let range: ByteRange

    /// Nil where nothing is lit, or where the block without the marks has not `byteCount` bytes.
    init?(litBlock: String, byteCount: Int) {
        var matches: [ByteRange] = []
        var scalars: [Unicode.Scalar] = []
        // Where each scalar begins, and the end.
        var offsets = [0]
        var (opened, first): (Int?, Int?) = (nil, nil)
        for scalar in litBlock.unicodeScalars {
            let here = offsets[scalars.count]
            switch String(scalar) {
            case Self.opening:
                opened = here
                first = first ?? scalars.count
            case Self.closing:
                if let start = opened { matches.append(start..<here) }
                opened = nil
            default:
                scalars.append(scalar)
                offsets.append(here + UTF8.width(scalar))
            }
        }
        guard !matches.isEmpty, let first, offsets.last == byteCount else { return nil }
        let window = Self.window(in: scalars, around: first)
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[window])
        self.matches = matches
        self.words = String(words)
        range = offsets[window.lowerBound]..<offsets[window.upperBound]
    }

    private static func window(in scalars: [Unicode.Scalar], around first: Int) -> Range<Int> {
        guard scalars.count > length else { return 0..<scalars.count }
        var start = max(0, min(first - length / 4, scalars.count - length))
        var end = min(scalars.count, start + length)
        // From word to word, unless a word is longer than the way to the match.
        if start > 0,
            let space = scalars[start..<first].firstIndex(where: \.properties.isWhitespace)
        {
            start = space + 1
        }
        if end < scalars.count,
            let space = scalars[first..<end].lastIndex(where: \.properties.isWhitespace)
        {
            end = space
        }
        return start..<end
    }
}
