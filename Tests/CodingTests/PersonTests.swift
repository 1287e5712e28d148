import Diplomacy
import Testing

@testable import Coding

/// Whom a text names with a role, and for whom.
struct PersonTests {
    struct Case: CustomTestStringConvertible {
        let language: String
        let text: String
        /// `Ada Karimi envoy IRN`, with `former` behind where the role is no longer held.
        let expected: [String]

        var testDescription: String { "\(language): \(text)" }

        init(_ language: String, _ text: String, _ expected: String...) {
            self.language = language
            self.text = text
            self.expected = expected
        }

        func check() throws {
            let found = try Coder.code(text, language: language).people.map(\.core)
            #expect(found == expected)
        }
    }

    @Test(arguments: [
        Case(
            "en",
            "Iranian special envoy Ada Karimi flew to Cairo.",
            "Ada Karimi envoy IRN"
        ),
        Case(
            "en",
            "The Turkish delegation met Finland's ambassador to Moscow, Aino Virtanen.",
            "Aino Virtanen ambassador FIN"
        ),
        Case(
            "uk",
            "Спецпредставник Туреччини Мехмет Йилдиз прибув до Каїра.",
            "Mekhmet Yyldyz envoy TUR"
        ),
        Case(
            "ru",
            "Посол Финляндии в Москве Айно Виртанен покинула зал.",
            "Ayno Virtanen ambassador FIN"
        ),
        Case(
            "de",
            "Der türkische Sondergesandte Mehmet Yildiz reiste nach Kairo.",
            "Mehmet Yildiz envoy TUR"
        ),
    ])
    func `a role before a name is its bearer's`(_ sentence: Case) throws {
        try sentence.check()
    }

    @Test(arguments: [
        Case(
            "en",
            "Mehmet Yildiz, Turkey's chief negotiator, left the room.",
            "Mehmet Yildiz negotiator TUR"
        ),
        Case(
            "uk",
            "Мехмет Йилдиз, посол Туреччини в Києві, залишив залу.",
            "Mekhmet Yyldyz ambassador TUR"
        ),
        Case(
            "ru",
            "Мехмет Йылдыз, посол Турции в Москве, покинул зал.",
            "Mekhmet Yyldyz ambassador TUR"
        ),
        Case(
            "de",
            "Mehmet Yildiz, der Botschafter der Türkei in Berlin, verließ den Saal.",
            "Mehmet Yildiz ambassador TUR"
        ),
    ])
    func `a role behind a comma is that of the name before it`(_ sentence: Case) throws {
        try sentence.check()
    }

    @Test(arguments: [
        Case(
            "en",
            """
            Norway was represented by its experienced adviser Kari Holm, and Japan sent regional \
            representative Ken Mori.
            """,
            "Kari Holm adviser NOR",
            "Ken Mori envoy JPN"
        ),
        Case(
            "uk",
            "Норвегію представляла радниця Олена Коваль.",
            "Olena Koval adviser NOR"
        ),
        Case(
            "ru",
            "Норвегию представляла советница Ольга Коваль.",
            "Olga Koval adviser NOR"
        ),
        Case(
            "de",
            "Norwegen wurde durch die Beraterin Kari Holm vertreten.",
            "Kari Holm adviser NOR"
        ),
    ])
    func `who represents a party has a role for it`(_ sentence: Case) throws {
        try sentence.check()
    }

    @Test func `a leader's envoy is the leader's state's, whatever the envoy is sent for`() throws {
        try Case(
            "en",
            """
            Turkey was represented by President Recep Tayyip Erdogan's special envoy for relations \
            between Greece and Cyprus Mehmet Yildiz.
            """,
            "Recep Tayyip Erdogan head-of-state TUR",
            "Mehmet Yildiz envoy TUR"
        ).check()
    }

    @Test(arguments: [
        Case(
            "en",
            "President Erdogan met Defence Minister Guler.",
            "Recep Tayyip Erdogan head-of-state TUR",
            "Yasar Guler defence-minister TUR"
        ),
        Case(
            "uk",
            "Глава туреччинського МЗС Хакан Фідан мовчав.",
            "Hakan Fidan foreign-minister TUR"
        ),
    ])
    func `a leader has the name of the book, and the office of the words`(_ sentence: Case) throws {
        try sentence.check()
    }

    @Test(arguments: [
        Case(
            "en",
            "Former Norwegian ambassador Kari Holm disagreed.",
            "Kari Holm ambassador NOR former"
        ),
        Case(
            "de",
            "Die ehemalige norwegische Botschafterin Kari Holm widersprach.",
            "Kari Holm ambassador NOR former"
        ),
        Case(
            "uk",
            "Колишня радниця президента Туреччини Айше Демір не погодилася.",
            "Ayshe Demir adviser TUR former"
        ),
    ])
    func `a role that was held is marked`(_ sentence: Case) throws {
        try sentence.check()
    }

    @Test(arguments: [
        Case("en", "Ada Karimi flew to Cairo with Mehmet Yildiz."),
        Case("en", "The ambassador Ada Karimi flew home."),
        Case("en", "Iran recalled its ambassador, and Turkey did the same."),
        Case("de", "Der Botschafter des Landes sprach mit Unternehmern."),
    ])
    func `a name without a role, or a role without a party, is nobody`(_ sentence: Case) throws {
        try sentence.check()
    }

    @Test func `one person is named once, with the day that the sentence tells`() throws {
        let people = try Coder.code(
            """
            On 3 May 2024 Iranian special envoy Ada Karimi flew to Cairo. The Iranian envoy \
            Karimi met nobody there.
            """
        ).people
        #expect(people.map(\.core) == ["Ada Karimi envoy IRN"])
        #expect(people.map(\.date?.edtf) == ["2024-05-03"])
        #expect(people.map(\.title) == ["special envoy"])
        #expect(people.map(\.evidence.quote) == ["special envoy Ada Karimi"])
    }
}

extension Person {
    fileprivate var core: String {
        "\(name) \(role.rawValue) \(party.rawValue)" + (isFormer ? " former" : "")
    }
}
