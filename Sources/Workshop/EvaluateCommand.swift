import ArgumentParser

/// Scores a part of the reading wing on what people have annotated.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract:
            "Scores the coder, the language engine, the identifier, relays, or the standing's bands.",
        subcommands: [
            EvaluateCodingCommand.self, EvaluateLanguageCommand.self,
            EvaluateIdentifierCommand.self, EvaluateStandingCommand.self,
            EvaluateRelationCommand.self, EvaluateParallelCommand.self, EvaluatePloverCommand.self,
            EvaluateRelaysCommand.self,
        ],
        defaultSubcommand: EvaluateCodingCommand.self
    )
}
