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
        discussion: "Takes a quarter of an hour on one core. Build with '-c release'."
    )

    @OptionGroup var file: ModelFile

    func run() throws {
        let set = try RelationSet(root: file.root())
        let coder = try NewsCoder(ResourceFolder(), learnt: .nothing)
        let lessons = try RelationSet.lessons(set.pairs.filter { !$0.isHeldOut }, coder)
        Messages.print("\(lessons.count) pairs")
        let classifier = RelationTrainer.classifier(lessons) { round, loss in
            Messages.print("Round \(round): a loss of \(loss) a pair.")
        }
        let held = try RelationSet.lessons(set.pairs.filter(\.isHeldOut), coder)
        let told = held.map { classifier.probabilities([$0.pair])[0] }
        let right = zip(held, told).count { RelationClassifier.likeliest($1) == $0.label }
        let loss = zip(held, told).reduce(0) { $0 - log(max($1.1[$1.0.label], 1e-9)) }
        Messages.print(
            "Of \(held.count) pairs kept apart, \(right) are told right; a loss of \(loss / Float(held.count)) a pair."
        )
        try file.write(classifier.fileBytes(), "relations.model")
    }
}
