import Diplomacy
import Foundation
import GRDB
import Testing

@testable import Ledger

/// Articles that are written together, prepared and looked through on other cores, stand as one by one.
struct BatchTests {
    /// Every row of every table but those of the full-text index, whose division into pieces says nothing.
    private func rows(_ ledger: LedgerDatabase) throws -> [String] {
        try ledger.read { database in
            let tables = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND name NOT LIKE 'blockSearch%' ORDER BY name
                    """
            )
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
                    .map { "\(table) \($0)" }.sorted()
            }
        }
    }

    /// What a ledger of these holds in the end, and that it is sound.
    private func contents(
        _ file: URL,
        _ write: (LedgerDatabase) throws -> Void
    ) throws -> [String] {
        let ledger = try LedgerDatabase(at: file)
        try write(ledger)
        try ledger.weighWhatIsLeft()
        #expect(try ledger.check() == [])
        let found = try ledger.search(SearchQuery(words: "line")).map(\.article.id)
        return try rows(ledger) + found
    }

    @Test(arguments: 1...6)
    func `one by one, in batches of any size, and in memory: the same ledger`(
        seed: UInt64
    ) throws {
        var random = SplitMix(seed: seed * 77)
        let news = KeptWeighingTests.news(&random)
        let memory = try LedgerDatabase.inMemory()
        try Samples.withFile { file in
            let single = try contents(file) { ledger in
                for (coded, source) in news {
                    _ = try ledger.record(coded, readOn: Samples.today, source: source)
                }
            }
            let batched = try contents(URL(filePath: file.path + ".batched")) { ledger in
                var left = news[...]
                while !left.isEmpty {
                    let batch = left.prefix(1 + random.below(40))
                    left = left.dropFirst(batch.count)
                    _ = try ledger.record(batch.map { try prepared($0, ledger) })
                }
            }
            #expect(batched == single && single.count > 300)
            _ = try memory.record(news.map { try prepared($0, memory) })
            try memory.weighWhatIsLeft()
            #expect(try rows(memory) == single.prefix(rows(memory).count).map(\.self))
        }
    }

    private func prepared(
        _ next: (coded: CodedArticle, source: SourceStamp),
        _ ledger: LedgerDatabase
    ) throws -> PreparedArticle {
        try ledger.prepared(next.coded, readOn: Samples.today, source: next.source)
    }

    @Test func `many articles are written in their order, some at a time`() throws {
        let articles = (0..<25).map { number in
            Samples.coded(
                Samples.article(
                    "m\(number)",
                    (0..<12).map {
                        "Line \($0) of the report \(number / 2) tells of fleet \($0 * 3)."
                    },
                    published: "2025-06-\(10 + number / 5)"
                )
            )
        }
        try Samples.withFile { file in
            let single = try contents(file) { ledger in
                for coded in articles {
                    _ = try ledger.record(coded, readOn: Samples.today, source: nil)
                }
            }
            let many = try contents(URL(filePath: file.path + ".many")) { ledger in
                try ledger.record(articles.map { ($0, Samples.today) }, together: 10)
            }
            #expect(many == single)
            #expect(single.count { $0.hasPrefix("relay ") } >= 12)
        }
    }

    @Test func `a check of the schema refuses what it refused with a list of words`() throws {
        #expect(
            Schema.wordByWord("kind TEXT CHECK (kind IN ('a',\n 'b-c')), n CHECK (n IN (0, 1))")
                == "kind TEXT CHECK (kind = 'a' OR kind = 'b-c'), n CHECK (n = 0 OR n = 1)"
        )
        let ledger = try Samples.ledger(Samples.iran())
        let left = try ledger.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND sql LIKE '%CHECK (% IN (%'
                    """
            )
        }
        #expect(left == [])
    }
}
