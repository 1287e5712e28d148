import Diplomacy
import Scoring
import Testing

/// Ties are compared on their kind and their parties.
struct TieScoreTests {
    private func key(_ kind: String, _ holder: String?, _ other: String?) -> TieKey {
        TieKey(kind: kind, holder: holder, other: other)
    }

    @Test(arguments: ["ally", "partner", "trend"])
    func `a mutual tie has no direction`(_ kind: String) {
        #expect(key(kind, "SYR", "RUS") == key(kind, "RUS", "SYR"))
    }

    @Test(arguments: ["member", "dependence", "senior", "presence", "attitude"])
    func `any other tie has one`(_ kind: String) {
        #expect(key(kind, "SYR", "RUS") != key(kind, "RUS", "SYR"))
    }

    @Test func `a kind, a holder and another party are each a difference`() {
        let tie = key("dependence", "BLR", "RUS")
        #expect(tie != key("ally", "BLR", "RUS"))
        #expect(tie != key("dependence", "ARM", "RUS"))
        #expect(tie != key("dependence", "BLR", nil))
    }

    @Test func `precision is of what was coded, recall of what was to be found`() {
        var scores = TieScores()
        scores.add(
            gold: [key("ally", "SYR", "RUS"), key("ally", "BLR", "RUS")],
            coded: [key("ally", "RUS", "SYR")]
        )
        scores.add(gold: [], coded: [key("ally", "USA", "FRA")])
        #expect(scores.precision == 0.5)
        #expect(scores.recall == 0.5)
        #expect(scores.f1 == 0.5)
        #expect((scores + scores).gold == 4)
        #expect(TieScores().f1 == 1)
    }
}
