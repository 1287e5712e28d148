import Diplomacy
import GRDB
import Testing

@testable import Ledger

/// The bands by which an article finds its kin.
struct KinIndexTests {
    private static let story = (0..<14).map {
        "Line \($0) of the report tells of matter \($0 * 7 + 10) and of the fleet off Palawan."
    }

    /// Every row of both tables.
    private func bands(_ ledger: LedgerDatabase) throws -> [String] {
        try ledger.read { database in
            try [
                """
                SELECT hash || ' ' || articleKey FROM
                    (SELECT * FROM copyBand UNION ALL SELECT * FROM waitingCopyBand) ORDER BY 1
                """,
                """
                SELECT period || language || hash || ' ' || knownOn || ' ' || articleKey
                FROM translationBand ORDER BY 1
                """,
            ].flatMap { try String.fetchAll(database, sql: $0) }
        }
    }

    private func filedAnew(_ ledger: LedgerDatabase) throws -> [String] {
        try ledger.write { database in
            for table in ["copyBand", "waitingCopyBand", "translationBand"] {
                try database.execute(sql: "DELETE FROM \(table)")
            }
            try Schema.fileSketches(database)
        }
        return try bands(ledger)
    }

    @Test(arguments: 1...4)
    func `after any readings the bands are those of the articles that stand`(
        seed: UInt64
    ) throws {
        var random = SplitMix(seed: seed)
        let ledger = try LedgerDatabase.inMemory()
        for turn in 0..<60 {
            let number = random.below(15)
            // Sometimes another reading of one source makes another article, and the first gives way.
            let version = random.below(2)
            let article = Samples.article(
                "k\(number)-\(version)",
                Array(Self.story.dropFirst(version)) + ["Number \(number)."],
                language: ["en", "uk"][number % 2],
                published: [nil, Day(number: 20_000 + random.below(200)).description][
                    random.below(2)
                ]
            )
            let source = SourceStamp(
                hash: "\(number)",
                place: "\(number)",
                coderVersion: "\(turn)"
            )
            _ = try ledger.record(
                Samples.coded(article),
                readOn: Day(number: 20_300 + random.below(50)),
                source: source
            )
        }
        let kept = try bands(ledger)
        #expect(kept.count > 300)
        #expect(kept == (try filedAnew(ledger)))
    }

    @Test func `a reprint finds its source among many others, and years later too`() throws {
        let ledger = try LedgerDatabase.inMemory()
        for number in 0..<30 {
            let words = (0..<14).map { "Other \(number * 31 + $0) words \(number) stand \($0)." }
            _ = try ledger.record(
                Samples.coded(Samples.article("o\(number)", words, published: "2020-01-01")),
                readOn: Samples.today,
                source: nil
            )
        }
        for (id, day) in [("a", "2020-01-05"), ("b", "2024-06-01")] {
            let article = Samples.article(id, Self.story, outlet: id, published: day)
            _ = try ledger.record(Samples.coded(article), readOn: Samples.today, source: nil)
        }
        let relays = try ledger.weighed([], clocks: .unset, everyArticle: true).graph.relays
        #expect(relays.map(\.article) == ["b"])
        #expect(relays.map(\.origin) == [.article("a")])
    }

    /// As if many articles had come before: where `lastSettled` lies far back, the next writing settles.
    @Test func `a reprint finds its source, whether its bands wait or are settled`() throws {
        for isSettled in [false, true] {
            let ledger = try LedgerDatabase.inMemory()
            let first = Samples.article("a", Self.story, outlet: "a", published: "2020-01-05")
            if isSettled {
                try ledger.write {
                    try $0.execute(
                        sql: "UPDATE bandState SET lastSettled = -\(KinIndex.mostWaiting)"
                    )
                }
            }
            _ = try ledger.record(Samples.coded(first), readOn: Samples.today, source: nil)
            let counts = try ledger.read { database in
                try ["copyBand", "waitingCopyBand"].map { table in
                    try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
                }
            }
            #expect(counts == (isSettled ? [32, 0] : [0, 32]))
            let second = Samples.article("b", Self.story, outlet: "b", published: "2024-06-01")
            _ = try ledger.record(Samples.coded(second), readOn: Samples.today, source: nil)
            let relays = try ledger.weighed([], clocks: .unset, everyArticle: true).graph.relays
            #expect(relays.map(\.origin) == [.article("a")])
        }
    }

    @Test func `a ledger of the time before is brought up to date with the same bands`() throws {
        try Samples.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            let article = Samples.article("a", Self.story, published: "2024-06-01")
            _ = try ledger.record(Samples.coded(article), readOn: Samples.today, source: nil)
            let before = try bands(ledger)
            try ledger.write { database in
                try database.execute(
                    sql: """
                        DROP TABLE copyBand;
                        DROP TABLE waitingCopyBand;
                        DROP TABLE bandState;
                        DROP TABLE translationBand;
                        ALTER TABLE sketch DROP COLUMN filedOn;
                        CREATE TABLE band (hash INTEGER PRIMARY KEY);
                        DELETE FROM grdb_migrations
                        WHERE identifier IN ('8 bands', '17 waiting bands');
                        """
                )
            }
            let newer = try LedgerDatabase(at: file)
            #expect(try bands(newer) == before && !before.isEmpty)
        }
    }

    @Test
    func `a ledger of the time before bands waited keeps its bands, and its articles their kin`()
        throws
    {
        try Samples.withFile { file in
            let older = try LedgerDatabase(at: file)
            let first = Samples.article("a", Self.story, outlet: "a", published: "2020-01-05")
            _ = try older.record(Samples.coded(first), readOn: Samples.today, source: nil)
            let before = try bands(older)
            try older.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO copyBand SELECT * FROM waitingCopyBand;
                        DROP TABLE waitingCopyBand;
                        DROP TABLE bandState;
                        DROP TABLE keeper;
                        DELETE FROM grdb_migrations
                        WHERE identifier IN ('16 keeper', '17 waiting bands');
                        """
                )
            }
            let newer = try LedgerDatabase(at: file)
            #expect(try bands(newer) == before)
            let second = Samples.article("b", Self.story, outlet: "b", published: "2024-06-01")
            _ = try newer.record(Samples.coded(second), readOn: Samples.today, source: nil)
            let relays = try newer.weighed([], clocks: .unset, everyArticle: true).graph.relays
            #expect(relays.map(\.origin) == [.article("a")])
            try newer.keepAnswers(since: try newer.changeCount(), now: { 0 }) { _ in }
        }
    }
}
