import Foundation

/// The distribution of a share of which successes and failures have been seen.
package struct BetaDistribution: Hashable, Sendable, Encodable {
    package let successes: Double
    package let failures: Double

    package init(successes: Double, failures: Double) {
        precondition(successes > 0 && failures > 0, "a Beta distribution has positive counts")
        self.successes = successes
        self.failures = failures
    }

    package var mean: Double { successes / (successes + failures) }

    /// With so many more of either.
    package func updated(successes: Double, failures: Double) -> Self {
        Self(successes: self.successes + successes, failures: self.failures + failures)
    }

    /// The chance that the share is at most `share`: the regularised incomplete Beta function, by
    /// Lentz's continued fraction (Press and others, Numerical Recipes, 6.4).
    package func chance(atMost share: Double) -> Double {
        if share <= 0 { return 0 }
        if share >= 1 { return 1 }
        let (a, b) = (successes, failures)
        let normaliser: Double = lgamma(a + b) - lgamma(a) - lgamma(b)
        let front: Double = exp(normaliser + a * log(share) + b * log(1 - share))
        // The fraction converges fast below this point; above it the other side does.
        return share < (a + 1) / (a + b + 2)
            ? front * Self.fraction(a, b, share) / a
            : 1 - front * Self.fraction(b, a, 1 - share) / b
    }

    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...300 {
            let m = Double(step)
            let even: Double = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd: Double = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            for term in [even, odd] {
                d = 1 / away(1 + term * d)
                c = away(1 + term / c)
                result *= d * c
            }
            if abs(d * c - 1) < 1e-14 { break }
        }
        return result
    }

    /// The share that is not exceeded with chance `chance`, to ten digits.
    package func quantile(_ chance: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        // Each half halves the error: 34 make it 6e-11.
        for _ in 0..<34 {
            let middle = (low + high) / 2
            if self.chance(atMost: middle) < chance { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
