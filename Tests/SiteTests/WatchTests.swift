import Assessment
import Diplomacy
import Foundation
import Ledger
import Testing
import Text

@testable import Site

/// A watch on the site: its page, its form, its feed, and what a program gets.
@Suite struct WatchTests {
    private static let reviewer = Reviewer(name: "Olha", secret: "a secret of this test")

    /// Help came for years.
    static let years = (2018...2024).map { year in
        help("d\(year)", "Moscow sent arms in \(year).", on: "\(year)-03-01")
    }

    /// Two voices say that it did not come.
    static let absent = [("Reuters", "e1"), ("TASS", "e2")].map { outlet, id in
        help(
            id,
            "Moscow stayed away, \(outlet) found & <b>counted</b>.",
            on: "2025-06-15",
            outlet: outlet,
            isRefused: true
        )
    }

    private static func ledger() throws -> LedgerDatabase { try Samples.ledger(years + absent) }

    private static func help(
        _ id: String,
        _ words: String,
        on day: String,
        outlet: String = "Example Post",
        isRefused: Bool = false
    ) -> CodedArticle {
        let refusal = "It said no."
        let article = Samples.article(
            id,
            [Samples.Paragraph(isRefused ? "\(words) \(refusal)" : words)],
            outlet: outlet,
            published: day
        )
        return CodedArticle(
            article: article,
            statements: [
                Samples.statement(
                    "s\(id)",
                    in: article,
                    words,
                    polarity: isRefused ? .notDone : .done,
                    date: day
                )
            ]
                + (isRefused
                    ? [Samples.statement("r\(id)", in: article, refusal, act: .reject, date: day)]
                    : []),
            omissions: []
        )
    }

    private let added = [
        ("token", reviewer.token), ("action", "add"), ("source", "RUS"), ("target", "IRN"),
        ("points", "0,3"), ("since", "2025-01-01"), ("keep-lang", "uk"),
    ]

    private func watched() async throws -> (ledger: LedgerDatabase, visitor: Visitor) {
        let ledger = try Self.ledger()
        let visitor = try Visitor(ledger, reviewer: Self.reviewer)
        let answer = try await visitor.post("/watches", added)
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == "/watches?lang=uk")
        return (ledger, visitor)
    }

    @Test func `a watch speaks with the sentences that caused it`() async throws {
        let (ledger, visitor) = try await watched()
        #expect(try ledger.alerts().count == 1)
        let page = try await visitor.get("/watches").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        #expect(
            page.contains("Conduct falls by 0.3 or more within 30 days, told by at least 2 roots.")
        )
        #expect(page.contains("Moscow stayed away, Reuters found &amp; &lt;b&gt;counted&lt;/b&gt;"))
        #expect(page.contains("href=\"/statement/se1\""))
        #expect(page.contains("href=\"/article/e1#s-se1\""))
        let again = try LedgerWatches.check(
            ledger,
            assessor: Assessor(ResourceFolder()),
            today: Samples.today
        )
        #expect(again.isEmpty)
    }

    @Test func `two that look at a watch at once tell an event once`() async throws {
        let ledger = try Self.ledger()
        _ = try ledger.add(
            Watch(
                pair: DirectedPair(source: ActorCode("RUS"), target: ActorCode("IRN")),
                rule: .init(series: .conduct, change: .falls, points: 0.3, days: 30, roots: 2),
                since: Samples.day("2025-01-01")
            )
        )
        let assessor = try Assessor(ResourceFolder())
        let told = try await withThrowingTaskGroup(of: [WatchAlert].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try LedgerWatches.check(ledger, assessor: assessor, today: Samples.today)
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(told.count == 1)
        #expect(try ledger.alerts() == told)
    }

    @Test func `what the site found is still heard by the command's listeners`() async throws {
        let ledger = try await watched().ledger
        #expect(try ledger.hear("terminal") == ledger.alerts())
        #expect(try ledger.hear("terminal").isEmpty)
    }

    @Test func `a pair's page leads to the form with both parties chosen`() async throws {
        let visitor = try await watched().visitor
        let pair = try await visitor.get("/pair/IRN/RUS").body
        #expect(pair.contains("href=\"/watches?source=IRN&amp;target=RUS#add\""))
        let form = try await visitor.get("/watches?source=IRN&target=RUS").body
        #expect(MarkupCheck.mistake(in: form) == nil)
        #expect(form.components(separatedBy: "<option value=\"IRN\" selected>").count == 2)
        #expect(form.components(separatedBy: "<option value=\"RUS\" selected>").count == 2)
        #expect(!form.contains("keep-source"))
    }

    @Test func `the clocks hide what was found later`() async throws {
        let page = try await watched().visitor.get("/watches?known-by=2025-12-31").body
        #expect(page.contains("Nothing that it asks for was told since."))
    }

    @Test func `a watch has a feed and an address for programs`() async throws {
        let (ledger, visitor) = try await watched()
        let id = try #require(try ledger.watches().first?.id)
        let feed = try await visitor.get("/watch/\(id)/feed.atom")
        #expect(feed.headers["content-type"] == "application/atom+xml; charset=utf-8")
        let alert = try #require(try ledger.alerts().first)
        #expect(feed.body.contains("<id>urn:casus:alert:\(alert.id)</id>"))
        #expect(feed.body.contains("href=\"http://localhost:8080/watches#\(alert.id)\""))
        let table = try await visitor.get("/watches?export=alerts.csv")
        #expect(table.body.contains("2025-06-15,RUS,IRN,conduct,"))
        let missing = try await visitor.get("/watch/zz/feed.atom")
        #expect(missing.status == 404)
        #expect(missing.headers["content-type"]?.hasPrefix("application/json") == true)
    }

    @Test func `a watch is taken away with its button`() async throws {
        let (ledger, visitor) = try await watched()
        let id = try #require(try ledger.watches().first?.id)
        let fields = [("token", Self.reviewer.token), ("action", "remove"), ("id", id)]
        #expect(try await visitor.post("/watches", fields).status == 303)
        #expect(try ledger.watches().isEmpty)
    }

    @Test(arguments: [
        ("points", "many"), ("points", "0"), ("days", "0"), ("target", "RUS"), ("action", "hug"),
        ("since", "soon"),
    ])
    func `a watch that means nothing is refused in words`(name: String, value: String) async throws
    {
        let ledger = try Self.ledger()
        let fields = added.map { $0.0 == name ? (name, value) : $0 }
        let all = added.contains { $0.0 == name } ? fields : fields + [(name, value)]
        let answer = try await Visitor(ledger, reviewer: Self.reviewer).post("/watches", all)
        #expect(answer.status == 400)
        #expect(try ledger.watches().isEmpty)
    }

    @Test func `nobody adds a watch without the token, or on a site that only shows`() async throws
    {
        let ledger = try Self.ledger()
        let foreign = added.map { $0.0 == "token" ? ("token", "guess") : $0 }
        let visitor = try Visitor(ledger, reviewer: Self.reviewer)
        #expect(try await visitor.post("/watches", foreign).status == 403)
        let showing = try Visitor(ledger)
        #expect(try await showing.post("/watches", added).status == 405)
        #expect(try await !showing.get("/watches").body.contains("<form class=\"controls\""))
        #expect(try ledger.watches().isEmpty)
    }
}
