import Language
import Testing

@testable import Training

struct IdentifierTrainerTests {
    private static func text(_ language: String, _ words: [String]) -> LabelledSentences {
        // Forty sentences of ten words, each with the words in another order.
        LabelledSentences(
            label: .init(language: language, script: .latin),
            sentences: (0..<40).map { start in
                (0..<10).map { words[(start * 3 + $0 * 7) % words.count] }.joined(separator: " ")
            }
        )
    }

    private static let texts = [
        text("xa", ["mola", "tiri", "samo", "veli", "katu", "nori", "pasa"]),
        text("xb", ["brug", "stolt", "grav", "dampf", "klert", "sprig", "trunk"]),
    ]

    private static let model = IdentifierTrainer().model(
        of: texts.map(\.learnt),
        heldOut: texts.map(\.heldOut)
    )

    @Test func `two made languages are told apart on sentences held out`() {
        let scores = IdentifierScores(
            of: LanguageIdentifier(Self.model),
            on: Self.texts.map(\.heldOut)
        )
        for length in LabelledSentences.Length.allCases {
            #expect(scores.mean(length, grouped: false) == 1)
        }
    }

    @Test func `training twice gives the same bytes`() {
        let again = IdentifierTrainer().model(
            of: Self.texts.map(\.learnt),
            heldOut: Self.texts.map(\.heldOut)
        )
        #expect(again.fileBytes == Self.model.fileBytes)
    }

    @Test func `a few sentences under the wrong name do not speak for it`() throws {
        let (one, other) = (Self.texts[0], Self.texts[1])
        let mixed = LabelledSentences(
            label: one.label,
            sentences: one.sentences + [try #require(other.sentences.first)]
        )
        let word = LanguageIdentifier.groups(of: "stolt", .latin)
        func speaks(_ misfiled: Double) -> Int {
            var settings = IdentifierTrainer.Settings()
            settings.misfiled = misfiled
            return IdentifierTrainer(settings).model(of: [mixed, other], heldOut: []).entryCount
        }
        #expect(!word.isEmpty)
        #expect(speaks(0.1) < speaks(0))
    }

    @Test func `each tenth sentence is held out and no other`() {
        let text = LabelledSentences(
            label: .init(language: "xa", script: .latin),
            sentences: (0..<25).map(String.init)
        )
        #expect(text.heldOut.sentences == ["9", "19"])
        #expect(text.learnt.sentences.count == 23)
    }

    @Test func `Serbian is written in Latin letter by letter`() {
        let text = LabelledSentences(
            label: .init(language: "sr", script: .cyrillic),
            sentences: ["Његова Џеп љубав"]
        )
        #expect(text.inSerbianLatin.sentences == ["Njegova Džep ljubav"])
        #expect(text.inSerbianLatin.label.script == .latin)
    }
}
