import ArgumentParser
import Coding
import Foundation
import Scoring
import Text
import Training

/// Teaches the classifier what one actor directs at another.
struct TrainRelationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relations",
        abstract:
            "Trains the classifier of relations on Evaluation/relations; the same tables give the same bytes.",
        discussion: "Takes a minute or two on one core. Build with '-c release'."
    )

    @Option(help: "The file to write; by default the one of the repository.")
    var output: String?

    func run() throws {
        guard let root = PackageRoot.find() else {
            Messages.print("The sources that this was built from are gone.")
            throw ExitCode(2)
        }
        let set = try RelationSet(root: root)
        let coder = try NewsCoder(ResourceFolder(), learnt: .nothing)
        let lessons = try RelationSet.lessons(set.pairs.filter { !$0.isHeldOut }, coder)
        Messages.print("\(lessons.count) pairs")
        let classifier = RelationTrainer(lessons).classifier()
        let held = try RelationSet.lessons(set.pairs.filter(\.isHeldOut), coder)
        let right = held.count { lesson in
            let shares = classifier.probabilities(lesson.traits)
            return shares.indices.max { shares[$0] < shares[$1] } == lesson.label
        }
        Messages.print("Of \(held.count) pairs kept apart, \(right) are told right.")
        let file =
            output.map { URL(filePath: $0) }
            ?? root.appending(path: "Sources/Coding/Rankers/relations.model")
        let bytes = classifier.fileBytes()
        try Data(bytes).write(to: file)
        Messages.print("Wrote \(file.path): \(bytes.count) bytes.")
    }
}
