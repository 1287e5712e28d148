import Diplomacy
import Testing

@testable import Coding

/// Whom a pronoun takes up.
struct PronounTests {
    struct Case: CustomTestStringConvertible {
        let what: String
        let language: String
        let text: String
        let word: String
        let parties: Set<String>

        var testDescription: String { "\(language), \(what): \(text)" }
    }

    private static func one(
        _ what: String,
        _ language: String,
        _ text: String,
        _ word: String,
        _ parties: String...
    ) -> Case {
        Case(what: what, language: language, text: text, word: word, parties: Set(parties))
    }

    static let cases = [
        one(
            "who is asked has what is asked about",
            "en",
            "France urged Israel to stop its air strikes on Lebanon.",
            "its",
            "ISR"
        ),
        one(
            "who is asked has what is asked about",
            "ru",
            "Китай призвал Израиль прекратить свои удары.",
            "свои",
            "ISR"
        ),
        one(
            "who is asked has what is asked about",
            "de",
            "Frankreich forderte Israel auf, seine Angriffe einzustellen.",
            "seine",
            "ISR"
        ),
        one(
            "they are a list",
            "en",
            "Poland and Estonia said on Monday that they would send tanks.",
            "they",
            "POL",
            "EST"
        ),
        one(
            "they are a list",
            "de",
            "Die Türkei und Aserbaidschan erklärten, sie würden Pakistan helfen.",
            "sie",
            "TUR",
            "AZE"
        ),
        one(
            "he is a person",
            "en",
            "President Vladimir Putin met the Iranian foreign minister. Iran, he said, was a friend.",
            "he",
            "RUS"
        ),
        one(
            "it is no person",
            "en",
            "Armenia told Vladimir Putin that it needed help.",
            "it",
            "ARM"
        ),
        one(
            "nobody accuses himself",
            "uk",
            "Росія напала на Україну і звинуватила її.",
            "її",
            "UKR"
        ),
        one(
            "a subject takes up a subject",
            "uk",
            "Туреччина засудила Ізраїль. Вона підтримала Азербайджан.",
            "вона",
            "TUR"
        ),
        one(
            "the form tells the gender",
            "ru",
            "Армения обратилась в ОДКБ и к Ирану. Он отказал.",
            "он",
            "IRN"
        ),
        one(
            "nobody invades himself",
            "en",
            "Ukraine asked for help. Russia invaded the country in 2022.",
            "country",
            "UKR"
        ),
        one(
            "both are those of the sentence",
            "en",
            "After Russia had met Iran, both countries promised more.",
            "both countries",
            "RUS",
            "IRN"
        ),
        one(
            "the kingdom is one",
            "en",
            "Turkey blamed Saudi Arabia. Ankara waited, and Germany stopped arms deliveries to the kingdom.",
            "kingdom",
            "SAU"
        ),
        one(
            "the region tells which republic",
            "en",
            "Georgia and Kazakhstan met Russia. Moscow courted the South Caucasus republic.",
            "republic",
            "GEO"
        ),
        one(
            "the island is none of the others",
            "de",
            "China drohte Taiwan, und die USA widersprachen. Peking übte rund um die Insel.",
            "insel",
            "TWN"
        ),
        one(
            "an adjective tells the region",
            "uk",
            "Франція покинула Малі, а Росія найняла людей у Сербії. Париж більше не допомагає африканській країні.",
            "країні",
            "MLI"
        ),
        one(
            "an adjective tells the region",
            "ru",
            "Литва попросила помощи у Польши. Варшава поддержала прибалтийскую республику.",
            "республику",
            "LTU"
        ),
        one(
            "the alliance is no court",
            "en",
            "Finland joined NATO and wrote to the ICC. The alliance welcomed Helsinki.",
            "alliance",
            "IGO:NATO"
        ),
        one(
            "his country is who speaks's",
            "ru",
            "Россия обещала помочь. Премьер-министр Армении Никол Пашинян сказал, что его страна ждёт.",
            "его страна",
            "ARM"
        ),
        one(
            "the countries of the world are not one",
            "ru",
            "Иран обвинил Россию. Тегеран сказал, что она вмешивается в дела всех стран мира.",
            "стран"
        ),
        one(
            "the countries are those of the sentence before",
            "de",
            "Die USA, Australien und Japan berieten am Montag. Die drei Länder unterzeichneten einen Vertrag.",
            "länder",
            "USA",
            "AUS",
            "JPN"
        ),
        one(
            "nobody named is an emirate",
            "en",
            "Egypt and Libya quarrelled. The emirate kept out of it.",
            "emirate"
        ),
        one(
            "allies who are not named are nobody else",
            "uk",
            "Поки Росія воює в Україні, її союзники відчувають себе покинутими.",
            "себе"
        ),
    ]

    @Test(arguments: cases)
    func `a pronoun takes up who is meant`(_ one: Case) throws {
        let document = Coder.document(one.text, language: one.language)
        let mentions = try Coder.shared.get().mentions(in: document)
        let found = mentions.filter { $0.evidence.quote.lowercased() == one.word }
        #expect(Set(found.map(\.party.rawValue)) == one.parties)
    }
}
