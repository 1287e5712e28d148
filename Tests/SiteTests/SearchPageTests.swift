import Diplomacy
import Foundation
import Ledger
import Testing

@testable import Site

/// The search page: days, questions in plain words, searches that are kept, what can be taken along.
@Suite struct SearchPageTests {
    private static let reviewer = Reviewer(name: "Olha", secret: "a secret of this test")

    @Test func `a search is asked for days of what is told`() async throws {
        let visitor = try Visitor(Samples.years)
        let page = try await visitor.get("/search?from=2025-01-01&to=2025-01-31").body
        #expect(page.contains("#s-72") && !page.contains("#s-71"))
        #expect(page.contains("name=\"from\""))
        #expect(page.contains("<title>Search: January 2025 · Casus</title>"))
        let program = try await visitor.get("/api/v1/statements?from=2025-01-01&to=2025-01-31")
        #expect(program.body.contains("\"72\"") && !program.body.contains("\"71\""))
    }

    @Test func `a feed names all that it is asked for`() async throws {
        let feed = try await Visitor(Samples.years)
            .get(
                "/feed.atom?q=moscow&actor=RUS&polarity=not_done&from=2025-06-01&published-to=2025-12-31"
            )
        #expect(
            feed.body.contains(
                "<title>Casus: “moscow”, Russia, not done, from 1 June 2025, published until 31 December 2025</title>"
            )
        )
        #expect(feed.body.contains("urn:casus:statement:73"))
        #expect(!feed.body.contains("urn:casus:statement:71"))
    }

    @Test func `a question in plain words finds what holds the words that count`() async throws {
        let visitor = try Visitor(Samples.iran)
        let question = "/search?q=Would+Russia+send+troops+to+Iran%3F"
        let page = try await visitor.get(question).body
        #expect(page.contains("These hold all but the small ones."))
        #expect(page.contains("<mark class=\"found\">troops</mark>"))
        let some = try await visitor.get("/search?q=troops+Peru").body
        #expect(some.contains("These hold some of them."))
        let program = try await visitor.get("/api/v1/search?q=troops+Peru").body
        #expect(program.contains("\"isWidened\":true"))
        #expect(try await visitor.get("/search?q=xylophone").body.contains("No paragraph holds"))
    }

    @Test func `a name of a party leads to what is told of it under any name`() async throws {
        let visitor = try Visitor(Samples.iran)
        let english = try await visitor.get("/search?q=syria&known-by=2026-01-01").body
        #expect(MarkupCheck.mistake(in: english) == nil)
        #expect(
            english.contains("is a party: <a href=\"/search?actor=SYR&amp;known-by=2026-01-01\">")
        )
        let ukrainian = try await visitor.get("/search?q=%D0%A1%D0%B8%D1%80%D1%96%D1%8F&lang=uk")
            .body
        #expect(ukrainian.contains("href=\"/search?actor=SYR&amp;lang=uk\""))
        #expect(try await !visitor.get("/search?q=troops").body.contains("is a party"))
    }

    @Test(arguments: [
        (
            "q=troops", "paragraphs",
            "article,title,outlet,published,language,start_byte,words,statements"
        ),
        (
            "actor=RUS", "statements",
            "statement,source,act,kind,target,polarity,modality,date,speaker,quote"
        ),
    ])
    func `what was found can be taken along`(query: String, file: String, head: String) async throws
    {
        let visitor = try Visitor(Samples.iran)
        let page = try await visitor.get("/search?\(query)").body
        let address = "?\(query)&amp;export=\(file).csv"
        #expect(page.contains(address))
        let csv = try await visitor.get("/search?\(query)&export=\(file).csv")
        #expect(csv.headers["content-type"]?.hasPrefix("text/csv") == true)
        #expect(csv.body.hasPrefix(head))
        #expect(csv.body.contains("troops to Iran"))
    }

    @Test func `a search is kept, listed and forgotten`() async throws {
        let ledger = try Samples.ledger(Samples.iran)
        let visitor = try Visitor(ledger, reviewer: Self.reviewer)
        let kept = [
            ("token", Self.reviewer.token), ("action", "keep"), ("title", "Arms & <b>men</b>"),
            ("keep-q", "troops"), ("keep-from", "2025-06-01"), ("keep-lang", "uk"),
        ]
        let answer = try await visitor.post("/search", kept)
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == "/search?q=troops&from=2025-06-01&lang=uk#kept")
        let page = try await visitor.get("/search").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        #expect(page.contains("Arms &amp; &lt;b&gt;men&lt;/b&gt;"))
        #expect(page.contains("href=\"/search?q=troops&amp;from=2025-06-01\""))
        let search = try #require(try ledger.searches().first)
        #expect(search.asked.map(\.name) == ["q", "from"])
        let forgotten = [("token", Self.reviewer.token), ("action", "forget"), ("id", search.id)]
        #expect(try await visitor.post("/search", forgotten).status == 303)
        #expect(try ledger.searches().isEmpty)
    }

    @Test func `what asks for nothing, or comes from elsewhere, is not kept`() async throws {
        let ledger = try Samples.ledger(Samples.iran)
        let visitor = try Visitor(ledger, reviewer: Self.reviewer)
        let nothing = [
            ("token", Self.reviewer.token), ("action", "keep"), ("keep-on", "2025-01-01"),
        ]
        #expect(try await visitor.post("/search", nothing).status == 400)
        let foreign = [("token", "guess"), ("action", "keep"), ("keep-q", "troops")]
        #expect(try await visitor.post("/search", foreign).status == 403)
        #expect(try ledger.searches().isEmpty)
    }

    @Test func `a site that only shows lists searches and keeps none`() async throws {
        let ledger = try Samples.ledger(Samples.iran)
        let search = KeptSearch(
            title: "Troops",
            asked: [KeptSearch.Value(name: "q", value: "troops")],
            since: Samples.today
        )
        _ = try ledger.keep(search)
        let visitor = try Visitor(ledger)
        let page = try await visitor.get("/search?q=troops").body
        #expect(
            page.contains("href=\"/search?q=troops\"") && !page.contains("<form class=\"keep\"")
        )
        #expect(!page.contains("value=\"forget\""))
        #expect(try await visitor.post("/search", "action=keep&keep-q=x").status == 405)
    }
}
