import Assessment
import Diplomacy
import Foundation
import Ledger
import Testing
import Text

@testable import Site

/// How what is kept is shown: to readers, to programs, as files, and with its age.
extension KeptAnswerTests {
    @Test
    func
        `of disagreements a few of each kind stand on the page of all, with the way to a page of the kind`()
        async throws
    {
        try await withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try read(0..<200, ledger, seed: 5)
            let all = Brief(
                of: try LedgerMaterial.read(ledger, .unset),
                register: try CommitmentRegister(ResourceFolder())
            ).disagreements
            let counts = Disagreement.Kind.allCases.map { (kind: $0, count: all.of($0).count) }
            let (kind, count) = try #require(counts.max { $0.count < $1.count })
            try keeper(ledger).renew()
            func items(_ page: String) -> Int {
                page.split(separator: "class=\"disagreement\"").count - 1
            }
            let visitor = try Visitor(ledger)
            let page = try await visitor.get("/disagreements").body
            let shown = Disagreement.Kind.allCases.reduce(0) {
                $0 + min(all.of($1).count, DisagreementsPage.ofEachKind)
            }
            #expect(items(page) == shown)
            let link = page.contains("href=\"/disagreements?kind=\(kind.rawValue)\"")
            #expect(link == (count > DisagreementsPage.ofEachKind))
            let own = try await visitor.get("/disagreements?kind=\(kind.rawValue)").body
            #expect(items(own) == min(count, LongList.mostOnPage))
            #expect(MarkupCheck.mistake(in: own) == nil)
            let kept = try #require(try KeptAnswers(ledger, ResourceFolder()))
            #expect(try kept.page("/disagreements?kind=\(kind.rawValue)") != nil)
        }
    }

    @Test func `programs get kept cases and parties at once, however large the ledger`()
        async throws
    {
        try await withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try read(0..<12, ledger, seed: 3)
            let paths = ["/api/v1/cases?limit=2", "/api/v1/cases?actor=RUS", "/api/v1/actors"]
            let before = try Visitor(ledger, bounds: .none)
            for path in paths { #expect(try await before.get(path).status == 202, "\(path)") }
            try keeper(ledger).renew()
            let visitor = try Visitor(ledger, bounds: .none)
            let twin = try Visitor(ledger)
            for path in paths {
                let answer = try await visitor.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(answer.body == (try await twin.get(path).body), "\(path)")
            }
        }
    }

    @Test func `programs get kept overviews and briefs, the same that are made behind the site`()
        async throws
    {
        try await withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try read(0..<60, ledger, seed: 5)
            let paths = [
                "/api/v1/overview", "/api/v1/overview?actor=RUS", "/api/v1/brief",
                "/api/v1/brief?actor=USA",
            ]
            var made: [String: String] = [:]
            for path in paths {
                // A site of its own: what one has just made may serve the next question at once.
                let before = try Visitor(ledger, bounds: .none)
                #expect(try await before.get(path).status == 202, "\(path)")
                for _ in 0..<2_000 where made[path] == nil {
                    let answer = try await before.get(path)
                    if answer.status == 200 { made[path] = answer.body }
                    try await Task.sleep(for: .milliseconds(5))
                }
            }
            try keeper(ledger).renew()
            let visitor = try Visitor(ledger, bounds: .none)
            for path in paths {
                let answer = try await visitor.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(difference(answer.body, made[path] ?? "") == nil, "\(path)")
            }
            let overview = try #require(made["/api/v1/overview?actor=RUS"])
            #expect(overview.contains("\"left\":{\"points\":"))
        }
    }

    @Test func `a file that a kept page has not is refused with the names of those it has`()
        async throws
    {
        try await withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try read(0..<12, ledger, seed: 3)
            let twin = try await Visitor(ledger).get("/world?actor=RUS&export=none.csv")
            try keeper(ledger).renew()
            let answer = try await Visitor(ledger).get("/world?actor=RUS&export=none.csv")
            #expect(answer.status == 404)
            #expect(answer.body == twin.body)
            #expect(answer.body.contains("world.svg"))
            // What is older than the ledger says so, files too.
            try read(12..<13, ledger, seed: 4)
            let old = try await Visitor(ledger).get("/cases?export=cases.csv")
            #expect(old.headers["casus-age"]?.contains("1 article read since") == true)
            #expect(old.headers["content-disposition"]?.contains("\"cases-") == true)
        }
    }

    @Test func `a file of the beginning of a list says so in its name`() {
        func table(_ count: Int) -> Table {
            Table("cases", caption: "", columns: [.init("id", "")], of: ["a", "b"], count: count) {
                [.text($0)]
            }
        }
        #expect(table(2).fileName("csv") == "cases.csv")
        #expect(table(90).fileName("csv") == "cases-first-2-of-90.csv")
    }

    @Test func `what is older than the ledger says so, and a clock asks the ledger`() async throws {
        try await withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try read(0..<12, ledger, seed: 3)
            try keeper(ledger).renew()
            let before = try await Visitor(ledger).get("/brief?actor=RUS").body
            try read(12..<15, ledger, seed: 4)
            let visitor = try Visitor(ledger)
            let after = try await visitor.get("/brief?actor=RUS").body
            #expect(!before.contains("still to be weighed"))
            #expect(after.contains("3 articles read since are still to be weighed"))
            let clocked = try await visitor.get("/brief?actor=RUS&known-by=2026-02-01").body
            #expect(!clocked.contains("still to be weighed"))
            let kept = try #require(try KeptAnswers(ledger, ResourceFolder()))
            #expect(kept.sentence?.contains("3 articles read since") == true)
            #expect(try kept.text("brief RUS") != nil)
        }
    }
}
