import ArgumentParser
import Assessment
import Diplomacy
import Ledger
import Site

/// `casus sources`: outlets, voices, roots, and who repeats whom.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "Outlets, voices, roots, and who repeats whom."
    )

    @Flag(help: "List every voice.")
    var all = false

    @Flag(help: "Print the report as JSON.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forReading()
        if !json, !all, clockOptions.clocks == .unset,
            let kept = try KeptAnswers(ledger, dataOptions.resources),
            let text = try kept.text("sources")
        {
            try StandardOutput.answer(text)
            StandardError.sayAge(kept)
            return
        }
        let clocks = clockOptions.clocks
        let report =
            try AnswerKeeper(ofLarge: ledger, dataOptions.resources)?.sources(clocks)
            ?? SourceReport(of: LedgerMaterial.read(ledger, clocks))
        if json {
            try StandardOutput.page(report.write)
        } else {
            try StandardOutput.answer(
                report.text(scope: clockOptions.sentence, all: all, name: ActorDirectory.called)
            )
        }
        if report.articles.isEmpty { throw ExitCode.nothingFound }
    }
}
