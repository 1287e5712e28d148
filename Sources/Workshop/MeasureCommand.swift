import ArgumentParser

/// Times the stages of the reading wing.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Measures how fast the reading wing is, and how much memory it takes.",
        subcommands: [MeasureCodingCommand.self, MeasureLanguageCommand.self],
        defaultSubcommand: MeasureCodingCommand.self
    )
}
