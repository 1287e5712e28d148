import Testing
import Text

@testable import Language

/// A segmenter that has learnt from a handful of sentences: what is in the code and not in the weights.
struct SegmenterTests {
    /// Sentences of our own, a line each; a `|` stands where a token ends without a space.
    private static let lessons = """
        The minister spoke|.
        He left at five|.
        "|We agree|,|"| said Dr. Smith of the U.S. embassy|.
        Was it true|?
        They don't know|.
        They don't|.
        We cannot|.
        No|!
        It is Peter's map|.
        The talks|,| he said|,| went on|.
        We met Mr. Brown|.
        She paid 3.5 dollars|.
        Why not|?
        """

    private static let multiwords = MultiwordRules([
        ("*n't", "* n't"), ("*'s", "* 's"), ("*s'", "*s '"), ("cannot", "can not"),
        ("im", "in dem"),
    ])

    private static let segmenter: Segmenter = {
        var trainer = SegmenterTrainer(multiwords: multiwords, conventions: .none)
        trainer.add(treebank(lessons), times: 5)
        return trainer.train()
    }()

    private static func treebank(_ lines: String) -> Treebank {
        var text = ""
        var sentences: [ParsedSentence] = []
        for line in lines.split(separator: "\n") {
            let start = text.utf8.count
            var tokens: [Range<Int>] = []
            for chunk in line.split(separator: " ") {
                for token in chunk.split(separator: "|") {
                    tokens.append(text.utf8.count..<text.utf8.count + token.utf8.count)
                    text += token
                }
                text += " "
            }
            let forms = tokens.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
            let words = SegmentedSentence(
                range: start..<tokens[tokens.count - 1].upperBound,
                forms: forms,
                tokens: tokens,
                multiwords: []
            )
            let empty = forms.map { _ in "" }
            sentences.append(
                ParsedSentence(
                    words: words,
                    lemmas: empty,
                    tags: forms.map { _ in .x },
                    features: empty,
                    heads: forms.map { _ in 0 },
                    relations: empty
                )
            )
        }
        return Treebank(
            name: "lessons",
            text: Array(text.utf8),
            sentences: sentences,
            identifiers: sentences.map { _ in "" },
            paragraphs: [0..<sentences.count],
            documents: []
        )
    }

    private func cut(_ text: String) -> [[String]] {
        Self.segmenter.segment(Array(text.utf8)).map(\.forms)
    }

    @Test func `what was learnt is cut as it was learnt`() {
        let lessons = Self.treebank(Self.lessons)
        let found = Self.segmenter.segment(lessons.text)
        #expect(found.map(\.range) == lessons.sentences.map(\.range))
        for (one, other) in zip(found, lessons.sentences) {
            #expect(Set(one.tokens) == Set(other.tokens))
        }
    }

    @Test(arguments: [
        (
            "a stop ends a sentence", "He spoke. They left.",
            [["He", "spoke", "."], ["They", "left", "."]]
        ),
        (
            "an empty line always does", "The map\n\nThe talks",
            [["The", "map"], ["The", "talks"]]
        ),
        ("contractions are two words", "They don't.", [["They", "do", "n't", "."]]),
        ("with a curly apostrophe too", "They don’t.", [["They", "do", "n’t", "."]]),
        ("capitals stay as written", "DON'T!", [["DO", "N'T", "!"]]),
        ("a whole word may be two", "He cannot.", [["He", "can", "not", "."]]),
        (
            "words that do not spell the token take its capitals", "Im Im",
            [["In", "dem", "In", "dem"]]
        ),
        ("nothing holds nothing", " \n\t \u{200B}", []),
    ])
    func `a text is cut`(_ what: String, _ text: String, _ words: [[String]]) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        "https://example.org/a-b/c.html?x=1&y=2#z", "www.example.org",
        "name.surname@mail.example.org",
        "http://пошта.укр/шлях",
    ])
    func `an address is one token, and the mark after it is not of it`(_ address: String) {
        let forms = cut("He spoke (\(address)), he said.").flatMap(\.self)
        #expect(forms.contains(address))
        #expect(forms.last == ".")
    }

    @Test(arguments: [
        ("a flag", "🇺🇦"), ("a family", "👩‍👩‍👧"), ("a skin tone", "👍🏽"),
        ("a heart with its selector", "❤️"),
        ("a letter with a stress", "за\u{301}мок"), ("a word with a soft hyphen", "Bünd\u{AD}nis"),
    ])
    func `what is one picture or one word is not cut`(_ what: String, _ text: String) {
        #expect(cut("He \(text) left").flatMap(\.self) == ["He", text, "left"])
    }

    @Test func `words of a multiword token share its place`() throws {
        let text = "They don't know."
        let sentence = try #require(Self.segmenter.segment(Array(text.utf8)).first)
        #expect(sentence.tokens == [0..<4, 5..<10, 5..<10, 11..<15, 15..<16])
        #expect(sentence.multiwords == [.init(words: 1..<3, form: "don't")])
        #expect(sentence.range == 0..<16)
    }

    @Test func `no sentence is longer than two hundred and fifty words`() {
        let text = String(repeating: "the map don't ", count: 2000)
        let sentences = Self.segmenter.segment(Array(text.utf8))
        #expect(sentences.reduce(0) { $0 + $1.count } == 8000)
        #expect(sentences.allSatisfy { $0.count <= Segmenter.longestSentence })
    }

    @Test func `a sentence that must be cut may end lines in its second half`() {
        // Found by libFuzzer: cutting goes back to a line before the one that is being read.
        let text = String(repeating: "the map\nthe talks, the map don't ", count: 200)
        let sentences = Self.segmenter.segment(Array(text.utf8))
        #expect(sentences.reduce(0) { $0 + $1.count } == 9 * 200)
        #expect(sentences.allSatisfy { $0.count <= Segmenter.longestSentence })
    }

    @Test func `a line of a million letters is cut to tokens`() {
        let sentences = Self.segmenter.segment([UInt8](repeating: 0x61, count: 1_000_000))
        let tokens = sentences.flatMap(\.tokens)
        #expect(tokens.allSatisfy { $0.count <= Segmenter.longestToken + AtomScanner.longestRun })
        #expect(tokens.reduce(0) { $0 + $1.count } == 1_000_000)
    }

    @Test func `a segmenter comes back from its bytes`() throws {
        let bytes = Self.segmenter.bytes()
        var reader = BinaryReader(bytes, name: "segmenter")
        let again = try Segmenter(&reader)
        try reader.expectEnd()
        #expect(again == Self.segmenter)
    }

    @Test(arguments: [0, 7, 8, 100, 300_000, 524_300])
    func `cut bytes are an error and no crash`(_ count: Int) {
        var reader = BinaryReader(Array(Self.segmenter.bytes().prefix(count)), name: "cut")
        #expect(throws: BinaryError.self) { try Segmenter(&reader) }
    }

    @Test func `the same lessons and seed give the same segmenter`() {
        var trainer = SegmenterTrainer(multiwords: Self.multiwords, conventions: .none)
        trainer.add(Self.treebank(Self.lessons), times: 5)
        #expect(trainer.train(seed: 1) == Self.segmenter)
    }
}
