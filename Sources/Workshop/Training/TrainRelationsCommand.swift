import ArgumentParser
import Coding
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

    @OptionGroup var file: ModelFile

    func run() throws {
        let set = try RelationSet(root: file.root())
        let coder = try NewsCoder(ResourceFolder(), learnt: .nothing)
        let lessons = try RelationSet.lessons(set.pairs.filter { !$0.isHeldOut }, coder)
        Messages.print("\(lessons.count) pairs")
        let classifier = RelationTrainer(lessons).classifier()
        let held = try RelationSet.lessons(set.pairs.filter(\.isHeldOut), coder)
        let right = held.count { lesson in
            RelationClassifier.likeliest(classifier.probabilities(lesson.traits)) == lesson.label
        }
        Messages.print("Of \(held.count) pairs kept apart, \(right) are told right.")
        try file.write(classifier.fileBytes(), "relations.model")
    }
}
