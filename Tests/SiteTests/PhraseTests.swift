import Assessment
import Diplomacy
import Foundation
import Testing
import Text

@testable import Site

@Suite struct PhraseTests {
    private let book = try? PhraseBook(ResourceFolder())

    /// A language may name parties and languages and frame sentences beyond what English needs.
    private static func isOptional(_ key: String) -> Bool {
        ["actor.", "deed.", "language.", "sentence.", "question."].contains(where: key.hasPrefix)
    }

    @Test func `every language says the same things`() throws {
        let book = try #require(book)
        let english = book["en"].keys.filter { !Self.isOptional($0) }
        #expect(book.languages == ["en", "uk"])
        for language in book.languages {
            let own = book[language].keys.filter { !Self.isOptional($0) }
            #expect(own.symmetricDifference(english).sorted() == [])
        }
    }

    @Test func `every phrase that a page asks for is there`() throws {
        let book = try #require(book)
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Site")
        let files = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        )
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /(?:phrases|words)(?:\[|\(|\.text\()\s*"([a-z][a-z.]*)"/)
            {
                let key = String(match.1)
                let isThere = Self.isOptional(key) || book["en"].find(key) != nil
                #expect(isThere, "\(key) in \(file.lastPathComponent)")
            }
        }
    }

    @Test func `every code of a closed list has its words`() throws {
        func keys<Code: RawRepresentable<String> & CaseIterable>(
            _ beginning: String,
            _: Code.Type
        ) -> [String] {
            Code.allCases.map { "\(beginning).\($0.rawValue)" }
        }
        let all = [
            keys("act", Act.self), keys("kind", SupportKind.self), keys("mark", Mark.self),
            keys("modality", Modality.self), keys("told", Modality.self),
            keys("omission", Omission.Reason.self), keys("discard", Block.Discard.self),
            keys("role", Person.Role.self), keys("relay", Relay.Reason.self),
            keys("voice", Root.Kind.self),
            keys("commitment", Commitment.Kind.self),
            keys("obligation", Commitment.Obligation.self),
            keys("step", AllianceCase.Step.self), keys("stance", AllianceCase.Stance.self),
            keys("trigger", AllianceCase.Trigger.self), keys("legal", LegalFinding.Verdict.self),
            keys("political", PoliticalFinding.Verdict.self),
            keys("disagreement", Disagreement.Kind.self),
            keys("caution", Disagreement.Caution.self), keys("strand", Strand.self),
            keys("lean", StandingSeries.Lean.self), keys("reliability", Reliability.Rule.self),
            keys("menu", Page.Section.self), keys("tie", Tie.Kind.self),
            keys("quad", Act.Quad.self),
            keys("tie", Tie.Kind.self).map { "\($0).meaning" },
            keys("act", Act.self).map { "\($0).meaning" },
            keys("kind", SupportKind.self).map { "\($0).meaning" },
            keys("polarity", Polarity.self).map { "\($0).meaning" },
        ]
        let english = try #require(book)["en"]
        for key in all.joined() { #expect(english.find(key) != nil, "\(key)") }
    }

    @Test func `whatever registers name or tell has words in Ukrainian, and nothing else has`()
        throws
    {
        let own = try #require(book)["uk"].namesInEnglish
        let register = try CommitmentRegister(ResourceFolder()).commitments.flatMap {
            [$0.name, $0.fact, $0.source]
        }
        let folder = try ResourceFolder().url("Register", of: "Assessment")
        let occasions = try TableFile(folder.appending(path: "occasions.tsv"), columns: 9).rows
            .flatMap { $0.cells[6...7] }
        let known = Set(register + occasions + BaseRate.all.map(\.name)).subtracting(["-"])
        #expect(own.symmetricDifference(known).sorted() == [])
        #expect(try #require(book)["en"].namesInEnglish.isEmpty)
    }

    @Test
    func `a rule of a verdict calls commitments by their names in the language, each of a list`()
        throws
    {
        let rule =
            "A duty to defend (North Atlantic Treaty; AUKUS partnership; 3 more), an attack from outside, and "
            + "help that came."
        let tongue = Tongue(try #require(book)["uk"], ActorNames { code, _ in code.rawValue })
        #expect(
            ToldStep(rule: rule, names: tongue).html.markup
                == "<bdi>Обов’язок оборони (Північноатлантичний договір; Партнерство AUKUS; ще 3), напад ззовні, і "
                + "допомога надійшла.</bdi>"
        )
    }

    @Test func `a name that the language lacks stays English and is marked so`() throws {
        let book = try #require(book)
        #expect(
            book["uk"].named("A pact of ours").markup
                == "<span lang=\"en\"><bdi>A pact of ours</bdi></span>"
        )
        #expect(book["en"].named("A pact of ours").markup == "<bdi>A pact of ours</bdi>")
    }

    @Test func `no page shows a key instead of a phrase`() async throws {
        let keys = try #require(book)["en"].keys
        let beginnings = Set(keys.compactMap { $0.split(separator: ".").first })
        for path in [
            "/?actor=RUS", "/cases", "/cases/RUS-IRN-2025", "/pair/RUS/IRN", "/sources",
            "/disagreements", "/commitments?actor=RUS", "/brief", "/world", "/watches", "/inbox",
            "/codebook", "/review",
        ] {
            for language in ["en", "uk"] {
                let mark = path.contains("?") ? "&" : "?"
                let page = try await Visitor(Samples.years, Samples.iran)
                    .get("\(path)\(mark)lang=\(language)").body
                for match in page.matches(of: />\s*([a-z]+)\.[a-z][a-z.]+\s*</) {
                    #expect(!beginnings.contains(match.1), "\(path): \(match.0)")
                }
            }
        }
    }

    @Test(arguments: [
        (0, "немає коренів"), (1, "1 корінь"), (3, "3 корені"), (11, "11 коренів"),
        (21, "21 корінь"), (25, "25 коренів"), (112, "112 коренів"),
    ])
    func `Ukrainian counts in three forms`(number: Int, words: String) throws {
        #expect(try #require(book)["uk"].count(number, "root") == words)
    }

    @Test func `values go to their places, and a sign alone stays`() {
        let phrases = Phrases(language: "en", texts: ["a": "%2 of %1, 90 % of %3"])
        #expect(phrases.text("a", "x", "y") == "y of x, 90 % of %3")
        #expect(phrases("a", "<b>x</b>", "<i>y</i>").markup == "<i>y</i> of <b>x</b>, 90 % of %3")
    }
}
