import Testing
import Text

@testable import Language

struct LanguageModelTests {
    private let sentences = [
        ["The", "cats", "went"], ["cat"], [], ["Two", "cats", ",", "one", "cat", "!"],
    ].map(TinyModel.sentence)

    @Test func `a model that is written is the model that is read`() throws {
        let model = TinyModel.make()
        let bytes = model.fileBytes()
        let read = try LanguageModel(BinaryReader(bytes, name: "tiny"))
        #expect(read.inventory == model.inventory)
        #expect(read.segmenter == [1, 2, 3])
        #expect(read.fileBytes() == bytes)
        var (first, second) = (
            Analyst(read), try Analyst(LanguageModel(BinaryReader(bytes, name: "")))
        )
        #expect(first.analyse(sentences) == second.analyse(sentences))
    }

    @Test func `a file that was cut or changed anywhere is refused, with its name`() throws {
        let bytes = TinyModel.make().fileBytes()
        for place in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[place] ^= 0x5A
            let error = #expect(throws: BinaryError.self) {
                try LanguageModel(BinaryReader(changed, name: "uk.model"))
            }
            #expect(error?.file == "uk.model")
        }
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: BinaryError.self) {
                try LanguageModel(BinaryReader(Array(bytes[..<length]), name: "uk.model"))
            }
        }
    }

    @Test func `each word has a tag, a lemma and a head, and each sentence one root`() {
        var analyst = Analyst(TinyModel.make())
        for (sentence, parsed) in zip(sentences, analyst.analyse(sentences)) {
            #expect(parsed.words == sentence)
            #expect(parsed.heads.count { $0 == 0 } == min(sentence.count, 1))
            #expect(zip(parsed.heads, parsed.relations).allSatisfy { ($0 == 0) == ($1 == "root") })
        }
    }

    @Test func `a sentence is read alike alone, with others, and again`() {
        var together = Analyst(TinyModel.make())
        let all = together.analyse(sentences + sentences.reversed())
        for (sentence, parsed) in zip(sentences + sentences.reversed(), all) {
            var alone = Analyst(TinyModel.make())
            #expect(alone.analyse([sentence]) == [parsed])
        }
        #expect(together.analyse(sentences) == Array(all.prefix(sentences.count)))
    }

    @Test func `more forms than are remembered do no harm`() {
        var analyst = Analyst(TinyModel.make())
        let many = (0..<400).map { number in
            TinyModel.sentence((0..<50).map { "w\(number * 50 + $0)" })
        }
        let parsed = analyst.analyse(many)
        var fresh = Analyst(TinyModel.make())
        #expect(parsed.last == fresh.analyse(many.suffix(1)).last)
    }
}
