/// The Kalman filter and the smoother for normal errors, gone through again and again over the same days.
///
/// A line is smoothed some hundred times with other weights, so what it is worked out in is made once.
struct LevelSmoother {
    /// One node on the way forth and back.
    struct Step {
        /// What the variance gains since the node before.
        let gained: Double
        /// The place of the measurement and its value; -1 where nothing was measured.
        let observation: Int
        let value: Double
        /// The filter's level and variance before the measurement, and after it.
        fileprivate(set) var before = 0.0
        fileprivate(set) var beforeVariance = 0.0
        fileprivate(set) var after = 0.0
        fileprivate(set) var afterVariance = 0.0
        /// What all measurements say.
        fileprivate(set) var level = 0.0
        fileprivate(set) var variance = 0.0
    }

    /// As they were found last.
    private(set) var steps: [Step]

    init(_ nodes: [LevelModel.Node], _ observations: [LevelObservation], drift: Double) {
        steps = nodes.indices.map { place in
            let days = place == 0 ? 0 : nodes[place].day - nodes[place - 1].day
            let observation = nodes[place].observation
            return Step(
                gained: drift * Double(days),
                observation: observation ?? -1,
                value: observation.map { observations[$0].value } ?? 0
            )
        }
    }

    /// `weights` divide the variances of the measurements.
    mutating func smooth(_ variances: [Double], _ weights: [Double]) {
        steps.withUnsafeMutableBufferPointer { steps in
            var level = 0.0
            var variance = LevelModel.priorDeviation * LevelModel.priorDeviation
            for place in steps.indices {
                variance += steps[place].gained
                (steps[place].before, steps[place].beforeVariance) = (level, variance)
                let index = steps[place].observation
                if index >= 0 {
                    let gain = variance / (variance + variances[index] / weights[index])
                    level += gain * (steps[place].value - level)
                    variance *= 1 - gain
                }
                (steps[place].after, steps[place].afterVariance) = (level, variance)
            }
            // From the last back, which knows all there is.
            for place in steps.indices.reversed() {
                let (after, afterVariance) = (steps[place].after, steps[place].afterVariance)
                (steps[place].level, steps[place].variance) = (after, afterVariance)
                guard place + 1 < steps.endIndex else { continue }
                let next = steps[place + 1]
                let share = afterVariance / next.beforeVariance
                steps[place].level += share * (next.level - next.before)
                steps[place].variance += share * share * (next.variance - next.beforeVariance)
            }
        }
    }

    var path: LevelModel.Path {
        LevelModel.Path(
            level: steps.map(\.level),
            variance: steps.map(\.variance),
            before: steps.map(\.before),
            after: steps.map(\.after)
        )
    }
}
