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
        let made =
            try json || all ? nil : MadeText(.sources, ledger, clockOptions, dataOptions)
        if let made { return try StandardOutput.answer(made) }
        let material = try LedgerMaterial.read(ledger, clockOptions.clocks)
        let report = SourceReport(of: material)
        try StandardOutput.answer(
            json
                ? try JSON.page(report)
                : report.text(
                    scope: clockOptions.sentence,
                    all: all,
                    name: ActorDirectory.called
                )
        )
        if report.articles.isEmpty { throw ExitCode.nothingFound }
    }
}
