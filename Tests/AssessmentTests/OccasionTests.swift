import Assessment
import Diplomacy
import Testing
import Text

/// What sets off a case, and what belongs to it: rules that keep out what a careful reader would not call one.
@Suite struct OccasionTests {
    let daily = CaseSamples.article("daily")
    private let weekly = CaseSamples.article("weekly", published: "2026-01-20")

    let withheld = "RUS aid ARM not_done fact"

    // MARK: Who may set off a case

    @Test func `a court and a bloc have no forces, an alliance has`() throws {
        for (adversary, count) in [("IGO:ICC", 0), ("WEST", 0), ("IGO:CSTO", 1)] {
            let cases = try CaseSamples.cases([
                daily.told(0, "\(adversary) coerce JPN done fact", on: "2025-06-22"),
                daily.told(1, "JPN request USA done fact", on: "2025-06-23"),
            ])
            #expect(cases.count == count, "\(adversary)")
        }
    }

    @Test func `moving forces is no attack`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "AZE mobilize ARM done fact", on: "2022-09-13"),
            daily.told(1, "RUS aid ARM done fact", on: "2022-09-14"),
        ])
        #expect(cases.isEmpty)
    }

    @Test func `that a friend attacked is believed of two roots`() throws {
        let first = daily.told(0, "BLR assault RUS done fact", on: "2022-02-24")
        let second = weekly.told(0, "BLR assault RUS done fact", on: "2022-02-24")
        let answer = daily.told(1, "KAZ aid RUS not_done fact", on: "2022-03")
        let told = try CaseSamples.cases([first, second, answer])
        #expect(told.first { $0.promisor == ActorCode("KAZ") }?.trigger == .attack)
        #expect(try CaseSamples.cases([first, answer]).isEmpty)
    }

    @Test func `a reading that is a guess founds no case`() throws {
        func cases(_ confidence: Double) throws -> Int {
            try CaseSamples.cases([
                daily.told(
                    0,
                    "AZE assault ARM done fact",
                    on: "2022-09-13",
                    confidence: confidence
                ),
                daily.told(1, "RUS aid ARM done fact", on: "2022-09-14"),
            ]).count
        }
        #expect(try cases(0.4) == 0)
        #expect(try cases(0.8) == 1)
    }

    // MARK: Who may be asked, and who answers

    @Test func `help from somebody of whom nobody expected it is no promise that came due`() throws
    {
        let attack = daily.told(0, "AZE assault ARM done fact", on: "2022-09-13")
        let cases = try CaseSamples.cases([
            attack, daily.told(1, "FRA aid ARM done claim", on: "2022-09-14"),
            daily.told(2, "DEU reject ARM done fact", on: "2022-09-14"),
            daily.told(3, "KAZ agree ARM done fact", on: "2021-09-14"),
        ])
        #expect(cases.isEmpty)
        let fact = daily.told(1, "FRA aid ARM done fact", on: "2022-09-14")
        #expect(try CaseSamples.cases([attack, fact]).map(\.id) == ["FRA-ARM-2022"])
    }

    @Test func `a territory is helped through who fights for it, and is nobody's promisor`() throws
    {
        let cases = try CaseSamples.cases([
            daily.told(0, "AZE assault NKR done fact", on: "2023-09-19"),
            daily.told(1, "RUS support NKR not_done fact", on: "2023-09-20"),
            daily.told(2, "NKR support ARM not_done fact", on: "2023-09-20"),
        ])
        #expect(cases.map(\.id) == ["RUS-ARM-2023"])
        #expect(cases.map(\.political.verdict) == [.withheld])
    }

    // MARK: What belongs to an occasion

    @Test func `help before the first shot, and of a time too wide, answers nothing`() throws {
        let attack = daily.told(0, "AZE assault ARM done fact", on: "2022-09-13")
        for date in ["2022-09-01", "2015"] {
            let cases = try CaseSamples.cases([
                attack, weekly.told(1, "RUS aid ARM done fact", on: date),
            ])
            #expect(cases.isEmpty, "\(date)")
        }
    }

    @Test func `help that came and help that did not answer an occasion by the same rules`() throws
    {
        let attack = daily.told(0, "AZE assault ARM done fact", on: "2022-09-13")
        for answer in ["done", "not_done"] {
            for date in ["2022-09-20", "2022-10", "2022", nil] {
                for confidence in [0.35, 0.85] {
                    let cases = try CaseSamples.cases([
                        attack,
                        daily.told(
                            1,
                            "RUS aid ARM \(answer) fact",
                            on: date,
                            confidence: confidence
                        ),
                    ])
                    #expect(cases.map(\.id) == ["RUS-ARM-2022"], "\(answer) \(date ?? "undated")")
                }
            }
        }
        let passed = CaseSamples.known("rebellion - KAZ 2022-01-02 2022-01-11")
        let sent = daily.told(1, "IGO:CSTO aid KAZ done fact", on: "2022-01", kind: .troops)
        let cases = try CaseSamples.cases([sent], known: [passed])
        #expect(cases.map(\.id) == ["CSTO-KAZ-2022"], "nobody tells of the unrest")
        #expect(cases.map(\.political.verdict) == [.delivered])
    }

    @Test func `where two occasions fit alike neither is meant, and a place tells them apart`()
        throws
    {
        let siege = KnownOccasion(
            id: "siege",
            kind: .blockade,
            adversaries: [ActorCode("AZE")],
            targets: [ActorCode("ARM")],
            began: try #require(DayInterval(edtf: "2022-12-12")).first,
            ended: try #require(DayInterval(edtf: "2022-12-30")).last,
            name: "The closing of the road",
            source: "a source",
            places: ["lachin*"]
        )
        let raid = CaseSamples.known("attack AZE ARM 2022-03-01 2022-03-02")
        let later = CaseSamples.known("attack AZE ARM 2022-09-13 2022-09-14")
        func cases(_ words: String, on date: String?) throws -> [String] {
            let told = SampleArticle("news", published: "2023-01-10", [words])
                .told(0, withheld, on: date)
            return try CaseSamples.cases([told], known: [raid, later, siege]).map(\.id)
        }
        #expect(try cases("No help in 2022.", on: "2022").isEmpty)
        #expect(
            try cases("Lachin's road stayed shut, and no help came.", on: "2022") == [
                "RUS-ARM-2022"
            ]
        )
        #expect(
            try cases("Lachin's road stayed shut, and no help came.", on: nil) == ["RUS-ARM-2022"]
        )
        #expect(try cases("No help in September.", on: "2022-09") == ["RUS-ARM-2022"])
    }

    @Test func `an offer that was declined is no help withheld`() throws {
        let words = [
            "A ship was rammed.", "Manila declined the help that was offered.", "It did not ask.",
        ]
        let news = SampleArticle("news", published: "2024-06-20", words)
        let cases = try CaseSamples.cases([
            news.told(0, "PRK assault JPN done fact", on: "2024-06-17"),
            CaseSamples.article("second").told(0, "PRK assault JPN done fact", on: "2024-06-17"),
            news.told(1, "JPN reject USA done fact"),
            news.told(2, "JPN request USA not_done fact"),
        ])
        #expect(cases.map(\.id) == ["USA-JPN-2024"])
        #expect(cases.first?.entries(.response).map(\.stance) == [.declined])
        #expect(cases.first?.entries(.asked).count == 1)
        #expect(cases.map(\.political.verdict) == [.wordsOnly])
        #expect(cases.map(\.legal.verdict) == [.notApplicable])
    }

    @Test func `one voice against another is a dispute, and the promisor is heard`() throws {
        func verdict(_ more: CitedStatement...) throws -> LegalFinding.Verdict? {
            try CaseSamples.cases(
                [
                    daily.told(0, "AZE assault ARM done fact", on: "2022-09-13"),
                    daily.told(1, "RUS aid ARM not_done fact", on: "2022-09-14"),
                ] + more
            ).first { $0.promisor == ActorCode("RUS") }?.legal.verdict
        }
        #expect(try verdict() == .violated)
        let plea = weekly.told(
            2,
            "RUS support ARM not_done denied",
            says: ["a spokesman"],
            of: "RUS",
            on: "2022-09-15"
        )
        #expect(try verdict(plea) == .disputed)
    }

    @Test func `force short of an attack is answered beside its telling or within two months`()
        throws
    {
        let long = SampleArticle(
            "long",
            published: "2026-01-10",
            ["A ship was seized."]
                + Array(repeating: String(repeating: "word ", count: 200), count: 2)
                + ["No soldiers were sent."]
        )
        let cases = try CaseSamples.cases([
            long.told(0, "USA coerce RUS done fact", on: "2026-01-07"),
            long.told(3, "KAZ aid RUS not_done fact"),
        ])
        #expect(cases.isEmpty)
        let beside = try CaseSamples.cases([
            daily.told(0, "USA coerce RUS done fact", on: "2026-01-07"),
            daily.told(1, "KAZ aid RUS not_done fact"),
        ])
        #expect(beside.map(\.trigger) == [.coercion])
    }

    @Test func `partners refuse each other much that was no help`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "AZE assault ARM done fact", on: "2022-09-13"),
            daily.told(1, "RUS aid ARM done fact", on: "2022-09-14"),
            weekly.told(2, "RUS reject ARM done fact", on: "2023-02-01"),
        ])
        #expect(cases.map(\.political.verdict) == [.delivered])
    }

    @Test func `a member of the alliance that attacks is no promisor`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "IGO:CSTO assault IRN done fact", on: "2025-06-22"),
            daily.told(1, "RUS support IRN not_done fact", on: "2025-06-23"),
        ])
        #expect(cases.isEmpty)
    }

    @Test func `help that is cut off is help that did not come, trade is not`() throws {
        func verdict(_ kind: SupportKind) throws -> [PoliticalFinding.Verdict] {
            try CaseSamples.cases([
                daily.told(0, "AZE assault ARM done fact", on: "2022-09-13"),
                daily.told(1, "RUS sanction ARM done fact", on: "2022-09-14", kind: kind),
            ]).map(\.political.verdict)
        }
        #expect(try verdict(.arms) == [.withheld])
        #expect(try verdict(.trade) == [])
        let pause = SampleArticle(
            "news",
            published: "2022-10-10",
            ["The capital was shelled.", "Moscow paused all military aid.", "It banned the wine."]
        )
        let shelled = pause.told(0, "AZE assault ARM done fact", on: "2022-09-13")
        let paused = pause.told(1, "RUS sanction ARM done fact", on: "2022-09-20")
        let banned = pause.told(2, "RUS sanction ARM done fact", on: "2022-09-20")
        #expect(try CaseSamples.cases([shelled, paused]).map(\.political.verdict) == [.withheld])
        #expect(try CaseSamples.cases([shelled, banned]).isEmpty)
    }
}
