import ArgumentParser

/// Scores a part of the reading wing on what people have annotated.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Scores the coder, or the language engine.",
        subcommands: [EvaluateCodingCommand.self, EvaluateLanguageCommand.self],
        defaultSubcommand: EvaluateCodingCommand.self
    )
}
