import CKernels
package import Text

/// A sum of small decision trees, each of which mends what those before it got wrong (Friedman 2001).
///
/// Their sum is the logarithm of the odds. Scoring a row costs one comparison for each level of each tree.
package struct BoostedTrees: Sendable {
    /// A question of one column, or a leaf.
    package struct Node: Hashable, Sendable {
        /// The column asked about; -1 at a leaf.
        package var column: Int16
        /// The place of the node for values up to the threshold; the other one follows it.
        package var left: UInt16
        /// At a leaf: what it adds.
        package var threshold: Float

        package init(column: Int16, left: UInt16, threshold: Float) {
            self.column = column
            self.left = left
            self.threshold = threshold
        }
    }

    /// Where the sum begins.
    package let bias: Float
    package let columns: Int
    /// The nodes of each tree, its root first.
    package let trees: [[Node]]
    private let slopes: Slopes

    package init(bias: Float, columns: Int, trees: [[Node]]) {
        self.bias = bias
        self.columns = columns
        self.trees = trees
        slopes = Slopes(trees)
    }

    /// After so many trees, and as many again, the sums are looked at.
    private static let stretch = 25

    /// The logarithm of the odds of a row.
    package func logOdds(_ row: [Float]) -> Float { logOdds(of: [row])[0] }

    /// The same of several rows, in their order; a row of which `isHopeless` says so, by its number, by what it
    /// came to and by the share of the trees that this took, stays at that.
    ///
    /// Tree by tree, since a tree stays in the nearest cache while all rows go through it and a thousand do not.
    package func logOdds(
        of rows: [[Float]],
        unless isHopeless: (Int, Float, _ share: Float) -> Bool = { _, _, _ in false }
    ) -> [Float] {
        precondition(rows.allSatisfy { $0.count == columns }, "a row has a value for each column")
        let values = rows.flatMap(\.self)
        var sums = [Float](repeating: bias, count: rows.count)
        var open = rows.indices.map { Int32($0) }
        for start in stride(from: 0, to: trees.count, by: Self.stretch) {
            if start > 0 {
                let share = Float(start) / Float(trees.count)
                open.removeAll { isHopeless(Int($0), sums[Int($0)], share) }
            }
            for tree in start..<min(start + Self.stretch, trees.count) {
                slopes.add(tree, to: &sums, of: open, values, columns)
            }
        }
        return sums
    }
}

extension BoostedTrees: Equatable {
    package static func == (left: BoostedTrees, right: BoostedTrees) -> Bool {
        left.bias == right.bias && left.columns == right.columns && left.trees == right.trees
    }
}

/// Trees as the processor goes down them, one after the other in one list.
private struct Slopes: Sendable {
    private var nodes: [casus_tree_node] = []
    /// Parallel to `nodes`: what a leaf adds.
    private var gains: [Float] = []
    private var starts: [Int] = []

    init(_ trees: [[BoostedTrees.Node]]) {
        for tree in trees {
            starts.append(nodes.count)
            for (place, node) in tree.enumerated() {
                let isLeaf = node.column < 0
                nodes.append(
                    casus_tree_node(
                        column: isLeaf ? 0 : node.column,
                        left: isLeaf ? UInt16(place) : node.left,
                        threshold: isLeaf ? .infinity : node.threshold
                    )
                )
                gains.append(isLeaf ? node.threshold : 0)
            }
        }
    }

    func add(
        _ tree: Int,
        to sums: inout [Float],
        of rows: [Int32],
        _ values: [Float],
        _ columns: Int
    ) {
        let start = starts[tree]
        nodes.withUnsafeBufferPointer { nodes in
            gains.withUnsafeBufferPointer { gains in
                guard let node = nodes.baseAddress, let gain = gains.baseAddress else { return }
                casus_sum_tree(
                    node + start,
                    gain + start,
                    values,
                    columns,
                    rows,
                    rows.count,
                    &sums
                )
            }
        }
    }
}

extension BoostedTrees {
    package func write(to writer: inout BinaryWriter) {
        writer.float(bias)
        writer.count(columns)
        writer.count(trees.count)
        for tree in trees {
            writer.count(tree.count)
            for node in tree {
                writer.integer(node.column)
                writer.integer(node.left)
                writer.float(node.threshold)
            }
        }
    }

    /// Throws a `BinaryError` where a node leads outside its tree, or backwards.
    package init(_ reader: inout BinaryReader) throws {
        let bias = try reader.float()
        let columns = Int(try reader.integer(UInt32.self))
        var trees: [[Node]] = []
        for _ in 0..<(try reader.count(ofWidth: 4)) {
            var tree: [Node] = []
            let count = try reader.count(ofWidth: 8)
            for place in 0..<count {
                let node = Node(
                    column: try reader.integer(Int16.self),
                    left: try reader.integer(UInt16.self),
                    threshold: try reader.float()
                )
                let isLeaf = node.column < 0
                guard isLeaf || Int(node.left) > place && Int(node.left) + 1 < count,
                    Int(node.column) < columns
                else { throw reader.error("node \(place) of a tree leads nowhere") }
                tree.append(node)
            }
            guard !tree.isEmpty else { throw reader.error("a tree has no nodes") }
            trees.append(tree)
        }
        self.init(bias: bias, columns: columns, trees: trees)
    }
}
