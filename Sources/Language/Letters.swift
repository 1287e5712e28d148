/// Questions about letters, answered by arithmetic for Latin and Cyrillic and by Unicode's tables for
/// the rest: those two scripts are nearly all that is asked, and the tables cost ten times as much.
enum Letters {
    /// The small form of a letter, or the scalar itself; nil where only the tables know.
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(scalar.value + 32)
        case 0x400...0x40F: Unicode.Scalar(scalar.value + 80)
        case 0x490: Unicode.Scalar(0x491)
        case 0xC0...0xD6, 0xD8...0xDE: Unicode.Scalar(scalar.value + 32)
        case 0..<0x100, 0x430...0x45F, 0x491: scalar
        default: nil
        }
    }

    static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x400...0x42F, 0x490, 0xC0...0xD6, 0xD8...0xDE: true
        case 0..<0x100, 0x430...0x45F, 0x491: false
        default: scalar.properties.isUppercase
        }
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x400...0x481, 0x48A...0x52F, 0xC0...0xD6, 0xD8...0xF6,
            0xF8...0xFF:
            true
        case 0..<0xAA: false
        default: scalar.properties.isAlphabetic
        }
    }
}
