package import Language
package import Text

/// Reads the words of a sentence in their order, from both ends, and says what one of two phrases directs at the other.
///
/// What a word is, how it hangs in the tree and where it stands beside the two phrases are hashed traits, whose
/// vectors are summed; layers of simple recurrent units read these. Taught with sentences written for Casus
/// (`Rankers/relations.md`).
package struct RelationNetwork: Sendable {
    private let plan: RelationPlan
    private let table: VectorTable
    private let weights: [Float]
    private let packed: PackedWeights

    package init(plan: RelationPlan, table: VectorTable, weights: [Float]) {
        precondition(
            weights.count == plan.count && table.columns == plan.sizes.vector
                && plan.sizes.labels == RelationLabel.all.count,
            "as many numbers as the plan counts"
        )
        self.plan = plan
        self.table = table
        self.weights = weights
        packed = PackedWeights(plan.matrices, weights)
    }

    /// More words are read in turns, so that the working memory stays under 20 MB.
    private static let mostWords = 2048

    /// Of each pair the probability of each label, in the order of `RelationLabel.all`.
    ///
    /// A pair that follows the same one the other way round costs next to nothing.
    package func probabilities(_ pairs: [PairWords]) -> [[Float]] {
        var pass = RelationPass(plan)
        return Self.turns(pairs).flatMap { told($0, &pass) }
    }

    /// Both directions of a pair stay together.
    private static func turns(_ pairs: [PairWords]) -> [ArraySlice<PairWords>] {
        var turns: [ArraySlice<PairWords>] = []
        var (start, words) = (0, 0)
        for (place, pair) in pairs.enumerated() {
            if place > start, words + pair.count > mostWords, !pair.isTurned(pairs[place - 1]) {
                turns.append(pairs[start..<place])
                (start, words) = (place, 0)
            }
            words += pair.count
        }
        return pairs.isEmpty ? [] : turns + [pairs[start...]]
    }

    private func told(_ pairs: ArraySlice<PairWords>, _ pass: inout RelationPass) -> [[Float]] {
        pass.begin(Array(pairs))
        var vector = pass.vectors.base
        for pair in pass.read {
            for word in 0..<pair.count {
                for trait in pair[word] {
                    // What was not met in training says nothing.
                    let row = table.index.row(trait)
                    if row > 0 { table.add(row, times: 1, to: vector) }
                }
                vector += plan.sizes.vector
            }
        }
        weights.withUnsafeBufferPointer { weights in
            guard let base = weights.baseAddress else { return }
            pass.run(MatrixProducts(base, packed: packed))
        }
        let labels = plan.sizes.labels
        return pass.questions.indices.map { question in
            RelationClassifier.shares(
                (0..<labels).map { pass.scores.base[question * labels + $0] }
            )
        }
    }
}

extension RelationNetwork {
    /// The sizes, the table, and the weights as 16-bit floats.
    package func write(to writer: inout BinaryWriter) {
        let sizes = plan.sizes
        for size in [sizes.vector, sizes.width, sizes.layers, sizes.joined] { writer.count(size) }
        table.write(to: &writer)
        writer.integers(weights.map { Float16($0).bitPattern })
    }

    /// Throws a `BinaryError` that names the byte.
    package init(from reader: inout BinaryReader) throws {
        let numbers = try (0..<4).map { _ in Int(try reader.integer(UInt32.self)) }
        // No matrix of a network we train is near so large; a damaged size must not ask for all memory.
        guard numbers.allSatisfy({ (1...1024).contains($0) }), numbers[2] <= 8 else {
            throw reader.error("the sizes \(numbers) are out of range")
        }
        let plan = RelationPlan(
            RelationPlan.Sizes(
                vector: numbers[0],
                width: numbers[1],
                layers: numbers[2],
                joined: numbers[3],
                labels: RelationLabel.all.count
            )
        )
        let table = try VectorTable(from: &reader, columns: plan.sizes.vector)
        let weights = try reader.integers(UInt16.self, count: plan.count).map {
            Float(Float16(bitPattern: $0))
        }
        self.init(plan: plan, table: table, weights: weights)
    }
}
