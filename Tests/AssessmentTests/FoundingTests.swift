import Assessment
import Diplomacy
import Testing
import Text

/// What it takes to found a case: how sure a reading, how many roots, and which answers count.
@Suite struct FoundingTests {
    private let daily = CaseSamples.article("daily")
    private let weekly = CaseSamples.article("weekly", published: "2026-01-20")
    private let fall = CaseSamples.known("rebellion HTS SYR 2024-11-27 2024-12-08")

    // MARK: How sure

    @Test func `a likely reading of missing help founds a case of an occasion, and none without`()
        throws
    {
        func cases(_ confidence: Double, known: [KnownOccasion]) throws -> [String] {
            let missing = daily.told(0, "RUS aid SYR not_done fact", confidence: confidence)
            return try CaseSamples.cases([missing], known: known).map(\.id)
        }
        #expect(try cases(0.4, known: [fall]) == ["RUS-SYR-2024"])
        #expect(try cases(0.2, known: [fall]) == [])
        #expect(try cases(0.4, known: []) == [])
        #expect(try cases(0.6, known: []) == [])
    }

    @Test func `two doubtful readings of missing help at different words bear each other out`()
        throws
    {
        func cases(
            _ confidences: Double...,
            place: (Int) -> Int = { $0 },
            polarity: String = "not_done"
        )
            throws -> [String]
        {
            let missing = confidences.enumerated().map { order, confidence in
                daily.told(
                    place(order),
                    "RUS \(order == 0 ? "aid" : "support") SYR \(order == 0 ? "not_done" : polarity) fact",
                    confidence: confidence
                )
            }
            return try CaseSamples.cases(missing, known: [fall]).map(\.id)
        }
        #expect(try cases(0.26, 0.25) == ["RUS-SYR-2024"])
        #expect(try cases(0.2, 0.2) == [])
        #expect(try cases(0.26, 0.25, place: { _ in 0 }) == [], "one breath is one reading")
        #expect(try cases(0.26, 0.25, polarity: "done") == [], "one tells of the other's contrary")
    }

    @Test func `help of whom nobody expected it is missed by a fact or by two roots`() throws {
        let attack = daily.told(0, "AZE assault ARM done fact", on: "2022-09-13")
        let claim = daily.told(1, "FRA aid ARM not_done claim", on: "2022-09-14")
        let second = weekly.told(1, "FRA aid ARM not_done claim", on: "2022-09-14")
        let fact = weekly.told(1, "FRA aid ARM not_done fact", on: "2022-09-14")
        #expect(try CaseSamples.cases([attack, claim]).isEmpty)
        #expect(try CaseSamples.cases([attack, claim, second]).map(\.id) == ["FRA-ARM-2022"])
        #expect(try CaseSamples.cases([attack, fact]).map(\.id) == ["FRA-ARM-2022"])
    }

    @Test func `what nothing let be hoped for is missed beside its occasion`() throws {
        let missing = "FRA aid SYR not_done fact"
        #expect(try CaseSamples.cases([daily.told(0, missing)], known: [fall]).isEmpty)
        let dated = daily.told(0, missing, on: "2024-12-01")
        #expect(try CaseSamples.cases([dated], known: [fall]).map(\.id) == ["FRA-SYR-2024"])
        let beside = [
            daily.told(0, "HTS assault SYR done fact", on: "2024-12-01"), daily.told(1, missing),
        ]
        #expect(try CaseSamples.cases(beside, known: [fall]).map(\.id) == ["FRA-SYR-2024"])
    }

    @Test(arguments: [
        ("RUS aid GEO", "whoever has a partnership may hope", ["RUS-GEO-2026"]),
        ("DEU aid MNG", "a promise to any state is no tie", []),
        ("RUS aid POL", "who will not attack has promised no help", []),
    ])
    func `a text lets help be hoped for, or not`(
        core: String,
        reason: Comment,
        ids: [String]
    )
        throws
    {
        let pressed = "USA coerce \(core.suffix(3)) done fact"
        let cases = try CaseSamples.cases([
            daily.told(0, pressed, on: "2026-01-05"), daily.told(1, "\(core) not_done fact"),
        ])
        #expect(cases.map(\.id) == ids, reason)
    }

    @Test func `words of a partner answer force that more than one root tells of`() throws {
        let words = daily.told(1, "RUS support IRN done fact", on: "2025-06-23", kind: .words)
        let attack = daily.told(0, "USA assault IRN done fact", on: "2025-06-22")
        let again = weekly.told(0, "USA assault IRN done fact", on: "2025-06-22")
        #expect(try CaseSamples.cases([attack, words]).isEmpty)
        let told = try CaseSamples.cases([attack, again, words])
        #expect(told.map(\.political.verdict) == [.wordsOnly])
    }

    @Test func `a plea alone is of force two months before it, or that its own article tells of`()
        throws
    {
        let attack = daily.told(0, "USA assault SYR done fact", on: "2025-07-25")
        let beside = daily.told(1, "SYR request RUS done fact", on: "2025-12-30")
        let elsewhere = weekly.told(1, "SYR request RUS done fact", on: "2025-12-30")
        #expect(try CaseSamples.cases([attack, beside]).map(\.id) == ["RUS-SYR-2025"])
        #expect(try CaseSamples.cases([attack, elsewhere]).isEmpty)
        let soon = weekly.told(1, "SYR request RUS done fact", on: "2025-08-30")
        #expect(try CaseSamples.cases([attack, soon]).map(\.id) == ["RUS-SYR-2025"])
    }

    // MARK: What a sentence of missing help tells of

    @Test(arguments: [
        ("As the rebels closed in, Minsk sent nobody.", "en", AllianceCase.Trigger.rebellion),
        ("Поки повстанці йшли на столицю, Мінськ мовчав.", "uk", .rebellion),
        ("Пока мятежники шли на столицу, Минск молчал.", "ru", .rebellion),
        ("Gegen die Aufständischen half Minsk nicht.", "de", .rebellion),
        ("Under the embargo Minsk sent no fuel.", "en", .blockade),
        ("Через облогу Мінськ не надіслав нічого.", "uk", .blockade),
        ("Во время блокады Минск не помог.", "ru", .blockade),
        ("Trotz der Blockade schickte Minsk nichts.", "de", .blockade),
    ])
    func `a rising and a siege are told of in passing where help stayed away`(
        words: String,
        language: String,
        kind: AllianceCase.Trigger
    ) throws {
        let news = SampleArticle("news", language: language, published: "2026-01-10", [words])
        let cases = try CaseSamples.cases([news.told(0, "BLR aid ARM not_done fact")])
        #expect(cases.map(\.trigger) == [kind])
        #expect(cases.map(\.adversaries) == [[]], "who failed to help is no adversary")
        #expect(cases.map(\.legal.verdict) == [.notApplicable])
        let came = try CaseSamples.cases([news.told(0, "BLR aid ARM done fact")])
        #expect(came.map(\.political.verdict) == [.delivered])
    }

    @Test func `what is told in passing joins what the world knows of its kind`() throws {
        let news = SampleArticle("news", published: "2025-01-10", ["No jets against the rebels."])
        let cases = try CaseSamples.cases(
            [news.told(0, "RUS aid SYR not_done fact")],
            known: [fall]
        )
        #expect(cases.map(\.known?.id) == [fall.id])
        #expect(cases.map(\.trigger) == [.rebellion])
    }

    @Test func `how it ended is told beside the help that stayed away`() throws {
        let far = SampleArticle(
            "far",
            published: "2025-01-10",
            [
                "No jets came.", "Their leader fled.", String(repeating: "word ", count: 100),
                "He fled.",
            ]
        )
        let cases = try CaseSamples.cases(
            [
                far.told(0, "RUS aid SYR not_done fact"),
                far.told(1, "RUS aid SYR done fact", kind: .asylum),
                far.told(1, "RUS support SYR done fact", on: "2014-02-22", kind: .asylum),
                far.told(3, "RUS aid SYR done claim", kind: .asylum),
            ],
            known: [fall]
        )
        #expect(cases.map { $0.entries(.outcome).count } == [1])
    }

    // MARK: What answers

    @Test func `help that one was used to is no answer, unless on a day`() throws {
        let news = SampleArticle(
            "news",
            published: "2026-01-10",
            ["The island lives under a blockade.", "It relied on Minsk's fuel.", "No fuel came."]
        )
        let pressed = news.told(0, "USA coerce ARM done fact", on: "2026-01-05")
        let missing = news.told(2, "BLR aid ARM not_done fact")
        func verdict(on day: String?) throws -> [PoliticalFinding.Verdict] {
            let habit = news.told(1, "BLR aid ARM done fact", on: day)
            return try CaseSamples.cases([pressed, missing, habit]).map(\.political.verdict)
        }
        #expect(try verdict(on: nil) == [.withheld])
        #expect(try verdict(on: "2026-01-06") == [.partial])
    }

    @Test func `to a vote only a vote is an answer`() throws {
        let news = SampleArticle(
            "news",
            published: "2026-01-10",
            ["Minsk did not vote for Yerevan.", "It sent flour."]
        )
        let cases = try CaseSamples.cases([
            news.told(0, "BLR support ARM not_done fact"), news.told(1, "BLR aid ARM done fact"),
            news.told(1, "ARM request BLR done fact"),
        ])
        #expect(cases.map(\.trigger) == [.vote])
        #expect(cases.map(\.political.verdict) == [.withheld])
    }

    @Test func `a breach needs a plea, a fact or a second root`() throws {
        func verdict(_ more: CitedStatement...) throws -> LegalFinding.Verdict? {
            let attack = daily.told(0, "AZE assault ARM done fact", on: "2022-09-13")
            let claim = daily.told(1, "RUS aid ARM not_done claim", on: "2022-09-14")
            return try CaseSamples.cases([attack, claim] + more)
                .first { $0.promisor == ActorCode("RUS") }?.legal.verdict
        }
        #expect(try verdict() == .unknown)
        #expect(
            try verdict(daily.told(2, "ARM request RUS done fact", on: "2022-09-13")) == .violated
        )
        #expect(
            try verdict(weekly.told(2, "RUS aid ARM not_done claim", on: "2022-09")) == .violated
        )
        #expect(
            try verdict(weekly.told(2, "RUS aid ARM not_done fact", on: "2022-09")) == .violated
        )
    }
}
