import Assessment
import Diplomacy
import Testing

/// Forecasts from base rates, and their scores.
@Suite struct OutlookTests {
    private let early = CaseSamples.article("early", published: "2020-12-31")
    private let late = CaseSamples.article("late", published: "2024-01-20")

    private func outlook(
        _ statements: [CitedStatement],
        until: String = "2026-01-31"
    ) throws -> Outlook {
        let day = try #require(DayInterval(edtf: until)).first
        return Outlook(in: try CaseSamples.cases(statements, until: until), until: day)
    }

    private var first: [CitedStatement] {
        [
            early.told(0, "AZE assault ARM done fact", on: "2020-09-27"),
            early.told(1, "RUS aid ARM not_done fact", on: "2020-10-10"),
        ]
    }

    private var second: [CitedStatement] {
        [
            late.told(0, "AZE assault ARM done fact", on: "2022-09-13"),
            late.told(1, "RUS aid ARM not_done fact", on: "2022-09-20"),
        ]
    }

    @Test func `a forecast begins at the base rate and learns from what was told before it`() throws
    {
        let kept = try outlook(first + second).forecasts.filter { $0.question == .kept }
        #expect(kept.map(\.caseID) == ["RUS-ARM-2022", "RUS-ARM-2020"])
        // Ten occasions at 12 of 54; then one broken: 2.222 of 11.
        #expect(abs(kept[1].probability - 12.0 / 54) < 1e-12)
        #expect(abs(kept[0].probability - 120.0 / 54 / 11) < 1e-12)
        #expect(kept.map(\.learntFrom) == [["RUS-ARM-2020"], []])
        #expect(kept.map(\.outcome) == [.no, .no])
    }

    @Test func `what was published after the first day did not help the forecast`() throws {
        let hindsight = [
            late.told(2, "AZE assault ARM done fact", on: "2020-09-27"),
            late.told(3, "RUS aid ARM not_done fact", on: "2020-10-10"),
        ]
        let kept = try outlook(hindsight + second).forecasts.filter { $0.question == .kept }
        #expect(kept.map(\.learntFrom) == [[], []])
    }

    @Test func `the scores are those by hand, beside those of the base rate alone`() throws {
        let score = try #require(
            try outlook(first + second).scores.first { $0.question == .kept }
        )
        let (base, learnt) = (12.0 / 54, 120.0 / 54 / 11)
        #expect(score.resolved == 2)
        #expect(abs(try #require(score.brier) - (base * base + learnt * learnt) / 2) < 1e-12)
        #expect(abs(try #require(score.baseBrier) - base * base) < 1e-12)
        #expect(try #require(score.logLoss) < #require(score.baseLogLoss))
    }

    @Test func `until the horizon has passed, what did not come is open, and what came is settled`()
        throws
    {
        let arrived = [
            first[0], early.told(1, "RUS aid ARM done fact", on: "2020-10-10", kind: .arms),
        ]
        func outcomes(_ statements: [CitedStatement], _ until: String) throws -> [Forecast.Outcome]
        {
            try outlook(statements, until: until).forecasts.map(\.outcome)
        }
        #expect(try outcomes(first, "2021-01-31") == [.open, .open])
        #expect(try outcomes(arrived, "2021-01-31") == [.yes, .yes])
        #expect(try outcomes(first, "2021-12-31") == [.no, .no])
    }

    @Test func `what nobody can tell is not scored`() throws {
        let asked = [first[0], early.told(1, "ARM request RUS done fact", on: "2020-10-10")]
        let outlook = try outlook(asked)
        #expect(outlook.forecasts.map(\.outcome) == [.void, .void])
        #expect(outlook.scores.map(\.brier) == [nil, nil])
    }

    @Test func `a promisor's outlook holds its own cases`() throws {
        let day = try #require(DayInterval(edtf: "2026-01-31")).first
        let cases = try CaseSamples.cases(first)
        #expect(Outlook(of: ActorCode("KAZ"), in: cases, until: day).forecasts.isEmpty)
        #expect(Outlook(of: ActorCode("RUS"), in: cases, until: day).forecasts.count == 2)
    }
}
