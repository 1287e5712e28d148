import Diplomacy
import Foundation
import Testing

@testable import Site

/// What can be taken from a page as a file.
@Suite struct ExportTests {
    private static let places = [
        ("/?actor=RUS", "allies"), ("/?actor=RUS", "changes"), ("/cases", "cases"),
        ("/cases/RUS-IRN-2025", "steps"), ("/cases/RUS-IRN-2025", "claims"),
        ("/commitments", "commitments"), ("/disagreements", "disagreements"),
        ("/sources", "outlets"), ("/sources", "voices"), ("/sources", "relays"),
        ("/pair/RUS/IRN", "events-0"), ("/pair/RUS/IRN", "levels-1"),
    ]

    @Test(arguments: places)
    func `each table comes as CSV and as JSON with the same rows`(
        path: String,
        table: String
    )
        async throws
    {
        let visitor = try Visitor(Samples.years)
        let mark = path.contains("?") ? "&" : "?"
        let csv = try await visitor.get("\(path)\(mark)export=\(table).csv")
        #expect(csv.status == 200)
        #expect(csv.headers["content-type"] == "text/csv; charset=utf-8")
        let name = try #require(csv.headers["content-disposition"])
        #expect(name.hasPrefix("attachment; filename=\"\(table)-2026-02-01-"))
        #expect(name.firstMatch(of: /-[0-9a-f]{8}\.csv"$/) != nil)
        let json = try await visitor.get("\(path)\(mark)export=\(table).json")
        let rows = try #require(
            JSONSerialization.jsonObject(with: Data(json.body.utf8)) as? [[String: Any]]
        )
        #expect(csv.body.components(separatedBy: "\r\n").count == rows.count + 2)
    }

    @Test(arguments: [
        ("/?actor=RUS", "constellation"), ("/pair/RUS/IRN", "standing-0"),
        ("/sources", "relay-graph"),
    ])
    func `each drawing comes as a file with its colours and nothing that runs`(
        path: String,
        name: String
    ) async throws {
        let visitor = try Visitor(Samples.years, Samples.iran)
        let mark = path.contains("?") ? "&" : "?"
        let answer = try await visitor.get("\(path)\(mark)export=\(name).svg")
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "image/svg+xml; charset=utf-8")
        #expect(answer.body.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(answer.body.contains("#0072b2"))
        #expect(!answer.body.contains("var(--"))
        #expect(!answer.body.contains(",;"))
        // What it is, what its signs mean, and where it comes from stand under it.
        let notes = answer.body.matches(of: /<text class="note"[^>]*>([^<]*)</).map { String($0.1) }
        #expect(notes.count >= 3)
        #expect(notes.joined(separator: " ").contains("ledger "))
        #expect(notes.joined(separator: " ").contains("2026-02-01"))
        #expect(!answer.body.contains("<script"))
        #expect(answer.headers["content-security-policy"]?.contains("sha256-") == true)
    }

    @Test func `the name of a file tells its clocks`() async throws {
        let csv = try await Visitor(Samples.years)
            .get("/cases?on=2025-06-20&known-by=2025-07-01&export=cases.csv")
        let name = csv.headers["content-disposition"] ?? ""
        #expect(name.contains("\"cases-on-2025-06-20-known-2025-07-01-2026-02-01-"))
    }

    @Test func `a file that a page has not is a 404 that lists those it has`() async throws {
        let answer = try await Visitor(Samples.years).get("/cases?export=secrets.csv")
        #expect(answer.status == 404)
        #expect(answer.body.contains("cases.csv, cases.json"))
    }

    @Test func `what a spreadsheet would compute is written as text`() {
        let table = Table(
            "t",
            caption: "",
            columns: [.init("a", "A"), .init("b", "B")],
            rows: [
                [.text("=1+1"), .text(" @SUM(A1)")], [.text("a \"b\", c"), .level(-2.5)],
                [.text(nil), .whole(-3)],
            ]
        )
        #expect(
            table.csv
                == "a,b\r\n'=1+1,' @SUM(A1)\r\n\"a \"\"b\"\", c\",-2.5\r\n,-3\r\n"
        )
    }

    @Test func `hostile words are harmless in every file`() async throws {
        let visitor = try Visitor(Samples.hostile)
        for file in ["outlets.csv", "outlets.json", "voices.csv"] {
            let answer = try await visitor.get("/sources?export=\(file)")
            #expect(answer.status == 200)
            let name = try #require(file.split(separator: ".").first)
            let disposition = answer.headers["content-disposition"] ?? ""
            #expect(disposition.hasPrefix("attachment; filename=\"\(name)-2026-02-01-"))
            #expect(answer.headers["x-content-type-options"] == "nosniff")
        }
        let feed = try await visitor.get("/feed.atom?actor=IRN").body
        #expect(feed.contains("urn:casus:statement:61"))
        #expect(!feed.contains("<img") && !feed.contains("\u{202E}"))
    }
}
