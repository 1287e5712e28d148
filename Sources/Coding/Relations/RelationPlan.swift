package import Language

/// Where each matrix of a `RelationNetwork` lies in one long row of floats.
///
/// The network, from the traits of each word to the labels of a pair:
///
///     traits ──sum──▶ vectors ──mix──▶ layer 0 ─▶ … ─▶ top ──▶ at the source, at the target, the largest anywhere
///                                                                └──join──▶ joined ──▶ labels
package struct RelationPlan: Sendable {
    package struct Sizes: Hashable, Sendable {
        /// Of the vector of a trait.
        package var vector: Int
        /// Of one direction of a recurrent layer; its output is twice as wide.
        package var width: Int
        package var layers: Int
        package var joined: Int
        package var labels: Int

        package init(vector: Int, width: Int, layers: Int, joined: Int, labels: Int) {
            self.vector = vector
            self.width = width
            self.layers = layers
            self.joined = joined
            self.labels = labels
        }

        package var breadth: Int { 2 * width }
    }

    package let sizes: Sizes
    package let mix: NetworkPlan.Block
    package let mixBias: NetworkPlan.Block
    package let layers: [RecurrentLayer]
    package let join: NetworkPlan.Block
    package let joinBias: NetworkPlan.Block
    package let labels: NetworkPlan.Block
    package let labelBias: NetworkPlan.Block
    /// How many floats there are in all.
    package let count: Int

    /// Those through which every word or pair goes.
    package var matrices: [NetworkPlan.Block] {
        [mix] + layers.map(\.blocks.gates) + [join, labels]
    }

    package init(_ sizes: Sizes) {
        self.sizes = sizes
        var end = 0
        func block(_ rows: Int, _ columns: Int) -> NetworkPlan.Block {
            defer { end += rows * columns }
            return NetworkPlan.Block(start: end, rows: rows, columns: columns)
        }
        mix = block(sizes.vector, sizes.breadth)
        mixBias = block(1, sizes.breadth)
        layers = (0..<sizes.layers).map { _ in
            RecurrentLayer(
                NetworkPlan.Layer(
                    gates: block(sizes.breadth, 6 * sizes.width),
                    peephole: block(4, sizes.width),
                    bias: block(4, sizes.width)
                ),
                width: sizes.width
            )
        }
        join = block(3 * sizes.breadth, sizes.joined)
        joinBias = block(1, sizes.joined)
        labels = block(sizes.joined, sizes.labels)
        labelBias = block(1, sizes.labels)
        count = end
    }
}
