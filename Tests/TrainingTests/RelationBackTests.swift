import Coding
import Language
import Testing

@testable import Training

/// The way back against small steps: each weight is moved a little, and the loss must change as its gradient says.
struct RelationBackTests {
    private let plan = RelationPlan(.init(vector: 4, width: 3, layers: 2, joined: 5, labels: 6))
    private let labels = [4, 1]

    private var pairs: [PairWords] {
        [(3, 0, 2), (2, 1, 0)].map { count, source, target in
            var words = PairWords(source: source, target: target)
            for word in 0..<count { words.add([UInt32(word + 1)]) }
            return words
        }
    }

    /// The loss, and the gradients of the weights and of the vectors.
    private func run(_ weights: [Float], _ vectors: [Float]) -> (Float, [Float], [Float]) {
        var pass = RelationPass(plan)
        pass.begin(pairs)
        pass.vectors.base.update(from: vectors, count: vectors.count)
        var back = RelationBack(plan)
        // Dropout that leaves some out, so that the factors take part.
        func factors(_ count: Int) -> [Float] { (0..<count).map { $0 % 5 == 3 ? 0 : 1.25 } }
        let dropout = RelationPass.Dropout(
            levels: (0...2).map { _ in factors(2 * plan.sizes.breadth) },
            joined: factors(2 * plan.sizes.joined)
        )
        let loss = weights.withUnsafeBufferPointer { weights -> Float in
            guard let base = weights.baseAddress else { return 0 }
            pass.run(MatrixProducts(base), dropout: dropout)
            return back.run(pass, base, dropout, labels: labels, scale: 1)
        }
        return (loss, back.gradient, vectors.indices.map { back.vectorErrors.base[$0] })
    }

    private func numbers(_ count: Int, seed: UInt64) -> [Float] {
        var randomness = Randomness(seed: seed)
        return (0..<count).map { _ in randomness.fraction() * 1.2 - 0.6 }
    }

    @Test func `every gradient is the slope of the loss`() {
        let weights = numbers(plan.count, seed: 3)
        let vectors = numbers(5 * plan.sizes.vector, seed: 4)
        let (_, gradient, errors) = run(weights, vectors)
        let step: Float = 0.01
        func unlike(_ values: [Float], _ slopes: [Float], _ loss: ([Float]) -> Float) -> Int {
            values.indices.count { index in
                var (more, less) = (values, values)
                more[index] += step
                less[index] -= step
                let slope = (loss(more) - loss(less)) / (2 * step)
                return abs(slope - slopes[index]) > 0.01 + 0.03 * abs(slope)
            }
        }
        // A step across the bend of a unit, or to another largest word, has no one slope: a few may differ.
        #expect(unlike(weights, gradient) { run($0, vectors).0 } <= weights.count / 50)
        #expect(unlike(vectors, errors) { run(weights, $0).0 } <= 1)
        #expect(gradient.count { $0 != 0 } > weights.count / 2)
    }
}
