/// What the network knows a word by: itself, and the pieces it is made of.
///
/// Pieces are runs of three to five letters of the folded word with its borders marked, its shape, and for Cyrillic words
/// the beginnings of its skeleton, in which related languages spell alike (*переговоры*, *переговори*). All are 32-bit
/// hashes: a table says which of them were seen in training.
package enum WordPieces {
    /// The borders of a word, as bytes that no text holds.
    private static let opening: UInt8 = 0x02
    private static let closing: UInt8 = 0x03
    /// Longer words are known by their last letters: chemistry and addresses need no more.
    private static let longest = 32
    private static let lengths = 3...5
    /// Beginnings of a skeleton; shorter ones say nothing, longer ones are nearly the word.
    private static let skeletonLengths = 4...7

    /// The word as it is looked up: folded, each digit a zero.
    package static func key(_ form: String) -> [UInt8] {
        var bytes = Array(Tokenizer.fold(form).utf8)
        for index in bytes.indices where (0x31...0x39).contains(bytes[index]) {
            bytes[index] = 0x30
        }
        return bytes
    }

    package static func wordHash(_ key: [UInt8]) -> UInt32 { hash(key[...], seed: 1) }

    /// The hashes of the pieces of a form, whose key is given.
    package static func pieces(of form: String, key: [UInt8]) -> [UInt32] {
        var hashes = [hash(shape(form)[...], seed: 2)]
        let bytes = [opening] + key + [closing]
        let starts = shortened(scalarStarts(bytes))
        let ends = starts.indices.map { $0 + 1 < starts.count ? starts[$0 + 1] : bytes.count }
        for length in lengths where starts.count >= length {
            for first in 0...(starts.count - length) {
                let range = starts[first]..<ends[first + length - 1]
                hashes.append(hash(bytes[range], seed: 3))
            }
        }
        if starts.count > 2 {
            hashes.append(hash(bytes[..<ends[1]], seed: 3))
            hashes.append(hash(bytes[starts[starts.count - 2]...], seed: 3))
        }
        if let skeleton = skeleton(key) {
            let starts = scalarStarts(skeleton)
            hashes.append(hash(skeleton[...], seed: 4))
            for length in skeletonLengths where starts.count > length {
                hashes.append(hash(skeleton[..<starts[length]], seed: 5))
            }
        }
        return hashes
    }

    /// Capitals, small letters, digits and marks, each run once: `Xx`, `X`, `0-x`; at most twelve signs.
    private static func shape(_ form: String) -> [UInt8] {
        var signs: [UInt8] = []
        for scalar in form.unicodeScalars {
            let sign: UInt8
            if Letters.isUpper(scalar) {
                sign = UInt8(ascii: "X")
            } else if Letters.isLetter(scalar) {
                sign = UInt8(ascii: "x")
            } else if (48...57).contains(scalar.value) {
                sign = UInt8(ascii: "0")
            } else {
                sign = scalar.value < 128 ? UInt8(scalar.value) : 0x7F
            }
            if signs.count >= 2, signs.suffix(2) == [sign, sign] { continue }
            signs.append(sign)
            if signs.count == 12 { break }
        }
        return signs
    }

    /// The word in the spelling that East Slavic languages share, or nil where it has no Cyrillic letter.
    private static func skeleton(_ key: [UInt8]) -> [UInt8]? {
        guard key.contains(where: { $0 == 0xD0 || $0 == 0xD1 || $0 == 0xD2 }) else { return nil }
        var bytes: [UInt8] = []
        for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
            let plain: Unicode.Scalar
            switch scalar {
            case "і", "ї", "ы", "й": plain = "и"
            case "є", "э": plain = "е"
            case "ґ": plain = "г"
            case "ў": plain = "в"
            case "ь", "ъ", "'": continue
            default: plain = scalar
            }
            bytes.append(contentsOf: UTF8.encode(plain) ?? UTF8.encodedReplacementCharacter)
        }
        return bytes
    }

    private static func scalarStarts(_ bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
    }

    private static func shortened(_ starts: [Int]) -> [Int] {
        starts.count <= longest ? starts : Array(starts.suffix(longest))
    }

    /// FNV-1a; never 0, which marks an empty place in a table.
    private static func hash(_ bytes: ArraySlice<UInt8>, seed: UInt32) -> UInt32 {
        var value: UInt32 = 2_166_136_261 ^ (seed &* 0x9E37_79B9)
        for byte in bytes { value = (value ^ UInt32(byte)) &* 16_777_619 }
        value ^= value >> 15
        value = value &* 0x2C1B_3C6D
        value ^= value >> 13
        return value == 0 ? 1 : value
    }
}
