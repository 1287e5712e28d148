import Testing
import Text

@testable import Language

struct SentenceSplitterTests {
    private static let pack = Result { try LanguagePack(ResourceFolder()) }

    @Test(arguments: [
        (
            "stops, calls and questions", "en", "It held. Did it? Yes! So it goes… Then nothing.",
            ["It held.", "Did it?", "Yes!", "So it goes…", "Then nothing."]
        ),
        (
            "abbreviations", "en", "Gen. Hall met Dr. Ross, Mr. Lane and Sen. Poe. They agreed.",
            ["Gen. Hall met Dr. Ross, Mr. Lane and Sen. Poe.", "They agreed."]
        ),
        (
            "the same letters without their language", "fr", "Sen. Poe came. Bien.",
            ["Sen.", "Poe came.", "Bien."]
        ),
        (
            "initials", "en", "George W. Bush and J. D. Vance came. Nobody spoke.",
            ["George W. Bush and J. D. Vance came.", "Nobody spoke."]
        ),
        (
            "U.S.", "en", "The U.S. Navy left. Ships stayed.",
            ["The U.S. Navy left.", "Ships stayed."]
        ),
        (
            "an address on the net", "en", "He told News.example so. It is out.",
            [
                "He told News.example so.", "It is out.",
            ]
        ),
        (
            "a German date", "de", "Am 10. Januar 2024 traf er z. B. Dr. Kern. Danach flog er ab.",
            ["Am 10. Januar 2024 traf er z. B. Dr. Kern.", "Danach flog er ab."]
        ),
        (
            "a day at the end", "en",
            "Armenia called the exercise off on January 10. In March it left the council.",
            [
                "Armenia called the exercise off on January 10.",
                "In March it left the council.",
            ]
        ),
        (
            "the number of a point", "uk", "2. Росія не допомогла Сирії. Башар Асад утік.",
            ["2. Росія не допомогла Сирії.", "Башар Асад утік."]
        ),
        (
            "a year at the end", "de", "Der Vertrag endet 2024. Niemand verlängert ihn.",
            ["Der Vertrag endet 2024.", "Niemand verlängert ihn."]
        ),
        (
            "Ukrainian abbreviations", "uk",
            "У м. Одеса, напр., та в 2014 р. було інакше. Тоді мовчали.",
            ["У м. Одеса, напр., та в 2014 р. було інакше.", "Тоді мовчали."]
        ),
        (
            "Russian abbreviations", "ru", "Это 5 млн. долл. и т. д. для г. Гюмри. Денег нет.",
            ["Это 5 млн. долл. и т. д. для г. Гюмри.", "Денег нет."]
        ),
        (
            "a quote and its speaker", "en", "\"Where is the help?\" she asked. No answer came.",
            ["\"Where is the help?\" she asked.", "No answer came."]
        ),
        (
            "a quote, a dash and its speaker", "uk", "«Ми чекали!» — сказав він. Усі пішли.",
            ["«Ми чекали!» — сказав він.", "Усі пішли."]
        ),
        (
            "a German quote", "de", "„Wir warten!“, rief sie. Dann ging sie.",
            ["„Wir warten!“, rief sie.", "Dann ging sie."]
        ),
        (
            "a quote that is a sentence of its own", "ru", "«Помощи нет». Так сказал посол.",
            ["«Помощи нет».", "Так сказал посол."]
        ),
        (
            "closing marks belong to their sentence", "en", "(It was late.) They left?! Yes.",
            ["(It was late.)", "They left?!", "Yes."]
        ),
        (
            "a headline has no stop", "en", "Allies wait, help does not come",
            [
                "Allies wait, help does not come"
            ]
        ),
        (
            "three stops that go on", "en", "He was ... silent. Then he spoke.",
            [
                "He was ... silent.", "Then he spoke.",
            ]
        ),
        (
            "figures with a point", "en", "It cost 3.5 billion. It was not paid.",
            [
                "It cost 3.5 billion.", "It was not paid.",
            ]
        ),
        ("nothing", "en", " ", []),
    ])
    func `a block is divided into sentences`(
        _ what: String,
        _ language: String,
        _ text: String,
        _ sentences: [String]
    ) throws {
        let bytes = Array(text.utf8)
        let found = try Self.pack.get().splitter(for: language).sentences(bytes, 0..<bytes.count)
            .map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(found == sentences)
    }

    @Test func `only the first sentence of a block opens it`() throws {
        let bytes = Array("One. Two. Three.".utf8)
        let sentences = SentenceSplitter(abbreviations: []).sentences(bytes, 0..<bytes.count)
        #expect(sentences.map(\.opensBlock) == [true, false, false])
    }
}
