/// A writing system, as far as it bears on which language a text is in.
package enum Script: UInt8, CaseIterable, Hashable, Sendable {
    case latin, cyrillic, arabic, devanagari
    case greek, armenian, hebrew, bengali, gurmukhi, gujarati, tamil, telugu, thai, georgian
    case hangul, kana, han
    /// A letter of a script that no language we know is written in.
    case other

    /// The script of a letter; nil for what is no letter.
    ///
    /// Vowel signs of Indian scripts and of Thai count as letters; digits, marks and signs do not.
    static func of(_ scalar: UInt32) -> Script? {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A: .latin
        case 0..<0xC0: scalar == 0xAA || scalar == 0xBA ? .latin : nil
        case 0xD7, 0xF7: nil
        case 0xC0...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF: .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF:
            scalar == 0x37E || scalar == 0x387 ? nil : .greek
        case 0x400...0x481, 0x48A...0x52F: .cyrillic
        case 0x531...0x556, 0x561...0x587: .armenian
        case 0x5D0...0x5F2: .hebrew
        case 0x620...0x63F, 0x641...0x64A, 0x671...0x6D3, 0x6FA...0x6FF, 0x750...0x77F: .arabic
        case 0x900...0x963, 0x971...0x97F: .devanagari
        case 0x980...0x9E3: .bengali
        case 0xA00...0xA65, 0xA70...0xA75: .gurmukhi
        case 0xA80...0xAE3: .gujarati
        case 0xB80...0xBE5: .tamil
        case 0xC00...0xC63: .telugu
        case 0xE01...0xE4E: .thai
        case 0x10A0...0x10FF: .georgian
        case 0x1100...0x11FF, 0xAC00...0xD7A3: .hangul
        case 0x3041...0x30FA, 0x30FC...0x30FF: .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F: .han
        case 0x1200...0x137F, 0x1780...0x17B3, 0xB00...0xB7F, 0xC80...0xDFF, 0xE80...0xEFF,
            0xF00...0xFBC, 0x1000...0x109F, 0x13A0...0x13FF, 0x2C00...0x2DFF, 0xA000...0xA4CF:
            .other
        default: nil
        }
    }

    /// The one language, of those we know, that is written in the script.
    ///
    /// The sources that name 75 languages have no second one for these scripts (Yiddish in Hebrew
    /// letters, Assamese in Bengali ones and Pontic in Greek ones are taken for the first).
    var soleLanguage: String? {
        switch self {
        case .greek: "el"
        case .armenian: "hy"
        case .hebrew: "he"
        case .bengali: "bn"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .tamil: "ta"
        case .telugu: "te"
        case .thai: "th"
        case .georgian: "ka"
        case .hangul: "ko"
        case .latin, .cyrillic, .arabic, .devanagari, .kana, .han, .other: nil
        }
    }

    /// How much a letter counts when scripts are weighed: a syllable or a word in one sign says as
    /// much as three letters.
    var weight: Int {
        switch self {
        case .hangul, .kana, .han: 3
        default: 1
        }
    }
}

/// Letters that look alike in Latin and Cyrillic, as small letters.
enum LookAlikes {
    private static let pairs: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
        ("a", "а"), ("c", "с"), ("e", "е"), ("i", "і"), ("j", "ј"), ("k", "к"), ("m", "м"),
        ("o", "о"), ("p", "р"), ("s", "ѕ"), ("t", "т"), ("x", "х"), ("y", "у"), ("h", "һ"),
        ("b", "в"), ("ï", "ї"), ("ë", "ё"),
    ]
    private static let cyrillic = Dictionary(
        uniqueKeysWithValues: pairs.map { ($0.latin.value, $0.cyrillic.value) }
    )
    private static let latin = Dictionary(
        uniqueKeysWithValues: pairs.map { ($0.cyrillic.value, $0.latin.value) }
    )

    /// The letter that is meant in a word of `script`.
    static func repaired(_ scalar: UInt32, in script: Script) -> UInt32 {
        (script == .cyrillic ? cyrillic[scalar] : latin[scalar]) ?? scalar
    }
}
