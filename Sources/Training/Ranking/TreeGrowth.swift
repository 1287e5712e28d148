import Coding
import Foundation

/// One tree while it grows: always the leaf is divided whose division gains most.
struct TreeGrowth {
    struct Split {
        let gain: Float
        let column: Int
        /// Rows with a bin up to this one go left.
        let bin: Int
    }

    /// A node as it is grown; children are places in the list.
    struct Knot {
        var rows: [Int]
        /// Until the node is divided; nil where it has too few rows for that.
        var histogram: Histogram?
        var split: Split?
        var children: (Int, Int)?
        var value: Float = 0
    }

    private let bins: Bins
    private let gradients: [Float]
    private let curvatures: [Float]
    private let columns: [Int]
    private let options: BoostedTreesTrainer.Options

    init(
        _ bins: Bins,
        _ gradients: [Float],
        _ curvatures: [Float],
        _ columns: [Int],
        _ options: BoostedTreesTrainer.Options
    ) {
        self.bins = bins
        self.gradients = gradients
        self.curvatures = curvatures
        self.columns = columns
        self.options = options
    }

    mutating func tree(_ rows: [Int]) -> [Knot] {
        var knots = [knot(rows, isDivisible(rows) ? histogram(rows) : nil)]
        for _ in 1..<options.leaves {
            let open = knots.indices.filter { knots[$0].children == nil && knots[$0].split != nil }
            guard
                let best = open.max(by: {
                    (knots[$0].split?.gain ?? 0) < (knots[$1].split?.gain ?? 0)
                }), let split = knots[best].split
            else { break }
            var (left, right): ([Int], [Int]) = ([], [])
            for row in knots[best].rows {
                if Int(bins.cells[row * bins.columns + split.column]) <= split.bin {
                    left.append(row)
                } else {
                    right.append(row)
                }
            }
            let (first, second) = histograms(left, right, of: knots[best].histogram)
            knots[best].children = (knots.count, knots.count + 1)
            knots[best].rows = []
            knots[best].histogram = nil
            knots.append(knot(left, first))
            knots.append(knot(right, second))
        }
        return knots
    }

    /// What the tree adds for a row, whether it was grown on it or not.
    func value(of row: Int, in tree: [Knot]) -> Float {
        var place = 0
        while let (left, right) = tree[place].children, let split = tree[place].split {
            let bin = Int(bins.cells[row * bins.columns + split.column])
            place = bin <= split.bin ? left : right
        }
        return tree[place].value
    }

    func nodes(_ tree: [Knot]) -> [BoostedTrees.Node] {
        tree.map { knot in
            guard let (left, _) = knot.children, let split = knot.split else {
                return BoostedTrees.Node(column: -1, left: 0, threshold: knot.value)
            }
            return BoostedTrees.Node(
                column: Int16(split.column),
                left: UInt16(left),
                threshold: bins.edges[split.column][split.bin]
            )
        }
    }

    private func knot(_ rows: [Int], _ histogram: Histogram?) -> Knot {
        let (gradient, curvature) = sums(rows)
        return Knot(
            rows: rows,
            histogram: histogram,
            split: histogram.flatMap { split($0, rows.count, gradient, curvature) },
            value: -options.rate * gradient / (curvature + options.regularisation)
        )
    }

    private func sums(_ rows: [Int]) -> (Float, Float) {
        rows.reduce(into: (0, 0)) {
            $0.0 += gradients[$1]
            $0.1 += curvatures[$1]
        }
    }

    private func isDivisible(_ rows: [Int]) -> Bool { rows.count >= 2 * options.leastRows }

    /// Those of two halves of a node: the rows of the smaller are counted, the larger is the rest.
    private func histograms(
        _ left: [Int],
        _ right: [Int],
        of whole: Histogram?
    ) -> (Histogram?, Histogram?) {
        let (small, large) = left.count < right.count ? (left, right) : (right, left)
        guard let whole, isDivisible(large) else { return (nil, nil) }
        let counted = histogram(small)
        let pair = (isDivisible(small) ? counted : nil, whole.without(counted))
        return left.count < right.count ? pair : (pair.1, pair.0)
    }

    private func histogram(_ rows: [Int]) -> Histogram {
        var histogram = Histogram(columns: columns.count)
        histogram.cells.withUnsafeMutableBufferPointer { sums in
            bins.cells.withUnsafeBufferPointer { cells in
                for row in rows {
                    let start = row * bins.columns
                    let (first, second) = (gradients[row], curvatures[row])
                    for (place, column) in columns.enumerated() {
                        let cell = Histogram.cell(place, Int(cells[start + column]))
                        sums[cell] += first
                        sums[cell + 1] += second
                        sums[cell + 2] += 1
                    }
                }
            }
        }
        return histogram
    }

    private func split(
        _ histogram: Histogram,
        _ rows: Int,
        _ gradient: Float,
        _ curvature: Float
    ) -> Split? {
        let whole = score(gradient, curvature)
        var best: Split?
        for (place, column) in columns.enumerated() {
            var (first, second, count): (Float, Float, Float) = (0, 0, 0)
            for bin in bins.edges[column].indices {
                let cell = Histogram.cell(place, bin)
                first += histogram.cells[cell]
                second += histogram.cells[cell + 1]
                count += histogram.cells[cell + 2]
                guard Int(count) >= options.leastRows else { continue }
                guard rows - Int(count) >= options.leastRows else { break }
                let gain =
                    score(first, second) + score(gradient - first, curvature - second) - whole
                if gain > best?.gain ?? 1e-6 { best = Split(gain: gain, column: column, bin: bin) }
            }
        }
        return best
    }

    private func score(_ gradient: Float, _ curvature: Float) -> Float {
        gradient * gradient / (curvature + options.regularisation)
    }
}

/// What the rows of a node come to in each bin of each column: gradient, curvature and number.
struct Histogram {
    var cells: [Float]

    init(columns: Int) {
        cells = [Float](repeating: 0, count: Self.cell(columns, 0))
    }

    static func cell(_ column: Int, _ bin: Int) -> Int { (column * (Bins.most + 1) + bin) * 3 }

    func without(_ part: Histogram) -> Histogram {
        var rest = self
        for cell in cells.indices { rest.cells[cell] -= part.cells[cell] }
        return rest
    }
}

func exponential(_ value: Float) -> Float { expf(value) }
func logOdds(_ share: Float) -> Float { logf(share / (1 - share)) }
