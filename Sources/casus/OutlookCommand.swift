import ArgumentParser
import Assessment
import Diplomacy
import Ledger
import Site

/// `casus outlook`: what base rates foretold, and how that came out.
struct OutlookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlook",
        abstract:
            "Forecasts from base rates, each with the rule that resolves it, and their scores.",
        discussion: """
            Each case is foretold as of the first day of its trigger, from the published base rate and \
            the cases told of by then, and scored when the ledger knows the outcome.
            """
    )

    @Argument(help: "The promisor: RUS, Russia.")
    var promisor: Party?

    @Flag(help: "Print JSON: one object.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forReading()
        let clocks = clockOptions.clocks
        let words = promisor.map { "outlook \($0.code.rawValue)" } ?? "outlook"
        if !json, clocks == .unset, let kept = try KeptAnswers(ledger, dataOptions.resources),
            let text = try kept.text(words)
        {
            try StandardOutput.answer(text)
            StandardError.sayAge(kept)
            return
        }
        let outlook = try outlook(ledger, clocks)
        if json {
            try StandardOutput.page(outlook.write)
        } else {
            try StandardOutput.answer(
                outlook.text(scope: clockOptions.sentence, name: ActorDirectory.called)
            )
        }
        if outlook.forecasts.isEmpty { throw ExitCode.nothingFound }
    }

    private func outlook(_ ledger: LedgerDatabase, _ clocks: Clocks) throws -> Outlook {
        if let keeper = try AnswerKeeper(ofLarge: ledger, dataOptions.resources) {
            return try keeper.outlook(of: promisor?.code, clocks)
        }
        let until = try ledger.lastDay(clocks) ?? today()
        let cases = try Assessor(dataOptions.resources).cases(
            in: LedgerMaterial.statements(ledger, StatementFilter(clocks: clocks)),
            until: until
        )
        return Outlook(of: promisor?.code, in: cases, until: until)
    }
}
