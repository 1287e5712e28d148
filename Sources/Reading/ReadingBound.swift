import Diplomacy
import Text

/// How much of one article is read: what stands behind it is left out as too long, and says so.
///
/// Coding takes time in proportion to the words, and of a sentence more than that; a file of ten megabytes that called
/// itself an article kept a reader busy for minutes, and everything that came after waited.
enum ReadingBound {
    /// Of kept text, in UTF-8 bytes: some ten thousand Cyrillic words or twice as many Latin ones, five times the longest
    /// report of the examples.
    ///
    /// News is read at some 50 kB a second on one core, prose that tells six acts in every sentence at 2 to 4 kB: a
    /// minute for so much.
    static let mostBytes = 120_000
    /// Without the end of a sentence: some thousand words, five times the longest sentence that anybody prints.
    ///
    /// A block with a longer run is a list or a table, and no prose; the time of a sentence grows with the square of its
    /// words, to ten seconds for 40 kB.
    static let longestSentence = 6_000

    /// The same blocks, of which that in which the bound falls is cut in two after a sentence, else between words, and
    /// those behind it are left out, as is one that is no prose.
    static func bounded(_ blocks: [Block], _ text: [UInt8], most: Int = mostBytes) -> [Block] {
        var left = most
        return blocks.flatMap { block -> [Block] in
            guard block.isKept else { return [block] }
            if hasEndlessSentence(text[block.range]) {
                return [Block(range: block.range, role: block.role, discard: .tooLong)]
            }
            defer { left = max(0, left - block.range.count) }
            if block.range.count <= left { return [block] }
            let cut = left == 0 ? block.range.lowerBound : cut(block.range, text, near: left)
            let rest = Block(
                range: cut..<block.range.upperBound,
                role: block.role,
                discard: .tooLong
            )
            guard cut > block.range.lowerBound else { return [rest] }
            return [Block(range: block.range.lowerBound..<cut, role: block.role), rest]
        }
    }

    private static func hasEndlessSentence(_ words: ArraySlice<UInt8>) -> Bool {
        guard words.count > longestSentence else { return false }
        var (start, isEnd) = (words.startIndex, false)
        for place in words.indices {
            // A mark ends a sentence where a space follows it.
            if isEnd && isSpace(words[place]) || words[place] == 0x0A { start = place }
            if place - start > longestSentence { return true }
            isEnd = ".!?".utf8.contains(words[place])
        }
        return false
    }

    /// A sentence may end so far before the bound; else words are parted there.
    private static let reach = 4_000

    /// Where a block is cut, at most `most` bytes behind its beginning: behind the last end of a sentence, or the last
    /// space, that is near, else before a whole letter.
    private static func cut(_ range: ByteRange, _ text: [UInt8], near most: Int) -> Int {
        let limit = range.lowerBound + most
        let from = max(range.lowerBound + 1, limit - reach)
        var space: Int?
        for place in stride(from: limit, to: from, by: -1) where isSpace(text[place - 1]) {
            if space == nil { space = place }
            if place - 2 >= range.lowerBound, ".!?".utf8.contains(text[place - 2]) { return place }
        }
        if let space { return space }
        var place = limit
        while place > range.lowerBound, text[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
