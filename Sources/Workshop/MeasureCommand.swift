import ArgumentParser

/// Times the stages of the reading wing, and what is asked of a ledger.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Measures how fast the wings are, and how much memory they take.",
        subcommands: [
            MeasureCodingCommand.self, MeasureLanguageCommand.self, MeasureLedgerCommand.self,
        ],
        defaultSubcommand: MeasureCodingCommand.self
    )
}
