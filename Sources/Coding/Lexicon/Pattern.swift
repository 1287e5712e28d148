import Language

/// One word of a pattern (see `Documentation/lexicons.md`).
struct WordPattern: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        case exact(String)
        case stems([String], ending: String)
        /// Up to `Pattern.longestGap` words within the clause.
        case gap
    }

    enum Capital: Hashable, Sendable {
        case any, first, all
    }

    let form: Form
    let capital: Capital
}

/// A word or several, as a lexicon writes them.
struct Pattern: Hashable, Sendable {
    /// German puts a whole middle field between a verb and its prefix; eight words hold nine in ten.
    static let longestGap = 8

    let words: [WordPattern]

    /// Reads `надав/нада|vp`, `put|v … on ice`.
    ///
    /// A word with a hyphen becomes the tokens it has in text.
    init(_ text: String) {
        var words: [WordPattern] = []
        for bytes in text.utf8.split(separator: UInt8(ascii: " ")) {
            let piece = Substring(bytes)
            if piece == "…" {
                words.append(WordPattern(form: .gap, capital: .any))
                continue
            }
            let sides = piece.utf8.split(separator: UInt8(ascii: "|"), maxSplits: 1)
            let stems = sides[0].split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
            let isStem = sides.count == 2
            let tokens = Self.tokens(of: stems.first ?? "", isStem: isStem)
            for (word, capital) in tokens.dropLast() {
                words.append(WordPattern(form: .exact(word), capital: capital))
            }
            guard let (last, capital) = tokens.last else { continue }
            let form: WordPattern.Form =
                isStem
                ? .stems(
                    stems.map { Self.tokens(of: $0, isStem: true).last?.word ?? $0 },
                    ending: String(Substring(sides[1]))
                )
                : .exact(last)
            words.append(WordPattern(form: form, capital: capital))
        }
        self.words = words
    }

    /// The words that a match without anything in its gaps has.
    var wordCount: Int { words.count { $0.form != .gap } }

    init(words: [WordPattern]) {
        self.words = words
    }

    /// A small letter that the tokenizer leaves as it is, which nine pieces in ten consist of.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "а"..."я", "і", "ї", "є", "ґ", "ä", "ö", "ü", "ß": true
        default: false
        }
    }

    /// The words of a piece as the tokenizer divides text.
    ///
    /// A stem is divided with a letter after it, so that *Придністров'* is one word.
    private static func tokens(
        of text: String,
        isStem: Bool
    ) -> [(word: String, capital: WordPattern.Capital)] {
        if text.unicodeScalars.allSatisfy(isPlain) { return [(text, .any)] }
        let tokens = Tokenizer.tokens(of: isStem ? text + "x" : text)
        return tokens.enumerated().map { place, token in
            let isLast = isStem && place == tokens.count - 1
            let word = isLast ? String(token.folded.dropLast()) : token.folded
            // The letter that was added must not decide about the capitals of an abbreviation.
            let isAbbreviation =
                isLast
                ? text.count > 1 && text == text.uppercased() && text != text.lowercased()
                : token.isAllCapitals
            return (word, isAbbreviation ? .all : token.isCapitalised ? .first : .any)
        }
    }
}
