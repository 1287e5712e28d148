import Testing

@testable import Language

/// What must hold for any bytes at all, tried on many random ones.
struct SegmenterPropertyTests {
    /// Weights that nobody learnt, so that every kind of decision is met.
    private static let segmenter: Segmenter = {
        var dice = SplitMix(state: 7)
        func weights() -> HashedClassifier {
            HashedClassifier(
                weights: (0..<1 << HashedClassifier.bits).map { _ in
                    Int16.random(in: -1000...1000, using: &dice)
                }
            )
        }
        return Segmenter(
            words: weights(),
            sentences: weights(),
            multiwords: MultiwordRules([("*n't", "* n't"), ("im", "in dem"), ("*s'", "*s '")])
        )
    }()

    private static let pieces: [[UInt8]] =
        [
            "a", "Zs", "ß", "ї", "Ґ", "don't", "Im", "’", "ʼ", "n't", "s'", "\u{301}", "\u{AD}",
            "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{A0}", " ", " ", " ", "\n", "\n\n", "\r\n", "\t",
            "-", "—", ",", ".", "...", "…", "!", "(", "]", "«", "„", "“", "5", "10:30", "1,000",
            "٣",
            "🇺🇦", "🇺", "👩‍👩‍👧", "\u{0}", "\u{85}", "\u{2028}", "中", "𐍈", "&amp;", "&#39;", "&", "|", "/",
            "://", "www.", "@", "x@y.z",
        ]
        .map { Array($0.utf8) } + [[0xFF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5], [0x80]]

    private func texts(_ count: Int) -> [[UInt8]] {
        var dice = SplitMix(state: 0x5EED)
        return (0..<count).map { number in
            (0..<Int.random(in: 0...(number % 60), using: &dice)).flatMap { _ in
                Self.pieces.randomElement(using: &dice) ?? []
            }
        }
    }

    @Test func `every byte but white space belongs to one token, in order`() {
        for text in texts(4000) {
            var end = 0
            for sentence in Self.segmenter.segment(text) {
                #expect(sentence.range.lowerBound == sentence.tokens.first?.lowerBound)
                #expect(sentence.range.upperBound == sentence.tokens.last?.upperBound)
                for token in sentence.tokens where token.lowerBound >= end {
                    #expect(!token.isEmpty)
                    #expect(isSpace(text[end..<token.lowerBound]), "\(text)")
                    end = token.upperBound
                }
            }
            #expect(isSpace(text[end...]), "\(text)")
        }
    }

    @Test func `tokens begin and end on scalar borders`() {
        for text in texts(4000) {
            guard let string = String(validating: text, as: UTF8.self) else { continue }
            var borders: Set<Int> = [0]
            var place = 0
            for scalar in string.unicodeScalars {
                place += scalar.utf8.count
                borders.insert(place)
            }
            for token in Self.segmenter.segment(text).flatMap(\.tokens) {
                #expect(borders.contains(token.lowerBound) && borders.contains(token.upperBound))
            }
        }
    }

    @Test func `a text written as CoNLL-U comes back to the byte`() throws {
        for text in texts(1500) {
            guard String(validating: text, as: UTF8.self) != nil else { continue }
            let sentences = Self.segmenter.segment(text)
            guard !sentences.isEmpty else { continue }
            let parsed = sentences.map { words in
                let empty = words.forms.map { _ in "" }
                return ParsedSentence(
                    words: words,
                    lemmas: empty,
                    tags: words.forms.map { _ in .x },
                    features: empty,
                    heads: words.forms.map { _ in 0 },
                    relations: words.forms.map { _ in "root" }
                )
            }
            var writer = ConlluWriter()
            let lines = writer.write(parsed, of: text).split(separator: "\n")
            #expect(rebuilt(lines) == text)
        }
    }

    /// The text as the token lines say it, read by hand and not by the house's reader.
    private func rebuilt(_ lines: [Substring]) -> [UInt8] {
        var text = ""
        var inside = 0...0
        for line in lines {
            if line.hasPrefix("#") {
                inside = 0...0
                continue
            }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if let number = Int(cells[0]) {
                if inside.upperBound > 0, inside.contains(number) { continue }
                inside = 0...0
            } else {
                let ends = cells[0].split(separator: "-").compactMap { Int($0) }
                inside = ends[0]...ends[1]
            }
            text += ConlluSpace.before(String(cells[9])) + cells[1]
            text += ConlluSpace.after(String(cells[9]))
        }
        return Array(text.utf8)
    }

    private func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
        let table = ScalarTable.shared
        var place = bytes.startIndex
        let all = Array(bytes)
        place = 0
        while place < all.count {
            let (scalar, width) = ScalarTable.scalar(all, place, all.count)
            let kind = table.kind(scalar)
            guard kind == .space || kind == .lineEnd else { return false }
            place += width
        }
        return true
    }

    @Test func `blocks of a stream are the stream, and cut no paragraph`() {
        var dice = SplitMix(state: 3)
        let paragraphs = (0..<3000).map { "Paragraph \($0) goes on\nfor two lines.\n\n" }
        let stream = Array(paragraphs.joined().utf8)
        var blocks = TextBlocks()
        var pieces: [[UInt8]] = []
        var place = 0
        while place < stream.count {
            let end = min(stream.count, place + Int.random(in: 1...20_000, using: &dice))
            pieces += blocks.add(stream[place..<end])
            place = end
        }
        if let rest = blocks.finish() { pieces.append(rest) }
        #expect(pieces.count > 1)
        #expect(pieces.flatMap(\.self) == stream)
        #expect(pieces.allSatisfy { $0.starts(with: "Paragraph".utf8) })
    }

    @Test func `a paragraph without end is cut between scalars`() {
        var blocks = TextBlocks()
        let pieces = blocks.add(Array(String(repeating: "ї", count: 600_000).utf8))
        #expect(pieces.count == 1)
        #expect(pieces.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    }
}
