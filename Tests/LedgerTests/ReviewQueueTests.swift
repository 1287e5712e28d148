import Diplomacy
import Testing

@testable import Ledger

/// What waits for a word, in which order and for whom.
struct ReviewQueueTests {
    private let day = Samples.day("2026-03-01")
    private let later = Samples.day("2026-03-05")

    @Test func `the queue begins with guesses, then one root, then what did not happen`() throws {
        let article = Samples.article("q", ["one two three four five"], published: "2025-07-01")
        func statement(
            _ id: String,
            _ confidence: Double,
            _ polarity: Polarity
        ) -> Diplomacy.Statement {
            Samples.statement(
                id,
                in: article,
                id,
                polarity: polarity,
                speakers: [Voice(name: "the \(id) minister")],
                date: "2025-06",
                confidence: confidence
            )
        }
        let ledger = try Samples.ledger(
            Samples.coded(
                article,
                [
                    statement("one", 0.9, .done), statement("two", 0.6, .done),
                    statement("three", 0.7, .notDone), statement("four", 0.4, .done),
                    statement("five", 0.95, .notDone),
                ]
            )
        )
        let queue = try ledger.reviewQueue()
        #expect(queue.map(\.id).first == "four")
        #expect(Set(queue.map(\.id).prefix(3)) == ["four", "three", "two"])
        #expect(queue.first?.reasons.first == "a guess (40 of 100)")
        try ledger.decide(Judgement(.accept, "four", by: "Ana", on: day))
        #expect(try ledger.reviewQueue(limit: 1).map(\.id) != ["four"])
        #expect(try ledger.reviewQueue(limit: 2).count == 2)
    }

    @Test func `the queue is each reviewer's own, and shows what the coder read`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let all = try ledger.reviewQueue(for: "Ben").map(\.id)
        try ledger.decide(Judgement(.reject, "a1s1", by: "Ana", on: day, words: "a rumour"))
        try ledger.correct("a1s2") { $0.source = ActorCode("CHN") }
        #expect(try ledger.reviewQueue(for: "Ana").isEmpty)
        #expect(try ledger.reviewQueue().isEmpty)
        let queue = try ledger.reviewQueue(for: "Ben")
        #expect(queue.map(\.id) == all)
        #expect(queue.allSatisfy { $0.recorded.review == nil })
        #expect(!queue.map(\.recorded.statement.source).contains(ActorCode("CHN")))
        let note = try ledger.decide(Judgement(.note, "a1s1", by: "Ben", on: day, words: "see"))
        #expect(try ledger.reviewQueue(for: "Ben").map(\.id) == all)
        try ledger.undo(note.id, by: "Ben", on: day)
        let word = try ledger.decide(Judgement(.accept, "a1s1", by: "Ben", on: day, isBlind: true))
        #expect(try ledger.reviewQueue(for: "Ben").map(\.id) == all.filter { $0 != "a1s1" })
        try ledger.undo(word.id, by: "Ben", on: later)
        #expect(try ledger.reviewQueue(for: "Ben").map(\.id) == all)
    }

    @Test func `two who correct alike without seeing each other agree`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.correct("a1s1") { $0.source = ActorCode("CHN") }
        var core = StatementCore(try #require(try ledger.statement("a1s1", for: "Ben")).statement)
        #expect(core.source != ActorCode("CHN"))
        core.source = ActorCode("CHN")
        let same = Judgement(.correct, "a1s1", by: "Ben", on: day, readings: [core], isBlind: true)
        try ledger.decide(same)
        #expect(try ledger.reviewAgreement().fields.first?.alpha.observed == 1)
        #expect(throws: LedgerError.self, "the second word is on what stands") {
            try ledger.decide(same)
        }
    }

    @Test(arguments: 1...4)
    func `the queue is the same as when everything is weighed and put in order`(
        seed: UInt64
    ) throws {
        var random = SplitMix(seed: seed)
        let ledger = try LedgerDatabase.inMemory()
        for number in 0..<30 {
            let words = (0..<4).map { "Line \(number) of part \($0) tells of aid." }
            let article = Samples.article(
                "q\(100 + number)",
                words,
                outlet: ["Alpha", "Bravo", "Delta", "Kilo", "Sierra"][random.below(5)],
                published: Day(number: 20_000 + random.below(9)).description
            )
            let statements = (0..<4).map { place in
                Samples.statement(
                    "\(article.id)s\(place)",
                    in: article,
                    "part \(place) tells",
                    source: ["RUS", "IRN"][random.below(2)],
                    target: [nil, "ARM", "IRN", "RUS"][random.below(4)],
                    act: [.aid, .support, .agree][random.below(3)],
                    polarity: random.below(2) == 0 ? .done : .notDone,
                    date: [nil, Day(number: 20_000 + random.below(4)).description][random.below(2)],
                    confidence: Double(random.below(21)) / 20
                )
            }
            _ = try ledger.record(
                Samples.coded(article, statements),
                readOn: Samples.today,
                source: nil
            )
        }
        let judged = try ledger.statements().prefix(40).map(\.id)
        for id in judged where random.below(4) == 0 {
            try ledger.decide(Judgement(.accept, id, by: "Ana", on: Samples.today))
        }
        for id in judged where random.below(4) == 0 {
            try ledger.decide(Judgement(.note, id, by: "Ana", on: Samples.today, words: "see"))
        }
        let events = try ledger.weighed().events
        let roots = events.reduce(into: [String: Int]()) { roots, event in
            for id in event.statements { roots[id] = max(1, event.roots.count) }
            for id in event.disputes { roots[id] = max(1, event.disputingRoots.count) }
        }
        let plain = try ledger.statements().filter { $0.review == nil }.enumerated().map {
            let statement = $1.statement
            let confidence = statement.confidence
            let rank = [
                confidence < 0.5 ? 0 : confidence < 0.75 ? 1 : 2, roots[statement.id] == 1 ? 0 : 1,
                statement.polarity == .notDone ? 0 : 1, confidence, Double($0),
            ]
            return (rank: rank, id: statement.id)
        }
        .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.id)
        #expect(plain.count > 80 && Set(roots.values).count > 1)
        #expect(try ledger.reviewQueue().map(\.id) == plain)
        #expect(try ledger.reviewQueue(limit: 7).map(\.id) == Array(plain.prefix(7)))
    }
}
