import Assessment
import Scoring
import Testing

/// The promise of issue 5: on made-up pairs the band holds the truth as often as it says.
@Suite struct StandingCoverageTests {
    private static let coverage = StandingCoverage(pairs: 60)

    @Test func `the 90 percent band of a made-up pair holds the truth in 85 to 95 of 100 days`() {
        #expect((0.85...0.95).contains(Self.coverage.coverage), "\(Self.coverage.coverage)")
    }

    @Test(arguments: [4, 8, 20, 60])
    func `it does so for few events and for many`(_ events: Int) throws {
        let line = try #require(
            Self.coverage.lines.first { $0.world == .calm && $0.events == events }
        )
        #expect((0.85...0.95).contains(line.coverage), "\(line.coverage)")
    }

    @Test func `the same seed makes the same pairs`() {
        let (one, other) = (
            SimulatedPair(.calm, events: 9, seed: 5), SimulatedPair(.calm, events: 9, seed: 5)
        )
        #expect(one.observations == other.observations)
        #expect(one.observations != SimulatedPair(.calm, events: 9, seed: 6).observations)
    }
}
