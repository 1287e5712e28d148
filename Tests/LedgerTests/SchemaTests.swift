import Diplomacy
import GRDB
import Testing

@testable import Ledger

struct SchemaTests {
    private func plan(_ request: SQL, _ ledger: LedgerDatabase) throws -> [String] {
        try ledger.read { database in
            try SQLRequest<Row>(literal: "EXPLAIN QUERY PLAN \(request)").fetchAll(database)
                .map { $0["detail"] }
        }
    }

    @Test func `the queries behind the pages read no table from end to end`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let russia = ActorCode("RUS")
        let clocks = Clocks(on: Samples.today, knownBy: Samples.today)
        var likeness = StatementFilter(clocks: clocks)
        likeness.likeness = Samples.iran().statements.first
        let filters: [(String, StatementFilter)] = [
            ("all", StatementFilter()),
            ("clocks", StatementFilter(clocks: clocks)),
            ("source", StatementFilter(clocks: clocks, source: russia)),
            ("target", StatementFilter(clocks: clocks, target: russia)),
            ("party", StatementFilter(clocks: clocks, party: russia)),
            ("pair", StatementFilter(clocks: clocks, pair: (russia, ActorCode("IRN")))),
            ("act", StatementFilter(clocks: clocks, act: .aid, polarity: .notDone)),
            ("family", StatementFilter(clocks: clocks, party: russia, families: [.force, .help])),
            ("likeness", likeness),
            ("polarity", StatementFilter(polarity: .notDone)),
            ("modality", StatementFilter(modality: .feared)),
            ("speaker", StatementFilter(speaker: "Peskov")),
            ("language", StatementFilter(language: "uk")),
            ("article", StatementFilter(article: "a1")),
        ]
        for (name, filter) in filters {
            let steps = try plan(LedgerDatabase.request(filter), ledger)
            let scans = steps.filter {
                $0.hasPrefix("SCAN statement") || $0.hasPrefix("SCAN voice")
            }
            #expect(scans.isEmpty, "\(name): \(steps)")
            let search = SearchQuery(words: "x", filter: filter)
            let found = try plan(LedgerDatabase.request(search, pattern: "\"x\""), ledger)
            // The blocks that hold the words, how they rank, and the voices of a row that a person corrected.
            let others = found.filter {
                $0.hasPrefix("SCAN") && !$0.contains("blockSearch") && $0 != "SCAN ranked"
                    && !$0.hasPrefix("SCAN json_each")
            }
            #expect(others.isEmpty, "search by \(name): \(found)")
        }
        let plain = try plan(
            LedgerDatabase.request(SearchQuery(words: "x"), pattern: "\"x\""),
            ledger
        )
        #expect(!plain.contains { $0.hasPrefix("SCAN article") || $0 == "SCAN block" }, "\(plain)")
        for (name, step) in [
            ("source", "statementBySource"), ("pair", "statementBySource"),
            ("target", "statementByTarget"), ("family", "statementByTarget"),
            ("likeness", "statementBySource"),
        ] {
            let filter = try #require(filters.first { $0.0 == name }?.1)
            let steps = try plan(LedgerDatabase.request(filter), ledger)
            #expect(steps.contains { $0.contains(step) }, "\(name): \(steps)")
        }
        let party = StatementFilter(party: russia, polarity: .notDone, limit: 50)
        let window = try plan(LedgerDatabase.windowRequest(party, edge: 0), ledger)
        #expect(window.contains { $0.contains("articleByDay") }, "\(window)")
        #expect(!window.contains { $0.contains("statementBy") }, "\(window)")
        let between = try plan(
            SQL(sql: LedgerDatabase.articlesBetween, arguments: [1, "a", 2, "b"]),
            ledger
        )
        #expect(between.allSatisfy { $0.hasPrefix("SEARCH") && $0.contains("articleByDay") })
        let list = try plan(
            "\(ArticleReader.summary(Clocks(on: Samples.today))) ORDER BY knownOn, id",
            ledger
        )
        #expect(list.filter { $0.hasPrefix("SCAN") } == ["SCAN article USING INDEX articleByDay"])
    }

    @Test func `the queries of ties read no table from end to end`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let clocks = Clocks(on: Samples.today, knownBy: Samples.today)
        let parties = [ActorCode("RUS"), ActorCode("IRN")]
        for filter in [
            TieFilter(), TieFilter(clocks: clocks, kind: .ally), TieFilter(parties: parties),
            TieFilter(clocks: clocks, kind: .member, parties: parties, limit: 3),
        ] {
            let steps = try plan(LedgerDatabase.request(filter), ledger)
            #expect(!steps.contains { $0.hasPrefix("SCAN tie") }, "\(steps)")
        }
    }

    @Test func `an article finds its neighbours by an index, whatever the clocks`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let day = Samples.today
        for clocks in [Clocks.unset, Clocks(on: day), Clocks(on: day, knownBy: day)] {
            for (sign, order) in [("<", "DESC"), (">", "ASC")] {
                let steps = try plan(
                    ArticleReader.nearest(
                        to: "a1",
                        SQL(sql: sign),
                        SQL(sql: order),
                        clocks,
                        ArticleReader.conditions(clocks)
                    ),
                    ledger
                )
                #expect(!steps.contains { $0.hasPrefix("SCAN") }, "\(steps)")
                #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
            }
        }
    }

    @Test func `parties are counted in one pass over each table of statements`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let steps = try plan(LedgerDatabase.partyRequest(.unset), ledger)
        #expect(!steps.contains { $0.contains("article") || $0.contains("voice") }, "\(steps)")
    }

    @Test func `an article finds its kin by an index`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        for (sql, step) in [
            (KinIndex.copySharers, "SEARCH copyBand USING PRIMARY KEY (hash=?"),
            (KinIndex.copySharers, "SEARCH waitingCopyBand USING PRIMARY KEY (hash=?"),
            (
                KinIndex.translationSharers,
                "SEARCH translationBand USING PRIMARY KEY (period=? AND language=? AND hash=?"
            ),
        ] {
            let steps = try plan(SQL(sql: sql.replacing(/\?\d*/, with: "1")), ledger)
            #expect(steps.contains { $0.contains(step) }, "\(steps)")
        }
    }

    @Test func `the queue of the review desk begins at an index of doubt`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let request = LedgerDatabase.waiting(
            StatementFilter(),
            "Ana",
            .guess,
            .notDone,
            offset: 0,
            most: 64
        )
        let steps = try plan(request, ledger)
        #expect(steps.contains { $0.contains("USING INDEX statementByGuess") }, "\(steps)")
    }

    @Test func `a page of the list of articles goes on in their order`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let steps = try plan(ArticleReader.list(.unset, after: "a1", limit: 100), ledger)
        #expect(
            steps.contains { $0.contains("SEARCH article USING INDEX articleByDay") },
            "\(steps)"
        )
        #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
    }

    @Test func `the roots that agree with a statement of the queue are looked up`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let sql = LedgerDatabase.agreeing.replacing("?", with: "'a'")
        let steps = try plan(SQL(sql: sql), ledger)
        #expect(steps.count == 2 && steps.allSatisfy { $0.hasPrefix("SEARCH") }, "\(steps)")
    }

    @Test func `the schema knows each word of the vocabularies, and no other`() throws {
        let vocabularies: [(table: String, column: String, words: [String])] = [
            ("block", "role", ["title", "heading", "paragraph", "list-item", "stamp"]),
            ("block", "discard", Block.Discard.allCases.map(\.rawValue)),
            ("statement", "act", Act.allCases.map(\.rawValue)),
            ("statement", "kind", SupportKind.allCases.map(\.rawValue)),
            ("statement", "polarity", Polarity.allCases.map(\.rawValue)),
            ("statement", "modality", Modality.allCases.map(\.rawValue)),
            ("tie", "kind", Tie.Kind.allCases.map(\.rawValue)),
            ("tie", "modality", Modality.allCases.map(\.rawValue)),
            ("person", "role", Person.Role.allCases.map(\.rawValue)),
            ("omission", "reason", Omission.Reason.allCases.map(\.rawValue)),
            ("relay", "reason", Relay.Reason.allCases.map(\.rawValue)),
            ("testimony", "kind", Root.Kind.allCases.map(\.rawValue)),
            ("reviewDecision", "kind", ReviewDecision.Kind.allCases.map(\.rawValue)),
            ("reviewedStatement", "state", ReviewMark.State.allCases.map(\.rawValue)),
            ("reviewedStatement", "act", Act.allCases.map(\.rawValue)),
            ("reviewedStatement", "kind", SupportKind.allCases.map(\.rawValue)),
            ("reviewedStatement", "modality", Modality.allCases.map(\.rawValue)),
        ]
        let ledger = try Samples.ledger()
        for (table, column, words) in vocabularies {
            let schema = try ledger.read { database in
                try String.fetchOne(
                    database,
                    sql: "SELECT sql FROM sqlite_master WHERE name = ?",
                    arguments: [table]
                )
            }
            let check = try #require(
                schema?.split(separator: "CHECK (\(column) = ").dropFirst().first?
                    .split(separator: ")").first
            )
            let known = check.split(separator: " OR ").map {
                $0.trimmingPrefix { $0 != "'" }.dropFirst().prefix { $0 != "'" }
            }
            #expect(Set(known.map(String.init)) == Set(words), "\(table).\(column)")
        }
    }

    @Test func `the words of an article can never be changed`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        for change in [
            "UPDATE article SET text = 'other'", "UPDATE block SET startByte = 1",
            "DELETE FROM article", "UPDATE statement SET act = 'hug'",
            "UPDATE statement SET confidence = 2", "UPDATE statement SET firstDay = NULL",
        ] {
            let error = #expect(throws: LedgerError.self) {
                try ledger.write { try $0.execute(sql: change) }
            }
            #expect(error?.kind == .refused, "\(change)")
        }
    }

    @Test func `check finds a quote that is not what stands there, and a stale index`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.write {
            try $0.execute(sql: "UPDATE statement SET quote = 'x' WHERE id = 'a1s1'")
        }
        #expect(
            try ledger.check() == [
                """
                The quote of a row of 'statement' at bytes 7 to 26 of article a1 is not what \
                stands there.
                """
            ]
        )
        let other = try Samples.ledger(Samples.iran())
        try other.write { database in
            try database.execute(sql: "INSERT INTO blockSearch(blockSearch) VALUES ('delete-all')")
        }
        #expect(try other.check() == ["The full-text index does not agree with the articles."])
    }
}
