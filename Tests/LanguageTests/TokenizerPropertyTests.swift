import Testing

@testable import Language

/// What must hold for any text at all, tried on many random ones.
struct TokenizerPropertyTests {
    /// A generator with a seed, so that a failure can be had again.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    /// Pieces that news pages hold, and ones that they should not.
    private static let pieces = [
        "a", "Z", "ß", "ẞ", "K", "İ", "ї", "Ґ", "ё", "'", "’", "ʼ", "s", "n't", "'s", "N’T",
        "\u{301}",
        "\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{A0}", "\u{3000}", " ", "\n",
        "\r\n", "\t", "-",
        "—", ",", ".", "...", "…", "!", "(", "]", "«", "„", "5", "10:30", "1,000", "٣", "🇺🇦", "👩‍👩‍👧",
        "\u{0}", "\u{7F}", "\u{85}", "中", "𐍈", "é", "e\u{301}", "ﬁ", "\u{FFFD}", "&", "|", "/",
    ]

    private func texts(_ count: Int) -> [String] {
        var dice = Dice(state: 0x5EED_0F_CA5)
        return (0..<count).map { number in
            if number % 2 == 0 {
                return (0..<Int.random(in: 0...30, using: &dice))
                    .map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined()
            }
            let bytes = (0..<Int.random(in: 0...60, using: &dice))
                .map { _ in UInt8.random(in: 0...255, using: &dice) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test func `every byte but white space belongs to exactly one token, on scalar borders`() {
        for text in texts(4_000) {
            let bytes = Array(text.utf8)
            let borders = Set(
                text.unicodeScalars.indices.map {
                    text.utf8.distance(from: text.startIndex, to: $0)
                }
            ).union([bytes.count])
            var end = 0
            for token in Tokenizer.tokens(of: text) {
                guard !token.range.isEmpty, borders.contains(token.range.lowerBound),
                    borders.contains(token.range.upperBound), token.range.lowerBound >= end,
                    isSpace(bytes[end..<token.range.lowerBound])
                else {
                    Issue.record("\(text.debugDescription): token at \(token.range)")
                    return
                }
                end = token.range.upperBound
            }
            #expect(isSpace(bytes[end...]), "\(text.debugDescription)")
        }
    }

    /// The plain version: whole scalars, each one that parts words.
    private func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
            ($0.properties.isWhitespace && $0 != "\u{85}" && $0 != "\u{1680}" && $0 != "\u{205F}")
                || $0.value < 32 || $0 == "\u{FEFF}" || $0 == "\u{200B}"
        }
    }

    @Test func `glued means that no byte stands between`() {
        for text in texts(1_000) {
            let tokens = Tokenizer.tokens(of: text)
            for (before, token) in zip(tokens, tokens.dropFirst()) {
                #expect(
                    token.isGlued == (before.range.upperBound == token.range.lowerBound),
                    "\(text.debugDescription)"
                )
            }
        }
    }

    @Test func `sentences hold every token once, in order`() {
        let splitter = SentenceSplitter(abbreviations: ["dr", "т"])
        for text in texts(2_000) {
            let bytes = Array(text.utf8)
            let sentences = splitter.sentences(bytes, 0..<bytes.count)
            let tokens = Tokenizer.tokens(bytes, 0..<bytes.count)
            #expect(sentences.flatMap(\.tokens) == tokens, "\(text.debugDescription)")
            for sentence in sentences {
                #expect(sentence.range.lowerBound == sentence.tokens.first?.range.lowerBound)
                #expect(sentence.range.upperBound == sentence.tokens.last?.range.upperBound)
            }
            #expect(sentences.count(where: \.opensBlock) == (tokens.isEmpty ? 0 : 1))
        }
    }

    @Test func `fast letter questions answer as Unicode's tables do`() {
        for value in UInt32(0)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let code = "U+" + String(value, radix: 16, uppercase: true)
            #expect(Letters.isUpper(scalar) == scalar.properties.isUppercase, "\(code)")
            #expect(Letters.isLetter(scalar) == scalar.properties.isAlphabetic, "\(code)")
            if let lower = Letters.lower(scalar) {
                #expect(String(lower) == scalar.properties.lowercaseMapping, "\(code)")
            }
        }
    }

    @Test func `the letters of news are answered without the tables`() {
        for scalar in "AZaz09 АЯаяЁёЄєІіЇїҐґÄÖÜäöüß".unicodeScalars {
            #expect(Letters.lower(scalar) != nil, "\(scalar)")
        }
    }
}
