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
        discussion: "Takes three minutes on one core. Build with '-c release'."
    )

    @OptionGroup var file: ModelFile

    /// With the sentences of pairs among the lessons 250 trees are too few: passages kept apart gained a hundredth with these.
    private static let rounds = 400

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
        var options = BoostedTreesTrainer.Options()
        options.rounds = rounds ?? Self.rounds
        let ranker = RankerTrainer(
            lessons,
            categories: Proposal.categories,
            wordColumns: Proposal.wordColumns,
            options: options
        ).ranker()
        try file.write(ranker.fileBytes(), "ranker.model")
    }
}
