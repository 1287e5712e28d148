import Diplomacy
import Foundation
import Testing
import Text

@testable import Coding

struct RelationTests {
    private func traits(
        _ text: String,
        _ source: Range<Int>,
        _ target: Range<Int>
    ) throws -> [UInt32] {
        let passage = try #require(try TinyLanguage().passages(text, on: "2014-06-10").first)
        return RelationTraits(passage.read, passage.clauses).traits(source: source, target: target)
    }

    @Test func `nothing comes first, then every act done and not done`() {
        #expect(RelationLabel.all.count == 1 + 2 * Act.allCases.count)
        #expect(RelationLabel.all.first == RelationLabel(act: nil))
        for (place, label) in RelationLabel.all.enumerated() { #expect(label.place == place) }
    }

    @Test func `what is heard of one pair of states is heard of another`() throws {
        #expect(
            try traits("Alph zapped Beth.", 0..<1, 2..<3)
                == traits("Gim zapped Alph.", 0..<1, 2..<3)
        )
    }

    @Test func `who does it to whom makes a difference`() throws {
        #expect(
            try traits("Alph zapped Beth.", 0..<1, 2..<3)
                != traits("Alph zapped Beth.", 2..<3, 0..<1)
        )
        #expect(
            try traits("Alph zapped Beth.", 0..<1, 2..<3)
                != traits("Alph hugged Beth.", 0..<1, 2..<3)
        )
    }

    @Test func `a negated act is another trait`() throws {
        let done = Set(try traits("Alph will zap Beth.", 0..<1, 3..<4))
        let notDone = Set(try traits("Alph will not zap Beth.", 0..<1, 4..<5))
        #expect(!notDone.isSubset(of: done))
    }

    @Test func `a phrase that stands there otherwise is found by its longest run of words`() {
        let text = "the foreign minister of alph met beth"
        #expect(PhrasePlaces(of: "foreign minister", in: text).ranges == [4..<20])
        #expect(PhrasePlaces(of: "alph's foreign minister", in: text).ranges == [4..<20])
        #expect(PhrasePlaces(of: "nobody", in: text).ranges.isEmpty)
    }

    @Test func `a party named inside the other is looked for elsewhere`() throws {
        let text = "Alph zapped Beth and Alph."
        let passage = try #require(try TinyLanguage().passages(text, on: "2014-06-10").first)
        let pair = PhrasePair(
            passage.read,
            PhrasePlaces(of: "alph zapped", in: text.lowercased()),
            PhrasePlaces(of: "alph", in: text.lowercased())
        )
        #expect(pair?.source == 0..<2)
        #expect(pair?.target == 4..<5)
    }

    @Test func `a classifier's file reads back, and a damaged one is named`() throws {
        var vectors = [Float](
            repeating: 0,
            count: RelationClassifier.width << RelationClassifier.bits
        )
        vectors[RelationClassifier.width * RelationClassifier.bucket(.max)] = 1
        var weights = [Float](
            repeating: 0,
            count: RelationClassifier.width * RelationClassifier.labels
        )
        weights[5] = 9
        let classifier = RelationClassifier(vectors: vectors, weights: weights)
        let shares = classifier.probabilities([.max])
        #expect(RelationClassifier.likeliest(shares) == 5)

        let file = FileManager.default.temporaryDirectory.appending(
            path: "relations-\(UUID()).model"
        )
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(classifier.fileBytes()).write(to: file)
        #expect(try RelationClassifier(file).probabilities([.max]) == shares)
        try Data(classifier.fileBytes().dropLast()).write(to: file)
        #expect(throws: BinaryError.self) { try RelationClassifier(file) }
    }
}
