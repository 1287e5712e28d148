import Diplomacy
import GRDB
import Testing

@testable import Ledger

/// What pages need beside their subject.
struct GlanceTests {
    /// Three articles, one of them undated.
    private func ledger() throws -> LedgerDatabase {
        let late = Samples.article(
            "b1",
            ["Iran condemned Moscow."],
            outlet: nil,
            published: "2026-01-10"
        )
        let undated = Samples.article("c1", ["Armenia left the alliance."], captions: [0])
        return try Samples.ledger(
            Samples.iran(),
            Samples.coded(
                late,
                [
                    Samples.statement(
                        "b1s1",
                        in: late,
                        "condemned Moscow",
                        source: "IRN",
                        target: "RUS",
                        date: "2026-01"
                    )
                ]
            ),
            Samples.coded(undated, [])
        )
    }

    @Test(arguments: [1, 2, 256])
    func `articles have the numbers of the list, counted from marks or from its beginning`(
        step: Int
    ) throws {
        let ledger = try ledger()
        let ids = try ledger.articles().map(\.id)
        #expect(ids.count == 3)
        let numbers = try ledger.numbers(ofArticles: ids + ["none"])
        #expect(ids.map { numbers[$0] } == [1, 2, 3])
        let marks = try ledger.articleMarks(step: step)
        #expect(try ledger.numbers(ofArticles: ids + ["none"], marks) == numbers)
        #expect(try ledger.heads(ofArticles: .unset).map(\.id) == ids)
    }

    @Test func `parties are counted as their statements are listed`() throws {
        let ledger = try ledger()
        for clocks in [
            Clocks.unset, Clocks(on: Samples.day("2025-12-31")),
            Clocks(knownBy: Samples.day("2025-12-31")),
        ] {
            var counts: [ActorCode: Int] = [:]
            for recorded in try ledger.statements(StatementFilter(clocks: clocks)) {
                let parties = [recorded.statement.source, recorded.statement.target]
                for party in Set(parties.compactMap(\.self)) { counts[party, default: 0] += 1 }
            }
            let found = try ledger.partyCounts(clocks)
            #expect(found.map(\.actor) == counts.keys.sorted())
            #expect(found.allSatisfy { counts[$0.actor] == $0.statements })
        }
    }

    @Test func `who is told of on a day is who is counted then`() throws {
        let ledger = try ledger()
        let all = try ledger.partyCounts(.unset).map(\.actor) + [ActorCode("VAT")]
        for day in ["2020-01-01", "2025-06-14", "2025-12-31"] {
            for clocks in [Clocks(on: Samples.day(day)), Clocks(knownBy: Samples.day(day))] {
                #expect(
                    try ledger.told(of: all, clocks)
                        == ledger.partyCounts(clocks).map(\.actor)
                )
            }
        }
    }

    @Test func `an article's neighbours are those beside it in the list`() throws {
        let ledger = try ledger()
        for clocks in [Clocks.unset, Clocks(on: Samples.day("2025-12-31"))] {
            let list = try ledger.articles(clocks)
            for (place, article) in list.enumerated() {
                let (before, after) = try ledger.neighbours(ofArticle: article.id, clocks)
                #expect(before?.id == (place > 0 ? list[place - 1].id : nil))
                #expect(after?.id == (place + 1 < list.count ? list[place + 1].id : nil))
            }
        }
        #expect(try ledger.neighbours(ofArticle: "none", .unset).before == nil)
    }

    @Test func `the newest articles are the end of the list`() throws {
        let ledger = try ledger()
        let list = try ledger.articles()
        let (newest, count) = try ledger.newestArticles(.unset, limit: 2)
        #expect(count == list.count)
        #expect(newest.map(\.id) == list.suffix(2).map(\.id))
    }

    @Test func `an outlet is known by the file or by the head of the page`() throws {
        let found = try ledger().outlets(ofArticles: ["a1", "b1", "none"])
        #expect(found == ["a1": "Example Post"])
    }

    @Test func `what was left out is counted of each article`() throws {
        let counts = try ledger().leftOut()
        #expect(counts["c1"]?.discards == [.caption: 1])
        #expect(counts["b1"] == nil)
    }

    @Test func `the days of an empty ledger are none`() throws {
        #expect(try LedgerDatabase.inMemory().knownDays() == nil)
        #expect(try ledger().knownDays()?.first == Samples.day("2025-06-14"))
    }

    @Test func `a batch stands whole or not at all`() throws {
        let ledger = try LedgerDatabase.inMemory()
        let good = Samples.iran()
        let other = Samples.article("z9", ["Moscow sent arms."])
        let bad = Samples.coded(other, [Samples.statement("z", in: good.article, "Russia")])
        #expect(throws: LedgerError.self) {
            try ledger.record([(good, Samples.today), (bad, Samples.today)])
        }
        #expect(try ledger.articles().isEmpty)
        // The schema refuses this one: another article has its statement.
        let twin = Samples.coded(other, [Samples.statement("a1s1", in: other, "Moscow")])
        #expect(throws: LedgerError.self) {
            try ledger.record([good, twin].map { try ledger.prepared($0, readOn: Samples.today) })
        }
        #expect(try ledger.articles().isEmpty)
        #expect(try ledger.check().isEmpty)
        try ledger.record([(good, Samples.today)])
        #expect(try ledger.articles().count == 1)
    }

    @Test func `an article without a title is called by its first words, whole ones`() throws {
        let long =
            "Союзники не прийшли на допомогу столиці, хоча обіцяли це багато років поспіль і досі мовчать"
        let cases: [(String, [String], String?)] = [
            ("a", ["Photo.", "The allies stayed away."], "The allies stayed away."),
            (
                "b", ["Photo.", long],
                "Союзники не прийшли на допомогу столиці, хоча обіцяли це багато років …"
            ),
            (
                "c", ["Photo.", String(repeating: "x", count: 400)],
                String(repeating: "x", count: 70) + "…"
            ),
            ("d", ["Photo."], nil),
        ]
        let ledger = try LedgerDatabase.inMemory()
        for (id, paragraphs, _) in cases {
            let article = Samples.article(id, paragraphs, captions: [0])
            _ = try ledger.record(Samples.coded(article), readOn: Samples.today, source: nil)
        }
        let titled = Samples.article("e", ["Words."], title: "A title")
        _ = try ledger.record(Samples.coded(titled), readOn: Samples.today, source: nil)
        for (id, _, opening) in cases {
            let summary = try #require(try ledger.articles().first { $0.id == id })
            #expect(summary.opening == opening)
            #expect(summary.name == opening ?? "a.txt")
            #expect(try ledger.opening(ofArticle: id) == opening)
        }
        #expect(try ledger.articles().first { $0.id == "e" }?.name == "A title")
        #expect(try ledger.heads(ofArticles: .unset).map(\.opening) == cases.map(\.2) + [nil])
    }
}
