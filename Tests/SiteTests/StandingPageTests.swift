import Diplomacy
import Testing

/// The drawing of a standing and the five steps of a case, as a page shows them.
@Suite struct StandingPageTests {
    private static let years = {
        let article = Samples.article(
            "c3000000000000cc",
            [
                Samples.Paragraph("Moscow sent arms. Moscow signed a pact. Moscow stayed away."),
                Samples.Paragraph("Tehran asked for help after the raid by Israel."),
            ],
            published: "2025-06-20"
        )
        return CodedArticle(
            article: article,
            statements: [
                Samples.statement("71", in: article, "Moscow sent arms", date: "2023-03-01"),
                Samples.statement(
                    "72",
                    in: article,
                    "Moscow signed a pact",
                    act: .agree,
                    date: "2025-01-17"
                ),
                Samples.statement(
                    "73",
                    in: article,
                    "Moscow stayed away",
                    polarity: .notDone,
                    date: "2025-06-15"
                ),
                Samples.statement(
                    "74",
                    in: article,
                    "Tehran asked for help",
                    source: "IRN",
                    target: "RUS",
                    act: .request,
                    date: "2025-06-14"
                ),
                Samples.statement(
                    "75",
                    in: article,
                    "the raid by Israel",
                    source: "ISR",
                    act: .assault,
                    date: "2025-06-13"
                ),
            ],
            omissions: []
        )
    }()

    @Test func `a line is drawn with its band, named for who cannot see it, and told in a table`()
        async throws
    {
        let body = try await Visitor(Self.years).get("/pair/RUS/IRN").body
        #expect(MarkupCheck.mistake(in: body) == nil)
        #expect(body.contains("<svg role=\"img\" aria-labelledby=\"conduct-0-title conduct-0-desc"))
        #expect(body.contains("<title id=\"conduct-0-title\">Conduct of Russia toward Iran"))
        #expect(body.contains("3 events moved it"))
        #expect(body.contains("<path class=\"band\" d=\"M"))
        #expect(body.contains("3 events behind this line"))
        #expect(body.contains("href=\"/statement/71\""))
    }

    @Test func `a series that is too short says what is missing`() async throws {
        let body = try await Visitor(Samples.iran).get("/pair/RUS/IRN").body
        #expect(!body.contains("<svg role=\"img\" aria-labelledby=\"conduct-0-title"))
        #expect(body.contains("no line. It needs three accounts"))
    }

    @Test func `a case stands with its five steps and both verdicts`() async throws {
        let body = try await Visitor(Self.years).get("/pair/RUS/IRN").body
        #expect(body.contains("id=\"case-RUS-IRN-2025\""))
        #expect(body.contains("Legal: <strong>not applicable</strong>"))
        #expect(body.contains("Political: <strong>withheld</strong>"))
    }
}
