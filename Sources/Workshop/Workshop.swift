import ArgumentParser

/// The tools of those who build Casus: how well the reading wing reads, and how fast.
///
/// Not shipped.
///
/// Answers go to standard output, everything else to standard error. Exit codes: 0 all well, 1 a
/// figure below its floor or an answer that changed, 2 something could not be used.
@main
struct Workshop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Scores and measures the reading wing of Casus.",
        subcommands: [
            EvaluateCommand.self, MeasureCommand.self, InspectCommand.self, TrainCommand.self,
            TrainSegmenterCommand.self, GenerateCommand.self,
        ]
    )
}
