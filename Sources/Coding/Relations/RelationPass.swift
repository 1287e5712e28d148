import CKernels
package import Language

/// One run of a `RelationNetwork` over some pairs, from the vectors of their words to the scores of their labels.
///
/// Owned by one worker. What the way forth leaves here is what the way back needs.
package struct RelationPass {
    package let plan: RelationPlan
    /// The pairs whose words are read; those of a pair that is asked in both directions once.
    package private(set) var read: [PairWords] = []
    /// Of each of these its rows.
    package private(set) var sentences: [Range<Int>] = []
    package private(set) var questions: [Question] = []
    /// words × vector.
    package let vectors = Floats()
    /// Of each layer its input, and last the top: words × breadth.
    package let levels: [Floats]
    package let gates: [Floats]
    package let states: [Floats]
    /// questions × 3·breadth: the top at the source, at the target, and the largest of all words.
    package let gathered = Floats()
    /// sentences × breadth: the row in which the largest stands.
    package private(set) var largest: [Int] = []
    /// questions × joined.
    package let joined = Floats()
    /// questions × labels.
    package let scores = Floats()

    /// What one word of a sentence directs at another.
    package struct Question: Sendable {
        package let sentence: Int
        /// Their rows.
        package let source: Int
        package let target: Int
    }

    /// Multiplies what goes through in training, so that the network does not lean on single numbers.
    package struct Dropout {
        /// Of each level and each sentence: breadth factors.
        package var levels: [[Float]]
        /// Of each question: joined factors.
        package var joined: [Float]

        package init(levels: [[Float]], joined: [Float]) {
            self.levels = levels
            self.joined = joined
        }
    }

    package init(_ plan: RelationPlan) {
        self.plan = plan
        levels = (0...plan.layers.count).map { _ in Floats() }
        gates = plan.layers.map { _ in Floats() }
        states = plan.layers.map { _ in Floats() }
    }

    package var words: Int { sentences.last?.upperBound ?? 0 }

    /// Lays out `pairs`, a question each; their vectors are zero until they are added to.
    ///
    /// Where it is done `together`, a pair is not read again for the same question the other way round.
    package mutating func begin(_ pairs: [PairWords], together: Bool = true) {
        read = []
        sentences = []
        questions = []
        for (place, pair) in pairs.enumerated() {
            if place == 0 || !together || !pair.isTurned(pairs[place - 1]) {
                sentences.append(words..<(words + pair.count))
                read.append(pair)
            }
            let start = sentences[sentences.count - 1].lowerBound
            questions.append(
                Question(
                    sentence: sentences.count - 1,
                    source: start + pair.source,
                    target: start + pair.target
                )
            )
        }
        vectors.zeros(words * plan.sizes.vector)
    }

    /// From `vectors` to `scores`.
    package mutating func run(_ products: MatrixProducts, dropout: Dropout? = nil) {
        let breadth = plan.sizes.breadth
        let mixed = levels[0].room(for: words * breadth)
        products.multiply(vectors.base, words, plan.mix, bias: plan.mixBias, into: mixed)
        casus_bend(words * breadth, Network.leak, mixed)
        for (level, layer) in plan.layers.enumerated() {
            levels[level].multiply(by: dropout?.levels[level], columns: breadth, sentences)
            layer.run(
                sentences,
                products,
                input: levels[level].base,
                output: levels[level + 1],
                gates: gates[level],
                states: states[level]
            )
        }
        let top = plan.layers.count
        levels[top].multiply(by: dropout?.levels[top], columns: breadth, sentences)
        gather()
        let asked = questions.count
        let joined = joined.room(for: asked * plan.sizes.joined)
        products.multiply(gathered.base, asked, plan.join, bias: plan.joinBias, into: joined)
        casus_bend(asked * plan.sizes.joined, Network.leak, joined)
        if let factors = dropout?.joined {
            for place in factors.indices { joined[place] *= factors[place] }
        }
        let scores = scores.room(for: asked * plan.sizes.labels)
        products.multiply(joined, asked, plan.labels, bias: plan.labelBias, into: scores)
    }

    private mutating func gather() {
        let breadth = plan.sizes.breadth
        let top = levels[plan.layers.count].base
        largest = [Int](repeating: 0, count: sentences.count * breadth)
        for (number, sentence) in sentences.enumerated() {
            for place in 0..<breadth {
                var best = sentence.lowerBound
                for word in sentence where top[word * breadth + place] > top[best * breadth + place]
                {
                    best = word
                }
                largest[number * breadth + place] = best
            }
        }
        let gathered = gathered.room(for: questions.count * 3 * breadth)
        for (number, question) in questions.enumerated() {
            let row = gathered + number * 3 * breadth
            row.update(from: top + question.source * breadth, count: breadth)
            (row + breadth).update(from: top + question.target * breadth, count: breadth)
            for place in 0..<breadth {
                let best = largest[question.sentence * breadth + place]
                row[2 * breadth + place] = top[best * breadth + place]
            }
        }
    }
}
