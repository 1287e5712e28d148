import ArgumentParser
import Coding
import Scoring
import Text
import Training

/// Teaches the classifier how two parties stand to each other.
struct TrainTiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ties",
        abstract:
            "Trains the classifier of ties on Evaluation/ties; the same tables give the same bytes.",
        discussion: "Takes a minute or two on one core. Build with '-c release'."
    )

    @OptionGroup var file: ModelFile

    /// A quarter of the buckets that acts have: the tables are a fifth as long.
    private static let bits = 15

    func run() throws {
        let root = try file.root()
        let pairs = try TiePair.all(root: root) ?? []
        let acts = try RelationSet(root: root).pairs
        let coder = try NewsCoder(ResourceFolder(), learnt: .nothing)
        let lessons =
            try TiePair.lessons(pairs.filter { !$0.isHeldOut }, coder)
            + Self.tieless(acts.filter { !$0.isHeldOut }, coder)
        Messages.print("\(lessons.count) pairs")
        var options = RelationTrainer.Options()
        options.bits = Self.bits
        let classifier = RelationTrainer(lessons, labels: TieLabel.count, options: options)
            .classifier()
        let held = try TiePair.lessons(pairs.filter(\.isHeldOut), coder)
        let others = try Self.tieless(acts.filter(\.isHeldOut), coder)
        for limit in [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as [Float] {
            var (told, right, gold, alarms) = (0, 0, 0, 0)
            for lesson in held + others {
                let shares = classifier.probabilities(lesson.traits)
                let best = RelationClassifier.likeliest(shares)
                if lesson.label != 0 { gold += 1 }
                guard best != 0, shares[best] >= limit else { continue }
                told += 1
                if best == lesson.label { right += 1 }
            }
            alarms = others.count {
                let shares = classifier.probabilities($0.traits)
                let best = RelationClassifier.likeliest(shares)
                return best != 0 && shares[best] >= limit
            }
            Messages.print(
                "limit \(limit): told \(told) right \(right) of \(gold); \(alarms) of \(others.count) alarms"
            )
        }
        try file.write(classifier.fileBytes(), "ties.model")
    }

    /// The sentences on acts tell how their parties stand in passing at most.
    private static func tieless(
        _ pairs: [RelationSet.Pair],
        _ coder: NewsCoder
    ) throws -> [RelationLesson] {
        try RelationSet.lessons(pairs, coder).map { RelationLesson(traits: $0.traits, label: 0) }
    }
}
