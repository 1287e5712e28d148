import ArgumentParser

/// Makes the model files: `train uk`, `train identifier`.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Trains a model from the data in ../shared and our own.",
        subcommands: [
            TrainLanguageCommand.self, TrainIdentifierCommand.self, TrainRankerCommand.self,
            TrainRelationsCommand.self, TrainJudgesCommand.self,
        ],
        defaultSubcommand: TrainLanguageCommand.self
    )
}
