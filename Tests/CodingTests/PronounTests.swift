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
    ]

    @Test(arguments: cases)
    func `a pronoun takes up who is meant`(_ one: Case) throws {
        let document = Coder.document(one.text, language: one.language)
        let mentions = try Coder.shared.get().mentions(in: document)
        let found = mentions.filter { $0.evidence.quote.lowercased() == one.word }
        #expect(Set(found.map(\.party.rawValue)) == one.parties)
    }
}
