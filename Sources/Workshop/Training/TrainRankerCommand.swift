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
            "Trains the ranker of the coder on Evaluation/corpus and Evaluation/relations; the same texts give the same bytes.",
        discussion: "Takes ten minutes on one core. Build with '-c release'."
    )

    @OptionGroup var file: ModelFile

    /// Plain sentences kept apart had a tuple F1 of 0.60 with 24 leaves, 0.63 with 63 and 0.65 with these, in a prototype:
    /// with twice the lessons there is more to tell apart.
    private static let options = {
        var options = BoostedTreesTrainer.Options()
        options.rounds = 500
        options.leaves = 127
        options.leastRows = 15
        options.regularisation = 5
        options.columnShare = 0.3
        return options
    }()

    @Option(help: "Trees, where fewer or more than usual are wanted.")
    var rounds: Int?

    func run() throws {
        let root = try file.root()
        let corpus = try Corpus(root: root)
        let coder = try NewsCoder(ResourceFolder(), learnt: .relations)
        let passages = corpus.passages.filter { !$0.isHeldOut }
        let lessons =
            try RankerLessons.lessons(passages, coder)
            + PairLessons.lessons(RelationSet(root: root), coder, from: passages.count)
        Messages.print("\(lessons.count) readings, \(lessons.count { $0.isRight }) right")
        var options = Self.options
        options.rounds = rounds ?? options.rounds
        let ranker = RankerTrainer(
            lessons,
            categories: Proposal.categories,
            wordColumns: Proposal.wordColumns,
            options: options
        ).ranker()
        try file.write(ranker.fileBytes(), "ranker.model")
    }
}
