import ArgumentParser
import Assessment
import Diplomacy
import Ledger
import Site

/// `casus pair`: everything said of two parties, in time.
struct PairCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pair",
        abstract: "Everything said of two parties, both directions, in the order of time."
    )

    @Argument(help: "One party: ARM, Armenia.")
    var first: Party

    @Argument(help: "The other: RUS, Russia.")
    var second: Party

    @Flag(help: "Print everything, however long.")
    var all = false

    @Flag(help: "Print the report as JSON.")
    var json = false

    @Flag(help: "Print the standing's parameters, and what it would be under other assumptions.")
    var sensitivity = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let (one, other) = (first.code, second.code)
        let ledger = try ledgerOptions.forReading()
        let clocks = clockOptions.clocks
        let kept = try clocks == .unset ? KeptAnswers(ledger, dataOptions.resources) : nil
        if !all, !sensitivity, !json, let kept,
            let text = try kept.text("pair \(one.rawValue) \(other.rawValue)")
        {
            try StandardOutput.answer(text)
            StandardError.sayAge(kept)
            return
        }
        let (report, judgement) = try made(ledger, kept)
        if json {
            try StandardOutput.page { try report.write(judgement, to: $0) }
        } else if report.isEmpty {
            StandardError.write(
                "casus: nothing is said of \(ActorDirectory.called(one)) and "
                    + "\(ActorDirectory.called(other)) together. 'casus brief' shows who is named."
            )
        } else {
            let text = report.text(
                scope: clockOptions.sentence,
                all: all,
                judgement: judgement,
                name: ActorDirectory.called
            )
            try StandardOutput.answer(text)
            if let kept { StandardError.sayAge(kept) }
        }
        if report.isEmpty { throw ExitCode.nothingFound }
    }

    /// What is told of the two and what it amounts to; the cases as JSON with their sentences.
    private func made(
        _ ledger: LedgerDatabase,
        _ kept: KeptAnswers?
    ) throws -> (report: PairReport, judgement: PairJudgement) {
        let (one, other, clocks) = (first.code, second.code, clockOptions.clocks)
        let cases =
            json
            ? try kept?.wholeCases(between: one, and: other)
            : try kept?.cases(between: one, and: other)
        if cases == nil,
            let great = try AnswerKeeper(ofLarge: ledger, dataOptions.resources)?
                .pair(one, other, clocks, withSensitivity: sensitivity)
        {
            return great
        }
        let told = try LedgerMaterial.statements(
            ledger,
            StatementFilter(clocks: clocks, pair: (one, other))
        )
        let judgement = try LedgerMaterial.judgement(
            ledger,
            clocks,
            of: one,
            and: other,
            until: ledger.lastDay(clocks) ?? today(),
            assessor: Assessor(dataOptions.resources, between: cases == nil ? nil : [one, other]),
            told: told,
            cases: cases,
            withSensitivity: sensitivity
        )
        let ties = try LedgerMaterial.ties(ledger, clocks, of: one, and: other)
        return (PairReport(of: one, and: other, in: told, ties: ties), judgement)
    }
}
