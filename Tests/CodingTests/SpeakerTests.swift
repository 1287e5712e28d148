import Diplomacy
import Testing

@testable import Coding

/// Who says so.
struct SpeakerTests {
    struct Said: CustomTestStringConvertible {
        let what: String
        let language: String
        let text: String
        let core: String
        let speakers: [String]
        var gap: Comment?

        var testDescription: String { "\(language), \(what): \(text)" }
    }

    @Test(arguments: [
        Said(
            what: "told an agency",
            language: "en",
            text: "Japan has betrayed South Korea, analyst Jane Porter told Reuters.",
            core: "JPN>KOR support not_done claim",
            speakers: ["Reuters", "analyst Jane Porter"]
        ),
        Said(
            what: "a quote, then its speaker",
            language: "uk",
            text: "«Японія зрадила Південну Корею», — сказав аналітик Павло Орлів.",
            core: "JPN>KOR support not_done claim",
            speakers: ["analyst Pavlo Orliv"]
        ),
        Said(
            what: "a quote, then its speaker",
            language: "ru",
            text: "«Япония предала Южную Корею», — сказал аналитик Павел Орлов.",
            core: "JPN>KOR support not_done claim",
            speakers: ["analyst Pavel Orlov"],
            gap: "a name that ends its sentence is cut from its title"
        ),
        Said(
            what: "a quote, then its speaker",
            language: "de",
            text: "„Norwegen hat Schweden verraten“, sagte der Analyst Kai Brandt.",
            core: "NOR>SWE support not_done claim",
            speakers: ["Analyst Kai Brandt"]
        ),
        Said(
            what: "reported speech",
            language: "de",
            text: "Norwegen habe Schweden verraten, sagte der Analyst Kai Brandt der Zeitung.",
            core: "NOR>SWE support not_done claim",
            speakers: ["Analyst Kai Brandt"]
        ),
        Said(
            what: "words of saying with a clause behind them",
            language: "en",
            text: "Norway betrayed Sweden, said a Danish diplomat who had served in Stockholm.",
            core: "NOR>SWE support not_done claim",
            speakers: ["Danish diplomat"]
        ),
        Said(
            what: "words of saying between",
            language: "en",
            text: "All in all, an analyst said, Norway betrayed Sweden in that war.",
            core: "NOR>SWE support not_done claim",
            speakers: ["analyst"]
        ),
        Said(
            what: "a subject that no book lists",
            language: "en",
            text: "A retired commodore said on Monday that Norway had betrayed Sweden.",
            core: "NOR>SWE support not_done claim",
            speakers: ["retired commodore"]
        ),
        Said(
            what: "according to, after but",
            language: "uk",
            text: "За словами колишнього молдовського дипломата, Туреччина засудила Грецію.",
            core: "TUR>GRC accuse done claim",
            speakers: ["former Moldovan diplomat"]
        ),
        Said(
            what: "according to",
            language: "uk",
            text: "За словами експерта Івана Коваля, Туреччина засудила Грецію.",
            core: "TUR>GRC accuse done claim",
            speakers: ["expert Ivan Koval"]
        ),
        Said(
            what: "according to",
            language: "en",
            text: "According to Turkish officials, France supplied weapons to Greece.",
            core: "FRA>GRC aid done claim",
            speakers: ["Turkish officials"]
        ),
        Said(
            what: "according to",
            language: "ru",
            text: "По словам министра обороны Турции, Франция поставила Греции оружие.",
            core: "FRA>GRC aid done claim",
            speakers: ["minister defence Turkey"]
        ),
        Said(
            what: "according to",
            language: "de",
            text: "Nach Angaben türkischer Beamter lieferte Frankreich Griechenland Waffen.",
            core: "FRA>GRC aid done claim",
            speakers: ["türkischer Beamte"],
            gap: "the ranker gives the arms to the officials' state too"
        ),
    ])
    func `what somebody says is a claim with its speaker`(_ said: Said) throws {
        let statements = try Coder.code(said.text, language: said.language).statements
        let check = {
            #expect(statements.map(\.core) == [said.core])
            #expect(statements.first?.speakers.map(\.name) == said.speakers)
        }
        if let gap = said.gap { withKnownIssue(gap) { check() } } else { check() }
    }

    @Test(arguments: [
        (
            "he", "en",
            "Analyst Jane Porter spoke to reporters in Oslo. Norway has betrayed Sweden, she said.",
            "Analyst Jane Porter"
        ),
        (
            "the leader of a state", "en",
            "Prime Minister Keir Starmer flew to Oslo. The British leader said that Norway had betrayed Sweden.",
            "Keir Starmer"
        ),
        (
            "a form of the verb", "de",
            "„Das war ein Fehler der Regierung“, sagte der Analyst Kai Brandt. Norwegen habe Schweden verraten.",
            "Analyst Kai Brandt"
        ),
    ])
    func `a voice without a name is whom the text named before`(
        _ what: String,
        _ language: String,
        _ text: String,
        _ speaker: String
    ) throws {
        let statement = try #require(
            Coder.code(text, language: language).statements.last { $0.act == .support }
        )
        #expect(statement.speakers.map(\.name) == [speaker], "\(what)")
    }

    @Test func `a name in quotation marks is nobody's speech`() throws {
        let text =
            "Analyst Jane Porter spoke in Oslo. “Equinor” has left the field. Norway has betrayed Sweden."
        #expect(try Coder.code(text).statements.allSatisfy { $0.speakers.isEmpty })
    }

    @Test func `an outlet that the page credits tells the whole account`() throws {
        let text = """
            Source: Harbour Post

            Norway has betrayed Sweden, the Harbour Post reports. The parliament in Oslo was silent.

            Finland supplied weapons to Sweden.
            """
        let statement = try #require(Coder.code(text).statements.last { $0.act == .aid })
        #expect(statement.speakers.map(\.name) == ["Harbour Post"])
    }

    @Test func `what nobody is said to say is the author's`() throws {
        #expect(try Coder.statement("Norway betrayed Sweden.").speakers.isEmpty)
    }

    @Test(arguments: [
        (
            "quote, verb, name",
            "“We have suspended arms deliveries to Turkey,” said Finland's foreign minister."
        ),
        (
            "name, verb, quote",
            "Finland's foreign minister said: “We have suspended arms deliveries to Turkey.”"
        ),
        (
            "quote, name, verb",
            "“We have suspended arms deliveries to Turkey,” Finland's foreign minister said."
        ),
    ])
    func `a government's own doing is a fact though it says so itself`(
        _ what: String,
        _ text: String
    ) throws {
        let statements = try Coder.code(text).statements
        #expect(statements.map(\.core) == ["FIN>TUR sanction done fact"], "\(what)")
        #expect(statements.first?.speakers.map(\.name) == ["Finland's foreign minister"])
    }

    @Test func `what is denied is denied`() throws {
        let text = "Chile denied that it had supplied weapons to Bolivia."
        #expect(try Coder.cores(text) == ["CHL>BOL aid done denied"])
        let shorter = try Coder.cores("Chile denied supplying weapons to Bolivia.")
        #expect(shorter.contains("CHL>BOL aid done denied"))
        withKnownIssue("Chile is heard to refuse Bolivia something besides") {
            #expect(shorter.count == 1)
        }
    }

    @Test func `a pronoun is never the name of a speaker`() throws {
        let text =
            "Jordan has condemned Syria. It also recalled its ambassador from Syria and accused Iran of "
            + "meddling."
        let speakers = try Coder.code(text).statements.flatMap(\.speakers).map(\.name)
        #expect(!speakers.contains("It"))
    }

    @Test(arguments: [
        ("en", "NOR", "Norway's prime minister told Sweden that Norway would stand by Sweden."),
        ("en", "NOR", "Norway said that it would not accept the Swedish plan."),
    ])
    func `what a state pledges in words it does by saying so`(
        _ language: String,
        _ source: String,
        _ text: String
    ) throws {
        let told = try Coder.code(text, language: language).statements
        let pledge = try #require(
            told.first { $0.source.rawValue == source && [.support, .reject].contains($0.act) }
        )
        #expect(pledge.modality == .fact)
        #expect(pledge.speakers.isEmpty)
    }

    @Test func `goods pledged are to come, support pledged is given in words`() throws {
        let goods = try Coder.statement("Norway promised to send weapons to Sweden.")
        #expect(goods.modality == .expected)
        let words = try Coder.code("Norway promised further assistance to Sweden in its war.")
            .statements
        #expect(words.contains { $0.act == .support && $0.modality == .fact && $0.kind == .words })
        #expect(!words.contains { $0.act == .support && $0.modality == .expected })
    }

    @Test func `where a report was written says nothing in it`() throws {
        let text =
            "STOCKHOLM, June 10 - Norway betrayed Sweden and accused its allies of cowardice."
        let told = try Coder.code(text).statements
        #expect(!told.isEmpty)
        #expect(told.allSatisfy { !$0.speakers.contains { $0.name == "STOCKHOLM" } })
    }

    @Test func `an outlet that is named in one paragraph is the source of one report`() throws {
        let text = """
            According to Reuters, Norway betrayed Sweden. Reuters quotes three diplomats.

            Finland supplied weapons to Sweden.
            """
        let told = try Coder.code(text).statements
        let finnish = try #require(told.first { $0.source.rawValue == "FIN" })
        #expect(finnish.speakers.isEmpty)
    }
}
