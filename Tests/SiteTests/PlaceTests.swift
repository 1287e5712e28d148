import Diplomacy
import Foundation
import Ledger
import Testing

@testable import Site

/// Where a few letters lead: the palette's answers.
@Suite struct PlaceTests {
    private func places(_ words: String, _ query: String = "") async throws -> [[String: String]] {
        let encoded = try #require(
            words.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
        )
        let answer = try await Visitor(Samples.years, Samples.iran)
            .get("/api/v1/places?q=\(encoded)\(query)")
        #expect(answer.status == 200)
        let value = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
        return try #require((value as? [String: Any])?["items"] as? [[String: String]])
    }

    @Test func `two names are a pair, its cases and its commitments`() async throws {
        for words in ["russia iran", "rus irn", "Russia and Iran", "Russia → Iran"] {
            let found = try await places(words)
            #expect(
                found.contains { $0["kind"] == "pair" && $0["href"] == "/pair/RUS/IRN" },
                "\(words)"
            )
            #expect(found.contains { $0["href"] == "/cases/RUS-IRN-2025" }, "\(words)")
            #expect(found.contains { $0["kind"] == "commitment" }, "\(words)")
            #expect(!found.contains { $0["kind"] == "party" }, "\(words)")
        }
    }

    @Test func `a name is a party and its cases, of a year where one is named`() async throws {
        let found = try await places("iran")
        #expect(found.first == ["kind": "party", "name": "Iran (IRN)", "href": "/?actor=IRN"])
        #expect(found.contains { $0["href"] == "/cases/RUS-IRN-2025" })
        #expect(try await places("iran 2025").contains { $0["kind"] == "case" })
        #expect(try await !places("iran 1999").contains { $0["kind"] == "case" })
        #expect(try await places("rus-irn").contains { $0["href"] == "/cases/RUS-IRN-2025" })
    }

    @Test func `a commitment is found by words of its name, and links keep clocks and language`()
        async throws
    {
        let found = try await places("aukus", "&lang=uk&known-by=2026-01-01")
        let place = try #require(found.first { $0["kind"] == "commitment" })
        #expect(place["href"] == "/commitments?id=aukus-2021&known-by=2026-01-01&lang=uk")
    }

    @Test
    func `in Ukrainian a commitment is found and called by its Ukrainian name, and by the English`()
        async throws
    {
        let name = "Хартія Шанхайської організації співробітництва"
        for words in ["шанхайської хартія", "shanghai charter"] {
            let found = try await places(words, "&lang=uk")
            #expect(found.map { $0["name"] } == [name], "\(words)")
        }
        #expect(try await places("шанхайської хартія").isEmpty)
    }

    @Test(arguments: ["", "  ", "→ –", "zzzz", "%", "<script>"])
    func `what means nobody leads nowhere`(_ words: String) async throws {
        #expect(try await places(words).isEmpty)
    }
}
