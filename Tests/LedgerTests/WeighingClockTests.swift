import Diplomacy
import Testing

@testable import Ledger

/// Nothing that became known or true later has a say in roots, events and relays.
struct WeighingClockTests {
    /// Articles over a month by six outlets, some of them copies of earlier ones, with random
    /// statements on three pairs.
    static func articles(_ random: inout SplitMix, count: Int) -> [CodedArticle] {
        var texts: [[String]] = []
        return (0..<count).map { number in
            let isCopy = number > 3 && random.below(3) == 0
            let sentences =
                isCopy
                ? texts[random.below(texts.count)]
                : (0..<14).map {
                    "Report \(number) line \($0) tells of matter \($0 * number + 7) at length."
                }
            texts.append(sentences)
            let words =
                sentences + ["Notice \(number)."]
                + (random.below(4) == 0 ? ["As Bloomberg reported, nothing came of it."] : [])
            let article = Samples.article(
                "a\(100 + number)",
                words,
                outlet: "Outlet \(["One", "Two", "Three", "Four", "Five", "Six"][random.below(6)])",
                published: Day(number: 20_240 + random.below(30)).description
            )
            let statements = (0..<(1 + random.below(4))).map { place in
                let pair = [("RUS", "IRN"), ("RUS", "ARM"), ("IRN", "RUS")][random.below(3)]
                let day = Day(number: 20_230 + random.below(40)).description
                return Samples.statement(
                    "\(article.id)s\(place)",
                    in: article,
                    "line \(place) tells",
                    source: pair.0,
                    target: pair.1,
                    act: [.aid, .support, .accuse][random.below(3)],
                    polarity: random.below(2) == 0 ? .done : .notDone,
                    modality: [.fact, .claim, .denied, .expected][random.below(4)],
                    speakers: random.below(2) == 0
                        ? [] : [Voice(name: ["Dmitry Peskov", "an official"][random.below(2)])],
                    date: [nil, day, String(day.prefix(7))][random.below(3)]
                )
            }
            return Samples.coded(article, statements)
        }
    }

    @Test func `a question on one pair gives what the whole ledger gives`() throws {
        var random = SplitMix(seed: 77)
        let ledger = try LedgerDatabase.inMemory()
        for article in Self.articles(&random, count: 24) {
            _ = try ledger.record(article, readOn: Samples.today, source: nil)
        }
        let pair = (ActorCode("RUS"), ActorCode("IRN"))
        let narrow = try ledger.weighed(StatementFilter(pair: pair))
        let whole = try ledger.weighed()
        let ids = Set(narrow.roots.keys)
        #expect(ids.count > 10)
        #expect(narrow.events == whole.events.filter { ids.contains($0.id) })
        #expect(narrow.roots == whole.roots.filter { ids.contains($0.key) })
    }

    private func answer(_ ledger: LedgerDatabase, _ clocks: Clocks) throws -> [String] {
        let weighed = try ledger.weighed(StatementFilter(clocks: clocks))
        return weighed.events.map { "\($0)" } + weighed.graph.relays.map { "\($0)" }
            + weighed.roots.sorted { $0.key < $1.key }.map { "\($0)" }
    }

    @Test(arguments: 1...8)
    func `the answer of a day is that of a ledger which holds no more`(seed: UInt64) throws {
        var random = SplitMix(seed: seed * 1000)
        let articles = Self.articles(&random, count: 24)
        let whole = try LedgerDatabase.inMemory()
        for article in articles {
            _ = try whole.record(article, readOn: Samples.today, source: nil)
        }
        for _ in 0..<4 {
            let clocks = Clocks(
                on: random.below(2) == 0 ? nil : Day(number: 20_235 + random.below(35)),
                knownBy: random.below(4) == 0 ? nil : Day(number: 20_240 + random.below(30))
            )
            let narrow = try LedgerDatabase.inMemory()
            for coded in articles {
                let known = coded.article.knownOn(readOn: Samples.today)
                if let by = clocks.knownBy, known > by { continue }
                let told = coded.statements.filter { statement in
                    let date = statement.date ?? DayInterval(known)
                    return clocks.on.map { max(date.first, min(date.last, known)) <= $0 } ?? true
                }
                _ = try narrow.record(
                    Samples.coded(coded.article, told),
                    readOn: Samples.today,
                    source: nil
                )
            }
            #expect(try answer(whole, clocks) == answer(narrow, .unset), "\(clocks)")
        }
    }

    @Test func `the order of reading is of no account`() throws {
        var random = SplitMix(seed: 5)
        let articles = Self.articles(&random, count: 24)
        var answers: [[String]] = []
        for order in [articles, articles.reversed()] {
            let ledger = try LedgerDatabase.inMemory()
            for article in order {
                _ = try ledger.record(article, readOn: Samples.today, source: nil)
            }
            answers.append(try answer(ledger, .unset))
        }
        #expect(answers[0] == answers[1])
        #expect(!answers[0].isEmpty)
    }

    @Test func `articles that credit one another in a circle are one source, and nothing hangs`() {
        func node(_ id: String, _ outlet: String, credits other: String) -> RelayGraph.Node {
            RelayGraph.Node(
                id: id,
                outlet: outlet,
                outletName: outlet,
                knownOn: Samples.today,
                isAggregator: false,
                isTranslation: false,
                citations: [
                    Citation(
                        outlet: other,
                        name: other,
                        isKnown: true,
                        isCredit: true,
                        range: 0..<1
                    )
                ]
            )
        }
        let topic: Set<Set<ActorCode>> = [[ActorCode("RUS"), ActorCode("IRN")]]
        let graph = RelayGraph(
            [
                node("a", "A", credits: "B"), node("b", "B", credits: "C"),
                node("c", "C", credits: "A"),
            ],
            pairs: [],
            topics: ["a": topic, "b": topic, "c": topic]
        )
        #expect(graph.relays.count == 3)
        #expect(Set(["a", "b", "c"].map { graph.source(of: $0).article }) == ["a"])
    }
}
