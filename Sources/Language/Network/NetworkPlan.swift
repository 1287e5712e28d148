/// How large the parts of a network are.
///
/// All in floats unless said otherwise.
package struct NetworkSizes: Hashable, Sendable {
    /// Of a word's own vector.
    package var word: Int
    /// Of the sum of the vectors of a word's pieces.
    package var piece: Int
    /// Of one direction of a recurrent layer; a layer's output is twice as wide.
    package var width: Int
    package var layers: Int
    /// Of the vectors that are compared to find a word's head.
    package var arc: Int
    /// Of the vectors that are compared to name a relation.
    package var label: Int
    /// Of the vector from which a lemma's rule is chosen.
    package var lemma: Int
    /// How many values the tags can have: the parts of speech, and each feature's values.
    package var tags: Int
    /// How many rules make lemmas.
    package var rules: Int
    /// How many relations there are.
    package var relations: Int

    package init(
        word: Int,
        piece: Int,
        width: Int,
        layers: Int,
        arc: Int,
        label: Int,
        lemma: Int,
        tags: Int,
        rules: Int,
        relations: Int
    ) {
        self.word = word
        self.piece = piece
        self.width = width
        self.layers = layers
        self.arc = arc
        self.label = label
        self.lemma = lemma
        self.tags = tags
        self.rules = rules
        self.relations = relations
    }

    /// Of the output of a layer: both directions.
    package var breadth: Int { 2 * width }
    /// Of a word's input: its own vector and that of its pieces.
    package var input: Int { word + piece }
    /// Of what the four views of a word hold: as dependent and as head, for arcs and for labels.
    package var views: Int { 2 * arc + 2 * label }
}

/// Where each matrix of the network lies in one long row of floats.
///
/// The network, from a word's vectors to its analysis (matrices are rows × columns, and rows of
/// words stand on their left):
///
///     vectors ──mix──▶ layer 0 ─▶ … ─▶ top ──▶ tags
///                                       ├──(with the mixed vectors)──▶ lemma's rule
///                                       └──▶ views ─▶ arcs between all words, labels of the chosen ones
package struct NetworkPlan: Hashable, Sendable {
    /// One matrix; a row of biases has one row.
    package struct Block: Hashable, Sendable {
        /// Where it begins, in floats.
        package let start: Int
        package let rows: Int
        package let columns: Int

        package var count: Int { rows * columns }

        package init(start: Int, rows: Int, columns: Int) {
            self.start = start
            self.rows = rows
            self.columns = columns
        }
    }

    /// A simple recurrent layer: three gates for each direction.
    package struct Layer: Hashable, Sendable {
        /// breadth × 6·width: candidate, forget and reset of the way forth, then of the way back.
        package let gates: Block
        /// 2 directions × (forget, reset) · width: how the state before bears on the gates.
        package let peephole: Block
        package let bias: Block

        package init(gates: Block, peephole: Block, bias: Block) {
            self.gates = gates
            self.peephole = peephole
            self.bias = bias
        }
    }

    package let sizes: NetworkSizes
    package let mix: Block
    package let mixBias: Block
    package let layers: [Layer]
    package let tags: Block
    package let tagBias: Block
    /// From the top, and from the mixed vectors.
    package let lemmaTop: Block
    package let lemmaWord: Block
    package let lemmaBias: Block
    package let rules: Block
    package let ruleBias: Block
    /// To the views: arc dependent, arc head, label dependent, label head.
    package let views: Block
    package let viewBias: Block
    /// The views of the root as a head: arc, label.
    package let root: Block
    /// arc × arc: how well a dependent suits a head.
    package let arc: Block
    /// How likely a word is to be a head at all.
    package let arcBias: Block
    /// label × relations·label: for each relation one matrix.
    package let label: Block
    /// relations × label, for the dependent and for the head.
    package let labelDependent: Block
    package let labelHead: Block
    package let labelBias: Block
    /// How many floats there are in all.
    package let count: Int

    /// All of them, in the order in which they lie.
    package var blocks: [Block] {
        [mix, mixBias] + layers.flatMap { [$0.gates, $0.peephole, $0.bias] } + [
            tags, tagBias, lemmaTop, lemmaWord, lemmaBias, rules, ruleBias, views, viewBias, root,
            arc, arcBias, label, labelDependent, labelHead, labelBias,
        ]
    }

    package init(_ sizes: NetworkSizes) {
        self.sizes = sizes
        var end = 0
        func block(_ rows: Int, _ columns: Int) -> Block {
            defer { end += rows * columns }
            return Block(start: end, rows: rows, columns: columns)
        }
        mix = block(sizes.input, sizes.breadth)
        mixBias = block(1, sizes.breadth)
        layers = (0..<sizes.layers).map { _ in
            Layer(
                gates: block(sizes.breadth, 6 * sizes.width),
                peephole: block(4, sizes.width),
                bias: block(4, sizes.width)
            )
        }
        tags = block(sizes.breadth, sizes.tags)
        tagBias = block(1, sizes.tags)
        lemmaTop = block(sizes.breadth, sizes.lemma)
        lemmaWord = block(sizes.breadth, sizes.lemma)
        lemmaBias = block(1, sizes.lemma)
        rules = block(sizes.lemma, sizes.rules)
        ruleBias = block(1, sizes.rules)
        views = block(sizes.breadth, sizes.views)
        viewBias = block(1, sizes.views)
        root = block(1, sizes.arc + sizes.label)
        arc = block(sizes.arc, sizes.arc)
        arcBias = block(1, sizes.arc)
        label = block(sizes.label, sizes.relations * sizes.label)
        labelDependent = block(sizes.relations, sizes.label)
        labelHead = block(sizes.relations, sizes.label)
        labelBias = block(1, sizes.relations)
        count = end
    }
}
