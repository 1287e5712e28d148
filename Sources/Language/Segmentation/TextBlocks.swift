/// Cuts a stream of bytes into blocks that can be parsed one after the other.
///
/// A block ends behind an empty line, so no sentence is cut; only a paragraph of more than
/// `longestBlock` bytes is cut at white space, or, where it has none, between two scalars. Blocks
/// follow one another without a gap, and none but the last of a stream is white space alone.
package struct TextBlocks {
    /// In bytes, as much as makes a block worth the trouble.
    private static let leastBlock = 65_536
    /// In bytes: a paragraph of a megabyte is no prose, and must not fill the memory.
    private static let longestBlock = 1_048_576

    private var waiting: [UInt8] = []

    package init() {}

    /// Adds what was read; returns the blocks that are whole by now.
    package mutating func add(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
        waiting.append(contentsOf: bytes)
        var blocks: [[UInt8]] = []
        while waiting.count >= Self.leastBlock, let end = Self.blockEnd(waiting[...]) {
            blocks.append(Array(waiting[..<end]))
            waiting.removeFirst(end)
        }
        return blocks
    }

    /// What is left at the end of the stream; nil where nothing is.
    package mutating func finish() -> [UInt8]? {
        defer { waiting = [] }
        return waiting.isEmpty ? nil : waiting
    }

    /// The end of the last whole paragraph with the white space behind it, or nil where none ends.
    private static func blockEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        // The white space at the end may go on in what has not come yet.
        var place = bytes.lastIndex { $0 > 32 } ?? 0
        while place > 0 {
            // Behind a run of white space that does not begin the text.
            let end = place
            var lines = 0
            while place > 0, bytes[place - 1] <= 32 {
                place -= 1
                if bytes[place] == UInt8(ascii: "\n") { lines += 1 }
            }
            if lines >= 2, place > 0 { return end }
            while place > 0, bytes[place - 1] > 32 { place -= 1 }
        }
        return bytes.count >= longestBlock ? forcedEnd(bytes) : nil
    }

    private static func forcedEnd(_ bytes: ArraySlice<UInt8>) -> Int {
        let lastSpace = bytes.dropLast().lastIndex { $0 == 32 || $0 == 10 }
        if let lastSpace, lastSpace > 0 { return lastSpace + 1 }
        // A byte that continues a scalar must not begin a block.
        return (bytes.count - 4..<bytes.count).last { bytes[$0] & 0xC0 != 0x80 } ?? bytes.count
    }
}
