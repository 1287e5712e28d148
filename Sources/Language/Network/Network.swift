import CKernels

/// Working memory of one batch of sentences, from the mixed vectors to the scores.
///
/// Owned by one worker. What the way forth leaves here is what the way back needs.
package struct Scratch {
    /// The words of each sentence, as rows.
    package var sentences: [Range<Int>] = []
    /// Of each layer its input, and last the top: words × breadth.
    package var levels: [Floats]
    /// Of each layer: words × 6·width, the candidates and the gates after their sigmoid.
    package var gates: [Floats]
    /// Of each layer: two directions of words × width.
    package var states: [Floats]
    package let tags = Floats()
    package let lemma = Floats()
    package let rules = Floats()
    package let views = Floats()
    /// words × arc: the dependents as the heads see them.
    package let courted = Floats()
    /// Of each sentence of n words: n × (n + 1), column 0 being the root.
    package let arcs = Floats()

    package init(_ sizes: NetworkSizes) {
        levels = (0...sizes.layers).map { _ in Floats() }
        gates = (0..<sizes.layers).map { _ in Floats() }
        states = (0..<sizes.layers).map { _ in Floats() }
    }

    package var words: Int { sentences.last?.upperBound ?? 0 }

    /// Where the arcs of each sentence begin.
    package var arcStarts: [Int] {
        var starts: [Int] = []
        var start = 0
        for sentence in sentences {
            starts.append(start)
            start += sentence.count * (sentence.count + 1)
        }
        return starts
    }
}

/// The network: rows of mixed word vectors in, scores of tags, rules and arcs out.
///
/// An encoder of simple recurrent units (Lei et al. 2018): all its matrix products run over whole batches, and only
/// cheap steps go word by word, which makes it several times faster than an LSTM of the same width. Heads are found by
/// comparing every pair of words (biaffine attention, Dozat and Manning 2017).
package struct Network {
    package let plan: NetworkPlan
    package let products: MatrixProducts

    /// Multiplies outputs in training, so that the network does not lean on single ones; nil when it is used.
    package struct Dropout {
        /// Of each level and each sentence: breadth factors.
        package var levels: [[Float]]
        /// Of each sentence: factors of the views.
        package var views: [Float]

        package init(levels: [[Float]], views: [Float]) {
            self.levels = levels
            self.views = views
        }
    }

    /// The slope of a unit below zero.
    package static let leak: Float = 0.1

    /// Runs on `weights`, as many as the plan counts, which must outlive this value, and on the same matrices rounded to bytes
    /// (`packed`); nil while they are learnt.
    package init(plan: NetworkPlan, weights: UnsafePointer<Float>, packed: PackedWeights? = nil) {
        self.plan = plan
        products = MatrixProducts(weights, packed: packed)
    }

    package func at(_ block: NetworkPlan.Block) -> UnsafePointer<Float> { products.at(block) }

    /// Mixes word vectors: `vectors` is words × input, `mixed` words × breadth.
    package func mix(
        _ vectors: UnsafePointer<Float>,
        words: Int,
        into mixed: UnsafeMutablePointer<Float>
    ) {
        products.multiply(vectors, words, plan.mix, bias: plan.mixBias, into: mixed)
        casus_bend(words * plan.sizes.breadth, Self.leak, mixed)
    }

    /// Runs over the sentences of `scratch`, whose level 0 holds the mixed vectors.
    package func run(_ scratch: inout Scratch, dropout: Dropout? = nil) {
        let sizes = plan.sizes
        for level in 0..<sizes.layers {
            scratch.levels[level].multiply(
                by: dropout?.levels[level],
                columns: sizes.breadth,
                scratch.sentences
            )
            plan.recurrentLayer(level).run(
                scratch.sentences,
                products,
                input: scratch.levels[level].base,
                output: scratch.levels[level + 1],
                gates: scratch.gates[level],
                states: scratch.states[level]
            )
        }
        scratch.levels[sizes.layers].multiply(
            by: dropout?.levels[sizes.layers],
            columns: sizes.breadth,
            scratch.sentences
        )
        judgeTags(scratch)
        judgeLemmas(scratch)
        judgeArcs(scratch, dropout)
    }

    private func judgeTags(_ scratch: Scratch) {
        let top = scratch.levels[plan.sizes.layers].base
        let tags = scratch.tags.room(for: scratch.words * plan.sizes.tags)
        products.multiply(top, scratch.words, plan.tags, bias: plan.tagBias, into: tags)
    }

    private func judgeLemmas(_ scratch: Scratch) {
        let (words, sizes) = (scratch.words, plan.sizes)
        let lemma = scratch.lemma.room(for: words * sizes.lemma)
        let rules = scratch.rules.room(for: words * sizes.rules)
        let top = scratch.levels[sizes.layers].base
        products.multiply(top, words, plan.lemmaTop, bias: plan.lemmaBias, into: lemma)
        products.multiply(scratch.levels[0].base, words, plan.lemmaWord, into: lemma, adding: true)
        casus_bend(words * sizes.lemma, Self.leak, lemma)
        products.multiply(lemma, words, plan.rules, bias: plan.ruleBias, into: rules)
    }

    private func judgeArcs(_ scratch: Scratch, _ dropout: Dropout?) {
        let (words, sizes) = (scratch.words, plan.sizes)
        let views = scratch.views.room(for: words * sizes.views)
        let top = scratch.levels[sizes.layers].base
        products.multiply(top, words, plan.views, bias: plan.viewBias, into: views)
        casus_bend(words * sizes.views, Self.leak, views)
        scratch.views.multiply(by: dropout?.views, columns: sizes.views, scratch.sentences)
        let courted = scratch.courted.room(for: words * sizes.arc)
        products.multiply(
            views,
            stride: sizes.views,
            words,
            plan.arc,
            bias: plan.arcBias,
            into: courted
        )
        let starts = scratch.arcStarts
        let total = scratch.sentences.reduce(0) { $0 + $1.count * ($1.count + 1) }
        let arcs = scratch.arcs.room(for: total)
        for (start, sentence) in zip(starts, scratch.sentences) {
            let (first, count) = (sentence.lowerBound, sentence.count)
            for word in 0..<count {
                arcs[start + word * (count + 1)] = casus_dot(
                    sizes.arc,
                    courted + (first + word) * sizes.arc,
                    at(plan.root)
                )
            }
            casus_multiply(
                count,
                count,
                sizes.arc,
                courted + first * sizes.arc,
                sizes.arc,
                1,
                views + first * sizes.views + sizes.arc,
                1,
                sizes.views,
                arcs + start + 1,
                count + 1,
                0
            )
        }
    }

    /// The scores of every relation between a word and its head, given by row; a head of -1 is the root.
    ///
    /// `heads` has an entry for each word of the batch. The result is words × relations, in `scores`; `product` is left with
    /// words × relations·label.
    package func judgeLabels(
        _ scratch: Scratch,
        heads: [Int],
        product: Floats,
        scores: Floats
    ) {
        let (words, sizes) = (scratch.words, plan.sizes)
        let views = scratch.views.base
        let dependents = views + 2 * sizes.arc
        let products = product.room(for: words * sizes.relations * sizes.label)
        let scores = scores.room(for: words * sizes.relations)
        // The head's own weight for a relation is added to that relation's row: the head multiplies both.
        self.products.multiply(
            dependents,
            stride: sizes.views,
            words,
            plan.label,
            bias: plan.labelHead,
            into: products
        )
        casus_multiply(
            words,
            sizes.relations,
            sizes.label,
            dependents,
            sizes.views,
            1,
            at(plan.labelDependent),
            1,
            sizes.label,
            scores,
            sizes.relations,
            0
        )
        for word in 0..<words {
            let head = labelHead(heads[word], views)
            let row = products + word * plan.label.columns
            casus_add(sizes.relations, 1, at(plan.labelBias), scores + word * sizes.relations)
            for relation in 0..<sizes.relations {
                scores[word * sizes.relations + relation] += casus_dot(
                    sizes.label,
                    row + relation * sizes.label,
                    head
                )
            }
        }
    }

    /// The view of a row as the head of a label; -1 is the root.
    package func labelHead(_ row: Int, _ views: UnsafePointer<Float>) -> UnsafePointer<Float> {
        row < 0
            ? at(plan.root) + plan.sizes.arc
            : views + row * plan.sizes.views + 2 * plan.sizes.arc + plan.sizes.label
    }
}
