import Testing
import Text

@testable import Language

struct LanguageIdentifierTests {
    private static let pack = Result { try LanguagePack(ResourceFolder()) }

    @Test(arguments: [
        (
            "en",
            "The ministers met in the capital and said that they would not send any more of the ships."
        ),
        (
            "uk",
            "Міністри зустрілися у столиці й заявили, що більше не надсилатимуть кораблів, як це було раніше."
        ),
        (
            "ru",
            "Министры встретились в столице и заявили, что больше не будут отправлять корабли, как это было."
        ),
        (
            "de",
            "Die Minister trafen sich in der Hauptstadt und erklärten, dass sie keine Schiffe mehr schicken."
        ),
        (
            "be",
            "Міністры сустрэліся ў сталіцы і заявілі, што яны не будуць больш пасылаць караблі, як было."
        ),
        (
            "bg",
            "Министрите се срещнаха в столицата и заявиха, че няма да изпращат повече кораби, както преди."
        ),
        (
            "pl",
            "Ministrowie spotkali się w stolicy i oświadczyli, że nie będą już wysyłać okrętów, jak było."
        ),
        (
            "fr",
            "Les ministres se sont réunis dans la capitale et ont dit que les navires ne seraient pas envoyés."
        ),
    ])
    func `a sentence is in its own language and not in a neighbour's`(
        _ language: String,
        _ text: String
    ) throws {
        #expect(try Self.pack.get().identifier.identify(text)?.language == language)
    }

    @Test func `a Ukrainian text that quotes a Russian sentence stays Ukrainian`() throws {
        let text =
            "Посол сказав журналістам, що він не знає, хто й коли ухвалив це рішення, але додав: «Мы не "
            + "знаем». Після цього він поїхав до міністерства, де його вже чекали."
        #expect(try Self.pack.get().identifier.identify(text)?.language == "uk")
    }

    @Test(arguments: [
        "", "12 345 — 678", "Külügyminiszterek találkoztak Budapesten tegnap", "中文新闻 报道",
        "Αθήνα και Σπάρτη",
    ])
    func `what is in no listed language is not guessed`(_ text: String) throws {
        #expect(try Self.pack.get().identifier.identify(text) == nil)
    }

    @Test func `the share is that of the common words`() throws {
        let guess = try #require(try Self.pack.get().identifier.identify("the ships and the sea"))
        #expect(guess.language == "en")
        #expect(guess.share > 0.3 && guess.share <= 0.6)
    }
}
