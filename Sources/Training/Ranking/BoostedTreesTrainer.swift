package import Coding

/// Grows boosted trees for a yes-or-no question.
///
/// Each tree is fitted to what the sum of those before it gets wrong, leaf by leaf, on histograms of the
/// columns, as LightGBM does (Ke and others 2017). The same rows and seed give the same trees.
package struct BoostedTreesTrainer {
    package struct Options: Sendable {
        /// With a rate of 0.05, more trees than this gained nothing on passages that were kept apart.
        package var rounds = 250
        package var rate: Float = 0.05
        package var leaves = 24
        /// A leaf with fewer rows than this would learn single passages by heart.
        package var leastRows = 40
        package var regularisation: Float = 10
        /// The share of the columns and of the rows that each tree sees.
        package var columnShare: Float = 0.4
        package var rowShare: Float = 0.8
        package var seed: UInt64 = 1

        package init() {}
    }

    private let options: Options
    private let bins: Bins
    private let labels: [Float]
    private let weights: [Float]

    /// `rows` are parallel to `labels` (0 or 1) and `weights`.
    package init(
        rows: [[Float]],
        labels: [Float],
        weights: [Float],
        options: Options = Options()
    ) {
        precondition(rows.count == labels.count && rows.count == weights.count, "parallel arrays")
        self.options = options
        self.labels = labels
        self.weights = weights
        bins = Bins(rows)
    }

    package func trees() -> BoostedTrees {
        let total = weights.reduce(0, +)
        let positive = zip(labels, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let share = min(max(positive / max(total, 1e-6), 1e-4), 1 - 1e-4)
        let bias = logOdds(share)
        var sums = [Float](repeating: bias, count: labels.count)
        var randomness = Randomness(seed: options.seed)
        var trees: [[BoostedTrees.Node]] = []
        for _ in 0..<options.rounds {
            var gradients = [Float](repeating: 0, count: labels.count)
            var curvatures = gradients
            for row in labels.indices {
                let chance = chance(sums[row])
                gradients[row] = (chance - labels[row]) * weights[row]
                curvatures[row] = max(chance * (1 - chance), 1e-6) * weights[row]
            }
            let rows = labels.indices.filter { _ in randomness.fraction() < options.rowShare }
            let columns = (0..<bins.columns).filter { _ in
                randomness.fraction() < options.columnShare
            }
            var growth = TreeGrowth(bins, gradients, curvatures, columns, options)
            let tree = growth.tree(rows)
            for row in labels.indices { sums[row] += growth.value(of: row, in: tree) }
            trees.append(growth.nodes(tree))
        }
        return BoostedTrees(bias: bias, columns: bins.columns, trees: trees)
    }

    private func chance(_ sum: Float) -> Float { 1 / (1 + exponential(-sum)) }
}

/// The values of each column in at most 64 bins of about equally many rows.
struct Bins {
    static let most = 64

    let columns: Int
    /// Of each column, the largest value of each bin but the last.
    let edges: [[Float]]
    /// Row by row: the bin in each column.
    let cells: [UInt8]

    init(_ rows: [[Float]]) {
        let columns = rows.first?.count ?? 0
        let edges = (0..<columns).map { column -> [Float] in
            let values = rows.map { $0[column] }.sorted()
            let distinct = values.reduce(into: [Float]()) { if $0.last != $1 { $0.append($1) } }
            if distinct.count <= Self.most {
                return zip(distinct, distinct.dropFirst()).map { ($0 + $1) / 2 }
            }
            let cuts = (1..<Self.most).map { values[values.count * $0 / Self.most] }
            return cuts.reduce(into: [Float]()) { if $0.last != $1 { $0.append($1) } }
        }
        var cells = [UInt8](repeating: 0, count: rows.count * columns)
        for (place, row) in rows.enumerated() {
            for column in 0..<columns {
                cells[place * columns + column] = UInt8(Self.bin(row[column], edges[column]))
            }
        }
        self.columns = columns
        self.edges = edges
        self.cells = cells
    }

    /// How many edges lie below a value: a value equal to an edge is in the bin that the edge ends.
    private static func bin(_ value: Float, _ edges: [Float]) -> Int {
        var (low, high) = (0, edges.count)
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
