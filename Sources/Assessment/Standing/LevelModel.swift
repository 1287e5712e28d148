import Foundation
package import Diplomacy

/// One measurement of a level on a day.
package struct LevelObservation: Hashable, Sendable {
    package let day: Day
    package let value: Double
    /// The part of its standard deviation that no further voice narrows, in points of the scale.
    package let spread: Double
    /// How many times the variance of one plain voice: 1 for one root that tells a fact, ½ for two.
    package let share: Double
    /// The length of the interval in which the day lies, in days; 0 where it is known.
    package let dayRange: Int

    package init(day: Day, value: Double, spread: Double, share: Double, dayRange: Int = 0) {
        precondition(spread >= 0 && share > 0 && dayRange >= 0, "variances are not negative")
        self.day = day
        self.value = value
        self.spread = spread
        self.share = share
        self.dayRange = dayRange
    }
}

/// What a local level is known by: how fast it moves, and how noisy one voice is.
package struct LevelParameters: Hashable, Sendable, Encodable {
    /// The variance that the level gains in a day, in squared points.
    package let drift: Double
    /// The standard deviation of one plain voice, in points.
    package let noise: Double

    package init(drift: Double, noise: Double) {
        self.drift = drift
        self.noise = noise
    }
}

/// A level that moves as a random walk, measured with heavy-tailed errors on irregular days.
///
///     level(t) = level(s) + N(0, drift · (t - s))
///     value(i) = level(t(i)) + Student-t(tail) · √(spread² + noise² · share + drift · dayRange / 4)
///
/// The local level model of Harvey (1989) and Durbin and Koopman (2012), with errors as in Lange,
/// Little and Taylor (1989). The Kalman filter goes forward, the smoother of Rauch, Tung and Striebel
/// back, and measurements far from the level are weighted down, again and again, until the weights
/// stand. A day that lies somewhere in an interval of w days is on average w / 4 days from its middle.
/// Linear in measurements plus days asked for. `Documentation/measures.md` has the formulas.
package struct LevelModel: Sendable {
    package let parameters: LevelParameters
    /// Degrees of freedom of the errors; infinite for normal ones.
    package let tail: Double

    /// Before anything is told any level of the scale is possible: half the scale's reach.
    static let priorDeviation = 5.0
    /// Where weights move less than this between two rounds, they stand.
    private static let settled = 1e-3
    /// Rounds rarely exceed ten; the cap keeps the cost linear.
    private static let mostRounds = 20

    package init(_ parameters: LevelParameters, tail: Double) {
        precondition(tail > 2, "errors need a variance")
        self.parameters = parameters
        self.tail = tail
    }

    /// A day on which something was measured, or of which the level is asked.
    struct Node {
        let day: Int
        /// The place of the measurement; nil where the day is only asked for.
        let observation: Int?
    }

    /// The level at each node, its variance, and what the filter knew before and after.
    struct Path {
        var level: [Double]
        var variance: [Double]
        /// The filter's level before each node's measurement, and after it.
        var before: [Double]
        var after: [Double]
    }

    /// The variance of each measurement around the level.
    func variances(_ observations: [LevelObservation]) -> [Double] {
        let plain = parameters.noise * parameters.noise
        return observations.map {
            $0.spread * $0.spread + plain * $0.share
                + parameters.drift * Double($0.dayRange) / 4
        }
    }

    /// The path through `nodes`, and the weight of each measurement, 1 where it is as expected.
    func path(
        _ nodes: [Node],
        _ observations: [LevelObservation]
    ) -> (path: Path, weights: [Double]) {
        let variances = variances(observations)
        var weights = [Double](repeating: 1, count: observations.count)
        var smoother = LevelSmoother(nodes, observations, drift: parameters.drift)
        smoother.smooth(variances, weights)
        guard tail.isFinite else { return (smoother.path, weights) }
        for _ in 0..<Self.mostRounds {
            var change = 0.0
            for (place, node) in nodes.enumerated() {
                guard let index = node.observation else { continue }
                let step = smoother.steps[place]
                let miss = observations[index].value - step.level
                let distance = (miss * miss + step.variance) / variances[index]
                let weight = (tail + 1) / (tail + distance)
                change = max(change, abs(weight - weights[index]))
                weights[index] = weight
            }
            smoother.smooth(variances, weights)
            if change < Self.settled { break }
        }
        var path = smoother.path
        // The level is where the weights put it. How sure it is follows from the information of a
        // Student-t error, (tail + 1) / (tail + 3) of a normal one with the same scale.
        let information = (tail + 1) / (tail + 3)
        smoother.smooth(variances, weights.map { $0 * information })
        path.variance = smoother.steps.map(\.variance)
        return (path, weights)
    }

    /// The logarithm of how likely the measurements, in the order of days, are under the parameters:
    /// the prediction errors as Student-t.
    func logLikelihood(_ observations: [LevelObservation]) -> Double {
        let variances = variances(observations)
        var (level, variance) = (0.0, Self.priorDeviation * Self.priorDeviation)
        var sum = 0.0
        // The same for each: see `logDensity`.
        let scaling = tail.isFinite ? lgamma((tail + 1) / 2) - lgamma(tail / 2) : 0
        for (place, observation) in observations.enumerated() {
            if place > 0 {
                let days = observation.day.number - observations[place - 1].day.number
                variance += parameters.drift * Double(days)
            }
            let (miss, scale) = (observation.value - level, variance + variances[place])
            sum += logDensity(miss, scale, scaling)
            let weight = tail.isFinite ? (tail + 1) / (tail + miss * miss / scale) : 1
            let gain = variance / (variance + variances[place] / weight)
            level += gain * miss
            variance *= 1 - gain
        }
        return sum
    }

    /// `scaling`: what the gamma functions say of the tail.
    private func logDensity(_ miss: Double, _ scale: Double, _ scaling: Double) -> Double {
        guard tail.isFinite else { return -(log(2 * .pi * scale) + miss * miss / scale) / 2 }
        return scaling - log(tail * .pi * scale) / 2
            - (tail + 1) / 2 * log1p(miss * miss / (tail * scale))
    }
}
