package import Coding
import Foundation

/// Teaches the classifier of traits by AdaGrad (Duchi and others 2011), pair by pair, and takes the mean of what the weights
/// were in the rounds after the first (Polyak and Juditsky 1992).
package struct TraitTrainer {
    package struct Options: Sendable {
        /// After three rounds the likelihood of sentences kept apart falls again.
        package var rounds = 3
        /// The first step; each weight's own steps shrink as it moves.
        package var rate: Float = 0.05
        /// How strongly a weight is drawn to 0 at each of its steps.
        package var decay: Float = 2e-4
        /// How many of the numbers in the middle are left out at a lesson: a quarter of a point together with the mean of the weights
        /// (0.720 to 0.722 of the pairs kept apart, in a prototype).
        package var leftOut: Float = 0.2
        /// How often the weights are taken for the mean in a round: about as often as in the prototype; no other number was tried.
        package var takings = 40
        package var seed: UInt64 = 1

        package init() {}
    }

    /// What is learnt, with the sum of the squares of its slopes.
    private struct Weights {
        var values: [Float]
        var squares: [Float]

        init(_ count: Int, _ spread: Float, _ random: inout Randomness) {
            values = (0..<count).map { _ in (random.fraction() - 0.5) * 2 * spread }
            squares = [Float](repeating: 1e-4, count: count)
        }

        mutating func move(_ place: Int, _ slope: Float, _ options: Options) {
            let slope = slope + options.decay * values[place]
            squares[place] += slope * slope
            values[place] -= options.rate * slope / squares[place].squareRoot()
        }
    }

    private static let width = TraitClassifier.width
    private static let labels = TraitClassifier.labels

    private let lessons: [RelationLesson]
    private let options: Options

    package init(_ lessons: [RelationLesson], options: Options = .init()) {
        self.lessons = lessons
        self.options = options
    }

    package func classifier() -> TraitClassifier {
        var random = Randomness(seed: options.seed)
        // Spread so that a sum of traits neither vanishes nor saturates at first.
        var vectors = Weights(Self.width << TraitClassifier.bits, 0.17, &random)
        var weights = Weights(Self.width * Self.labels, 0.5, &random)
        var mean = MeanWeights()
        func take() {
            mean = mean.with(.init(weights: weights.values, words: vectors.values))
        }
        let stretch = max(1, lessons.count / options.takings)
        for round in 0..<options.rounds {
            for (order, place) in lessons.indices.shuffled(using: &random).enumerated() {
                learn(lessons[place], &vectors, &weights, &random)
                if round > 0, order % stretch == 0 { take() }
            }
        }
        take()
        return TraitClassifier(
            vectors: mean.mean?.words ?? vectors.values,
            weights: mean.mean?.weights ?? weights.values
        )
    }

    private func learn(
        _ lesson: RelationLesson,
        _ vectors: inout Weights,
        _ weights: inout Weights,
        _ random: inout Randomness
    ) {
        let strength = TraitClassifier.strength(lesson.pair.traits.count)
        let rows = lesson.pair.traits.map { TraitClassifier.bucket($0) * Self.width }
        var middle = [Float](repeating: 0, count: Self.width)
        for row in rows {
            for place in 0..<Self.width { middle[place] += vectors.values[row + place] }
        }
        // What is left counts for all, so that nothing is left out when the classifier is asked.
        let whole = 1 / (1 - options.leftOut)
        let kept = middle.map { _ in random.fraction() < options.leftOut ? 0 : whole }
        for place in 0..<Self.width { middle[place] = tanh(middle[place] * strength) }
        var scores = [Float](repeating: 0, count: Self.labels)
        for place in 0..<Self.width where kept[place] > 0 {
            let value = middle[place] * kept[place]
            for label in 0..<Self.labels {
                scores[label] += value * weights.values[place * Self.labels + label]
            }
        }
        var errors = RelationClassifier.shares(scores)
        errors[lesson.label] -= 1
        var slopes = [Float](repeating: 0, count: Self.width)
        for place in 0..<Self.width where kept[place] > 0 {
            let value = middle[place] * kept[place]
            for label in 0..<Self.labels {
                let weight = place * Self.labels + label
                slopes[place] += errors[label] * weights.values[weight]
                weights.move(weight, errors[label] * value, options)
            }
            slopes[place] *= (1 - middle[place] * middle[place]) * strength * kept[place]
        }
        for row in rows {
            for place in 0..<Self.width { vectors.move(row + place, slopes[place], options) }
        }
    }
}
