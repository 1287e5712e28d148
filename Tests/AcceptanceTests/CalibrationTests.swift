import Testing

@testable import Scoring

struct CalibrationTests {
    @Test func `confidence is held against the share that is right, tenth by tenth`() {
        let calibration = Calibration(judgements: [
            (confidence: 0.62, isRight: true), (confidence: 0.68, isRight: false),
            (confidence: 1, isRight: true),
        ])
        #expect(calibration.bins.map(\.from) == [0.6, 0.9])
        #expect(calibration.bins.map(\.tuples) == [2, 1])
        #expect(calibration.bins.map(\.right) == [0.5, 1])
        // Two tuples are 0.15 too sure in the mean, one is right on it.
        #expect(abs(calibration.error - 0.1) < 1e-9)
    }

    @Test func `without tuples there is no error`() {
        #expect(Calibration(judgements: []).error == 0)
        #expect(Calibration(judgements: []).bins.isEmpty)
    }
}
