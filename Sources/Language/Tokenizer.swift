/// Splits text into words, numbers and marks.
///
/// Every byte but white space belongs to one token.
///
/// A hyphen always divides (*Moscow-run* is three tokens), an apostrophe inside a Slavic word never
/// does (*прем'єр*), and the English endings *'s* and *n't* are tokens of their own. Patterns of the
/// lexicons go through the same function, so both sides divide alike.
package enum Tokenizer {
    /// The tokens of `bytes[range]`, which must begin and end on scalar borders.
    ///
    /// Linear.
    package static func tokens(_ bytes: [UInt8], _ range: Range<Int>) -> [Token] {
        var tokens: [Token] = []
        var place = range.lowerBound
        var end = range.lowerBound
        while place < range.upperBound {
            let (scalar, width) = self.scalar(bytes, place, range.upperBound)
            if isSpace(scalar) {
                place += width
                continue
            }
            let start = place
            let glued = start == end && start > range.lowerBound
            let kind: Token.Kind
            (kind, place) = extent(of: scalar, width, bytes, start, range.upperBound)
            let first = String(decoding: bytes[start..<place], as: UTF8.self)
            let token = Token(
                range: start..<place,
                kind: kind,
                folded: fold(first),
                isCapitalised: Letters.isUpper(scalar),
                isAllCapitals: isAllCapitals(first),
                isGlued: glued
            )
            tokens.append(contentsOf: kind == .word ? divided(token, first) : [token])
            end = place
        }
        return tokens
    }

    package static func tokens(of text: String) -> [Token] {
        let bytes = Array(text.utf8)
        return tokens(bytes, 0..<bytes.count)
    }

    /// The form under which a word is looked up.
    package static func fold(_ word: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(word.utf8.count)
        for scalar in word.unicodeScalars {
            switch scalar {
            case "’", "ʼ", "‘", "`": bytes.append(UInt8(ascii: "'"))
            case "‐", "‑": bytes.append(UInt8(ascii: "-"))
            case "ё", "Ё": bytes.append(contentsOf: "е".utf8)
            case "\u{301}", "\u{AD}", "\u{200B}", "\u{FEFF}": continue
            default:
                if let lower = Letters.lower(scalar) {
                    bytes.append(contentsOf: UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter)
                } else {
                    bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func extent(
        of scalar: Unicode.Scalar,
        _ width: Int,
        _ bytes: [UInt8],
        _ start: Int,
        _ limit: Int
    ) -> (Token.Kind, Int) {
        var place = start + width
        if isLetter(scalar) {
            while place < limit {
                let (next, step) = self.scalar(bytes, place, limit)
                if isLetter(next) || isDigit(next) || isCombining(next) {
                    place += step
                } else if isApostrophe(next), place + step < limit,
                    isLetter(self.scalar(bytes, place + step, limit).0)
                {
                    place += step
                } else {
                    break
                }
            }
            return (.word, place)
        }
        if isDigit(scalar) {
            while place < limit {
                let (next, step) = self.scalar(bytes, place, limit)
                if isDigit(next) {
                    place += step
                } else if [".", ",", "'", "’", ":"].contains(next), place + step < limit,
                    isDigit(self.scalar(bytes, place + step, limit).0)
                {
                    place += step
                } else {
                    break
                }
            }
            return (.number, place)
        }
        switch scalar {
        case "\"", "“", "”", "„", "«", "»", "‘", "’", "‚", "‹", "›", "'": return (.quote, place)
        case "-", "‐", "‑", "–", "—", "−": return (.dash, place)
        case ",": return (.comma, place)
        case ".", "!", "?", "…": return (.stop, place)
        case "(", ")", "[", "]": return (.bracket, place)
        default: return (.mark, place)
        }
    }

    /// Parts an English *'s* or *n't* from its word.
    private static func divided(_ token: Token, _ text: String) -> [Token] {
        let letters: Int
        if token.folded.hasSuffix("'s"), token.folded.utf8.count > 2 {
            letters = 2
        } else if token.folded.hasSuffix("n't"), token.folded.utf8.count > 3 {
            letters = 3
        } else {
            return [token]
        }
        let cut = token.range.upperBound - suffixWidth(of: text, isNegation: letters == 3)
        return [
            Token(
                range: token.range.lowerBound..<cut,
                kind: .word,
                folded: String(token.folded.dropLast(letters)),
                isCapitalised: token.isCapitalised,
                isAllCapitals: token.isAllCapitals,
                isGlued: token.isGlued
            ),
            Token(
                range: cut..<token.range.upperBound,
                kind: .word,
                folded: String(token.folded.suffix(letters)),
                isCapitalised: false,
                isAllCapitals: false,
                isGlued: true
            ),
        ]
    }

    /// Bytes from the last apostrophe to the end, and for a negation from the letter before it: what
    /// folds to *'s* or *n't* may be written with a longer apostrophe, a stress mark or a soft hyphen.
    private static func suffixWidth(of text: String, isNegation: Bool) -> Int {
        var width = 0
        var hasApostrophe = false
        for scalar in text.unicodeScalars.reversed() {
            width += UTF8.width(scalar)
            if hasApostrophe, !isCombining(scalar) { break }
            if isApostrophe(scalar) {
                hasApostrophe = true
                if !isNegation { break }
            }
        }
        return width
    }

    static func scalar(_ bytes: [UInt8], _ place: Int, _ limit: Int) -> (Unicode.Scalar, Int) {
        let first = bytes[place]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard place + width <= limit else { return ("\u{FFFD}", limit - place) }
        var value = UInt32(first) & (0xFF >> UInt32(width + 1))
        for offset in 1..<width { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 32 || scalar == "\u{A0}" || scalar == "\u{FEFF}" || scalar == "\u{200B}"
            || (0x2000...0x200A).contains(scalar.value) || scalar == "\u{202F}"
            || scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{3000}"
    }

    /// *США*, *NATO*, *COVID*; also *NATO's*.
    private static func isAllCapitals(_ word: String) -> Bool {
        var letters = 0
        for scalar in word.unicodeScalars {
            if isApostrophe(scalar) { break }
            if Letters.isUpper(scalar) {
                letters += 1
            } else if Letters.isLetter(scalar) {
                return false
            }
        }
        return letters >= 2
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { Letters.isLetter(scalar) }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (48...57).contains(scalar.value)
    }

    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value) || scalar.value == 0xAD
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar == "ʼ"
    }
}
