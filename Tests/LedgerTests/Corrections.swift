import Diplomacy
import Ledger
import Testing

extension LedgerDatabase {
    /// What a statement counts as, changed.
    func core(
        _ id: String,
        _ change: (inout StatementCore) -> Void
    ) throws -> StatementCore {
        var core = StatementCore(try #require(try statement(id)).statement)
        change(&core)
        return core
    }

    /// Corrects a statement as a person would.
    func correct(
        _ id: String,
        by reviewer: String = "Ana",
        on day: Day = Samples.day("2026-03-01"),
        words: String = "wrong party",
        _ change: (inout StatementCore) -> Void
    ) throws {
        try decide(
            Judgement(
                .correct,
                id,
                by: reviewer,
                on: day,
                words: words,
                readings: [try core(id, change)]
            )
        )
    }
}
