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

    /// Reads `надав/нада|vp`, `put|v … on ice`. A word with a hyphen becomes the tokens it has in text.
    init(_ text: String) {
        var words: [WordPattern] = []
        for piece in text.split(separator: " ") {
            if piece == "…" {
                words.append(WordPattern(form: .gap, capital: .any))
                continue
            }
            let sides = piece.split(separator: "|", maxSplits: 1)
            let stems = sides[0].split(separator: "/").map(String.init)
            let tokens = Tokenizer.tokens(of: stems.first ?? "")
            for token in tokens.dropLast() {
                words.append(
                    WordPattern(form: .exact(token.folded), capital: Self.capital(token)))
            }
            guard let last = tokens.last else { continue }
            let folded = sides.count < 2 ? [] : stems.map { Self.lastWord(of: $0) }
            words.append(
                WordPattern(
                    form: sides.count < 2
                        ? .exact(last.folded) : .stems(folded, ending: String(sides[1])),
                    capital: sides.count < 2 ? Self.capital(last) : Self.stemCapital(last)
                )
            )
        }
        self.words = words
    }

    /// The words that a match without anything in its gaps has.
    var wordCount: Int { words.count { $0.form != .gap } }

    init(words: [WordPattern]) {
        self.words = words
    }

    private static func lastWord(of stem: String) -> String {
        Tokenizer.tokens(of: stem).last?.folded ?? Tokenizer.fold(stem)
    }

    private static func capital(_ token: Token) -> WordPattern.Capital {
        token.isAllCapitals ? .all : token.isCapitalised ? .first : .any
    }

    private static func stemCapital(_ token: Token) -> WordPattern.Capital {
        token.isAllCapitals && token.folded.count > 1 ? .all : token.isCapitalised ? .first : .any
    }
}
