import ArgumentParser

/// Scores a part of the reading wing on what people have annotated.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Scores the coder, the language engine or the language identifier.",
        subcommands: [
            EvaluateCodingCommand.self, EvaluateLanguageCommand.self,
            EvaluateIdentifierCommand.self,
        ],
        defaultSubcommand: EvaluateCodingCommand.self
    )
}
