/// What a scalar is to the segmenter.
enum ScalarKind: UInt8 {
    /// White space of any width, zero-width space and control characters: never part of a token.
    case space
    case lineEnd
    case lower, upper
    /// A letter without case.
    case letter
    /// Belongs to what stands before it: accents, joiners, variation selectors, soft hyphens.
    case mark
    case digit
    case stop, exclamation, question, ellipsis, comma, colon, semicolon
    case hyphen, dash
    /// `'`, `’`, `ʼ` and the grave accent: inside words and around them.
    case apostrophe
    /// `"`: opens and closes.
    case quote
    case quoteOpening, quoteClosing
    /// `“`: opens in English, closes in German and Ukrainian.
    case quoteEither
    case bracketOpening, bracketClosing
    case slash, at, numberSign, underscore, ampersand
    case emoji, regional, skinTone
    case symbol

    var isLetter: Bool { self == .lower || self == .upper || self == .letter }

    /// From Unicode's properties, but for marks that need to be told apart.
    init(_ scalar: Unicode.Scalar) {
        if let known = Self.known[scalar.value] {
            self = known
            return
        }
        switch scalar.value {
        case 0x1F1E6...0x1F1FF: self = .regional
        case 0x1F3FB...0x1F3FF: self = .skinTone
        case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B50...0x2B55: self = .emoji
        default: self = Self.byCategory(scalar.properties)
        }
    }

    private static func byCategory(_ properties: Unicode.Scalar.Properties) -> Self {
        switch properties.generalCategory {
        case .lowercaseLetter: .lower
        case .uppercaseLetter, .titlecaseLetter: .upper
        case .modifierLetter, .otherLetter: .letter
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: .mark
        case .decimalNumber: .digit
        case .openPunctuation: .bracketOpening
        case .closePunctuation: .bracketClosing
        case .initialPunctuation: .quoteOpening
        case .finalPunctuation: .quoteClosing
        case .dashPunctuation: .dash
        case .spaceSeparator, .control: .space
        case .lineSeparator, .paragraphSeparator: .lineEnd
        default: .symbol
        }
    }

    private static let known: [UInt32: Self] = {
        let kinds: [(Self, String)] = [
            (.lineEnd, "\n\u{85}"), (.space, " \t\r\u{200B}\u{FEFF}"),
            (.stop, "."), (.exclamation, "!"), (.question, "?"), (.ellipsis, "…"),
            (.comma, ","), (.colon, ":"), (.semicolon, ";"), (.hyphen, "-‐‑"),
            (.apostrophe, "'’ʼ`‘"), (.quote, "\""), (.quoteOpening, "«„‚‹"),
            (.quoteClosing, "»”›"), (.quoteEither, "“"), (.slash, "/"), (.at, "@"),
            (.numberSign, "#"), (.underscore, "_"), (.ampersand, "&"),
        ]
        return Dictionary(
            kinds.flatMap { kind, text in text.unicodeScalars.map { ($0.value, kind) } },
            uniquingKeysWith: { first, _ in first }
        )
    }()
}

/// The kinds and small forms of scalars: a table for the scripts of the house, Unicode for the rest.
struct ScalarTable: Sendable {
    /// Latin, Greek, Cyrillic, general punctuation: nearly all that is asked.
    private static let limit: UInt32 = 0x2100

    private let kinds: [ScalarKind]
    private let lowers: [UInt16]

    static let shared = ScalarTable()

    private init() {
        let scalars = (0..<Self.limit).map { Unicode.Scalar($0) ?? " " }
        kinds = scalars.map(ScalarKind.init)
        lowers = scalars.map { scalar in
            let mapped = scalar.properties.lowercaseMapping.unicodeScalars
            guard mapped.count == 1, let lower = mapped.first, lower.value < Self.limit else {
                return UInt16(scalar.value)
            }
            return UInt16(lower.value)
        }
    }

    @inline(__always)
    func kind(_ scalar: UInt32) -> ScalarKind {
        if scalar < Self.limit { return kinds[Int(scalar)] }
        return Unicode.Scalar(scalar).map(ScalarKind.init) ?? .symbol
    }

    /// The small form; a scalar beyond the table stays as it is.
    @inline(__always)
    func lower(_ scalar: UInt32) -> UInt32 {
        scalar < Self.limit ? UInt32(lowers[Int(scalar)]) : scalar
    }

    /// The scalar that begins at `place` and its width in bytes; a byte that begins none is U+FFFD.
    @inline(__always)
    static func scalar(_ bytes: [UInt8], _ place: Int, _ limit: Int) -> (value: UInt32, width: Int)
    {
        let first = UInt32(bytes[place])
        if first < 0x80 { return (first, 1) }
        func tail(_ offset: Int) -> UInt32? {
            let position = place + offset
            guard position < limit, bytes[position] & 0xC0 == 0x80 else { return nil }
            return UInt32(bytes[position] & 0x3F)
        }
        if first >= 0xC2, first < 0xE0, let second = tail(1) {
            return ((first & 0x1F) << 6 | second, 2)
        }
        if first >= 0xE0, first < 0xF0, let second = tail(1), let third = tail(2) {
            let value = (first & 0xF) << 12 | second << 6 | third
            if value >= 0x800, !(0xD800...0xDFFF).contains(value) { return (value, 3) }
        }
        if first >= 0xF0, first < 0xF5, let second = tail(1), let third = tail(2),
            let fourth = tail(3)
        {
            let value = (first & 0x7) << 18 | second << 12 | third << 6 | fourth
            if value >= 0x10000, value < 0x110000 { return (value, 4) }
        }
        return (0xFFFD, 1)
    }
}
