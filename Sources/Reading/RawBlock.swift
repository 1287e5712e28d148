import Diplomacy

/// A paragraph or line of a page before it is judged.
struct RawBlock {
    var range: ByteRange
    /// What the page itself says it is: an `<h2>`, a list item.
    var role: Block.Role?
    /// What the page itself says it is not: words of a `<nav>` or a box named "related".
    var discard: Block.Discard?
    /// The words, spaces collapsed, small letters: for comparing; of a very long block those of its ends.
    let words: String

    init(range: ByteRange, text: [UInt8], role: Block.Role? = nil, discard: Block.Discard? = nil) {
        self.range = range
        self.role = role
        self.discard = discard
        words = Self.normal(Self.compared(text[range]))
        isMasthead = range.count <= 120 && Self.isMasthead(text[range])
        isSignature = range.count <= 80 && Self.isSignature(text[range])
        // Menus are short; the marks of a long paragraph mean something else.
        separators = range.count <= 160 ? Self.separators(text[range]) : 0
    }

    /// A longer block is compared by its ends alone: every rule of the clutter looks at the words, and of ten megabytes
    /// they took half a minute.
    static let longestCompared = 20_000

    private static func compared(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.count > longestCompared else { return bytes }
        let half = longestCompared / 2
        return bytes.prefix(half) + bytes.suffix(half)
    }

    /// How many separators of a menu or a footer stand between its words; two spaces or more are one.
    let separators: Int

    private static func separators(_ bytes: ArraySlice<UInt8>) -> Int {
        let text = String(decoding: bytes, as: UTF8.self)
        let marks = [" > ", " | ", " » ", " • ", " · ", "  ", " / ", " › "]
        return marks.map { text.split(separator: $0).count - 1 }.max() ?? 0
    }

    /// Whether the block shouts as a newspaper's name does: *PACIFIC LEDGER — since 1901*.
    let isMasthead: Bool

    /// Its first two words are in capitals alone, in a line of a few.
    ///
    /// They are too long for the
    /// abbreviations that open a headline: *NATO, EU: …*.
    private static func isMasthead(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        let shouted = words.prefix(2).filter { $0.allSatisfy { $0.isLetter && $0.isUppercase } }
        return words.count <= 9 && shouted.count == 2 && shouted.joined().count >= 10
    }

    /// Whether it holds a name, a comma and what may be an outlet, and nothing else: *Jane Porter, N.N.*
    let isSignature: Bool

    /// Two to four words, then one to three, each with a capital.
    private static func isSignature(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ",")
            .map { $0.split(whereSeparator: \.isWhitespace) }
        return parts.count == 2 && (2...4).contains(parts[0].count)
            && (1...3).contains(parts[1].count)
            && parts.joined().allSatisfy { $0.first?.isUppercase ?? false }
    }

    /// Small letters, straight quotes, single spaces.
    static func normal(_ bytes: ArraySlice<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        var pending = false
        for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
            if scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}" {
                pending = !scalars.isEmpty
                continue
            }
            if pending { scalars.append(" ") }
            pending = false
            switch scalar {
            case "’", "‘", "ʼ": scalars.append("'")
            case "“", "”", "„": scalars.append("\"")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Whether the block ends as a sentence does.
    var endsSentence: Bool {
        let tail = words.unicodeScalars.reversed().prefix(3)
        return tail.contains { ".!?…".unicodeScalars.contains($0) }
    }

    var wordCount: Int { words.split(separator: " ").count }
}
