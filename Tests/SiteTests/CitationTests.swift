import Diplomacy
import Foundation
import Ledger
import Testing

@testable import Site

/// One citation of a statement: its words, who says so and where, and what of Casus stands behind it.
@Suite struct CitationTests {
    @Test func `a statement is cited by its words, its article and the ledger`() async throws {
        let ledger = try Samples.ledger(Samples.years)
        let statement = try #require(try ledger.statement("71"))
        let page = try await Visitor(ledger).get("/statement/71").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        let line = String(
            try #require(page.firstMatch(of: /id="cite-plain"><bdi>(.*?)<\/bdi>/)?.1)
        )
        #expect(page.components(separatedBy: "id=\"cite\"").count == 2, "there is one citation")
        for part in [
            statement.statement.evidence.quote, statement.article.name,
            try ledger.fingerprint(), "statement 71", "http://localhost:8080/statement/71",
        ] { #expect(line.contains(part), "\(part)") }
        #expect(line.firstMatch(of: /content [0-9a-f]{16}/) != nil)
        let entry = try #require(page.firstMatch(of: /<code>(@misc\{casus-71,[\s\S]*?)<\/code>/)?.1)
        #expect(entry.contains("title = {") && entry.contains("urldate = {"))
        #expect(page.contains("data-copy=\"cite-plain\" hidden"))
    }

    @Test func `a statement leads to its words, its pair and its case`() async throws {
        let visitor = try Visitor(Samples.years, Samples.iran)
        let found = try await visitor.get("/cases/RUS-IRN-2025").body
        let id = try #require(found.firstMatch(of: /href="\/article\/[^"#]*#s-([^"]+)"/)?.1)
        let page = try await visitor.get("/statement/\(id)").body
        #expect(page.contains("href=\"/cases/RUS-IRN-2025\""))
        #expect(page.contains("#s-\(id)\""))
        #expect(page.firstMatch(of: /href="\/pair\/[A-Z]{3}\/[A-Z]{3}"/) != nil)
    }
}
