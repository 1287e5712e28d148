/// What a letter is to whoever looks for names and numbers.
enum LetterKind: UInt8 {
    case capital, letter, number
    /// Ends a sentence, or opens a quote or a list: behind it a capital says nothing.
    case stop
    /// Between words, but not between lines.
    case space
    /// An accent that stands by itself behind its letter.
    case mark
    case other

    /// Whether a word goes on with it.
    var isPartOfWord: Bool { self == .capital || self == .letter || self == .mark }

    /// Latin, Greek and Cyrillic lie below, and are looked up; the others are asked for one by one.
    private static let tableEnd: UInt32 = 0x600

    private static let table: [LetterKind] = (0..<tableEnd).map { number in
        Unicode.Scalar(number).map(looked) ?? .other
    }

    static func of(_ scalar: Unicode.Scalar) -> LetterKind {
        scalar.value < tableEnd ? table[Int(scalar.value)] : looked(scalar)
    }

    private static func looked(_ scalar: Unicode.Scalar) -> LetterKind {
        let properties = scalar.properties
        if properties.numericType != nil { return .number }
        if properties.isAlphabetic { return properties.isUppercase ? .capital : .letter }
        if ".!?:—–\n".unicodeScalars.contains(scalar) { return .stop }
        if properties.generalCategory == .nonspacingMark { return .mark }
        let isOfLines = "\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar)
        return properties.isWhitespace && !isOfLines ? .space : .other
    }
}
