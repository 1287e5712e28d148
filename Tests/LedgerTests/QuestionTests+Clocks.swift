import Diplomacy
import Testing

@testable import Ledger

/// What the two clocks let in.
extension QuestionTests {
    @Test func `the clocks let in what was true and known, and nothing later`() throws {
        let cases: [(String, on: String?, knownBy: String?, [String])] = [
            ("before the war", "2025-06-12", nil, []),
            ("the first day of the war, as known now", "2025-06-13", nil, ["a1s1"]),
            ("the day of the article", "2025-06-14", nil, ["a1s1", "a1s2"]),
            ("the last day of what was in June", "2025-06-30", nil, ["a1s1", "a1s2", "b1s1"]),
            ("known before the article", nil, "2025-06-13", []),
            ("known on the day of the article", nil, "2025-06-14", ["a1s1", "a1s2"]),
            ("true on the first day, as known then", "2025-06-13", "2025-06-14", ["a1s1"]),
            (
                "the day before the undated one was read", nil, "2026-01-31",
                ["a1s1", "a1s2", "b1s1", "b1s2"]
            ),
            (
                "the undated one counts from its reading", "2026-02-01", "2026-02-01",
                ["a1s1", "a1s2", "b1s1", "b1s2", "c1s1"]
            ),
        ]
        for (name, on, knownBy, expected) in cases {
            let clocks = Clocks(on: on.map(Samples.day), knownBy: knownBy.map(Samples.day))
            #expect(try ids(StatementFilter(clocks: clocks)) == expected, "\(name)")
        }
    }

    @Test func `a vague publication is known at its end, or when it was read`() throws {
        let cases = [
            ("2025-06", "2026-02-01", "2025-06-30"),
            ("2026", "2026-02-01", "2026-02-01"),
            ("2026-03-05", "2026-02-01", "2026-03-05"),
        ]
        for (published, read, known) in cases {
            let ledger = try LedgerDatabase.inMemory()
            let article = Samples.article("a1", ["Words."], published: published)
            _ = try ledger.record(
                Samples.coded(article),
                readOn: Samples.day(read),
                source: nil
            )
            #expect(try ledger.articles().first?.knownOn == Samples.day(known), "\(published)")
        }
    }

    @Test func `a list of articles obeys the clocks and counts under them`() throws {
        let ledger = try ledger()
        #expect(try ledger.articles().map(\.id) == ["a1", "b1", "c1"])
        #expect(
            try ledger.articles(Clocks(knownBy: Samples.day("2025-12-31"))).map(\.id) == ["a1"]
        )
        let june = try ledger.articles(Clocks(on: Samples.day("2025-06-30")))
        #expect(june.map(\.id) == ["a1", "b1"])
        #expect(june.map(\.statementCount) == [2, 1])
        let first = try #require(try ledger.articles().first)
        #expect(first.keptBlockCount == 2)
        #expect(first.discardedBlockCount == 1)
        #expect(first.publication == DayInterval(edtf: "2025-06-14"))
        #expect(first.title == "Ally in name")
    }

    @Test func `search obeys the clocks`() throws {
        let ledger = try ledger()
        func found(_ words: String, _ clocks: Clocks) throws -> [String] {
            try ledger.search(SearchQuery(words: words, filter: StatementFilter(clocks: clocks)))
                .map(\.article.id)
        }
        #expect(try found("Москва", Clocks(knownBy: Samples.day("2026-01-09"))) == [])
        #expect(try found("Москва", Clocks(knownBy: Samples.day("2026-01-10"))).count == 2)
        #expect(try found("Москва", Clocks(on: Samples.day("2025-06-30"))).count == 1)
        #expect(try found("Armenia", Clocks(on: Samples.day("2025-06-30"))) == [])
    }
}
