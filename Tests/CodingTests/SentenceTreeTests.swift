import Language
import Testing

@testable import Coding

/// *Russia did not help Armenia*, as the engine would read it.
struct SentenceTreeTests {
    private static let text = "Russia did not help Armenia"

    private static let tree: SentenceTree = {
        let forms = text.split(separator: " ").map(String.init)
        var start = 0
        let ranges = forms.map { form in
            defer { start += form.utf8.count + 1 }
            return start..<(start + form.utf8.count)
        }
        let parsed = ParsedSentence(
            words: SegmentedSentence(
                range: 0..<text.utf8.count,
                forms: forms,
                tokens: ranges,
                multiwords: []
            ),
            lemmas: ["Russia", "do", "not", "help", "Armenia"],
            tags: [.propn, .aux, .part, .verb, .propn],
            features: ["", "", "", "VerbForm=Inf", ""],
            heads: [4, 4, 4, 0, 4],
            relations: ["nsubj", "aux", "advmod", "root", "obj"]
        )
        let sentence = SentenceSplitter(abbreviations: []).sentences(
            Array(text.utf8),
            0..<text.utf8.count
        )[0]
        return SentenceTree(sentence.tokens, DocumentTrees([parsed]))
    }()

    @Test func `subject and object stand in their slots beside the verb`() {
        let subject = Self.tree.slot(of: 0, beside: 3)
        let object = Self.tree.slot(of: 4, beside: 3)
        #expect(subject.role == .subject && subject.route == .own && subject.nesting == .head)
        #expect(object.role == .object && object.route == .own)
        #expect(subject.rank(in: [.object, .subject], preposition: nil) == 1)
        #expect(object.rank(in: [.subject], preposition: nil) == nil)
    }

    @Test func `the way between two words goes up and down`() {
        #expect(Self.tree.path(from: 0, to: 4) == .init(up: ["nsubj"], down: ["obj"]))
        #expect(Self.tree.head(of: 2..<4) == 3)
    }

    @Test func `without trees nothing is known and nothing breaks`() {
        let words = SentenceSplitter(abbreviations: []).sentences(
            Array(Self.text.utf8),
            0..<Self.text.utf8.count
        )[0].tokens
        let bare = SentenceTree(words, DocumentTrees())
        #expect(bare.path(from: 0, to: 2) == nil)
        #expect(bare.slot(of: 0, beside: 2).role == .none)
    }
}
