import ArgumentParser
import Coding
import Foundation
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

    @Option(help: "The file to write; by default the one of the repository.")
    var output: String?

    @Option(help: "Trees, where fewer or more than usual are wanted.")
    var rounds: Int?

    func run() throws {
        guard let root = PackageRoot.find() else {
            Messages.print("The sources that this was built from are gone.")
            throw ExitCode(2)
        }
        let corpus = try Corpus(root: root)
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
        let file =
            output.map { URL(filePath: $0) }
            ?? root.appending(path: "Sources/Coding/Rankers/ranker.model")
        let bytes = ranker.fileBytes()
        try Data(bytes).write(to: file)
        Messages.print("Wrote \(file.path): \(bytes.count) bytes.")
    }
}
