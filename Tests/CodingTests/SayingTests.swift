import Diplomacy
import Testing

@testable import Coding

/// Where the words of saying stand, and how far they reach.
struct SayingTests {
    @Test(arguments: [
        (
            "ru", "Россия бросила Армению на произвол судьбы, посетовал политолог Орлов.",
            "political scientist Orlov"
        ),
        ("uk", "Росія, каже дипломат Коваль, кинула Вірменію напризволяще.", "diplomat Koval"),
        ("en", "Norway, the commodore said, betrayed Sweden in that war.", "commodore"),
        ("de", "Norwegen habe Schweden verraten, so der Regierungschef.", "Regierungschef"),
    ])
    func `words of saying between marks leave no doubt`(
        language: String,
        text: String,
        speaker: String
    ) throws {
        let told = try Coder.code(text, language: language).statements
        #expect(told.map(\.polarity) == [.notDone])
        #expect(told.first?.speakers.map(\.name) == [speaker])
    }

    @Test(arguments: [
        (
            "uk", "Прем'єр Угорщини звинуватив Польщу в зраді: мовляв, вона продає зброю Україні.",
            "POL>UKR"
        ),
        (
            "ru",
            "Премьер Венгрии обвинил Польшу в предательстве: дескать, она продает оружие Украине.",
            "POL>UKR"
        ),
    ])
    func `a word that goes on with what somebody said is theirs`(
        language: String,
        text: String,
        pair: String
    ) throws {
        let sale = try #require(
            Coder.code(text, language: language).statements.first { $0.core.hasPrefix(pair) }
        )
        #expect(sale.speakers.map(\.actor) == [ActorCode("HUN")])
    }

    @Test func `a source covers nothing before its semicolon`() throws {
        let told = try Coder.code(
            "Norway betrayed Sweden; according to an analyst, Finland supplied weapons to Sweden."
        ).statements
        #expect(told.map { $0.speakers.map(\.name) } == [[], ["analyst"]])
    }

    @Test func `nobody speaks where it is only said`() throws {
        let told = try Coder.code(
            "Norwegen habe Schweden Waffen geliefert, so hieß es in Kopenhagen.",
            language: "de"
        ).statements
        #expect(told.flatMap { $0.speakers.map(\.name) } == ["Kopenhage"])
    }

    @Test func `who plans something has not said so`() throws {
        let plan = try Coder.statement("Poland intends to send tanks to Ukraine.")
        #expect(plan.modality == .expected)
        #expect(plan.speakers.isEmpty)
    }

    @Test func `officials of a leader's government are not the leader`() throws {
        let text =
            "Norway will send tanks to Ukraine, officials of the Biden administration told reporters."
        let voice = try #require(Coder.statement(text).speakers.last)
        #expect(voice.name == "officials of the Biden administration")
        #expect(voice.actor == ActorCode("USA"))
    }
}
