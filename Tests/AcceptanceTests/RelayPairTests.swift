import Scoring
import Testing

/// Reprints, translations, echoes and articles of their own, each told apart in a ledger of two.
struct RelayPairTests {
    private static let scores = Result {
        try RelayScores(root: #require(PackageRoot.find()))
    }

    /// What was measured, 15 of 16 and 7 of 8; it only rises.
    private static let floors: [RelayPair.Part: Double] = [.tuned: 15.0 / 16, .unseen: 7.0 / 8]

    @Test(arguments: RelayPair.Part.allCases)
    func `how one article stands to another is seen as often as before`(
        _ part: RelayPair.Part
    )
        throws
    {
        let scores = try Self.scores.get()
        let wrong = scores.lines.filter { $0.part == part }.flatMap(\.wrong)
        #expect(scores.share(of: part) >= Self.floors[part] ?? 1, "\(wrong)")
    }

    @Test func `a third of the pairs is unseen, and every kind is among them`() throws {
        let lines = try Self.scores.get().lines
        let unseen = lines.filter { $0.part == .unseen }
        #expect(unseen.allSatisfy { $0.pairs > 0 })
        let count = { (lines: [RelayScores.Line]) in lines.reduce(0) { $0 + $1.pairs } }
        #expect(count(unseen) * 3 >= count(lines))
    }
}
