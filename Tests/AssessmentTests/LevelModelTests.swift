import Diplomacy
import Foundation
import Testing

@testable import Assessment

/// The filter and the smoother against numbers worked out by hand.
@Suite struct LevelModelTests {
    private func observation(
        _ day: Int,
        _ value: Double,
        spread: Double = 0,
        share: Double = 1,
        dayRange: Int = 0
    ) -> LevelObservation {
        LevelObservation(
            day: Day(number: day),
            value: value,
            spread: spread,
            share: share,
            dayRange: dayRange
        )
    }

    private func nodes(_ observations: [LevelObservation]) -> [LevelModel.Node] {
        observations.indices.map {
            LevelModel.Node(day: observations[$0].day.number, observation: $0)
        }
    }

    @Test func `one measurement is shrunk toward nothing by the prior, as by hand`() {
        // Prior 25, noise² 25: the level is half of 8, the variance 12.5.
        let model = LevelModel(LevelParameters(drift: 1, noise: 5), tail: .infinity)
        let told = [observation(0, 8)]
        let (path, weights) = model.path(nodes(told), told)
        #expect(abs(path.level[0] - 4) < 1e-12)
        #expect(abs(path.variance[0] - 12.5) < 1e-12)
        #expect(weights == [1])
    }

    @Test func `two measurements are smoothed as by hand`() {
        // Day 0: gain ½, level 4, variance 12.5. Ten days at 1.25: 25 before the second, gain ½,
        // level 4 + ½ · (-4 - 4) = 0, variance 12.5. Back: share 12.5 / 25 = ½, so
        // 4 + ½ · (0 - 4) = 2, and 12.5 + ¼ · (12.5 - 25) = 9.375.
        let model = LevelModel(LevelParameters(drift: 1.25, noise: 5), tail: .infinity)
        let told = [observation(0, 8), observation(10, -4)]
        let path = model.path(nodes(told), told).path
        #expect(path.level.elementsEqual([2, 0]) { abs($0 - $1) < 1e-12 })
        #expect(path.variance.elementsEqual([9.375, 12.5]) { abs($0 - $1) < 1e-12 })
        #expect(path.before.elementsEqual([0, 4]) { abs($0 - $1) < 1e-12 })
    }

    @Test func `a variance is made of spread, voices and the days it can have been`() {
        let model = LevelModel(LevelParameters(drift: 0.1, noise: 2), tail: 4)
        let told = [observation(0, 0, spread: 3, share: 0.5, dayRange: 40)]
        // 9 + 4 · ½ + 0.1 · 40 / 4
        #expect(abs(model.variances(told)[0] - 12) < 1e-12)
    }

    @Test func `the likelihood of normal errors is that of the joint distribution`() {
        // Two values with covariance [[50, 25], [25, 62.5]], determinant 2500.
        let model = LevelModel(LevelParameters(drift: 1.25, noise: 5), tail: .infinity)
        let told = [observation(0, 8), observation(10, -4)]
        let (a, b, c) = (50.0, 25.0, 62.5)
        let determinant = a * c - b * b
        let distance = (c * 64 - 2 * b * 8 * -4 + a * 16) / determinant
        let byHand = -(2 * log(2 * .pi) + log(determinant) + distance) / 2
        #expect(abs(model.logLikelihood(told) - byHand) < 1e-10)
    }

    @Test func `a shock that nothing confirms counts less than what is as expected`() {
        let model = LevelModel(LevelParameters(drift: 0.001, noise: 1), tail: 4)
        let told = [
            observation(0, 5), observation(10, 5), observation(20, -9), observation(30, 5),
            observation(40, 5),
        ]
        let (path, weights) = model.path(nodes(told), told)
        #expect(weights[2] < 0.1)
        #expect(weights[1] > 0.9)
        #expect(path.level[2] > 4)
    }

    @Test func `a day that is only asked for does not move the level`() {
        let told = [observation(0, 5), observation(30, 1), observation(200, -3)]
        let days = { (numbers: [Int]) in numbers.map { Day(number: $0) } }
        let few = LevelEstimate(told, on: days([30]))
        let many = LevelEstimate(told, on: days([7, 30, 90, 150, 400]))
        let (one, other) = (few.points[0], many.points[1])
        #expect(one.day == other.day)
        #expect(abs(one.level - other.level) < 1e-3)
        #expect(abs(one.deviation - other.deviation) < 1e-3)
    }

    @Test func `in silence the band widens and the level stays`() {
        let told = [observation(0, 5), observation(30, 4), observation(60, 5)]
        let points = LevelEstimate(told, on: [60, 160, 460, 1_160].map { Day(number: $0) }).points
        for (before, after) in zip(points, points.dropFirst()) {
            #expect(after.deviation > before.deviation)
            #expect(abs(after.level - before.level) < 1e-9)
        }
    }

    @Test func `moved in time as a whole, and mirrored in sign, the level follows`() {
        let told = [observation(0, 5, spread: 2), observation(9, -6), observation(80, 2, share: 2)]
        let moved = told.map {
            observation($0.day.number + 5_000, -$0.value, spread: $0.spread, share: $0.share)
        }
        let here = LevelEstimate(told, on: [Day(number: 40)])
        let there = LevelEstimate(moved, on: [Day(number: 5_040)])
        #expect(abs(here.points[0].level + there.points[0].level) < 1e-9)
        #expect(abs(here.points[0].deviation - there.points[0].deviation) < 1e-9)
        #expect(here.parameters == there.parameters)
    }

    @Test func `two voices on one day weigh as one with half the variance`() {
        let model = LevelModel(LevelParameters(drift: 0.05, noise: 3), tail: .infinity)
        let apart = [observation(0, 2), observation(0, 6), observation(50, 1)]
        let together = [observation(0, 4, share: 0.5), observation(50, 1)]
        let (one, other) = (
            model.path(nodes(apart), apart).path, model.path(nodes(together), together).path
        )
        #expect(abs(one.level[1] - other.level[0]) < 1e-12)
        #expect(abs(one.variance[1] - other.variance[0]) < 1e-12)
    }
}
