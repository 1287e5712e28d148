import Diplomacy
import Foundation
import Testing
import Text

@testable import Site

/// How a statement was read stands in plain sentences, in the language of the visitor.
@Suite struct TrailTests {
    private let book = try? PhraseBook(ResourceFolder())

    private func sentence(_ step: String, _ language: String) throws -> String? {
        let phrases = try #require(book)[language]
        let names = ActorNames { code, _ in ["RUS": "Russia", "FRA": "France"][code.rawValue] }
        return phrases.trail.sentence(step, Tongue(phrases, names))
    }

    @Test(arguments: [
        (
            "act: 'залишилися осторонь' is support/not_done",
            "The words “залишилися осторонь” tell that something did not happen: support"
        ),
        (
            "ranker: 84 % likely; the rules read it so",
            "Held right with 84 %; the rules read it the same way"
        ),
        ("speaker: told Bloomberg", "Who says so: told Bloomberg"),
        (
            "source: 'kremlin' (seat of RUS)",
            "Who acts: “kremlin”, the seat of government, stands for Russia"
        ),
        (
            "target: RUS, of the pair spoken of before",
            "To whom: Russia, one of the two spoken of before"
        ),
        (
            "source: 'macron' (Emmanuel Macron, head of state of FRA)",
            "Who acts: “macron” is Emmanuel Macron, head of state of France"
        ),
        (
            "source: 'medvedev' (Dmitry Medvedev, head of state of RUS until 2012-05-07)",
            "Who acts: “medvedev” is Dmitry Medvedev, head of state of Russia until 7 May 2012"
        ),
        (
            "'озброював' (aid): no reading is likely enough; the best, FRA to RUS, has 16 %",
            "“озброював” (aid): no reading is likely enough; the best, by France to Russia, is held right with 16 %"
        ),
        (
            "date: told of in the sentence before: date in the text",
            "When: as in the sentence before: the text gives the date"
        ),
        ("scope: 'ask': ask", "What is said of it: “ask” says that it was asked for"),
    ])
    func `a step is put into words`(step: String, words: String) throws {
        #expect(try sentence(step, "en") == words)
    }

    @Test func `what has no words stays as the coder wrote it`() throws {
        #expect(try sentence("weather: rain", "en") == nil)
        let names = Tongue(try #require(book)["uk"], .codes)
        let html = ToldStep(step: "weather: <rain>", names: names).html.markup
        #expect(html == "<span lang=\"en\"><bdi>weather: &lt;rain&gt;</bdi></span>")
    }

    @Test func `every language knows the same forms in the same order`() throws {
        let folder = try ResourceFolder().url("Phrases", of: "Site").appending(path: "trail")
        let forms = try ["en", "uk"].map { language in
            try TableFile(folder.appending(path: "\(language).tsv"), columns: 2).rows
                .map(\.cells[0])
        }
        #expect(forms[0] == forms[1] && forms[0].count > 60)
    }

    @Test func `the page of a statement says how it was read and keeps the coder's notes`()
        async throws
    {
        let visitor = try Visitor(Samples.years, Samples.iran)
        let page = try await visitor.get("/statement/71?lang=uk").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        #expect(page.contains("Як це прочитано"))
    }
}
