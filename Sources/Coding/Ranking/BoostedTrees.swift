package import Text

/// A sum of small decision trees, each of which mends what those before it got wrong (Friedman 2001).
///
/// Their sum is the logarithm of the odds. Scoring a row costs one comparison for each level of each tree.
package struct BoostedTrees: Hashable, Sendable {
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

    package init(bias: Float, columns: Int, trees: [[Node]]) {
        self.bias = bias
        self.columns = columns
        self.trees = trees
    }

    /// After so many trees, and as many again, the sum is looked at.
    private static let stretch = 60
    /// A sum that has sunk this low is not followed to its end: eight readings in nine are wrong, most of
    /// them plainly, and on the examples none rose from here to one in ten.
    private static let hopeless: Float = -5

    /// The logarithm of the odds of a row; of one that is plainly wrong, roughly.
    package func logOdds(_ row: [Float]) -> Float { logOdds(of: [row])[0] }

    /// The same of several rows, in their order.
    ///
    /// Tree by tree, since a tree stays in the nearest cache while all rows go through it and a thousand do not.
    package func logOdds(of rows: [[Float]]) -> [Float] {
        precondition(rows.allSatisfy { $0.count == columns }, "a row has a value for each column")
        let values = rows.flatMap(\.self)
        var sums = [Float](repeating: bias, count: rows.count)
        var open = Array(rows.indices)
        values.withUnsafeBufferPointer { values in
            for start in stride(from: 0, to: trees.count, by: Self.stretch) {
                open.removeAll { sums[$0] < Self.hopeless }
                for tree in trees[start..<min(start + Self.stretch, trees.count)] {
                    tree.withUnsafeBufferPointer { nodes in
                        for row in open {
                            let first = row * columns
                            var place = 0
                            while nodes[place].column >= 0 {
                                let node = nodes[place]
                                let goesLeft =
                                    values[first + Int(node.column)] <= node.threshold
                                place = Int(node.left) + (goesLeft ? 0 : 1)
                            }
                            sums[row] += nodes[place].threshold
                        }
                    }
                }
            }
        }
        return sums
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
        bias = try reader.float()
        columns = Int(try reader.integer(UInt32.self))
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
        self.trees = trees
    }
}
