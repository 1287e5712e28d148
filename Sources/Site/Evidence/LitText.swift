import Diplomacy

/// The words of a block, cut where any statement or omission begins or ends.
///
/// Quotes overlap: a sentence that lists three states holds three statements, and one quote may begin
/// in the middle of another. Elements of HTML cannot overlap, so the words are cut into pieces that
/// lie wholly inside or outside each quote, and every piece knows what covers it.
struct LitText {
    struct Piece: Hashable {
        let range: ByteRange
        /// Places in the list of statements, in its order.
        let statements: [Int]
        /// Places in the list of omissions.
        let omissions: [Int]
        /// The statements and omissions whose last words these are.
        let endingStatements: [Int]
        let endingOmissions: [Int]
    }

    let pieces: [Piece]

    /// Linear in the number of pieces times the number of ranges that touch the block; there are
    /// seldom ten of them.
    init(block: ByteRange, statements: [ByteRange], omissions: [ByteRange]) {
        func clipped(_ ranges: [ByteRange]) -> [(place: Int, range: ByteRange)] {
            ranges.enumerated().compactMap { place, range in
                let part = range.clamped(to: block)
                return part.isEmpty ? nil : (place, part)
            }
        }
        let (told, untold) = (clipped(statements), clipped(omissions))
        var cuts: Set<Int> = [block.lowerBound, block.upperBound]
        for (_, range) in told + untold {
            cuts.insert(range.lowerBound)
            cuts.insert(range.upperBound)
        }
        let borders = cuts.sorted()
        pieces = zip(borders, borders.dropFirst()).map { start, end in
            func covering(_ ranges: [(place: Int, range: ByteRange)]) -> [Int] {
                ranges.filter { $0.range.contains(start) }.map(\.place)
            }
            // A quote that runs over the border of a block ends where its last words stand.
            func ending(_ places: [Int], _ whole: [ByteRange]) -> [Int] {
                places.filter { whole[$0].upperBound == end }
            }
            let (lit, dotted) = (covering(told), covering(untold))
            return Piece(
                range: start..<end,
                statements: lit,
                omissions: dotted,
                endingStatements: ending(lit, statements),
                endingOmissions: ending(dotted, omissions)
            )
        }
    }
}

/// Cuts the words of an article out of its bytes, whatever the range.
struct ArticleBytes {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var all: ByteRange { 0..<bytes.count }

    /// The words at `range`.
    ///
    /// What lies outside the text is nothing; a letter that is cut in two becomes U+FFFD.
    func words(_ range: ByteRange) -> String {
        String(decoding: bytes[range.clamped(to: all)], as: UTF8.self)
    }

    /// Some lines of what may be megabytes, whole letters.
    func beginning(of range: ByteRange) -> ByteRange {
        var end = min(range.upperBound, range.lowerBound + 600)
        while end < range.upperBound, end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return range.lowerBound..<end
    }

    func isBlank(_ range: ByteRange) -> Bool {
        words(range).allSatisfy(\.isWhitespace)
    }
}
