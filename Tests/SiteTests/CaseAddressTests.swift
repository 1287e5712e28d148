import Assessment
import Diplomacy
import Foundation
import Ledger
import Testing

@testable import Site

/// What an address of a case means on days of the past, when the cases of its year were counted otherwise.
@Suite struct CaseAddressTests {
    /// An attack of January that is told of in December, before that of June in the order of time.
    private static let january: CodedArticle = {
        let article = Samples.article(
            "d4000000000000dd",
            [.init("Moscow sent arms in winter. The winter raid by Israel was kept secret.")],
            published: "2025-12-01"
        )
        return CodedArticle(
            article: article,
            statements: [
                Samples.statement("81", in: article, "Moscow sent arms", date: "2025-01-12"),
                Samples.statement(
                    "82",
                    in: article,
                    "The winter raid by Israel",
                    source: "ISR",
                    act: .assault,
                    date: "2025-01-10"
                ),
            ],
            omissions: []
        )
    }()

    private let early = "?known-by=2025-07-01"

    private func visitor() throws -> Visitor {
        try Visitor(Samples.years, Self.january)
    }

    @Test func `a case that bore another number then leads on to it, and says so`() async throws {
        let visitor = try visitor()
        let now = try await visitor.get("/cases/RUS-IRN-2025-2")
        #expect(now.status == 200)
        #expect(!now.body.contains("bears the number"))
        let then = try await visitor.get("/cases/RUS-IRN-2025-2\(early)")
        #expect(then.status == 200)
        #expect(MarkupCheck.mistake(in: then.body) == nil)
        #expect(
            then.body.contains(
                "<code>RUS-IRN-2025-2</code> bears the number <code>RUS-IRN-2025</code>"
            )
        )
        let ukrainian = try await visitor.get("/cases/RUS-IRN-2025-2\(early)&lang=uk").body
        #expect(ukrainian.contains("має номер <code>RUS-IRN-2025</code>"))
        let program = try await visitor.get("/api/v1/cases/RUS-IRN-2025-2\(early)").body
        #expect(program.contains("\"id\":\"RUS-IRN-2025\""))
    }

    @Test func `a number that means another case without the days says so`() async throws {
        let visitor = try visitor()
        let then = try await visitor.get("/cases/RUS-IRN-2025\(early)").body
        #expect(MarkupCheck.mistake(in: then) == nil)
        #expect(then.contains("Without these days <code>RUS-IRN-2025</code> is another case"))
        #expect(try await !visitor.get("/cases/RUS-IRN-2025").body.contains("another case"))
        // Late enough, both numbers mean what they mean without days.
        for id in ["RUS-IRN-2025", "RUS-IRN-2025-2"] {
            let late = try await visitor.get("/cases/\(id)?known-by=2026-01-01")
            #expect(late.status == 200)
            #expect(!late.body.contains("another case") && !late.body.contains("bears the number"))
        }
    }

    @Test func `a case that is not there names those of the same two`() async throws {
        let missing = try await visitor().get("/cases/RUS-IRN-2025-7")
        #expect(missing.status == 404)
        #expect(
            missing.body.contains("RUS-IRN-2025, RUS-IRN-2025-2")
                || missing.body.contains("RUS-IRN-2025-2, RUS-IRN-2025")
        )
    }

    @Test func `the palette names of kept cases those that were known on the day`() async throws {
        let news = KeptAnswerTests()
        try await news.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            for article in [Samples.years, Self.january] {
                _ = try ledger.record(article, readOn: Samples.today, source: nil)
            }
            try ledger.weighWhatIsLeft()
            try news.keeper(ledger).renew()
            let visitor = try Visitor(ledger)
            func cases(_ query: String) async throws -> [String] {
                let body = try await visitor.get("/api/v1/places?q=russia%20iran\(query)").body
                return body.matches(of: /\/cases\/([A-Z0-9-]+)/).map { String($0.1) }.sorted()
            }
            #expect(try await cases("") == ["RUS-IRN-2025", "RUS-IRN-2025-2"])
            #expect(try await cases("&known-by=2025-07-01") == ["RUS-IRN-2025-2"])
            #expect(try await cases("&known-by=2024-07-01") == [])
            // What the palette names leads to the case, whatever its number was.
            #expect(try await visitor.get("/cases/RUS-IRN-2025-2\(early)").status == 200)
        }
    }
}
