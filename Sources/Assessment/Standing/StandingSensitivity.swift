package import Diplomacy

/// How far the last level of a standing depends on what nothing published decides: the prior of the two
/// parameters, and the tail of the errors.
package struct StandingSensitivity: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        /// What is different: "drift × 4".
        package let variant: String
        /// Nil where the series has no line.
        package let conduct: StandingSeries.Point?
        package let trust: StandingSeries.Point?
    }

    /// The first row is the standing as it is drawn.
    package let rows: [Row]

    package init(
        of pair: DirectedPair,
        in statements: [CitedStatement],
        until: Day,
        scale: IntensityScale
    ) {
        rows = Self.variants.map { variant, setting in
            let standing = Standing(
                of: pair,
                in: statements,
                until: until,
                scale: scale,
                setting: setting
            )
            return Row(variant: variant, conduct: standing.conduct.last, trust: standing.trust.last)
        }
    }

    private static let variants: [(String, LevelEstimate.Setting)] = {
        func varied(_ change: (inout LevelEstimate.Setting) -> Void) -> LevelEstimate.Setting {
            var setting = LevelEstimate.Setting.standard
            change(&setting)
            return setting
        }
        func prior(drift: Double = 1, noise: Double = 1) -> LevelEstimate.Setting {
            varied {
                $0.prior = LevelParameters(
                    drift: $0.prior.drift * drift,
                    noise: $0.prior.noise * noise
                )
            }
        }
        return [
            ("as drawn", .standard),
            ("drift ÷ 4", prior(drift: 0.25)), ("drift × 4", prior(drift: 4)),
            ("noise ÷ 2", prior(noise: 0.5)), ("noise × 2", prior(noise: 2)),
            ("tail 3", varied { $0.tail = 3 }), ("tail 8", varied { $0.tail = 8 }),
            ("normal errors", varied { $0.tail = .infinity }),
        ]
    }()
}
