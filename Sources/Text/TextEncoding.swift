/// Turns the bytes of a file into text, whatever a news page was saved in.
///
/// Order of trust: a byte-order mark, then valid UTF-8, then the pattern of zero bytes that UTF-16
/// leaves, then the declared name, then the likelier of the three old eight-bit encodings by the
/// letters it makes. A file that holds control bytes in all of them is not text.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1251 = "windows-1251"
    case koi8u = "KOI8-U"
    case latin1 = "ISO 8859-1"

    package struct Decoded: Sendable {
        package let text: String
        package let encoding: TextEncoding
    }

    /// The text of `bytes`, or nil where they are no text at all.
    ///
    /// A byte-order mark stays in the text, so that offsets hold. Linear.
    package static func decode(_ bytes: [UInt8], declared: String? = nil) -> Decoded? {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, .utf16LittleEndian) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, .utf16BigEndian) }
        if let zeros = zeroPattern(bytes) { return utf16(bytes, zeros) }
        if isBinary(bytes) { return nil }
        if let text = String(validating: bytes, as: UTF8.self) {
            return Decoded(text: text, encoding: .utf8)
        }
        if let named = declared.flatMap(named(_:)), named != .utf8,
            let text = eightBit(bytes, named)
        {
            return Decoded(text: text, encoding: named)
        }
        if isMostlyUTF8(bytes) {
            return Decoded(text: String(decoding: bytes, as: UTF8.self), encoding: .utf8)
        }
        let best = [TextEncoding.latin1, .windows1251, .koi8u]
            .max { plausibility(bytes, $0) < plausibility(bytes, $1) }
        return best.flatMap { encoding in
            eightBit(bytes, encoding).map { Decoded(text: $0, encoding: encoding) }
        }
    }

    /// The encoding that a header or a `<meta charset>` names.
    private static func named(_ label: String) -> TextEncoding? {
        switch label.lowercased().filter({ $0.isLetter || $0.isNumber }) {
        case "utf8": .utf8
        case "windows1251", "cp1251", "xcp1251": .windows1251
        case "koi8u", "koi8r", "koi8", "koi8ru": .koi8u
        case "iso88591", "latin1", "windows1252", "cp1252", "usascii": .latin1
        default: nil
        }
    }

    /// Zero bytes never stand in text of one byte a letter.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(65_536)
        let controls = sample.count { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 && $0 != 12 }
        return sample.contains(0) || controls * 50 > sample.count
    }

    /// Half of the first bytes zero, all on even or all on odd places: Latin text in UTF-16.
    ///
    /// Cyrillic in UTF-16 has 0x04 in that place instead.
    private static func zeroPattern(_ bytes: [UInt8]) -> TextEncoding? {
        let sample = bytes.prefix(4096)
        guard sample.count >= 16, sample.count % 2 == 0 || bytes.count > 4096 else { return nil }
        var high = [0, 0]
        for (place, byte) in sample.enumerated() where byte == 0 || byte == 4 {
            high[place % 2] += 1
        }
        let half = sample.count / 2
        if high[1] * 10 > half * 9, high[0] * 10 < half { return .utf16LittleEndian }
        if high[0] * 10 > half * 9, high[1] * 10 < half { return .utf16BigEndian }
        return nil
    }

    private static func utf16(_ bytes: [UInt8], _ encoding: TextEncoding) -> Decoded {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var place = 0
        while place + 1 < bytes.count {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            units.append(encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
            place += 2
        }
        return Decoded(text: String(decoding: units, as: UTF16.self), encoding: encoding)
    }

    /// At most one broken sequence in two hundred bytes beyond ASCII: UTF-8 that was cut or pasted.
    ///
    /// A text with a single byte beyond ASCII has no whole sequence: that is an umlaut of Latin 1.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        let beyond = bytes.count { $0 >= 0x80 }
        let repaired = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let broken = repaired.count { $0 == "\u{FFFD}" }
        let whole = repaired.count { $0.value >= 0x80 } - broken
        return whole > 0 && broken * 200 <= beyond + 200
    }

    private static func eightBit(_ bytes: [UInt8], _ encoding: TextEncoding) -> String? {
        guard let table = upperHalf(encoding) else { return nil }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : table[Int(byte) - 0x80])
        }
        return String(scalars)
    }

    /// How much the bytes look like running words in `encoding`: small letters count for it, a
    /// capital after a small letter, a box drawing or a control against it.
    ///
    /// A Cyrillic word is a run of high bytes; an accented letter of Latin 1 stands beside plain
    /// ones, or alone.
    private static func plausibility(_ bytes: [UInt8], _ encoding: TextEncoding) -> Int {
        guard let table = upperHalf(encoding) else { return .min }
        var score = 0
        var last: Unicode.Scalar = " "
        for byte in bytes.prefix(65_536) {
            let scalar = byte < 0x80 ? Unicode.Scalar(byte) : table[Int(byte) - 0x80]
            if byte >= 0x80 || last.value >= 0x80 {
                score += plausibility(of: scalar, after: last, encoding)
            }
            last = scalar
        }
        return score
    }

    private static func plausibility(
        of scalar: Unicode.Scalar,
        after last: Unicode.Scalar,
        _ encoding: TextEncoding
    ) -> Int {
        let (own, before) = (scalar.properties, last.properties)
        guard own.isAlphabetic else { return scalar.value < 0x80 ? 0 : -2 }
        var score = 0
        if before.isAlphabetic {
            let isMixed = scalar.isASCII != last.isASCII
            score += isMixed == (encoding == .latin1) ? 2 : -4
        }
        if scalar.isASCII { return score }
        if own.isUppercase { return score + (before.isLowercase ? -6 : 1) }
        return score + (own.isLowercase ? 1 : 0)
    }

    /// The characters of the bytes 0x80 to 0xFF.
    private static func upperHalf(_ encoding: TextEncoding) -> [Unicode.Scalar]? {
        switch encoding {
        case .windows1251: windows1251Table
        case .koi8u: koi8uTable
        case .latin1: latin1Table
        case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
        }
    }

    private static let windows1251Table = Array(
        ("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
            + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя").unicodeScalars
    )

    private static let koi8uTable = Array(
        ("─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©"
            + "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ").unicodeScalars
    )

    /// As browsers read it: bytes 0x80 to 0x9F are windows-1252.
    private static let latin1Table =
        Array(
            ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars
        )
        + (0xA0...0xFF).compactMap(Unicode.Scalar.init)
}
