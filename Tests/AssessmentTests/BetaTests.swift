import Assessment
import Testing

/// The Beta distribution against values that have a closed form.
@Suite struct BetaTests {
    @Test(arguments: [0.05, 0.3, 0.5, 0.77, 0.999])
    func `the chance is right where it has a closed form`(_ share: Double) {
        func chance(_ a: Double, _ b: Double) -> Double {
            BetaDistribution(successes: a, failures: b).chance(atMost: share)
        }
        #expect(abs(chance(1, 1) - share) < 1e-12)
        #expect(abs(chance(3, 1) - share * share * share) < 1e-12)
        // 1 - (1 - x)²
        #expect(abs(chance(1, 2) - share * (2 - share)) < 1e-12)
        // 3x² - 2x³
        #expect(abs(chance(2, 2) - share * share * (3 - 2 * share)) < 1e-12)
    }

    @Test func `a quantile and a chance are inverse`() {
        for counts in [(0.5, 0.5), (2.2, 7.8), (12, 42), (400, 3)] {
            let beta = BetaDistribution(successes: counts.0, failures: counts.1)
            for chance in [0.05, 0.5, 0.95] {
                #expect(abs(beta.chance(atMost: beta.quantile(chance)) - chance) < 1e-6)
            }
        }
    }

    @Test func `what is seen moves the mean as by hand`() {
        let prior = BetaDistribution(successes: 2, failures: 8)
        #expect(prior.mean == 0.2)
        #expect(prior.updated(successes: 1, failures: 4).mean == 0.2)
        #expect(abs(prior.updated(successes: 0, failures: 5).mean - 2.0 / 15) < 1e-12)
    }
}
