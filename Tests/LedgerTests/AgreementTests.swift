import Diplomacy
import Testing

@testable import Ledger

struct AgreementTests {
    /// The values of each unit, from one line an observer; `.` is a unit that was left out.
    private func units(_ observers: String...) -> [[String]] {
        let rows = observers.map { $0.split(separator: " ").map(String.init) }
        return rows[0].indices.map { unit in rows.map { $0[unit] }.filter { $0 != "." } }
    }

    private func rounded(_ alpha: KrippendorffAlpha) -> Double? {
        alpha.alpha.map { ($0 * 1000).rounded() / 1000 }
    }

    /// Krippendorff (2011), "Computing Krippendorff's alpha-reliability", section A.
    @Test func `two observers of binary data, Krippendorff's example A`() {
        let alpha = KrippendorffAlpha(
            units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
        )
        #expect(rounded(alpha) == 0.095)
        #expect(alpha.observed == 0.6)
    }

    /// The same, section B.
    @Test func `two observers of nominal data, Krippendorff's example B`() {
        let alpha = KrippendorffAlpha(
            units("a a b b d c c c e d d a", "b a b b b c c c e d d d")
        )
        #expect(rounded(alpha) == 0.692)
    }

    /// The same, section C, with the nominal metric.
    @Test func `four observers with gaps, Krippendorff's example C`() {
        let alpha = KrippendorffAlpha(
            units(
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 ."
            )
        )
        #expect(rounded(alpha) == 0.743)
        #expect(alpha.units == 11)
        #expect(alpha.judgements == 40)
    }

    @Test func `where nothing could have been disagreed on, there is no figure`() {
        #expect(KrippendorffAlpha([]).alpha == nil)
        #expect(KrippendorffAlpha([["a"], ["b"]]).alpha == nil)
        #expect(KrippendorffAlpha([["a", "a"], ["a", "a"]]).alpha == nil)
        #expect(KrippendorffAlpha([["a", "a"], ["b", "b"]]).alpha == 1)
        #expect(rounded(KrippendorffAlpha([["a", "b"], ["a", "b"]])) == -0.5)
    }

    @Test func `reviewers are compared by their last words, field by field`() throws {
        let ledger = try Samples.ledger(Samples.iran(), Samples.iran("a2", document: "b.txt"))
        let day = Samples.day("2026-03-01")
        for id in ["a1s1", "a1s2", "a2s1", "a2s2"] {
            try ledger.decide(Judgement(.accept, id, by: "Ana", on: day))
        }
        var core = StatementCore(Samples.iran().statements[1])
        core.modality = .claim
        try ledger.decide(Judgement(.accept, "a1s1", by: "Ben", on: day))
        try ledger.decide(Judgement(.correct, "a1s2", by: "Ben", on: day, readings: [core]))
        try ledger.decide(Judgement(.reject, "a2s1", by: "Ben", on: day, words: "a copy"))
        try ledger.decide(Judgement(.note, "a2s2", by: "Ben", on: day, words: "later"))
        let agreement = try ledger.reviewAgreement()
        #expect(agreement.reviewers == ["Ana", "Ben"])
        let fields = Dictionary(uniqueKeysWithValues: agreement.fields.map { ($0.name, $0.alpha) })
        #expect(fields["kept"]?.units == 3)
        #expect(fields["kept"]?.observed == 2.0 / 3)
        #expect(fields["source"]?.units == 2)
        #expect(fields["source"]?.alpha == 1)
        #expect(fields["modality"]?.observed == 0.5)
        #expect(fields["overall"]?.observed == 2.0 / 3)
        #expect(fields["speaker"]?.observed == 1)
        #expect(fields["marks"]?.observed == 1)
        core.speakers = [Voice(name: "TASS")]
        try ledger.decide(Judgement(.correct, "a1s2", by: "Ben", on: day, readings: [core]))
        #expect(
            try ledger.reviewAgreement().fields.first { $0.name == "speaker" }?.alpha.observed
                == 0.5
        )
    }
}
