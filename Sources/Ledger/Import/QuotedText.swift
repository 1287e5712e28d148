import Diplomacy

/// The text of an article of which only quotes are known: each at its place, the rest blank.
///
/// A quote without a place stands behind the others, on a line of its own. Every run of known words is a
/// paragraph.
struct QuotedText {
    private(set) var bytes: [UInt8] = []
    /// Of each byte, whether a quote has it.
    private var isKnown: [Bool] = []

    private static let blank = UInt8(ascii: " ")
    private static let lineFeed = UInt8(ascii: "\n")

    /// Puts the quote in its place; nil, and nothing is changed, where other words stand there.
    mutating func add(_ quote: String, at place: ByteRange) -> ByteRange? {
        let words = Array(quote.utf8)
        for (offset, byte) in words.enumerated() {
            let here = place.lowerBound + offset
            if here < bytes.count, isKnown[here], bytes[here] != byte { return nil }
        }
        let missing = place.upperBound - bytes.count
        if missing > 0 {
            bytes += Array(repeating: Self.blank, count: missing)
            isKnown += Array(repeating: false, count: missing)
        }
        bytes.replaceSubrange(place, with: words)
        for here in place { isKnown[here] = true }
        return place
    }

    /// Puts the quote behind everything else, or where just these words stand already.
    mutating func append(_ quote: String) -> ByteRange {
        let anchor = TextAnchor(exact: quote, prefix: "", suffix: "")
        if let known = anchor.place(in: text), known.allSatisfy({ isKnown[$0] }) { return known }
        let start = bytes.isEmpty ? 0 : bytes.count + 1
        return add(quote, at: start..<start + quote.utf8.count) ?? start..<start
    }

    /// A line feed parts two runs of words.
    var text: String {
        var bytes = bytes
        for here in bytes.indices.dropFirst() where !isKnown[here] && isKnown[here - 1] {
            bytes[here] = Self.lineFeed
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    var blocks: [Block] {
        var blocks: [Block] = []
        var start: Int?
        for here in 0...bytes.count {
            let known = here < bytes.count && isKnown[here]
            if known, start == nil { start = here }
            if !known, let first = start {
                blocks.append(Block(range: first..<here, role: .paragraph))
                start = nil
            }
        }
        return blocks
    }
}
