import Diplomacy

/// Divides a text file into blocks: its lines, with the lines of one broken sentence joined again.
enum PlainText {
    /// A name set in a line of its own inside a sentence is short.
    private static let longestInset = 60

    /// The blocks of `bytes`.
    ///
    /// CRLF, no-break spaces and a byte-order mark stay in the text; no block begins or ends with
    /// white space. Linear.
    static func blocks(_ bytes: [UInt8]) -> [RawBlock] {
        var blocks: [RawBlock] = []
        var start = 0
        for place in 0...bytes.count where place == bytes.count || bytes[place] == 10 {
            if let range = trimmed(bytes, start..<place) {
                blocks.append(RawBlock(range: range, text: bytes))
            }
            start = place + 1
        }
        return joined(blocks, bytes)
    }

    /// `range` without white space at either end; nil where nothing else is left.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, let width = space(bytes, at: lower, upper) { lower += width }
        while upper > lower, let width = spaceBefore(bytes, upper, lower) { upper -= width }
        return lower < upper ? lower..<upper : nil
    }

    /// A page that sets names in lines of their own breaks its sentences; a line that begins small
    /// or with a mark belongs to the one before, and so does a short one between two such halves.
    private static func joined(_ blocks: [RawBlock], _ bytes: [UInt8]) -> [RawBlock] {
        var result: [RawBlock] = []
        for (place, block) in blocks.enumerated() {
            guard let last = result.last, !last.endsSentence,
                last.range.count < RawBlock.longestCompared
            else {
                result.append(block)
                continue
            }
            let next = place + 1 < blocks.count ? blocks[place + 1] : nil
            let isInset =
                block.words.count <= longestInset && !block.endsSentence
                && next.map(continuesSentence) == true && endsSmall(last)
            if continuesSentence(block) || isInset {
                result[result.count - 1] = RawBlock(
                    range: last.range.lowerBound..<block.range.upperBound,
                    text: bytes
                )
            } else {
                result.append(block)
            }
        }
        return result

        func continuesSentence(_ block: RawBlock) -> Bool {
            let text = String(decoding: bytes[block.range], as: UTF8.self)
            guard let first = text.unicodeScalars.first else { return false }
            return first.properties.isLowercase || first == "." || first == "," || first == ";"
        }

        /// The line breaks off after a small word: "reported by the".
        func endsSmall(_ block: RawBlock) -> Bool {
            let text = String(decoding: bytes[block.range], as: UTF8.self)
            return text.split(separator: " ").last?.unicodeScalars.first?.properties.isLowercase
                == true
        }
    }

    private static func space(_ bytes: [UInt8], at place: Int, _ limit: Int) -> Int? {
        if bytes[place] <= 32 { return 1 }
        if bytes[place] == 0xC2, place + 1 < limit, bytes[place + 1] == 0xA0 { return 2 }
        if bytes[place...].starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
        if bytes[place...].starts(with: [0xE2, 0x80, 0x8B]) { return 3 }
        return nil
    }

    private static func spaceBefore(_ bytes: [UInt8], _ end: Int, _ limit: Int) -> Int? {
        if bytes[end - 1] <= 32 { return 1 }
        if end - 2 >= limit, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return 2 }
        if end - 3 >= limit, bytes[(end - 3)..<end].elementsEqual([0xE2, 0x80, 0x8B]) { return 3 }
        return nil
    }
}
