package import Assessment
package import Diplomacy
import Foundation

/// How often the 90 % band of a standing holds the true level, on pairs that were made up.
///
/// Each pair draws its own drift and noise, its days and its events; the level is a random walk and the
/// errors are heavy-tailed. The estimate sees the measurements alone. The truth is asked for on the days
/// of the events and halfway through each silence. In the `shocked` world the level also moves by
/// Student-t steps, which the model does not assume.
package struct StandingCoverage: Sendable, Encodable {
    package enum World: String, CaseIterable, Sendable, Encodable {
        case calm, shocked
    }

    package struct Line: Sendable, Encodable {
        package let world: World
        /// Events of each pair.
        package let events: Int
        package let pairs: Int
        /// The share of days on which the band holds the truth.
        package let coverage: Double
        /// The mean half width of the band, in points.
        package let reach: Double
    }

    package let lines: [Line]

    /// Of all lines: days held by days asked.
    package var coverage: Double {
        let weights = lines.map { Double($0.pairs * (2 * $0.events - 1)) }
        return zip(lines, weights).reduce(0) { $0 + $1.0.coverage * $1.1 }
            / weights.reduce(0, +)
    }

    /// Simulates `pairs` pairs for each line, from `seed` on.
    package init(pairs: Int = 200, seed: UInt64 = 1) {
        lines = World.allCases.flatMap { world in
            [4, 8, 20, 60].map { events in
                Self.line(world, events: events, pairs: pairs, seed: seed)
            }
        }
    }

    private static func line(_ world: World, events: Int, pairs: Int, seed: UInt64) -> Line {
        var (held, asked, reach) = (0, 0, 0.0)
        for number in 0..<pairs {
            let pair = SimulatedPair(
                world,
                events: events,
                seed: seed &+ UInt64(number) &* 7_919 &+ UInt64(events) &* 104_729
            )
            let estimate = LevelEstimate(pair.observations, on: pair.truth.map(\.day))
            for (point, truth) in zip(estimate.points, pair.truth) {
                let width = StandingSeries.bandDeviations * point.deviation
                held += abs(point.level - truth.level) <= width ? 1 : 0
                reach += width
                asked += 1
            }
        }
        return Line(
            world: world,
            events: events,
            pairs: pairs,
            coverage: Double(held) / Double(asked),
            reach: reach / Double(asked)
        )
    }
}

/// A relationship whose true level is known, because it was made up.
package struct SimulatedPair: Sendable {
    package let observations: [LevelObservation]
    /// By day, each day once.
    package let truth: [(day: Day, level: Double)]

    /// The mean silence between two events: as of a pair that is in the news every few weeks.
    private static let silence = 40.0
    private static let tail = 4

    package init(_ world: StandingCoverage.World, events: Int, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let setting = LevelEstimate.Setting.standard
        let drift = setting.prior.drift * exp(random.normal() * setting.driftFactor)
        let noise = setting.prior.noise * exp(random.normal() * setting.noiseFactor)
        var day = 0
        var level = 5 * random.normal()
        var truth: [Int: Double] = [:]
        var observations: [LevelObservation] = []
        for event in 0..<events {
            // Half of the silence, then the other half, so that its middle is known too.
            let gap = event == 0 ? 0 : Int(random.exponential(mean: Self.silence))
            for days in [gap / 2, gap - gap / 2] {
                let step = world == .calm ? random.normal() : random.student(Self.tail)
                level += (drift * Double(days)).squareRoot() * step
                day += days
                truth[day] = level
            }
            let spread = random.pick([1, 1.2, 1.8, 2.6, 3.5])
            let share = random.pick([1, 1, 2, 2.4]) / random.pick([1, 1, 1, 2, 3])
            let scale = (spread * spread + noise * noise * share).squareRoot()
            observations.append(
                LevelObservation(
                    day: Day(number: day),
                    value: level + scale * random.student(Self.tail),
                    spread: spread,
                    share: share
                )
            )
        }
        self.observations = observations
        self.truth = truth.sorted { $0.key < $1.key }.map { (Day(number: $0.key), $0.value) }
    }
}
