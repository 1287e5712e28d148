/// Divides a block of text into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…`, with the quotes and brackets that close after it, where a
/// new word with a capital, a digit, a quote or a dash follows. A stop after an initial, an
/// abbreviation of the language or inside a date does not end it. A closing quote followed by a
/// dash or a small letter does not either: the speaker's name is still to come.
package struct SentenceSplitter: Sendable {
    private let abbreviations: Set<String>

    /// Stands among the abbreviations of a language that writes every ordinal with a stop.
    private static let ordinal = "1"

    /// `abbreviations`: folded, without the stop (`prof`, `z`, `ст`), and `1` where ordinals have one.
    package init(abbreviations: Set<String>) {
        self.abbreviations = abbreviations
    }

    /// The sentences of `bytes[range]`.
    ///
    /// Linear.
    package func sentences(_ bytes: [UInt8], _ range: Range<Int>) -> [Sentence] {
        let tokens = Tokenizer.tokens(bytes, range)
        var sentences: [Sentence] = []
        var start = 0
        var place = 0
        while place < tokens.count {
            guard tokens[place].kind == .stop, ends(tokens, at: place) else {
                place += 1
                continue
            }
            place += 1
            while place < tokens.count, closes(tokens[place], after: tokens[place - 1]) {
                place += 1
            }
            if continues(tokens, at: place) { continue }
            sentences.append(sentence(tokens[start..<place], isFirst: start == 0))
            start = place
        }
        if start < tokens.count {
            sentences.append(sentence(tokens[start...], isFirst: start == 0))
        }
        return sentences
    }

    private func sentence(_ tokens: ArraySlice<Token>, isFirst: Bool) -> Sentence {
        let first = tokens[tokens.startIndex].range.lowerBound
        let last = tokens[tokens.endIndex - 1].range.upperBound
        return Sentence(range: first..<last, tokens: Array(tokens), opensBlock: isFirst)
    }

    private func ends(_ tokens: [Token], at place: Int) -> Bool {
        guard place > 0, tokens[place].isGlued else { return true }
        let before = tokens[place - 1]
        let isPoint = tokens[place].range.count == 1 && tokens[place].folded == "."
        if isPoint, before.isWord {
            let letters = before.folded.unicodeScalars.count
            if letters == 1, before.isCapitalised { return false }
            if abbreviations.contains(before.folded) { return false }
        }
        // "12. Juni", "2. Ask again": an ordinal, or the number of a point that begins the block.
        if isPoint, before.kind == .number, before.range.count <= 2,
            place + 1 < tokens.count, tokens[place + 1].isWord,
            abbreviations.contains(Self.ordinal) || place == 1
        {
            return false
        }
        // "U.S.", "example.com": the next word is glued to the stop.
        return !(place + 1 < tokens.count && tokens[place + 1].isGlued && tokens[place + 1].isWord)
    }

    private func closes(_ token: Token, after last: Token) -> Bool {
        token.kind == .stop
            || (token.isGlued
                && (token.kind == .quote || token.folded == ")" || token.folded == "]"))
    }

    /// Whether what follows a stop still belongs to the sentence.
    private func continues(_ tokens: [Token], at place: Int) -> Bool {
        guard place < tokens.count else { return false }
        let next = tokens[place]
        switch next.kind {
        case .word: return !next.isCapitalised
        case .comma: return true
        case .dash:
            // "…," - said X: a small letter after the dash carries on.
            return place + 1 < tokens.count && tokens[place + 1].isWord
                && !tokens[place + 1].isCapitalised
        default: return false
        }
    }
}
