import Diplomacy
import Testing

@testable import Ledger

/// Clocks, filters and ids.
struct QuestionTests {
    /// Three articles: June 2025; January 2026, which tells of June and of January; and an undated
    /// one, read on 2026-02-01.
    func ledger() throws -> LedgerDatabase {
        let late = Samples.article(
            "b1",
            ["Москва помогла Ирану ещё в июне.", "В январе Иран осудил Москву."],
            outlet: "Пример",
            language: "ru",
            published: "2026-01-10"
        )
        let undated = Samples.article("c1", ["Armenia left the alliance."])
        return try Samples.ledger(
            Samples.iran(),
            Samples.coded(
                late,
                [
                    Samples.statement(
                        "b1s1",
                        in: late,
                        "помогла Ирану",
                        speakers: [Voice(name: "Дмитрий ПЕСКОВ")],
                        date: "2025-06"
                    ),
                    Samples.statement(
                        "b1s2",
                        in: late,
                        "осудил Москву",
                        source: "IRN",
                        target: "RUS",
                        act: .accuse,
                        modality: .fact,
                        date: "2026-01"
                    ),
                ]
            ),
            Samples.coded(
                undated,
                [
                    Samples.statement(
                        "c1s1",
                        in: undated,
                        "left the alliance",
                        source: "ARM",
                        target: "IGO:CSTO",
                        act: .retreat
                    )
                ]
            )
        )
    }

    func ids(_ filter: StatementFilter) throws -> [String] {
        try ledger().statements(filter).map(\.id)
    }

    @Test func `statements come in the order of the day they became known`() throws {
        #expect(try ids(StatementFilter()) == ["a1s1", "a1s2", "b1s1", "b1s2", "c1s1"])
        #expect(try ids(StatementFilter(limit: 2)) == ["a1s1", "a1s2"])
        #expect(try ids(StatementFilter(limit: 0)) == [])
    }

    @Test func `a list goes on behind a statement, and can begin with what became known last`()
        throws
    {
        #expect(try ids(StatementFilter(after: "a1s2")) == ["b1s1", "b1s2", "c1s1"])
        #expect(try ids(StatementFilter(isNewestFirst: true)).first == "c1s1")
        #expect(
            try ids(StatementFilter(limit: 1, after: "b1s2", isNewestFirst: true)) == ["b1s1"]
        )
        #expect(try ids(StatementFilter(after: "no such statement")) == [])
    }

    @Test func `the beginning of a list is the same, whether articles or an index lead to it`()
        throws
    {
        let ledger = try ledger()
        let parties = ["RUS", "IRN", "ARM"].map { ActorCode($0) }
        let days = [nil, Samples.day("2025-06-14"), Samples.day("2026-01-31")]
        var filters = parties.flatMap { party in
            [nil, "a1s1", "b1s2"].map { StatementFilter(party: party, after: $0) }
        }
        filters = filters.flatMap { filter in
            days.map { day in
                var filter = filter
                filter.clocks = Clocks(knownBy: day)
                return filter
            }
        }
        var asked: [Day?] = []
        for isNewestFirst in [false, true] {
            for (var filter, articles) in filters.flatMap({ [($0, 1), ($0, 9)] }) {
                filter.isNewestFirst = isNewestFirst
                let all = try ledger.statements(filter)
                filter.limit = 1
                var found: [String] = []
                let isFound = try ledger.eachOfWindow(filter, muchTold: 1, articles: articles) {
                    found.append($0.id)
                }
                guard isFound else { continue }
                asked.append(filter.clocks.knownBy)
                #expect(found == all.prefix(1).map(\.id))
            }
        }
        for day in days {
            #expect(asked.count { $0 == day } > 6)
        }
    }

    @Test
    func `what became known after the day of knowledge does not hide the beginning of a list`()
        throws
    {
        let ledger = try ledger()
        var filter = StatementFilter(
            clocks: Clocks(knownBy: Samples.day("2025-06-14")),
            party: ActorCode("RUS"),
            isNewestFirst: true
        )
        let all = try ledger.statements(filter).map(\.id)
        filter.limit = 1
        var found: [String] = []
        // One article alone is gone through.
        let isFound = try ledger.eachOfWindow(filter, muchTold: 1, articles: 0) {
            found.append($0.id)
        }
        #expect(isFound)
        #expect(!found.isEmpty && found == Array(all.prefix(1)))
    }

    @Test func `a fingerprint names what a ledger holds, whatever the order of reading`() throws {
        let (one, other) = (try ledger(), try ledger())
        #expect(try one.fingerprint() == other.fingerprint())
        let stamp = try one.changeStamp()
        let article = Samples.article("d1", ["Nothing new."])
        _ = try one.record(
            Samples.coded(article, []),
            readOn: Samples.day("2026-02-02"),
            source: nil
        )
        #expect(try one.fingerprint() != other.fingerprint())
        #expect(try one.changeStamp() != stamp)
    }

    @Test func `each filter narrows`() throws {
        let russia = ActorCode("RUS")
        let iran = ActorCode("IRN")
        let cases: [(String, StatementFilter, [String])] = [
            ("source", StatementFilter(source: russia), ["a1s1", "b1s1"]),
            ("target", StatementFilter(target: russia), ["b1s2"]),
            ("party", StatementFilter(party: russia), ["a1s1", "b1s1", "b1s2"]),
            ("pair", StatementFilter(pair: (iran, russia)), ["a1s1", "b1s1", "b1s2"]),
            ("act", StatementFilter(act: .assault), ["a1s2"]),
            ("polarity", StatementFilter(polarity: .notDone), ["a1s1"]),
            ("modality", StatementFilter(modality: .fact), ["a1s2", "b1s2"]),
            ("speaker", StatementFilter(speaker: "peskov"), ["a1s1"]),
            ("any voice of the chain", StatementFilter(speaker: "kremlin"), ["a1s1"]),
            ("Cyrillic speaker", StatementFilter(speaker: "песков"), ["b1s1"]),
            ("no letters", StatementFilter(speaker: ""), ["a1s1", "a1s2", "b1s1", "b1s2", "c1s1"]),
            ("a sign of SQL", StatementFilter(speaker: "%'"), []),
            ("language", StatementFilter(language: "ru"), ["b1s1", "b1s2"]),
            ("article", StatementFilter(article: "c1"), ["c1s1"]),
            ("both", StatementFilter(source: russia, language: "ru"), ["b1s1"]),
        ]
        for (name, filter, expected) in cases {
            #expect(try ids(filter) == expected, "\(name)")
        }
    }

    @Test func `an id may be cut while it stays the only one`() throws {
        let ledger = try ledger()
        #expect(try ledger.statement("c1")?.id == "c1s1")
        #expect(try ledger.statement("b1s2")?.article.id == "b1")
        #expect(try ledger.article("b")?.id == "b1")
        #expect(try ledger.statement("zz") == nil)
        #expect(try ledger.statement("") == nil)
        #expect(try ledger.article("' OR 1 --") == nil)
        let error = #expect(throws: LedgerError.self) { try ledger.statement("b1") }
        #expect(error?.kind == .ambiguous)
        #expect(
            error?.description
                == "b1: begins several ids of the ledger (b1s1, b1s2). Write more of its letters."
        )
    }

    @Test func `a whole id is found although it begins another`() throws {
        let ledger = try Samples.ledger(Samples.iran("a1"), Samples.iran("a12"))
        #expect(try ledger.article("a1")?.id == "a1")
    }

    @Test func `an inferred publication ends by the day of reading and is known from it on`() throws
    {
        let told = Samples.article(
            "d1",
            ["Armenia left the alliance."],
            published: "2025-06-13~/2028-06-13~"
        )
        let ledger = try Samples.ledger(Samples.coded(told, []))
        let article = try #require(try ledger.article("d1"))
        #expect(article.publication.interval?.edtf == "2025-06-13~/2026-02-01~")
        #expect(try ledger.articles(Clocks(knownBy: Samples.day("2026-01-31"))).isEmpty)
        #expect(try ledger.articles(Clocks(knownBy: Samples.today)).map(\.id) == ["d1"])
    }

    @Test func `what was in June has happened when June is over, or when somebody has told it`()
        throws
    {
        func coded(_ id: String, _ published: String, _ date: String) -> CodedArticle {
            let article = Samples.article(id, ["Moscow sent arms."], published: published)
            let told = Samples.statement("\(id)s", in: article, "Moscow sent arms", date: date)
            return Samples.coded(article, [told])
        }
        let ledger = try Samples.ledger(
            coded("a", "2025-06-24", "2025-06"),
            coded("b", "2025-08-01", "2025-06"),
            coded("c", "2025-05-20", "2025-06"),
            coded("d", "2025-08-02", "2025-06-13")
        )
        func told(_ on: String) throws -> [String] {
            let clocks = Clocks(on: Samples.day(on))
            let filter = StatementFilter(clocks: clocks)
            let ids = try ledger.statements(filter).map(\.id).sorted()
            #expect(try ledger.pairCounts(clocks).reduce(0) { $0 + $1.statements } == ids.count)
            #expect(
                try ledger.partyCounts(clocks).map(\.statements)
                    == (ids.isEmpty ? [] : [ids.count, ids.count])
            )
            return ids
        }
        #expect(try told("2025-05-31") == [])
        // What was expected in June is expected from its first day on.
        #expect(try told("2025-06-01") == ["cs"])
        #expect(try told("2025-06-12") == ["cs"])
        #expect(try told("2025-06-13") == ["cs", "ds"])
        #expect(try told("2025-06-24") == ["as", "cs", "ds"])
        #expect(try told("2025-06-29") == ["as", "cs", "ds"])
        #expect(try told("2025-06-30") == ["as", "bs", "cs", "ds"])
    }
}
