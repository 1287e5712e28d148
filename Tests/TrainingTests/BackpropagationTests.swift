import Language
import Testing

@testable import Training

/// The way back against small steps: each weight is moved a little, and the loss must change as its gradient says.
struct BackpropagationTests {
    private let inventory = Inventory(
        features: [],
        rules: ["0+/0+/l", "0+/1+/l", "=go"].compactMap { LemmaRule($0) },
        relations: ["nsubj", "obj", "root"],
        treebanks: [""]
    )
    private let lessons = [
        Lesson(
            words: [
                word(tag: 7, rule: 0, head: 2, relation: 0),
                word(tag: 15, rule: 2, head: 0, relation: 2),
                word(tag: 7, rule: 1, head: 2, relation: 1),
            ],
            treebank: 0
        ),
        // What a treebank does not say must not move anything.
        Lesson(
            words: [
                word(tag: -1, rule: -1, head: -1, relation: -1),
                word(tag: 3, rule: 1, head: -1, relation: -1),
            ],
            treebank: 0
        ),
    ]

    private static func word(tag: Int, rule: Int, head: Int, relation: Int) -> Lesson.Word {
        Lesson.Word(
            row: 0,
            pieces: [],
            tag: tag,
            features: [],
            rule: rule,
            head: head,
            relation: relation
        )
    }

    private var plan: NetworkPlan {
        NetworkPlan(
            NetworkSizes(
                word: 3,
                piece: 2,
                width: 3,
                layers: 2,
                arc: 4,
                label: 3,
                lemma: 4,
                tags: inventory.tags,
                rules: inventory.rules.count,
                relations: inventory.relations.count
            )
        )
    }

    /// Dropout that halves or keeps, so that the factors take part.
    private func dropout(_ plan: NetworkPlan) -> Network.Dropout {
        func factors(_ count: Int) -> [Float] { (0..<count).map { $0 % 5 == 3 ? 0 : 1.25 } }
        return Network.Dropout(
            levels: (0...plan.sizes.layers).map { _ in factors(2 * plan.sizes.breadth) },
            views: factors(2 * plan.sizes.views)
        )
    }

    /// The loss, and the gradients of the weights and of the vectors.
    private func run(_ weights: [Float], _ vectors: [Float]) -> (Float, [Float], [Float]) {
        let plan = plan
        var scratch = Scratch(plan.sizes)
        scratch.sentences = [0..<3, 3..<5]
        var back = Backpropagation(plan)
        let dropout = dropout(plan)
        let losses = weights.withUnsafeBufferPointer { weights -> Backpropagation.Losses in
            guard let base = weights.baseAddress else { return Backpropagation.Losses() }
            let network = Network(plan: plan, weights: base)
            network.mix(
                vectors,
                words: 5,
                into: scratch.levels[0].room(for: 5 * plan.sizes.breadth)
            )
            network.run(&scratch, dropout: dropout)
            return back.run(
                network,
                scratch,
                dropout,
                vectors: vectors,
                lessons: lessons,
                inventory: inventory,
                scale: 1
            )
        }
        let errors = (0..<vectors.count).map { back.vectorErrors.base[$0] }
        let loss = losses.tags + losses.rules + losses.arcs + losses.labels
        return (loss, back.gradient, errors)
    }

    private func numbers(_ count: Int, seed: UInt64) -> [Float] {
        var randomness = Randomness(seed: seed)
        return (0..<count).map { _ in randomness.fraction() * 1.2 - 0.6 }
    }

    @Test func `the gradient of every weight is the slope of the loss`() {
        let weights = numbers(plan.count, seed: 3)
        let vectors = numbers(5 * plan.sizes.input, seed: 4)
        let (_, gradient, _) = run(weights, vectors)
        let step: Float = 0.01
        var unlike = 0
        for index in weights.indices {
            var (more, less) = (weights, weights)
            more[index] += step
            less[index] -= step
            let slope = (run(more, vectors).0 - run(less, vectors).0) / (2 * step)
            if abs(slope - gradient[index]) > 0.01 + 0.03 * abs(slope) { unlike += 1 }
        }
        // A step across the bend of a unit has no one slope: a few may differ.
        #expect(unlike <= weights.count / 100, "\(unlike) of \(weights.count)")
        #expect(gradient.count { $0 != 0 } > weights.count / 2)
    }

    @Test func `the errors of the vectors are the slope of the loss`() {
        let weights = numbers(plan.count, seed: 5)
        let vectors = numbers(5 * plan.sizes.input, seed: 6)
        let (_, _, errors) = run(weights, vectors)
        let step: Float = 0.01
        for index in vectors.indices {
            var (more, less) = (vectors, vectors)
            more[index] += step
            less[index] -= step
            let slope = (run(weights, more).0 - run(weights, less).0) / (2 * step)
            #expect(abs(slope - errors[index]) < 0.02 + 0.03 * abs(slope))
        }
    }
}
