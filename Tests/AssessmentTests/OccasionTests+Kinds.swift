import Assessment
import Diplomacy
import Testing

/// Coups, disasters, blockades, votes.
extension OccasionTests {
    private func told(_ words: String, _ core: String, language: String = "en") -> CitedStatement {
        SampleArticle("news", language: language, published: "2026-01-10", [words])
            .told(0, core, on: "2026-01-05")
    }

    @Test(arguments: [
        ("After the coup Minsk sent nobody to Yerevan.", "en", AllianceCase.Trigger.coup),
        ("Після землетрусу Мінськ не надіслав нікого.", "uk", .disaster),
        ("Минск не помог после наводнения.", "ru", .disaster),
        ("Minsk half nach dem Putsch nicht.", "de", .coup),
        ("Minsk sent nobody when protests shook Yerevan.", "en", .unrest),
        ("Мінськ не допоміг Єревану придушити протести.", "uk", .unrest),
        ("Минск не помог Еревану подавить беспорядки.", "ru", .unrest),
        ("Minsk half Eriwan gegen die Unruhen nicht.", "de", .unrest),
    ])
    func `a sentence of help tells what it was needed for`(
        words: String,
        language: String,
        kind: AllianceCase.Trigger
    ) throws {
        let cases = try CaseSamples.cases([
            told(words, "BLR aid ARM not_done fact", language: language)
        ])
        #expect(cases.map(\.trigger) == [kind])
        #expect(cases.map(\.adversaries) == [[]])
        #expect(cases.map(\.political.verdict) == [.withheld])
    }

    @Test func `a vote that was cast is what was asked for`() throws {
        let cast = told("Minsk voted for Yerevan.", "BLR support ARM done fact")
        let held = told("Minsk did not vote for Yerevan.", "BLR support ARM not_done fact")
        let plea = daily.told(0, "ARM request BLR done fact", on: "2026-01-04")
        #expect(try CaseSamples.cases([cast, plea]).map(\.political.verdict) == [.delivered])
        let cases = try CaseSamples.cases([held, plea])
        #expect(cases.map(\.political.verdict) == [.withheld])
        #expect(cases.map(\.trigger) == [.vote])
        #expect(cases.map(\.legal.verdict) == [.notApplicable])
        #expect(try CaseSamples.cases([held]).isEmpty, "a vote is no promise that came due")
    }

    @Test(arguments: [
        ("2020-10-05", PoliticalFinding.Verdict.delivered), ("2020-11-10", .insufficient),
        ("2020-11-14", .insufficient),
    ])
    func `troops that come when a war of weeks is over come too late`(
        _ day: String,
        _ verdict: PoliticalFinding.Verdict
    ) throws {
        let paper = CaseSamples.article("paper")
        let cases = try CaseSamples.cases(
            [
                paper.told(0, "AZE assault ARM done fact", on: "2020-09-28"),
                paper.told(1, "RUS aid ARM done fact", on: day, kind: .troops),
            ],
            known: [CaseSamples.known("attack AZE ARM 2020-09-27 2020-11-10")]
        )
        let own = cases.filter { $0.promisor == ActorCode("RUS") }
        #expect(own.map(\.political.verdict) == [verdict])
    }

    @Test func `what a sentence of one's help tells of is no occasion for another's`() throws {
        let words = ["Minsk and Astana helped after the flood.", "Astana gave nothing."]
        let news = SampleArticle("news", published: "2026-01-10", words)
        let both = [
            news.told(0, "BLR aid ARM done fact"), news.told(0, "KAZ aid ARM done fact"),
            news.told(1, "KAZ aid ARM not_done fact"),
        ]
        let cases = try CaseSamples.cases(both)
        #expect(cases.map(\.political.verdict) == [.partial, .delivered])
        let alone = try CaseSamples.cases(Array(both.dropFirst()))
        #expect(alone.map(\.entries.count) == [2], "the answer is no trigger of its own")
        #expect(alone.first?.entries == cases.first { $0.promisor == ActorCode("KAZ") }?.entries)
    }

    @Test func `a siege is a blockade, whatever was cut off`() throws {
        let cases = try CaseSamples.cases([
            SampleArticle(
                "news",
                published: "2026-01-10",
                ["The blockade of the road.", "No help."]
            )
            .told(0, "AZE coerce ARM done fact", on: "2026-01-05"),
            daily.told(1, withheld, on: "2026-01-06"),
        ])
        #expect(cases.map(\.trigger) == [.blockade])
    }
}
