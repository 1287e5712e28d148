import Foundation
package import Diplomacy

/// The level through time with its band, weighed over the parameters that the measurements allow.
///
/// The two parameters are not fixed at their likeliest values: with few measurements that would make
/// the bands too narrow. A grid of parameters around the prior is weighed by likelihood times prior, and
/// each cell's path counts by its weight.
package struct LevelEstimate: Sendable {
    /// The level on one day.
    package struct Point: Hashable, Sendable {
        package let day: Day
        package let level: Double
        package let deviation: Double
    }

    /// On the days asked for.
    package let points: [Point]
    /// Of each measurement, in the order given: how much it counts, 1 where it is as expected.
    package let weights: [Double]
    /// Of each measurement: by how much it moved the level as it stood on its day.
    package let moves: [Double]
    /// The means of drift and noise over the grid.
    package let parameters: LevelParameters
    /// The likeliest cell of the grid, prior included.
    package let likeliest: LevelParameters
    /// The logarithm of the likelihood of that cell.
    package let logLikelihood: Double

    /// How the level is estimated: the prior of the parameters and the tail of the errors.
    package struct Setting: Hashable, Sendable {
        /// The middle of the prior.
        package var prior: LevelParameters
        package var tail: Double
        /// Standard deviations of the prior of the logarithms.
        package var driftFactor: Double
        package var noiseFactor: Double

        /// The level moves by about three points in a year, one voice errs by two and a half: a fifth
        /// and an eighth of the scale.
        ///
        /// Nothing published gives them, so the prior is wide: two thirds of it lie within a factor of
        /// e for the drift's variance and √e for the noise. Four degrees of freedom are the usual
        /// choice for robust errors (Lange, Little and Taylor 1989); the sensitivity table varies all.
        package static let standard = Setting(
            prior: LevelParameters(drift: 9 / 365, noise: 2.5),
            tail: 4,
            driftFactor: 1,
            noiseFactor: 0.5
        )
    }

    /// Steps of the grid in standard deviations of the prior; five by five cells.
    private static let steps = [-1.5, -0.75, 0, 0.75, 1.5]
    /// A cell that weighs less than this beside the likeliest cannot move a point visibly.
    private static let leastWeight = 1e-3

    /// The level on `days`, from `observations` in the order of their days.
    ///
    /// Linear: about 25 passes over measurements and days.
    package init(
        _ observations: [LevelObservation],
        on days: [Day],
        setting: Setting = .standard
    ) {
        precondition(!observations.isEmpty, "a level needs a measurement")
        let nodes = Self.nodes(observations, days)
        let cells = Self.cells(setting).map { cell -> (model: LevelModel, score: Double) in
            let model = LevelModel(cell.parameters, tail: setting.tail)
            return (model, model.logLikelihood(observations) + cell.logPrior)
        }
        let best = cells.reduce(cells[0]) { $1.score > $0.score ? $1 : $0 }
        var total = 0.0
        var (levels, squares) = ([Double](repeating: 0, count: nodes.count), [0.0])
        squares = levels
        var (drift, noise) = (0.0, 0.0)
        for cell in cells {
            let weight = exp(cell.score - best.score)
            guard weight >= Self.leastWeight else { continue }
            let path = cell.model.path(nodes, observations).path
            total += weight
            drift += weight * cell.model.parameters.drift
            noise += weight * cell.model.parameters.noise
            for place in nodes.indices {
                levels[place] += weight * path.level[place]
                squares[place] +=
                    weight * (path.variance[place] + path.level[place] * path.level[place])
            }
        }
        parameters = LevelParameters(drift: drift / total, noise: noise / total)
        likeliest = best.model.parameters
        logLikelihood = best.model.logLikelihood(observations)
        let (path, weights) = LevelModel(parameters, tail: setting.tail).path(nodes, observations)
        self.weights = weights
        var moves = [Double](repeating: 0, count: observations.count)
        var points: [Point] = []
        for (place, node) in nodes.enumerated() {
            if let index = node.observation {
                moves[index] = path.after[place] - path.before[place]
            } else {
                let level = levels[place] / total
                let variance = max(0, squares[place] / total - level * level)
                points.append(
                    Point(
                        day: Day(number: node.day),
                        level: level,
                        deviation: variance.squareRoot()
                    )
                )
            }
        }
        self.moves = moves
        self.points = points
    }

    /// Measurements and days in one order; a day comes after its measurements.
    private static func nodes(
        _ observations: [LevelObservation],
        _ days: [Day]
    ) -> [LevelModel.Node] {
        let measured = observations.enumerated().map {
            LevelModel.Node(day: $1.day.number, observation: $0)
        }
        let asked = Set(days).sorted().map {
            LevelModel.Node(day: $0.number, observation: nil)
        }
        return (measured + asked).sorted { left, right in
            (left.day, left.observation ?? .max) < (right.day, right.observation ?? .max)
        }
    }

    private static func cells(
        _ setting: Setting
    ) -> [(parameters: LevelParameters, logPrior: Double)] {
        steps.flatMap { drift in
            steps.map { noise in
                let parameters = LevelParameters(
                    drift: setting.prior.drift * exp(drift * setting.driftFactor),
                    noise: setting.prior.noise * exp(noise * setting.noiseFactor)
                )
                return (parameters, -(drift * drift + noise * noise) / 2)
            }
        }
    }
}
