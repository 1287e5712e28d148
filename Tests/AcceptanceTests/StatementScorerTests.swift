import Foundation
import Scoring
import Testing

/// The scorer on cases small enough to be counted by hand.
struct StatementScorerTests {
    @Test func `a right, a wrong and a missed row give a half of each`() {
        let scores = score(
            gold: [gold("RUS", "IRN", "aid"), gold("USA", "IRN", "assault")],
            coded: [coded("RUS", "IRN", "aid"), coded("CHN", "IRN", "aid")]
        )
        #expect(scores.tuplePrecision == 0.5)
        #expect(scores.tupleRecall == 0.5)
        #expect(scores.tupleF1 == 0.5)
        #expect(scores.strictF1 == 0.5)
        #expect(scores.gold == 2)
        #expect(scores.coded == 2)
    }

    @Test func `what is coded twice counts once`() {
        let scores = score(
            gold: [gold("RUS", "IRN", "aid")],
            coded: [coded("RUS", "IRN", "aid"), coded("RUS", "IRN", "aid")]
        )
        #expect(scores.coded == 1)
        #expect(scores.tupleF1 == 1)
    }

    @Test(arguments: ["agree", "consult", "cooperate"])
    func `a mutual act has no direction`(_ act: String) {
        let scores = score(gold: [gold("RUS", "CHN", act)], coded: [coded("CHN", "RUS", act)])
        #expect(scores.tupleF1 == 1)
        #expect(scores.pairF1 == 1)
    }

    @Test func `another act has one`() {
        let scores = score(gold: [gold("RUS", "CHN", "aid")], coded: [coded("CHN", "RUS", "aid")])
        #expect(scores.tupleF1 == 0)
        #expect(scores.pairF1 == 0)
    }

    @Test func `an optional row is neutral, but the strict figure wants it`() {
        let both = [gold("RUS", "IRN", "aid"), gold("ISR", "IRN", "assault", ["optional": true])]
        let without = score(gold: both, coded: [coded("RUS", "IRN", "aid")])
        let with = score(
            gold: both,
            coded: [coded("RUS", "IRN", "aid"), coded("ISR", "IRN", "assault")]
        )
        #expect(without.tupleF1 == 1)
        #expect(with.tupleF1 == 1)
        #expect(without.strictF1 == 2.0 / 3)
        #expect(with.strictF1 == 1)
    }

    @Test func `alternatives and other targets are accepted, and not by the strict figure`() {
        let row = gold(
            "AZE",
            "NKR",
            "assault",
            ["alt": ["coerce/done"], "alt_target": ["ARM"]]
        )
        for code in [
            coded("AZE", "ARM", "assault"), coded("AZE", "NKR", "coerce"),
            coded("AZE", "ARM", "coerce"),
        ] {
            let scores = score(gold: [row], coded: [code])
            #expect(scores.tupleF1 == 1)
            #expect(scores.strictF1 == 0)
        }
    }

    @Test func `support that did not come has a figure of its own`() {
        let scores = score(
            gold: [
                gold("RUS", "IRN", "support", ["polarity": "not_done"]),
                gold("RUS", nil, "support", ["polarity": "not_done"]),
                gold("RUS", "SYR", "aid"),
            ],
            coded: [coded("RUS", "IRN", "support", polarity: "not_done")]
        )
        #expect(scores.notDoneF1 == 2.0 / 3)
    }

    @Test func `anything coded on a document without gold is a false alarm`() {
        let scores = score(gold: [], coded: [coded("USA", "ESP", "assault")])
        #expect(scores.falseAlarms == 1)
        #expect(scores.tuplePrecision == 0)
        #expect(scores.tupleRecall == 1)
        #expect(scores.modality == nil)
    }

    @Test func `an empty reading of an empty document is right, and has no set figures`() {
        let scores = score(gold: [], coded: [])
        #expect(scores.tupleF1 == 1)
        #expect(scores.strictF1 == nil)
        #expect(scores.notDoneF1 == nil)
    }

    @Test(
        arguments: [
            ("2025-06-13", "2025-06", true), ("2025", "2025-06-13", true),
            ("2025-06-13/2025-06-24", "2025-06", true), ("2021/2022", "2021-05", true),
            ("1990~", "1990-07-01", true), (nil, nil, true), ("2025", nil, false),
            ("2025-06", "2025-07", false), ("2025-06/2025-08", "2025-07/2025-09", false),
            ("next week", "2025", false),
        ] as [(String?, String?, Bool)]
    )
    func `dates agree where one contains the other`(
        _ mine: String?,
        _ theirs: String?,
        _ agree: Bool
    ) {
        let row = gold("RUS", "IRN", "aid", theirs.map { ["date": $0] } ?? [:])
        let scores = score(gold: [row], coded: [coded("RUS", "IRN", "aid", date: mine)])
        #expect(scores.date == (agree ? 1 : 0))
    }

    @Test(
        arguments: [
            (["Bloomberg", "Venezuelan officials"], ["officials"], true),
            ([], ["author"], true), (["Fesenko"], ["author"], false),
            (["Володимир Путін"], ["путін"], true), (["EU"], ["EU"], false),
        ])
    func `speakers agree where they share a word of three letters`(
        _ mine: [String],
        _ theirs: [String],
        _ agree: Bool
    ) {
        let row = gold("RUS", "IRN", "aid", ["speaker": theirs])
        let scores = score(gold: [row], coded: [coded("RUS", "IRN", "aid", speaker: mine)])
        #expect(scores.speaker == (agree ? 1 : 0))
    }

    // MARK: Rows

    private func score(gold: [GoldRow], coded: [CodedRow]) -> StatementScores {
        StatementScorer([.init(name: "one", gold: gold, coded: coded)]).scores
    }

    private func gold(
        _ source: String?,
        _ target: String?,
        _ act: String,
        _ fields: [String: Any] = [:]
    ) -> GoldRow {
        var object: [String: Any] = [
            "act": act, "polarity": "done", "modality": "fact", "speaker": ["author"],
            "quote": "any words",
        ]
        object["source"] = source
        object["target"] = target
        object.merge(fields) { $1 }
        do {
            let data = try JSONSerialization.data(withJSONObject: object)
            return try JSONDecoder().decode(GoldRow.self, from: data)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private func coded(
        _ source: String?,
        _ target: String?,
        _ act: String,
        polarity: String = "done",
        speaker: [String]? = nil,
        date: String? = nil
    ) -> CodedRow {
        CodedRow(
            doc: "one",
            source: source,
            target: target,
            act: act,
            polarity: polarity,
            modality: "fact",
            speaker: speaker,
            date: date,
            quote: "other words"
        )
    }
}
