import Diplomacy
import Testing

@testable import Ledger

/// Persons say how the words of a statement are meant.
struct MarkReviewTests {
    private let later = Samples.day("2026-03-05")

    @Test func `how the words are meant can be corrected, and how they were read stays`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let coded = try #require(
            Samples.iran().statements.first { $0.marks.contains(.scareQuotes) }
        )
        #expect(coded.marks.contains(.nominal))
        func marks(_ clocks: Clocks = .unset) throws -> [Mark]? {
            try ledger.statements(StatementFilter(clocks: clocks)).first { $0.id == coded.id }?
                .statement.marks
        }
        // Marks come in an order of their own, whatever the order in which they are named.
        try ledger.correct(coded.id) { $0.marks = [.hearsay, .joke] }
        #expect(try marks() == [.nominal, .joke, .hearsay, .corrected])
        #expect(try ledger.weighed().roots[coded.id] != nil)
        #expect(try marks(Clocks(knownBy: Samples.today)) == coded.marks)
        // Who corrects something else and leaves these as they stand keeps them.
        try ledger.correct(coded.id, by: "Bo") { core in
            core.act = .threaten
            core.marks = [.joke, .hearsay]
        }
        #expect(try marks() == [.nominal, .joke, .hearsay, .corrected])
        let accepted = try ledger.decide(Judgement(.accept, coded.id, by: "Cy", on: later))
        #expect(accepted.readings.first?.marks == [.joke, .hearsay])
        try ledger.correct(coded.id, by: "Bo", on: later) { $0.marks = [] }
        #expect(try marks() == [.nominal, .corrected])
        // To name just those of the coder, and how the words were read, is no change.
        #expect(throws: LedgerError.self) {
            try Samples.ledger(Samples.iran()).correct(coded.id) { $0.marks = coded.marks }
        }
    }

    @Test func `corrected marks are undone, and outlive a new reading of their article`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.correct("a1s1") { $0.marks = [.metaphor] }
        let article = Samples.iran().article
        let again = Samples.coded(
            article,
            Samples.iran().statements.map { $0.told(by: [Voice(name: "somebody")]) }
        )
        _ = try ledger.record(again, readOn: later, source: nil)
        #expect(try ledger.statement("a1s1")?.statement.marks.contains(.metaphor) == true)
        let undone = try #require(try ledger.lastDecision(of: "Ana", on: "a1s1"))
        try ledger.undo(undone.id, by: "Ana", on: later)
        #expect(try ledger.statement("a1s1")?.statement.marks.contains(.metaphor) == false)
    }
}
