import ArgumentParser
import Coding
import Scoring
import Text
import Training

/// Teaches the ranker which readings people held right.
struct TrainRankerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ranker",
        abstract:
            "Trains the ranker of the coder on Evaluation/corpus; the same corpus gives the same bytes.",
        discussion: "Takes a minute or two on one core. Build with '-c release'."
    )

    @OptionGroup var file: ModelFile

    @Option(help: "Trees, where fewer or more than usual are wanted.")
    var rounds: Int?

    func run() throws {
        let corpus = try Corpus(root: file.root())
        let coder = try NewsCoder(ResourceFolder(), learnt: .relations)
        let lessons = RankerLessons.lessons(corpus.passages.filter { !$0.isHeldOut }, coder)
        Messages.print("\(lessons.count) readings, \(lessons.count { $0.isRight }) right")
        var options = BoostedTreesTrainer.Options()
        if let rounds { options.rounds = rounds }
        let ranker = RankerTrainer(
            lessons,
            categories: Proposal.categories,
            wordColumns: Proposal.wordColumns,
            options: options
        ).ranker()
        try file.write(ranker.fileBytes(), "ranker.model")
    }
}
