import Diplomacy
import Foundation
import Testing

/// The pages of cases, commitments, disagreements, sources and of a pair, as a reader finds them.
@Suite struct PageTests {
    @Test func `a case has five columns, two verdicts, their rules and what would change them`()
        async throws
    {
        let body = try await Visitor(Samples.years).get("/cases/rus-irn-2025").body
        #expect(MarkupCheck.mistake(in: body) == nil)
        for step in ["Trigger", "Asked", "Promised", "Response", "Outcome"] {
            #expect(body.contains(">\(step)"))
        }
        #expect(body.contains("Legal verdict"))
        #expect(body.contains("not applicable"))
        #expect(body.contains("Political verdict"))
        #expect(body.contains("withheld"))
        #expect(body.components(separatedBy: "What would change it:").count == 3)
        #expect(body.contains("Nothing that was read tells how it ended."))
    }

    @Test func `a case says why help stayed away, in both languages`() async throws {
        let visitor = try Visitor(Samples.years, Samples.iran)
        let english = try await visitor.get("/cases/RUS-IRN-2025").body
        #expect(english.contains("Why, as told: it could not (1 root)"))
        let ukrainian = try await visitor.get("/cases/RUS-IRN-2025?lang=uk").body
        #expect(ukrainian.contains("Чому, як кажуть: не було змоги (1 корінь)"))
    }

    @Test func `an article names its people with role and party`() async throws {
        let body = try await Visitor(Samples.iran).get("/article/a1").body
        #expect(MarkupCheck.mistake(in: body) == nil)
        #expect(body.contains("<bdi>Abbas Araghchi</bdi>, foreign minister, Iran, no longer"))
    }

    @Test func `a case that is not there is a friendly 404`() async throws {
        let answer = try await Visitor(Samples.years).get("/cases/RUS-FJI-1999")
        #expect(answer.status == 404)
        #expect(answer.body.contains("no case of this id"))
    }

    @Test
    func
        `the outlook begins at the published base rate, and a case that was no test leaves it there`()
        async throws
    {
        let body = try await Visitor(Samples.years).get("/outlook").body
        #expect(body.contains("12 of 54"))
        #expect(body.contains("href=\"/?actor=RUS\""))
        #expect(body.contains("22 %"))
        #expect(body.contains("<table id=\"forecasts\""))
    }

    @Test func `the register opens page by page`() async throws {
        let visitor = try Visitor()
        let body = try await visitor.get("/commitments").body
        let next = try #require(body.firstMatch(of: /href="(\?after=[^"]+)"/)?.1)
        let second = try await visitor.get("/commitments\(next)").body
        #expect(MarkupCheck.mistake(in: second) == nil)
        #expect(second != body)
        #expect(body.utf8.count < 250_000)
    }

    @Test func `sources show who repeats whom, or that nobody does`() async throws {
        let body = try await Visitor(Samples.iran).get("/sources").body
        #expect(body.contains("cites"))
        #expect(body.contains("<svg class=\"drawing relays"))
        #expect(body.contains("<table id=\"relays\""))
    }

    @Test func `a pair is drawn with band, ticks and lanes, for wide pages and narrow ones`()
        async throws
    {
        let body = try await Visitor(Samples.years).get("/pair/RUS/IRN").body
        #expect(MarkupCheck.mistake(in: body) == nil)
        #expect(body.contains("aria-labelledby=\"standing-0-title standing-0-desc\""))
        #expect(body.contains("<title id=\"standing-0-title\">Russia toward Iran through time"))
        #expect(body.contains("<path class=\"band\" d=\"M"))
        #expect(body.contains("drawing series narrow"))
        #expect(body.contains("RUS-IRN-2025: withheld"))
        #expect(body.contains("behind these lines"))
        #expect(body.contains("href=\"/statement/71\""))
    }

    @Test func `a series that is too short says what is missing`() async throws {
        let body = try await Visitor(Samples.iran).get("/pair/RUS/IRN").body
        #expect(body.contains("no line: 2 accounts missing"))
        #expect(!body.contains("class=\"band\""))
    }

    @Test func `sliders lead to the address with the days written out`() async throws {
        let day = Samples.day("2025-06-13").number
        let answer = try await Visitor(Samples.years).get(
            "/pair/RUS/IRN?on-day=\(day)&known-by-day=99999&lang=uk"
        )
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == "?on=2025-06-13&lang=uk")
    }

    @Test func `every page can be cited, with a hash that changes with what it says`() async throws
    {
        let visitor = try Visitor(Samples.years)
        func hash(_ path: String) async throws -> String {
            let body = try await visitor.get(path).body
            #expect(body.contains("url = {http://localhost:8080\(path)}"))
            #expect(body.contains("urldate = {2026-02-01}"))
            return String(try #require(body.firstMatch(of: /@misc\{casus-([0-9a-f]{16})/)?.1))
        }
        #expect(try await hash("/cases") == hash("/cases"))
        #expect(try await hash("/cases") != hash("/cases?on=2020-01-01"))
    }

    @Test func `the interface speaks Ukrainian, and every link keeps it`() async throws {
        let body = try await Visitor(Samples.years).get("/cases/RUS-IRN-2025?lang=uk").body
        #expect(body.contains("<html lang=\"uk\">"))
        #expect(body.contains("Правовий висновок"))
        #expect(body.contains("не застосовується"))
        #expect(body.contains("13 червня 2025"))
        #expect(body.contains("href=\"/pair/RUS/IRN?lang=uk\""))
    }

    @Test func `an article of unknown day says after which it is, and does not stand first`()
        async throws
    {
        let late = Samples.article(
            "u1",
            [Samples.Paragraph("Moscow sent arms after June.")],
            published: "2025-06-13~/2026-02-01~"
        )
        let undated = CodedArticle(
            article: late,
            statements: [Samples.statement("u1s", in: late, "Moscow sent arms")],
            omissions: []
        )
        let visitor = try Visitor(undated, Samples.years)
        let list = try await visitor.get("/articles").body
        #expect(list.contains("undated, after <time datetime=\"2025-06-13\">13 June 2025</time>"))
        let (known, unknown) = (
            list.range(of: "/article/c3000000000000cc"), list.range(of: "/article/u1")
        )
        #expect(try #require(known).lowerBound < #require(unknown).lowerBound)
        #expect(list.contains("<bdi>Moscow sent arms after June.</bdi>"))
        let search = try await visitor.get("/search?actor=RUS").body
        let places = ["/article/c3000000000000cc#s-71", "/article/u1#s-u1s"].map {
            search.range(of: $0)
        }
        #expect(try #require(places[0]).lowerBound < #require(places[1]).lowerBound)
        #expect(try await visitor.get("/article/u1?lang=uk").body.contains("без дати, після"))
    }

    @Test func `an event of a chart and a lane lead to what they stand for`() async throws {
        let body = try await Visitor(Samples.years).get("/pair/RUS/IRN").body
        #expect(body.contains("<a class=\"event\" href=\"/statement/71\" aria-label=\""))
        let lane = try #require(body.firstMatch(of: /<g class="lane commitment">[\s\S]*?<\/g>/)?.0)
        #expect(lane.contains("href=\"/commitments?id="))
    }
}
