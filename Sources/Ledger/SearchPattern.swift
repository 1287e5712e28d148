import Foundation

/// Turns what a person types into a pattern of SQLite's FTS5, for whatever they type.
///
/// Slavic and German words change at the end, and no stemmer is shipped. So a word of five letters
/// or more loses its last two and stands for all words that begin with the rest: `допомога` finds
/// `допомогу`. The last word may be unfinished, and words of four letters are too short to cut:
/// they stand for all that begin with them (`Иран` finds `Ирана`). Shorter ones, numbers, and
/// phrases in quotation marks mean just themselves. A word that an apostrophe or hyphen parts counts
/// as one. A word is found in its composed and its decomposed form.
///
/// What two letters do not reach is not found: an inserted letter (`Bündnisses` does not find
/// `Bündnis`), a changed vowel (`Land` does not find `Länder`).
///
/// FTS5's own language (`AND`, `NEAR`, `*`, columns) means nothing here: every word is a quoted
/// string of letters and digits.
enum SearchPattern {
    /// More words than anybody looks for; FTS5 refuses trees deeper than 256.
    static let mostWords = 32
    /// Letters of a word that count.
    ///
    /// The longest words of German news have about 60.
    static let longestWord = 80

    /// What stands for all words that begin with `beginning`.
    enum Ending {
        /// FTS5 finds them, and puts all places where they stand together before it gives the first.
        case any
        /// The beginning alone.
        case none
        /// These words, nil: any; FTS5 gives the places of whole words one after the other.
        case opened((_ beginning: String) throws -> [String]?)
    }

    /// The FTS5 pattern, or nil where `words` has no letter and no digit.
    ///
    /// Opened into words it finds the same blocks, but counts each word by itself where it ranks.
    static func fts5(
        _ words: String,
        _ ending: Ending = .any,
        _ breadth: SearchBreadth = .everyWord
    ) throws -> String? {
        let parts = parts(of: words).filter { part in
            part.isPhrase || part.tokens.count > 1
                || !breadth.leavesOut.contains(part.tokens[0].lowercased())
        }
        guard !parts.isEmpty else { return nil }
        let patterns = try parts.enumerated().map { place, part in
            try pattern(part, isLast: place == parts.count - 1, ending)
        }
        let needed = max(1, patterns.count - min(patterns.count, breadth.mostMissing))
        if needed == patterns.count { return patterns.joined(separator: " AND ") }
        if needed == 1 || patterns.count > mostChosenFrom {
            return patterns.joined(separator: " OR ")
        }
        return chosen(needed, of: patterns[...])
            .map { "(\($0.joined(separator: " AND ")))" }.joined(separator: " OR ")
    }

    /// Of so many words at most some are chosen in every way, which are fifteen at most; of more any is enough.
    private static let mostChosenFrom = 6

    /// Every way to choose so many of them, in order.
    private static func chosen(_ count: Int, of patterns: ArraySlice<String>) -> [[String]] {
        guard count > 0, let first = patterns.first else { return count == 0 ? [[]] : [] }
        let rest = patterns.dropFirst()
        return chosen(count - 1, of: rest).map { [first] + $0 } + chosen(count, of: rest)
    }

    /// A word, which an apostrophe or hyphen may part, or a phrase.
    private struct Part {
        let tokens: [String]
        let isPhrase: Bool
    }

    private static let quotationMarks: Set<Unicode.Scalar> = ["\"", "«", "»", "“", "”", "„", "‟"]

    private static func parts(of words: String) -> [Part] {
        var parts: [Part] = []
        var isQuoted = false
        let pieces = words.unicodeScalars.split(omittingEmptySubsequences: false) {
            quotationMarks.contains($0)
        }
        for (place, piece) in pieces.enumerated() {
            // An opening mark that nothing closes is a slip, not a phrase.
            let isPhrase = isQuoted && place < pieces.count - 1
            let texts = isPhrase ? [piece] : piece.split { $0.properties.isWhitespace }
            for text in texts {
                let tokens = tokens(of: text)
                if !tokens.isEmpty { parts.append(Part(tokens: tokens, isPhrase: isPhrase)) }
            }
            isQuoted.toggle()
        }
        return Array(parts.prefix(mostWords))
    }

    /// The runs of letters, digits and their diacritics: what the index has as words.
    private static func tokens(of text: Substring.UnicodeScalarView) -> [String] {
        text.split { !isPartOfWord($0) }.prefix(mostWords).map { String($0.prefix(longestWord)) }
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "ʼ" { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .privateUse:
            return true
        default: return false
        }
    }

    private static func pattern(_ part: Part, isLast: Bool, _ ending: Ending) throws -> String {
        guard !part.isPhrase, let last = part.tokens.last else {
            return try inBothForms(part.tokens, .none)
        }
        let isNumber = last.unicodeScalars.contains { $0.properties.numericType != nil }
        // Counted in composed letters, so that й is one however it is written.
        let composed = part.tokens.map {
            Array($0.precomposedStringWithCanonicalMapping.unicodeScalars)
        }
        let (letters, word) = (composed.reduce(0) { $0 + $1.count }, composed.last ?? [])
        let tokens = part.tokens.dropLast()
        if isNumber || letters < 4 {
            return try inBothForms(tokens + [last], isLast ? ending : .none)
        }
        var stem = String.UnicodeScalarView()
        stem.append(
            contentsOf: word.prefix(letters > 4 ? max(1, word.count - 2) : word.count)
        )
        return try inBothForms(tokens + [String(stem)], ending)
    }

    private static func inBothForms(
        _ tokens: some Collection<String>,
        _ ending: Ending
    ) throws -> String {
        let composed = tokens.map(\.precomposedStringWithCanonicalMapping)
        let decomposed = tokens.map(\.decomposedStringWithCanonicalMapping)
        // String equality knows no difference between the two forms; their bytes do.
        let isOneForm = zip(composed, decomposed).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
        let phrases = try (isOneForm ? [composed] : [composed, decomposed])
            .flatMap { try Self.phrases($0, ending) }
        return phrases.count == 1 ? phrases[0] : "(\(phrases.joined(separator: " OR ")))"
    }

    private static func phrases(_ tokens: [String], _ ending: Ending) throws -> [String] {
        let phrase = tokens.joined(separator: " ")
        switch ending {
        case .none: return ["\"\(phrase)\""]
        case .any: return ["\"\(phrase)\" *"]
        case .opened(let open):
            guard let words = try tokens.last.flatMap(open), !words.isEmpty else {
                return ["\"\(phrase)\" *"]
            }
            return words.map { word in
                "\"\((tokens.dropLast() + [word]).joined(separator: " "))\""
            }
        }
    }
}
