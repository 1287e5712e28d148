import Diplomacy
import Foundation
import Language
import Testing
import Text

@testable import Coding

struct RelationTests {
    private func pair(
        _ text: String,
        _ source: Range<Int>,
        _ target: Range<Int>
    ) throws -> RelationPair {
        let passage = try #require(try TinyLanguage().passages(text, on: "2014-06-10").first)
        return RelationTraits(passage.read, passage.clauses).pair(source: source, target: target)
    }

    private func traits(
        _ text: String,
        _ source: Range<Int>,
        _ target: Range<Int>
    ) throws -> [UInt32] {
        try pair(text, source, target).traits
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

    @Test func `names are read alike, and other words as they are spelt`() throws {
        let words = try pair("Alph zapped Beth.", 0..<1, 2..<3).words
        #expect(words.count == 4)
        #expect((words.source, words.target) == (0, 2))
        #expect(try words.traits == pair("Gim zapped Alph.", 0..<1, 2..<3).words.traits)
        let other = try pair("Alph hugged Beth.", 0..<1, 2..<3).words
        #expect(Array(words[1]) != Array(other[1]))
        // The names hang on other words, and are themselves the same.
        #expect(Array(words[3]) == Array(other[3]))
    }

    @Test func `both directions are read alike, and asked otherwise`() throws {
        let there = try pair("Alph zapped Beth.", 0..<1, 2..<3).words
        let back = try pair("Alph zapped Beth.", 2..<3, 0..<1).words
        #expect((back.source, back.target) == (2, 0))
        #expect(back.isTurned(there))
        #expect(!there.isTurned(there))
        var pass = RelationPass(
            RelationPlan(.init(vector: 8, width: 4, layers: 1, joined: 8, labels: 33))
        )
        pass.begin([there, back, there])
        #expect(pass.sentences == [0..<4])
        #expect(pass.questions.map(\.source) == [0, 2, 0])
    }

    @Test func `a classifier's file reads back, and a damaged one is named`() throws {
        let classifier = Self.classifier()
        let pair = try pair("Alph zapped Beth.", 0..<1, 2..<3)
        let shares = classifier.probabilities([pair])
        #expect(RelationClassifier.likeliest(shares[0]) == 5)
        #expect(abs(shares[0].reduce(0, +) - 1) < 1e-4)

        let file = FileManager.default.temporaryDirectory.appending(
            path: "relations-\(UUID()).model"
        )
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(classifier.fileBytes()).write(to: file)
        #expect(try RelationClassifier(file).probabilities([pair]) == shares)
        for length in [10, 100, classifier.fileBytes().count - 1] {
            try Data(classifier.fileBytes().prefix(length)).write(to: file)
            #expect(throws: BinaryError.self) { try RelationClassifier(file) }
        }
    }

    @Test func `the longer a sentence, the fewer of its mentions are heard`() {
        #expect(SentenceRelations.mentions(ofSentenceOf: 90) == 12)
        #expect(SentenceRelations.mentions(ofSentenceOf: 250) == 7)
        #expect(SentenceRelations.mentions(ofSentenceOf: 1_000_000) == 2)
    }

    @Test func `pairs are told the same together and alone`() throws {
        let pairs = [
            try pair("Alph zapped Beth.", 0..<1, 2..<3),
            try pair("Alph zapped Beth.", 2..<3, 0..<1),
            try pair("Alph will not zap Beth.", 0..<1, 4..<5),
        ]
        let classifier = Self.classifier()
        // So many that they are read in several turns.
        let many = (0..<300).flatMap { _ in pairs }
        let each = pairs.flatMap { classifier.probabilities([$0]) }
        #expect(classifier.probabilities(many) == (0..<300).flatMap { _ in each })
        #expect(
            classifier.probabilities(pairs) == pairs.flatMap { classifier.probabilities([$0]) }
        )
        #expect(classifier.probabilities([]).isEmpty)
    }

    /// Both its parts lean to the fifth label after none; the network besides hears whatever its numbers happen to tell.
    private static func classifier() -> RelationClassifier {
        let vectors = [Float](repeating: 0.5, count: TraitClassifier.width << TraitClassifier.bits)
        var weights = [Float](repeating: 0, count: TraitClassifier.width * TraitClassifier.labels)
        weights[5] = 9
        let plan = RelationPlan(
            .init(vector: 8, width: 4, layers: 2, joined: 8, labels: RelationLabel.all.count)
        )
        var numbers = (0..<plan.count).map { Float($0 % 7 - 3) / 8 }
        numbers[plan.labelBias.start + 5] = 9
        return RelationClassifier(
            bag: TraitClassifier(vectors: vectors, weights: weights),
            network: RelationNetwork(
                plan: plan,
                table: VectorTable(
                    index: HashTable([]),
                    columns: 8,
                    vectors: [Float](repeating: 0, count: 8)
                ),
                weights: numbers
            )
        )
    }
}
