import Diplomacy
import Testing

@testable import Ledger

/// A person says who says so, and the root follows.
struct VoiceCorrectionTests {
    private let later = Samples.day("2026-03-05")

    @Test func `who says so can be corrected, and the root follows`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let before = try #require(try ledger.weighed().roots["a1s1"])
        let voices = [Voice(name: "TASS"), Voice(name: "Abbas Araghchi", actor: ActorCode("IRN"))]
        #expect(try ledger.statement("a1s1")?.statement.speakers != voices)
        try ledger.correct("a1s1") { $0.speakers = voices }
        let told = try #require(try ledger.statement("a1s1"))
        #expect(told.statement.speakers == voices)
        #expect(told.review?.state == .corrected)
        // Every question about voices answers with the corrected one.
        for letters in ["araghchi", "tass"] {
            let filter = StatementFilter(speaker: letters)
            #expect(try ledger.statements(filter).map(\.id) == ["a1s1"], "\(letters)")
        }
        var tellings: [[Voice]] = []
        try ledger.eachTelling(StatementFilter()) { telling in
            if telling.statement == "a1s1" { tellings.append(telling.speakers) }
        }
        #expect(tellings == [voices])
        let root = try #require(try ledger.weighed().roots["a1s1"])
        #expect(root != before)
        #expect((root.kind, root.name, root.actor) == (.named, "Abbas Araghchi", ActorCode("IRN")))
        // What was known before is as it was.
        let clocks = Clocks(knownBy: Samples.today)
        let then = StatementFilter(clocks: clocks)
        #expect(try ledger.statements(then).first?.statement.speakers != voices)
        #expect(try ledger.weighed(then).roots["a1s1"] == before)
        let undone = try #require(try ledger.lastDecision(of: "Ana", on: "a1s1"))
        try ledger.undo(undone.id, by: "Ana", on: later)
        #expect(try ledger.weighed().roots["a1s1"] == before)
        #expect(try ledger.statement("a1s1")?.statement.speakers != voices)
    }

    @Test func `that the article itself says so can be said, and a second correction keeps it`()
        throws
    {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.correct("a1s1") { $0.speakers = [] }
        var author = StatementFilter()
        author.isByAuthor = true
        #expect(try ledger.statements(author).contains { $0.id == "a1s1" })
        #expect(try ledger.weighed().roots["a1s1"]?.kind == .account)
        try ledger.correct("a1s1", by: "Bo") { core in
            core.act = .threaten
            core.speakers = []
        }
        let told = try #require(try ledger.statement("a1s1")?.statement)
        #expect(told.speakers.isEmpty && told.act == .threaten)
        // Who accepts it then, accepts the voice too.
        let accepted = try ledger.decide(Judgement(.accept, "a1s1", by: "Cy", on: later))
        #expect(accepted.readings.first?.speakers == [])
        // To name just those whom the coder heard is no change.
        let coded = Samples.iran().statements[0].speakers
        #expect(throws: LedgerError.self) {
            try Samples.ledger(Samples.iran()).correct("a1s1") { $0.speakers = coded }
        }
    }

    @Test func `a corrected voice outlives a new reading of its article`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let voices = [Voice(name: "Abbas Araghchi", actor: ActorCode("IRN"))]
        try ledger.correct("a1s1") { $0.speakers = voices }
        let article = Samples.iran().article
        let again = Samples.coded(
            article,
            Samples.iran().statements.map { $0.told(by: [Voice(name: "somebody")]) }
        )
        _ = try ledger.record(again, readOn: later, source: nil)
        #expect(try ledger.statement("a1s1")?.statement.speakers == voices)
        #expect(try ledger.weighed().roots["a1s1"]?.name == "Abbas Araghchi")
    }
}
