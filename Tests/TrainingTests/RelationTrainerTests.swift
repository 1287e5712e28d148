import Coding
import Testing

@testable import Training

struct RelationTrainerTests {
    /// Two traits tell the label, a third is noise.
    private static let lessons = (0..<400).map { number in
        let label = number % 2 == 0 ? 3 : 7
        let noise = UInt32(truncatingIfNeeded: number &* 2_654_435_761)
        return RelationLesson(
            traits: [UInt32(label) << 20, UInt32(label) << 25, noise],
            label: label
        )
    }

    @Test func `what goes with a label is learnt`() {
        let classifier = RelationTrainer(Self.lessons).classifier()
        for label in [3, 7] {
            let shares = classifier.probabilities([UInt32(label) << 20, UInt32(label) << 25])
            #expect(RelationClassifier.likeliest(shares) == label)
            #expect(abs(shares.reduce(0, +) - 1) < 1e-4)
        }
    }

    @Test func `the same lessons give the same bytes`() {
        let lessons = Array(Self.lessons.prefix(20))
        #expect(
            RelationTrainer(lessons).classifier().fileBytes()
                == RelationTrainer(lessons).classifier().fileBytes()
        )
    }
}
