import Foundation

/// Yes and no decisions with their features, and the classifier that makes them.
struct Decisions {
    private var hashes: [UInt32] = []
    private var ends: [Int] = []
    private var answers: [Bool] = []
    /// The decisions in the order in which they came, those that count twice twice.
    private var order: [Int] = []

    mutating func add(_ features: FeatureList, _ answer: Bool, times: Int) {
        hashes.append(contentsOf: features.hashes[..<features.count])
        ends.append(hashes.count)
        for _ in 0..<times { order.append(answers.count) }
        answers.append(answer)
    }

    /// Logistic regression by AdaGrad, the mean of the weights after the later rounds, rounded.
    func learn(rounds: Int, step: Float, seed: UInt64) -> HashedClassifier {
        let size = 1 << Int(HashedClassifier.bits)
        var weights = [Float](repeating: 0, count: size)
        // A little above zero, for the first division.
        var squares = [Float](repeating: 1e-6, count: size)
        var sums = [Float](repeating: 0, count: size)
        var generator = SplitMix(state: seed)
        var order = order
        for round in 0..<rounds {
            order.shuffle(using: &generator)
            for place in order {
                let range = (place == 0 ? 0 : ends[place - 1])..<ends[place]
                var score: Float = 0
                for index in range { score += weights[Int(hashes[index])] }
                let gradient = 1 / (1 + exp(-score)) - (answers[place] ? 1 : 0)
                if abs(gradient) < Self.certainty { continue }
                for index in range {
                    let weight = Int(hashes[index])
                    squares[weight] += gradient * gradient
                    weights[weight] -= step * gradient / squares[weight].squareRoot()
                }
            }
            if round >= rounds / 2 { for index in 0..<size { sums[index] += weights[index] } }
        }
        return HashedClassifier(rounding: sums)
    }

    /// A decision that is wrong with a lesser chance teaches nothing, and need not be learnt again.
    private static let certainty: Float = 1e-4
}

/// A small generator of random numbers with a seed: the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
