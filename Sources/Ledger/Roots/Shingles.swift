import Diplomacy

/// Runs of three words in the kept blocks of an article: by these near-copies are known.
///
/// Words are letters and digits in small form, Latin and Cyrillic; punctuation, quotation marks and
/// dashes part them, so a reprint that straightens its quotes stays the same. Hashes of 64 bits; two
/// different runs share one about once in 10^19 pairs. One pass over the bytes.
struct Shingles: Sendable {
    static let length = 3

    /// In the order of the text.
    let all: [UInt64]
    let set: Set<UInt64>

    init(of article: Article) {
        var all: [UInt64] = []
        let bytes = Array(article.text.utf8)
        for block in article.blocks where block.isKept {
            let words = Self.words(of: bytes[block.range])
            guard words.count >= Self.length else { continue }
            for start in 0...(words.count - Self.length) {
                all.append(
                    words[start..<start + Self.length].reduce(0) { mixed($0 ^ $1) }
                )
            }
        }
        self.all = all
        set = Set(all)
    }

    /// How many runs the two have in common.
    func shared(with other: Shingles) -> Int {
        let (small, large) = set.count < other.set.count ? (set, other.set) : (other.set, set)
        return small.count { large.contains($0) }
    }

    /// One hash for each word.
    private static func words(of text: ArraySlice<UInt8>) -> [UInt64] {
        var words: [UInt64] = []
        var (hash, isWord, lead): (UInt64, Bool, UInt16) = (offset, false, 0)
        func add(_ unit: UInt16) {
            hash = (hash ^ UInt64(unit)) &* prime
            isWord = true
        }
        func end() {
            if isWord { words.append(hash) }
            (hash, isWord) = (offset, false)
        }
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: add(UInt16(byte))
            case 0x41...0x5A: add(UInt16(byte) + 0x20)
            case 0xC3...0xDF: lead = UInt16(byte & 0x1F) << 6
            case 0x80...0xBF where lead != 0:
                let letter = lead | UInt16(byte & 0x3F)
                lead = 0
                // The three apostrophes part a word alike: об'єкт, об’єкт, обʼєкт.
                if letter == letterApostrophe { end() } else { add(small(letter)) }
            default:
                lead = 0
                if byte < 0x80 || byte >= 0xC0 { end() }
            }
        }
        end()
        return words
    }

    /// The small form of a letter of Latin or Cyrillic beyond ASCII.
    private static func small(_ scalar: UInt16) -> UInt16 {
        switch scalar {
        case 0x00C0...0x00DE, 0x0410...0x042F: scalar + 0x20
        case 0x0400...0x040F: scalar + 0x50
        // In these rows a capital stands before its small letter.
        case 0x0100...0x017F, 0x0490...0x04FF: scalar | 1
        default: scalar
        }
    }

    private static let letterApostrophe: UInt16 = 0x02BC

    /// FNV-1a.
    private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3
}
