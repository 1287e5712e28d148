import Coding
import Testing
import Text

@testable import Training

struct RankerTrainerTests {
    /// Rows whose answer is yes where exactly one of the first two columns is 1; the third is noise.
    private static func riddle(_ count: Int, seed: UInt64) -> (rows: [[Float]], labels: [Float]) {
        var randomness = Randomness(seed: seed)
        let rows = (0..<count).map { _ in
            (0..<3).map { _ in randomness.fraction() < 0.5 ? Float(0) : 1 }
        }
        return (rows, rows.map { $0[0] != $0[1] ? 1 : 0 })
    }

    private static func trees(seed: UInt64) -> BoostedTrees {
        let (rows, labels) = riddle(800, seed: 7)
        var options = BoostedTreesTrainer.Options()
        options.columnShare = 1
        options.seed = seed
        return BoostedTreesTrainer(
            rows: rows,
            labels: labels,
            weights: labels.map { _ in 1 },
            options: options
        ).trees()
    }

    @Test func `what no single column tells is learnt from two together`() {
        let trees = Self.trees(seed: 1)
        let (rows, labels) = Self.riddle(200, seed: 8)
        for (row, label) in zip(rows, labels) {
            #expect((trees.logOdds(row) > 1) == (label == 1), "\(row)")
            #expect((trees.logOdds(row) < -1) == (label == 0), "\(row)")
        }
    }

    @Test func `one seed makes one set of trees`() {
        #expect(Self.trees(seed: 3) == Self.trees(seed: 3))
        #expect(Self.trees(seed: 3) != Self.trees(seed: 4))
    }

    @Test func `a category that mostly went right is worth more than one that did not`() throws {
        let columns = Proposal.categories
        let category = try #require(columns.firstIndex(of: true))
        let lessons = (0..<600).map { place in
            var values = [Float](repeating: 0, count: columns.count)
            values[category] = Float(place % 2)
            // Category 1 is right nine times in ten, category 0 once in ten.
            let isRight = (place / 2 % 10 == 0) == (place % 2 == 0)
            return RankerLesson(
                values: values,
                isRight: isRight,
                weight: 1,
                passage: place / 4,
                cue: place
            )
        }
        let ranker = RankerTrainer(
            lessons,
            categories: columns,
            wordColumns: Proposal.wordColumns
        ).ranker()
        var (good, bad) = (lessons[1].values, lessons[0].values)
        good[category] = ranker.worth(of: 1, column: category)
        bad[category] = ranker.worth(of: 0, column: category)
        #expect(good[category] > 0.8)
        #expect(bad[category] < 0.2)
        #expect(ranker.worth(of: 99, column: category) == ranker.worth(of: 98, column: category))
    }
}
