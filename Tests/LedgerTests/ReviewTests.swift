import Diplomacy
import GRDB
import Testing

@testable import Ledger

struct ReviewTests {
    private let day = Samples.day("2026-03-01")
    private let later = Samples.day("2026-03-05")

    @Test func `what is rejected does not count any more, anywhere`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.decide(Judgement(.reject, "a1s1", by: "Ana", on: day, words: "a rumour"))
        #expect(try ledger.statements().map(\.id) == ["a1s2"])
        #expect(try ledger.statements(ofArticle: "a1").map(\.id) == ["a1s2"])
        #expect(try ledger.articles().map(\.statementCount) == [1])
        #expect(try ledger.search(SearchQuery(words: "Peskov")).flatMap(\.statements) == [])
        let filter = StatementFilter(polarity: .notDone)
        #expect(try ledger.search(SearchQuery(words: "Peskov", filter: filter)).isEmpty)
        #expect(try ledger.weighed().roots["a1s1"] == nil)
        let rejected = try #require(try ledger.statement("a1s1"))
        #expect(rejected.review?.sentence == "rejected by Ana on 2026-03-01: a rumour")
    }

    @Test func `what was decided together is taken back together, as far as it stands`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let decisions = try ledger.decide(
            together: ["a1s1", "a1s2"].map {
                Judgement(.reject, $0, by: "Ana", on: day, words: "a rumour")
            }
        )
        let batch = try #require(decisions.first?.batch)
        #expect(decisions.map(\.batch) == [batch, batch])
        #expect(try ledger.statements().isEmpty)
        try ledger.undo(decisions[0].id, by: "Ana", on: day)
        #expect(try ledger.batch(batch) == [decisions[1]])
        #expect(throws: LedgerError.self) { try ledger.undo(batch: batch, by: "Bo", on: day) }
        #expect(
            try ledger.undo(batch: batch, by: "Ana", on: later).map(\.undoes) == [decisions[1].id]
        )
        #expect(try ledger.statements().count == 2)
        #expect(throws: LedgerError.self) { try ledger.undo(batch: batch, by: "Ana", on: later) }
    }

    @Test func `where one of several says nothing, none is written`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        #expect(throws: LedgerError.self) {
            try ledger.decide(
                together: ["a1s1", "nobody"].map { Judgement(.accept, $0, by: "Ana", on: day) }
            )
        }
        #expect(try ledger.history().isEmpty)
    }

    @Test func `what is corrected counts as corrected, is found so, and is marked`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.correct("a1s1") {
            $0.source = ActorCode("CHN")
            $0.date = DayInterval(edtf: "2025-06")
        }
        #expect(try ledger.statements(StatementFilter(source: ActorCode("RUS"))).isEmpty)
        let found = try ledger.statements(
            StatementFilter(source: ActorCode("CHN"), speaker: "peskov")
        )
        let recorded = try #require(found.first)
        #expect(found.count == 1)
        #expect(recorded.id == "a1s1")
        #expect(recorded.statement.date?.edtf == "2025-06")
        #expect(recorded.statement.marks.contains(.corrected))
        #expect(recorded.statement.confidence == 1)
        #expect(recorded.statement.trail.last == "corrected by Ana on 2026-03-01: wrong party")
        #expect(recorded.review?.state == .corrected)
        // What was in June counts from the day on which it was told.
        for (day, ids) in [("2025-06-13", []), ("2025-06-14", ["a1s1", "a1s2"])] {
            let filter = StatementFilter(clocks: Clocks(on: Samples.day(day)))
            #expect(try ledger.statements(filter).map(\.id) == ids)
        }
        #expect(try ledger.check() == [])
    }

    @Test func `a statement that is split counts as its parts, and a part can be named`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let parts = try ["IRN", "SYR"].map { target in
            try ledger.core("a1s1") { $0.target = ActorCode(target) }
        }
        try ledger.decide(Judgement(.split, "a1s1", by: "Ana", on: day, readings: parts))
        #expect(try ledger.statements().map(\.id) == ["a1s1~1", "a1s1~2", "a1s2"])
        let second = try #require(try ledger.statement("a1s1~2"))
        #expect(second.statement.target == ActorCode("SYR"))
        #expect(try ledger.statement("a1s1~3") == nil)
        #expect(try ledger.weighed().roots["a1s1~2"]?.name == "Dmitry Peskov")
        try ledger.decide(Judgement(.reject, "a1s1~2", by: "Ben", on: day, words: "no list"))
        #expect(try ledger.statements().map(\.id) == ["a1s1", "a1s2"])
        #expect(try ledger.statement("a1s1")?.statement.target == ActorCode("IRN"))
    }

    @Test func `who accepts what a colleague has corrected accepts the correction`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.correct("a1s1") { $0.source = ActorCode("CHN") }
        try ledger.decide(Judgement(.accept, "a1s1", by: "Ben", on: later))
        let recorded = try #require(try ledger.statement("a1s1"))
        #expect(recorded.statement.source == ActorCode("CHN"))
        #expect(recorded.review?.sentence == "corrected by Ben on 2026-03-05")
        #expect(try ledger.reviewAgreement().fields.first?.alpha.observed == 1)
        try ledger.correct("a1s1", by: "Cem", on: later) { $0.source = ActorCode("RUS") }
        #expect(try ledger.statement("a1s1")?.review?.state == .accepted)
    }

    @Test func `a decision is known from its day on, and so is its undoing`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let decision = try ledger.decide(
            Judgement(.reject, "a1s1", by: "Ana", on: day, words: "a rumour")
        )
        func ids(_ knownBy: Day?) throws -> [String] {
            try ledger.statements(StatementFilter(clocks: Clocks(knownBy: knownBy))).map(\.id)
        }
        try ledger.undo(decision.id, by: "Ana", on: later)
        #expect(try ids(Samples.day("2026-02-28")) == ["a1s1", "a1s2"])
        #expect(try ids(day) == ["a1s2"])
        #expect(try ids(Samples.day("2026-03-04")) == ["a1s2"])
        #expect(try ids(later) == ["a1s1", "a1s2"])
        #expect(try ids(nil) == ["a1s1", "a1s2"])
        let known = Clocks(knownBy: day)
        #expect(try ledger.articles(known).map(\.statementCount) == [1])
        #expect(try ledger.history(of: "a1s1").map(\.decision.kind) == [.reject, .undo])
        #expect(try ledger.history(of: "a1s1").map(\.isUndone) == [true, false])
        #expect(try ledger.statement("a1s1")?.review == nil)
    }

    @Test func `the last word counts, and undoing it leaves the word before`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.decide(Judgement(.accept, "a1s1", by: "Ana", on: day))
        let second = try ledger.decide(
            Judgement(.reject, "a1s1", by: "Ben", on: later, words: "irony")
        )
        #expect(try ledger.statements().map(\.id) == ["a1s2"])
        #expect(try ledger.lastDecision(of: "Ben", on: "a1s1") == second)
        try ledger.undo(second.id, by: "Ben", on: later)
        #expect(try ledger.statement("a1s1")?.review?.sentence == "accepted by Ana on 2026-03-01")
        #expect(try ledger.lastDecision(of: "Ben") == nil)
    }

    @Test(arguments: [
        (ReviewDecision.Kind.reject, ""), (.note, ""), (.correct, "x"), (.split, "x"), (.undo, "x"),
    ])
    func `what says nothing is refused`(_ kind: ReviewDecision.Kind, _ words: String) throws {
        let ledger = try Samples.ledger(Samples.iran())
        let core = try ledger.core("a1s1") { _ in }
        let error = #expect(throws: LedgerError.self) {
            try ledger.decide(
                Judgement(kind, "a1s1", by: "Ana", on: day, words: words, readings: [core])
            )
        }
        #expect(error?.kind == .refused)
        #expect(try ledger.history().isEmpty)
    }

    @Test func `nobody takes back the word of another, and no word is taken back twice`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let decision = try ledger.decide(Judgement(.accept, "a1s1", by: "Ana", on: day))
        let error = #expect(throws: LedgerError.self) {
            try ledger.undo(decision.id, by: "Ben", on: later)
        }
        #expect(
            error?.description
                == "\(decision.id): was decided by Ana, not by Ben. Decide otherwise instead: "
                + "the last word counts."
        )
        try ledger.undo(decision.id, by: "Ana", on: later)
        #expect(throws: LedgerError.self) { try ledger.undo(decision.id, by: "Ana", on: later) }
        #expect(throws: LedgerError.self) {
            try ledger.decide(Judgement(.accept, "zz", by: "Ana", on: day))
        }
        for change in ["UPDATE reviewDecision SET reviewer = 'Eve'", "DELETE FROM reviewDecision"] {
            #expect(throws: LedgerError.self) { try ledger.write { try $0.execute(sql: change) } }
        }
        #expect(try ledger.history().count == 2)
    }

    /// The plain rule, day by day, as the oracle of the spans.
    @Test(arguments: 1...20)
    func `what stands on a day is what was decided by then and not undone by then`(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let core = StatementCore(Samples.iran().statements[0])
        let anchor = TextAnchor(exact: "x", prefix: "", suffix: "")
        var decisions: [ReviewDecision] = []
        let days = (0..<12).map { Samples.today.advanced(by: $0) }
        for (number, day) in days.enumerated() where random.below(3) > 0 {
            let open = decisions.filter { decision in
                decision.kind != .undo && !decisions.contains { $0.undoes == decision.id }
            }
            let kinds: [ReviewDecision.Kind] = [.accept, .reject, .note, .undo]
            let kind = kinds[random.below(4)]
            if kind == .undo, open.isEmpty { continue }
            let undone = kind == .undo ? open[random.below(open.count)] : nil
            decisions.append(
                ReviewDecision(
                    id: "d\(number)",
                    kind: kind,
                    reviewer: undone?.reviewer ?? "r\(random.below(2))",
                    decidedOn: day,
                    words: "",
                    undoes: undone?.id,
                    statement: "s",
                    article: "a",
                    address: nil,
                    anchor: anchor,
                    coded: core,
                    readings: [],
                    batch: nil
                )
            )
        }
        let spans = ReviewHistory(decisions: decisions).spans
        for day in days {
            let byThen = ReviewHistory(decisions: decisions.filter { $0.decidedOn <= day })
            let stands = spans.first { span in
                span.since <= day && span.until.map { day < $0 } ?? true
            }
            #expect(stands?.verdict == byThen.standing().last)
        }
        for (span, next) in zip(spans, spans.dropFirst()) { #expect(span.until == next.since) }
    }
}
