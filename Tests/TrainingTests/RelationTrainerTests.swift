import Coding
import Testing

@testable import Training

struct RelationTrainerTests {
    /// Two traits tell the label, a third is noise; the words tell nothing.
    private static let lessons = (0..<400).map { number in
        let label = number % 2 == 0 ? 3 : 7
        let noise = UInt32(truncatingIfNeeded: number &* 2_654_435_761)
        return RelationLesson(
            pair: RelationPair(
                traits: [UInt32(label) << 20, UInt32(label) << 25, noise],
                words: words([1, 2, 3])
            ),
            label: label
        )
    }

    private static func words(_ traits: [UInt32]) -> PairWords {
        var words = PairWords(source: 0, target: traits.count - 1)
        for trait in traits { words.add([trait]) }
        return words
    }

    @Test func `what goes with a label is learnt`() {
        let classifier = TraitTrainer(Self.lessons).classifier()
        for label in [3, 7] {
            let shares = classifier.probabilities([UInt32(label) << 20, UInt32(label) << 25])
            #expect(RelationClassifier.likeliest(shares) == label)
            #expect(abs(shares.reduce(0, +) - 1) < 1e-4)
        }
    }

    @Test func `the same lessons give the same bytes`() {
        let lessons = Array(Self.lessons.prefix(20))
        #expect(
            RelationTrainer.classifier(lessons).fileBytes()
                == RelationTrainer.classifier(lessons).fileBytes()
        )
    }

    @Test func `the network learns what only the order of words tells`() {
        // A word before another is one label, behind it the other: no bag of words tells them apart.
        let lessons = (0..<600).map { number in
            let rest = UInt32(20 + number % 13)
            return RelationLesson(
                pair: RelationPair(
                    traits: [],
                    words: Self.words(
                        number % 2 == 0 ? [5, rest, 9, 11, 5] : [5, 11, 9, rest, 5]
                    )
                ),
                label: number % 2 == 0 ? 3 : 7
            )
        }
        var options = RelationNetworkTrainer.Options()
        options.rounds = 20
        options.pairs = 16
        var trainer = RelationNetworkTrainer(
            lessons,
            sizes: .init(vector: 8, width: 8, layers: 1, joined: 16, labels: 33),
            options: options
        )
        let network = trainer.network()
        let told = network.probabilities(lessons.prefix(20).map(\.pair.words))
        let right = zip(lessons, told).count { RelationClassifier.likeliest($1) == $0.label }
        #expect(right == 20)
    }
}
