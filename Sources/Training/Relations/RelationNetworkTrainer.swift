package import Coding
import Language

/// Teaches the network of relations: shuffled batches, dropout, Adam, a rate that rises and falls once.
///
/// One core, and the same network again from the same lessons and seed.
package struct RelationNetworkTrainer {
    package struct Options: Sendable {
        /// After five the likelihood of sentences kept apart still rises; after ten it hardly does.
        package var rounds = 10
        /// How many pairs a step learns from.
        package var pairs = 64
        /// How often a trait of a word is left out, so that unknown words are no surprise.
        package var leftOut: Float = 0.2
        package var dropout: Float = 0.3
        /// A trait that is met less often has no vector.
        package var least = 3
        package var seed: UInt64 = 1

        package init() {}
    }

    private let lessons: [RelationLesson]
    private let options: Options
    private let plan: RelationPlan
    private let index: HashTable
    private var table: TrainingTable
    private var weights: [Float]
    private var first: [Float]
    private var second: [Float]
    private var pass: RelationPass
    private var back: RelationBack
    private var randomness: Randomness
    private var steps = 0

    package init(
        _ lessons: [RelationLesson],
        sizes: RelationPlan.Sizes = .init(
            vector: 64,
            width: 96,
            layers: 2,
            joined: 160,
            labels: RelationLabel.all.count
        ),
        options: Options = .init()
    ) {
        self.lessons = lessons
        self.options = options
        plan = RelationPlan(sizes)
        index = Self.index(of: lessons, least: options.least)
        randomness = Randomness(seed: options.seed)
        table = TrainingTable(
            rows: index.rows,
            columns: sizes.vector,
            spread: 0.17,
            &randomness
        )
        weights = randomness.weights(
            plan.count,
            matrices: plan.matrices,
            small: plan.layers.map(\.blocks.peephole)
        )
        first = [Float](repeating: 0, count: plan.count)
        second = first
        pass = RelationPass(plan)
        back = RelationBack(plan)
    }

    /// Runs every round; `report` hears the mean loss of each.
    package mutating func network(
        report: (_ round: Int, _ loss: Float) -> Void = { _, _ in }
    ) -> RelationNetwork {
        let total = options.rounds * lessons.count / options.pairs
        for round in 1...max(options.rounds, 1) {
            var loss: Float = 0
            for batch in batches() {
                loss += learn(
                    batch,
                    rate: Pace.whole.rate(at: Float(steps) / Float(max(total, 1)))
                )
            }
            report(round, loss / Float(max(lessons.count, 1)))
        }
        return RelationNetwork(
            plan: plan,
            table: VectorTable(index: index, columns: plan.sizes.vector, vectors: table.vectors),
            weights: weights
        )
    }

    /// The traits that are met often enough, in the order of their numbers.
    private static func index(of lessons: [RelationLesson], least: Int) -> HashTable {
        var counts: [UInt32: Int] = [:]
        for lesson in lessons {
            for trait in lesson.pair.words.traits { counts[trait, default: 0] += 1 }
        }
        return HashTable(counts.filter { $0.value >= least }.keys.sorted())
    }

    /// Sentences of about one length together, in random order.
    private mutating func batches() -> [[Int]] {
        let keyed = lessons.indices.map { place in
            // Lengths are blurred, so that batches differ from round to round.
            (Float(lessons[place].pair.words.count) * (0.8 + 0.4 * randomness.fraction()), place)
        }
        let order = keyed.shuffled(using: &randomness).sorted { $0.0 < $1.0 }.map(\.1)
        return stride(from: 0, to: order.count, by: options.pairs)
            .map { Array(order[$0..<min($0 + options.pairs, order.count)]) }
            .shuffled(using: &randomness)
    }

    private mutating func learn(_ batch: [Int], rate: Float) -> Float {
        let chosen = gather(batch)
        let dropout = dropout()
        let labels = batch.map { lessons[$0].label }
        let loss = weights.withUnsafeBufferPointer { weights -> Float in
            guard let base = weights.baseAddress else { return 0 }
            pass.run(MatrixProducts(base), dropout: dropout)
            return back.run(
                pass,
                base,
                dropout,
                labels: labels,
                scale: 1 / Float(batch.count)
            )
        }
        steps += 1
        let adam = Adam(rate: rate, step: steps)
        adam.step(&weights, &back.gradient, &first, &second, 0..<plan.count)
        for (word, rows) in chosen.enumerated() {
            let error = back.vectorErrors.base + word * plan.sizes.vector
            for row in rows { table.learn(row, times: 1, from: error) }
        }
        table.step(adam)
        return loss
    }

    /// Lays out the words of a batch; of each the rows that were taken, some traits left out.
    private mutating func gather(_ batch: [Int]) -> [[Int]] {
        pass.begin(batch.map { lessons[$0].pair.words }, together: false)
        var vector = pass.vectors.base
        var chosen: [[Int]] = []
        for pair in pass.read {
            for word in 0..<pair.count {
                var rows: [Int] = []
                for trait in pair[word] {
                    let row = index.row(trait)
                    guard row > 0, randomness.fraction() >= options.leftOut else { continue }
                    table.add(row, times: 1, to: vector)
                    rows.append(row)
                }
                chosen.append(rows)
                vector += plan.sizes.vector
            }
        }
        return chosen
    }

    private mutating func dropout() -> RelationPass.Dropout {
        RelationPass.Dropout(
            levels: (0...plan.layers.count).map { _ in
                randomness.dropout(pass.sentences.count * plan.sizes.breadth, options.dropout)
            },
            joined: randomness.dropout(pass.questions.count * plan.sizes.joined, options.dropout)
        )
    }
}
