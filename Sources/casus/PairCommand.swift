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

    @Flag(help: "Print the report as JSON.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let (one, other) = (first.code, second.code)
        let filter = StatementFilter(clocks: clockOptions.clocks, pair: (one, other))
        let statements = try LedgerMaterial.statements(ledgerOptions.forReading(), filter)
        let report = PairReport(of: one, and: other, in: statements)
        if json {
            try StandardOutput.answer(try JSON.page(report))
        } else if report.isEmpty {
            StandardError.write(
                "casus: nothing is said of \(ActorDirectory.called(one)) and "
                    + "\(ActorDirectory.called(other)) together. 'casus brief' shows who is named."
            )
        } else {
            let text = report.text(scope: clockOptions.sentence, name: ActorDirectory.called)
            try StandardOutput.answer(text)
        }
        if report.isEmpty { throw ExitCode.nothingFound }
    }
}
