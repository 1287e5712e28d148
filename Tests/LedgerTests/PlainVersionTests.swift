import Diplomacy
import Foundation
import Testing

@testable import Ledger

/// The fast loops of the relay finder against their plain versions.
struct PlainVersionTests {
    private static let texts: [(language: String, text: String)] = [
        (
            "en",
            "In 2024 the United States, Qatar and 12 others met. “Nothing,” said Peskov: Moscow sent 10 000 "
                + "shells, 2.26 million and 2,26 percent; 3 400 000 left. The U.S. answered—Washington did not."
        ),
        (
            "de",
            "Die Bundesregierung hat mit Großbritannien über Lieferungen gesprochen. Gegen Frankreich sagte "
                + "Präsident Selenskyj nichts; in der Ägäis lagen 1.200 Schiffe, darunter Überseeboote."
        ),
        (
            "uk",
            "Речник Кремля Пєсков заявив, що Москва об'єднає 15 країн. Прем’єр-міністр Шмигаль: «Київ "
                + "отримав 2,5 мільйона». ЄС і Ґрузія мовчать\nМіністр Щербак був у Їжаківці 24.02.2022."
        ),
        (
            "ru",
            "Президент Алиев встретился с Эрдоганом в Шуше; Ёлкин молчал. Москва и Тегеран — 20 лет, "
                + "10 000 000 долларов… «Союзники» ушли? Хабаровск\nЦхинвал 8 августа."
        ),
        ("en", ""), ("en", "A. B! 1 2 3 ½ 7² Xx—Yyy 100"), ("de", "das Haus Der Mann 12.3.4,5"),
    ]

    @Test(arguments: texts)
    func `landmarks are those of the plain version`(language: String, text: String) {
        let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
        let article = Samples.article("a", paragraphs.map(String.init), language: language)
        #expect(Landmarks(of: article).all == PlainLandmarks(of: article).all)
    }

    @Test(arguments: [
        "Peskov", "Пєсков", "Selenskyj", "Schewtschenko", "Шевченко", "Khashoggi", "Xi",
        "Ouagadougou",
        "Großbritannien", "Ćwiąkalski", "ЩЕРБАК", "Ґонґадзе", "й", "Ph", "tschsch", "Eichhörnchen",
        "Ñuñoa",
        "Ağrı", "İstanbul", "ʼ", "cckkss", "thth",
    ])
    func `a skeleton is that of the plain version`(_ word: String) {
        #expect(NameSkeleton.of(word) == PlainNameSkeleton.of(word))
    }

    @Test(arguments: [
        [], [""], ["a"], ["a", "b, c"], ["[]", "{}"], ["ї’я «б»", "—"], ["said \"no\""],
        ["a\\b", "c"],
        ["line\nbreak"],
    ])
    func `plain lists read as a decoder reads them`(_ words: [String]) throws {
        let json = try Columns.json(words)
        let read = try PlainLists.words(json) ?? Columns.value([String].self, from: json)
        #expect(read == words)
        let voices = words.flatMap { [Voice(name: $0), Voice(name: $0, actor: ActorCode("RUS"))] }
        let written =
            "["
            + voices.map { voice in
                let name = (try? Columns.json([voice.name]).dropFirst().dropLast()) ?? ""
                let actor = voice.actor.map { "\"\($0.rawValue)\"" } ?? "null"
                return "{\"name\":\(name),\"actor\":\(actor)}"
            }.joined(separator: ",") + "]"
        let told = try PlainLists.voices(written) ?? Columns.value([Voice].self, from: written)
        #expect(told == voices)
    }

    @Test(arguments: ["", "[", "[]x", "[\"a\"", "[\"a\",]", "[1]", "[{\"name\":\"a\"}]"])
    func `what is no plain list is left to the decoder`(_ json: String) {
        #expect(PlainLists.words(json) == nil && PlainLists.voices(json) == nil)
    }

    @Test func `words and source maps are written as an encoder writes them`() throws {
        for words in [[], ["a b"], ["ї"], ["\"", "\\", "\n"], ["x", "é"]] {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let plain = String(decoding: try encoder.encode(words), as: UTF8.self)
            #expect(try Columns.json(words) == plain)
        }
        #expect(try Columns.json(SourceMap.identity) == ArticleColumns.identity)
    }

    @Test func `a signature comes back from its bytes`() {
        let signature = MinHash(of: (0..<99).map { mixed($0) })
        #expect(MinHash(data: signature.data) == signature)
        #expect(MinHash(data: MinHash(values: []).data) == MinHash(values: []))
    }

    @Test func `a line that ends with CR LF ends like one that ends with LF`() {
        let lines = ["the fleet left", "Manila said nothing about Palawan", "Tokyo sent 25 ships"]
        let (plain, other) = ("\n", "\r\n")
        let marks = [plain, other].map { end in
            Landmarks(of: Samples.article("a", [lines.joined(separator: end)])).all
        }
        #expect(marks[0] == marks[1] && !marks[0].isEmpty)
    }
}
