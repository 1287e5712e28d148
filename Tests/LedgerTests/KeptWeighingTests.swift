import Diplomacy
import Foundation
import GRDB
import Testing

@testable import Ledger

/// What the ledger keeps of roots and happenings is what is made anew from all statements.
struct KeptWeighingTests {
    /// Every statement with its root and happening, as a sentence each.
    func kept(_ ledger: LedgerDatabase) throws -> [String]? {
        try ledger.weighedStatements([StatementFilter()]) {
            "\(withoutTrail($0.statement)) \($0.article.outlet ?? "-") \($0.root.map { "\($0)" } ?? "-") \($0.event ?? "-")"
        }
    }

    /// What is weighed comes without how it was read.
    private func withoutTrail(_ statement: Diplomacy.Statement) -> Diplomacy.Statement {
        Diplomacy.Statement(
            id: statement.id,
            source: statement.source,
            target: statement.target,
            act: statement.act,
            kind: statement.kind,
            polarity: statement.polarity,
            modality: statement.modality,
            speakers: statement.speakers,
            date: statement.date,
            evidence: statement.evidence,
            confidence: statement.confidence,
            marks: statement.marks,
            trail: []
        )
    }

    func madeAnew(_ ledger: LedgerDatabase) throws -> [String] {
        let recorded = try ledger.statements()
        let weighed = try ledger.weighed(recorded, clocks: .unset, everyArticle: true)
        return recorded.map { recorded in
            let outlet =
                recorded.article.outlet ?? weighed.graph.outletName(of: recorded.article.id)
            let root = weighed.roots[recorded.id].map { "\($0)" } ?? "-"
            return
                "\(withoutTrail(recorded.statement)) \(outlet ?? "-") \(root) \(weighed.eventOfStatement[recorded.id] ?? "-")"
        }
    }

    /// How many roots agree with each statement, as it is kept, and made anew.
    private func agreeing(
        _ ledger: LedgerDatabase
    ) throws -> (kept: [String: Int], anew: [String: Int]) {
        let rows = try ledger.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id || CASE part WHEN 0 THEN '' ELSE '~' || part END, agreeing
                    FROM weighed JOIN statement ON statement.key = statementKey
                    """
            ).map { ($0[0] as String, $0[1] as Int) }
        }
        let weighed = try ledger.weighed(try ledger.statements(), clocks: .unset)
        return (Dictionary(uniqueKeysWithValues: rows), weighed.agreeing)
    }

    /// The news of `WeighingClockTests`, with articles that credit an outlet of the ledger, and another
    /// reading of some.
    static func news(
        _ random: inout SplitMix
    ) -> [(coded: CodedArticle, source: SourceStamp)] {
        var news: [(coded: CodedArticle, source: SourceStamp)] = []
        for coded in WeighingClockTests.articles(&random, count: 20) {
            let article = coded.article
            news.append((coded, Samples.stamp(article.id)))
            switch random.below(4) {
            case 0:
                // Fewer statements of the same text.
                let fewer = Samples.coded(article, Array(coded.statements.dropFirst()))
                news.append((fewer, Samples.stamp(article.id, version: "2")))
            case 1:
                let words = article.text.split(separator: "\n").map(String.init)
                let credited = Samples.article(
                    "\(article.id)c",
                    words + [
                        "Originally published by Outlet \(["One", "Two", "Seven"][random.below(3)])."
                    ],
                    outlet: "Outlet \(["Eight", "Nine"][random.below(2)])",
                    published: article.publication.interval?.last.description
                )
                let statement = Samples.statement(
                    "\(credited.id)s",
                    in: credited,
                    "line 0 tells",
                    source: "RUS",
                    target: [nil, "IRN", "ARM"][random.below(3)],
                    act: [.consult, .aid][random.below(2)],
                    date: article.publication.interval?.last.description
                )
                // Another text of the same bytes: the earlier article gives way.
                let source =
                    random.below(2) == 0
                    ? Samples.stamp(article.id, version: "3") : Samples.stamp(credited.id)
                news.append((Samples.coded(credited, [statement]), source))
            default: break
            }
        }
        return news
    }

    func decide(_ ledger: LedgerDatabase, _ random: inout SplitMix, day: Day) throws {
        let ids = try ledger.statements().map(\.id)
        guard ids.count > 1 else { return }
        let (one, other) = (ids[random.below(ids.count)], ids[random.below(ids.count)])
        let stands = try #require(try ledger.statement(one)).statement
        var core = StatementCore(stands)
        core.target = core.target == ActorCode("UKR") ? ActorCode("IRN") : ActorCode("UKR")
        var second = core
        second.act = .threaten
        switch random.below(7) {
        case 0: try ledger.decide(Judgement(.reject, one, by: "Ana", on: day, words: "a rumour"))
        case 1: try ledger.decide(Judgement(.correct, one, by: "Ana", on: day, readings: [core]))
        case 2 where StatementReader.part(one) == nil:
            try ledger.decide(Judgement(.split, one, by: "Ana", on: day, readings: [core, second]))
        case 2, 3:
            let decision = try ledger.lastDecision(of: "Ana")
            if let decision { try ledger.undo(decision.id, by: "Ana", on: day) }
        case 4, 5:
            guard one != other else { return }
            try ledger.decide(
                EventDecision(
                    one,
                    other,
                    isTogether: random.below(3) > 0,
                    decidedOn: day,
                    reason: "said so"
                )
            )
        default:
            let decisions = try ledger.decisions()
            guard !decisions.isEmpty else { return }
            let decision = decisions[random.below(decisions.count)]
            _ = try ledger.undoDecision(decision.one, decision.other)
        }
    }

    @Test(arguments: 1...12)
    func `what is kept is what is made anew, in any order of reading, re-reading and deciding`(
        seed: UInt64
    ) throws {
        var random = SplitMix(seed: seed * 313)
        let ledger = try LedgerDatabase.inMemory()
        var news = Self.news(&random)
        var day = Samples.today
        while !news.isEmpty {
            let next = news.remove(at: random.below(min(6, news.count)))
            _ = try ledger.record(next.coded, readOn: Samples.today, source: next.source)
            if random.below(3) == 0 {
                try ledger.weighWhatIsLeft()
                #expect(try kept(ledger) == madeAnew(ledger), "after \(next.coded.article.id)")
            }
            guard random.below(2) == 0 else { continue }
            let wasKept = try kept(ledger) != nil
            day = day.advanced(by: 1)
            try decide(ledger, &random, day: day)
            #expect(try (kept(ledger) != nil) == wasKept, "a person's word leaves nothing undone")
            if wasKept { #expect(try kept(ledger) == madeAnew(ledger), "after a decision") }
        }
        try ledger.weighWhatIsLeft()
        #expect(try kept(ledger) == madeAnew(ledger))
        let agreeing = try agreeing(ledger)
        #expect(agreeing.kept == agreeing.anew)
    }

    @Test func `what was read and not weighed yet is not taken for whole`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        #expect(try kept(ledger) == nil)
        try ledger.weighWhatIsLeft()
        #expect(try kept(ledger)?.count == 2)
    }

    @Test func `several questions give each statement once, in the order of the ledger`() throws {
        let ledger = try Samples.ledger(Samples.iran(), Samples.iran("a0", document: "b.txt"))
        try ledger.weighWhatIsLeft()
        let filters = ["RUS", "IRN"].map { StatementFilter(party: ActorCode($0)) }
        let found = try ledger.weighedStatements(filters, \.statement.id)
        #expect(found == ["a0s1", "a0s2", "a1s1", "a1s2"])
    }

    @Test func `what a stopped reading left is weighed as the ledger is opened for writing`() throws
    {
        try Samples.withFile { file in
            let before = try LedgerDatabase(at: file)
            _ = try before.record(Samples.iran(), readOn: Samples.today, source: nil)
            let reader = try LedgerDatabase(at: file, readOnly: true)
            #expect(try kept(reader) == nil)
            _ = try LedgerDatabase(at: file)
            #expect(try kept(reader) == madeAnew(reader))
        }
    }

    @Test func `a ledger of an earlier version is weighed as it is brought up to date`() throws {
        try Samples.withFile { file in
            let before = try LedgerDatabase(at: file)
            var random = SplitMix(seed: 8)
            for (coded, source) in Self.news(&random) {
                _ = try before.record(coded, readOn: Samples.today, source: source)
            }
            let id = try #require(try before.statements().first?.id)
            try before.decide(Judgement(.accept, id, by: "Ana", on: Samples.today))
            try before.write(Samples.forgetWeighing)
            let after = try LedgerDatabase(at: file)
            #expect(try kept(after)?.isEmpty == false)
            #expect(try kept(after) == madeAnew(after))
            #expect(try after.check() == [])
        }
    }

    @Test func `of a ledger of an earlier version the roots that agree are counted`() throws {
        try Samples.withFile { file in
            let before = try LedgerDatabase(at: file)
            var random = SplitMix(seed: 21)
            for (coded, source) in Self.news(&random) {
                _ = try before.record(coded, readOn: Samples.today, source: source)
            }
            try before.weighWhatIsLeft()
            try before.write { database in
                try database.execute(
                    sql: """
                        ALTER TABLE weighed DROP COLUMN agreeing;
                        DELETE FROM grdb_migrations WHERE identifier = '15 roots that agree';
                        """
                )
            }
            let agreeing = try agreeing(try LedgerDatabase(at: file))
            #expect(agreeing.kept == agreeing.anew && !agreeing.kept.isEmpty)
        }
    }

    @Test func `weighing again writes nothing where nothing has changed`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.weighWhatIsLeft()
        func writings() throws -> Int { try ledger.read { $0.totalChangesCount } }
        let before = try writings()
        try ledger.weighWhatIsLeft()
        #expect(try writings() == before)
    }

    @Test func `the statements of a pair are found by an index`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        for request in [WeighingWriter.between, WeighingWriter.untargeted] {
            let steps = try ledger.read { database in
                try Row.fetchAll(
                    database,
                    sql: "EXPLAIN QUERY PLAN \(request.replacing(#/\?\d/#, with: "'RUS'"))"
                ).map { $0["detail"] as String }
            }
            #expect(!steps.contains { $0.hasPrefix("SCAN") && !$0.contains("VIRTUAL") }, "\(steps)")
            #expect(steps.contains { $0.contains("statementBySource") }, "\(steps)")
        }
    }
}

extension Samples {
    /// Makes a ledger one of the time before the migration "11 weighing".
    static func forgetWeighing(_ database: Database) throws {
        let triggers = try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_master WHERE type = 'trigger'
                    AND (sql LIKE '%unweighed%' OR sql LIKE '%untraced%')
                """
        )
        for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger)") }
        for table in ["weighed", "origin", "unweighed", "unweighedArticle", "untraced"] {
            try database.execute(sql: "DROP TABLE \(table)")
        }
        try database.execute(
            sql: """
                DROP INDEX citationByOutlet;
                DELETE FROM grdb_migrations
                WHERE identifier IN ('11 weighing', '15 roots that agree');
                """
        )
    }
}
