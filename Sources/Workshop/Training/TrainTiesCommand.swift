import ArgumentParser
import Coding
import Scoring
import Text
import Training

/// Teaches the classifier how two parties stand.
struct TrainTiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ties",
        abstract:
            "Trains the classifier of ties on our own sentences and passages; the same ones give the same bytes.",
        discussion: "Takes a minute on one core. Build with '-c release'."
    )

    @OptionGroup var file: ModelFile

    func run() throws {
        let root = try file.root()
        let coder = try NewsCoder(ResourceFolder(), learnt: .nothing)
        let set = try TieSentences(root: root)
        let own = try TieSentences.lessons(set.pairs.filter { !$0.isHeldOut }, coder)
        let acts = try RelationSet(root: root).pairs.filter { !$0.isHeldOut }
        let untied = try TieLessons.untied(acts, coder)
        let passages = TieLessons.lessons(
            try Corpus(root: root).passages.filter { !$0.isHeldOut },
            coder
        )
        Messages.print(
            "\(own.count) pairs of ties, \(untied.count) of acts, \(passages.count) of the corpus"
        )
        let classifier = RelationTrainer(
            untied + own + passages,
            labels: TieClassifier.labels
        ).classifier()
        let held = try TieSentences.lessons(set.pairs.filter(\.isHeldOut), coder)
        let right = held.count { lesson in
            RelationClassifier.likeliest(classifier.probabilities(lesson.traits)) == lesson.label
        }
        Messages.print("Of \(held.count) pairs kept apart, \(right) are told right.")
        try file.write(classifier.fileBytes(), "ties.model")
    }
}
