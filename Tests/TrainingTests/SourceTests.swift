import Foundation
import Language
import Testing

@testable import Training

struct SourceTests {
    private func dictionary(
        _ affixes: String,
        _ entries: [String],
        participles: [String] = []
    ) throws -> SpellingDictionary {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(affixes.utf8).write(to: folder.appending(path: "xx.aff"))
        let list = "\(entries.count)\n" + entries.joined(separator: "\n")
        try Data(list.utf8).write(to: folder.appending(path: "xx.dic"))
        return try SpellingDictionary(
            folder: folder,
            name: "xx",
            verbs: ["ти"],
            adjectives: ["ий"],
            participles: participles
        )
    }

    @Test
    func `participles are no words of their own where the treebanks count them among the verbs`()
        throws
    {
        let dictionary = try dictionary("", ["взятий/A", "новий/A", "дуже"], participles: ["тий"])
        #expect(dictionary.lemmas == ["новий", "дуже"])
    }

    @Test func `a spelling dictionary gives forms with what they come from`() throws {
        let dictionary = try dictionary(
            """
            SET UTF-8
            SFX V Y 2
            SFX V ти в [аи]ти
            SFX V ти ла ати
            SFX N Y 1
            SFX N а и [^жш]а
            """,
            ["писати/V", "Варшава/N", "каша/N", "дуже"]
        )
        var randomness = Randomness(seed: 1)
        let drawn = (0..<300).compactMap { _ in dictionary.draw(&randomness) }
        let forms = Set(drawn.map { "\($0.form) \($0.lemma) \($0.tag)" })
        #expect(
            forms == ["писав писати VERB", "писала писати VERB", "Варшави Варшава PROPN"]
        )
    }

    @Test func `a dictionary that is not there says what to install`() {
        let error = #expect(throws: TrainingError.self) {
            try SpellingDictionary(
                folder: URL(filePath: "/nowhere"),
                name: "xx",
                verbs: [],
                adjectives: []
            )
        }
        #expect(error?.description.contains("hunspell-uk") == true)
    }

    @Test func `of OpenCorpora only what both schemes mean alike is taken over`() {
        let text = """
            1\tМосква\tМОСКВА\tPROPN\t_\tCase=Nom\t_\t_\t_\t_
            2\tбыла\tБЫТЬ\tVERB\t_\tTense=Past\t_\t_\t_\t_
            3\tв\tВ\tADP\t_\t_\t_\t_\t_\t_
            4\tэтих\tЭТОТ\tDET\t_\tCase=Loc\t_\t_\t_\t_
            5\tспорах\tСПОР\tNOUN\t_\tCase=Loc\t_\t_\t_\t_

            1\tДа\tДА\tPART\t_\t_\t_\t_\t_\t_

            """
        let sentences = OpenCorporaReader.read(Array(text.utf8))
        #expect(sentences.count == 2)
        #expect(sentences[0].tags == [.propn, .x, .adp, .x, .noun])
        #expect(sentences[0].lemmas == ["Москва", "", "в", "", "спор"])
    }

    private func sentence(
        _ words: [(form: String, tag: UPOS, head: Int, relation: String)]
    ) -> ParsedSentence {
        ParsedSentence(
            words: SegmentedSentence(
                range: 0..<0,
                forms: words.map(\.form),
                tokens: words.map { _ in 0..<0 },
                multiwords: []
            ),
            lemmas: words.map { _ in "" },
            tags: words.map(\.tag),
            features: words.map { _ in "" },
            heads: words.map(\.head),
            relations: words.map(\.relation)
        )
    }

    @Test func `a dative alone becomes an object, beside an object it stays`() {
        let alone = sentence([
            ("допоміг", .verb, 0, "root"), ("Вірменії", .propn, 1, "iobj"),
        ])
        #expect(Harmony.ukrainian(alone).relations == ["root", "obj"])
        let beside = sentence([
            ("дав", .verb, 0, "root"), ("Вірменії", .propn, 1, "iobj"), ("зброю", .noun, 1, "obj"),
        ])
        #expect(Harmony.ukrainian(beside).relations == ["root", "iobj", "obj"])
    }

    @Test func `a name after its title is flat, after a comma it stays an apposition`() {
        let title = sentence([
            ("президент", .noun, 0, "root"), ("Зеленський", .propn, 1, "appos"),
        ])
        #expect(Harmony.ukrainian(title).relations == ["root", "flat:title"])
        let apposed = sentence([
            ("президент", .noun, 0, "root"), (",", .punct, 3, "punct"),
            ("Зеленський", .propn, 1, "appos"),
        ])
        #expect(Harmony.ukrainian(apposed).relations == ["root", "punct", "appos"])
    }
}
