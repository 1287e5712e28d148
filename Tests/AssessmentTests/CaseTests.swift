import Assessment
import Diplomacy
import Testing

/// How cases come about, and which step a statement fills.
@Suite struct CaseTests {
    private let daily = CaseSamples.article("daily")
    private let weekly = CaseSamples.article("weekly", published: "2026-01-20")

    @Test func `an attack, a plea and help that did not come make a case with all its steps`()
        throws
    {
        let cases = try CaseSamples.cases([
            daily.told(0, "USA assault IRN done fact", on: "2025-06-22"),
            daily.told(1, "RUS agree IRN done fact", on: "2025-01-17"),
            daily.told(2, "IRN request RUS done fact", on: "2025-06-23"),
            daily.told(3, "RUS support IRN not_done claim", says: ["an analyst"]),
            daily.told(4, "RUS aid IRN done fact", on: "2025-12-02", kind: .asylum),
        ])
        let found = try #require(cases.first)
        #expect(cases.map(\.id) == ["RUS-IRN-2025"])
        #expect(found.trigger == .attack)
        #expect(found.adversaries == [ActorCode("USA")])
        #expect(
            AllianceCase.Step.allCases.map { found.entries($0).count } == [1, 1, 1, 1, 1]
        )
        #expect(found.commitments.map(\.commitment.id) == ["rus-irn"])
    }

    @Test func `the reasons for help that did not come are counted by roots, and move no verdict`()
        throws
    {
        let cases = try CaseSamples.cases([
            daily.told(0, "USA assault IRN done fact", on: "2025-06-22"),
            daily.told(
                1,
                "RUS support IRN not_done claim",
                says: ["an analyst"],
                marks: [.noWill]
            ),
            weekly.told(2, "RUS aid IRN not_done fact", on: "2025-06", marks: [.noCapacity]),
            weekly.told(3, "RUS aid IRN done fact", on: "2025-06", marks: [.noWill]),
        ])
        let found = try #require(cases.first)
        #expect(found.reasons.map(\.reason) == [.noCapacity, .noWill])
        #expect(found.reasons.map(\.roots) == [1, 1])
        #expect(found.reasons.map(\.statements.count) == [1, 1])
        #expect(found.withoutEntries.reasons.isEmpty)
    }

    @Test func `a partnership has no duty to defend, whatever came of the help`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "USA assault IRN done fact", on: "2025-06-22"),
            daily.told(1, "RUS support IRN not_done fact", on: "2025-06"),
        ])
        #expect(cases.map(\.legal.verdict) == [.notApplicable])
        #expect(cases.map(\.political.verdict) == [.withheld])
    }

    @Test func `a guarantee does not cover land that the guarantor holds to be another's`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "AZE assault NKR done fact", on: "2023-09-19"),
            daily.told(1, "RUS support ARM not_done fact", on: "2023-09"),
        ])
        let found = try #require(cases.first { $0.promisor == ActorCode("RUS") })
        #expect(found.id == "RUS-ARM-2023")
        #expect(found.legal.verdict == .disputed)
        #expect(found.legal.rule.contains("NKR, which the promisor holds to be AZE's"))
        #expect(found.political.verdict == .withheld)
    }

    @Test func `an attack on the ally's own land binds, and what came decides`() throws {
        func verdict(_ core: String) throws -> LegalFinding.Verdict? {
            try CaseSamples.cases([
                daily.told(0, "AZE assault ARM done fact", on: "2022-09-13"),
                daily.told(1, core, on: "2022-09-15"),
            ])
            .first { $0.promisor == ActorCode("RUS") }?.legal.verdict
        }
        #expect(try verdict("RUS aid ARM not_done fact") == .violated)
        #expect(try verdict("RUS reject ARM done fact") == .violated)
        #expect(try verdict("RUS aid ARM done fact") == .honoured)
        #expect(try verdict("ARM request RUS done fact") == .unknown)
    }

    @Test func `an organisation is bound by the alliance that bears its name`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "AZE assault ARM done fact", on: "2022-09-13"),
            daily.told(1, "IGO:CSTO support ARM not_done fact", on: "2022-09"),
        ])
        let found = try #require(cases.first { $0.promisor == ActorCode("IGO:CSTO") })
        #expect(found.id == "CSTO-ARM-2022")
        #expect(found.legal.verdict == .violated)
        #expect(cases.count == 1, "nobody tells what Russia itself did")
    }

    @Test func `a rising within, and force short of an attack, are no attack from outside`() throws
    {
        let within = try CaseSamples.cases([
            daily.told(0, "HTS assault ARM done fact", on: "2024-12-01"),
            daily.told(1, "RUS support ARM not_done fact", on: "2024-12"),
        ])
        #expect(within.map(\.trigger) == [.rebellion])
        #expect(within.map(\.legal.verdict) == [.notApplicable])
        let pressed = try CaseSamples.cases([
            daily.told(0, "AZE coerce ARM done fact", on: "2022-12-12", kind: .trade),
            daily.told(1, "RUS aid ARM not_done fact", on: "2023-01"),
        ])
        #expect(pressed.map(\.trigger) == [.blockade])
        #expect(pressed.map(\.legal.verdict) == [.notApplicable])
    }

    @Test func `a pact against one adversary does not bind against another`() throws {
        func verdict(_ attacker: String) throws -> LegalFinding.Verdict? {
            try CaseSamples.cases([
                daily.told(0, "\(attacker) assault KOR done fact", on: "2024-03-01"),
                daily.told(1, "USA aid KOR not_done fact", on: "2024-03-05"),
            ])
            .first?.legal.verdict
        }
        #expect(try verdict("PRK") == .violated)
        #expect(try verdict("CHN") == .notApplicable)
    }

    @Test func `without an occasion a plea makes a case, or a duty that names the help`() throws {
        func cases(_ statements: CitedStatement...) throws -> [AllianceCase] {
            try CaseSamples.cases(statements)
        }
        let mood = daily.told(0, "RUS support SYR not_done claim", says: ["officials"])
        #expect(try cases(mood).isEmpty, "a habit and a mood are no occasion")
        let plea = daily.told(1, "SYR request RUS done fact")
        let pleaded = try cases(mood, plea)
        #expect(pleaded.map(\.id) == ["RUS-SYR"])
        #expect(pleaded.map(\.trigger) == [.untold])
        #expect(pleaded[0].entries(.trigger).isEmpty)
        let came = daily.told(2, "RUS aid SYR done fact")
        #expect(try cases(came, plea).map(\.political.verdict) == [.delivered])
        let early = daily.told(2, "RUS aid SYR not_done fact", on: "2025-06")
        let late = daily.told(1, "SYR request RUS done fact", on: "2025-09-17")
        #expect(try cases(early, late).isEmpty, "what was before the plea is no answer to it")
        let soldiers = daily.told(3, "RUS aid ARM not_done fact", kind: .troops)
        #expect(try cases(soldiers).map(\.id) == ["RUS-ARM"])
        let loan = daily.told(3, "RUS aid ARM not_done fact", kind: .money)
        #expect(try cases(loan).isEmpty, "a pact of defence owes no money")
    }

    @Test func `a pact of two alone makes a case of an attack, of which nobody tells the answer`()
        throws
    {
        let attack = daily.told(0, "PRK assault JPN done fact", on: "2024-03-01")
        let talks = daily.told(1, "USA support JPN done expected", on: "2030")
        let second = weekly.told(0, "PRK assault JPN done fact", on: "2024-03-01")
        #expect(try CaseSamples.cases([attack, talks]).isEmpty, "one root may have been misread")
        #expect(
            try CaseSamples.cases([attack, second]).isEmpty,
            "no article about it says a word of the ally"
        )
        let cases = try CaseSamples.cases([attack, talks, second])
        #expect(cases.map(\.id) == ["USA-JPN-2024"])
        #expect(cases.map(\.political.verdict) == [.unknown])
    }

    @Test func `wars apart in time are cases apart, and a year joins the one that it holds`() throws
    {
        let cases = try CaseSamples.cases([
            daily.told(0, "AZE assault ARM done fact", on: "2020-09-27"),
            daily.told(1, "AZE assault ARM done fact", on: "2020"),
            daily.told(2, "AZE assault ARM done fact", on: "2022-09-13"),
            daily.told(3, "RUS aid ARM not_done fact", on: "2022-10"),
            daily.told(4, "RUS aid ARM done fact", on: "2020-11-10"),
        ])
        #expect(cases.map(\.id) == ["RUS-ARM-2022", "RUS-ARM-2020"])
        #expect(cases.map { $0.entries(.trigger).count } == [1, 2])
        #expect(cases.map(\.legal.verdict) == [.violated, .honoured])
        #expect(cases[1].interval?.edtf == "2020-09-27")
    }

    @Test func `a patron that helps the attacker beside the attack is told as colluding`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "AZE assault NKR done fact", on: "2023-09-19"),
            daily.told(1, "RUS support AZE done claim", says: ["Politico"]),
            weekly.told(2, "RUS aid AZE done fact", on: "2019-01-01"),
        ])
        let found = try #require(cases.first { $0.promisor == ActorCode("RUS") })
        #expect(found.political.verdict == .colluded)
        #expect(found.entries(.response).count == 1)
    }

    @Test
    func `a promise comes before what it is kept in; what is agreed after it is how it ended`()
        throws
    {
        func steps(_ day: String) throws -> [AllianceCase.Step] {
            let cases = try CaseSamples.cases([
                daily.told(0, "USA assault IRN done fact", on: "2025-06-22"),
                daily.told(1, "RUS aid IRN not_done fact", on: "2025-06-24"),
                weekly.told(2, "RUS agree IRN done fact", on: day),
            ])
            return try #require(cases.first).answers.map(\.step)
        }
        #expect(try steps("2025-01-17") == [.promised, .response])
        #expect(try steps("2025-07-10") == [.response, .outcome])
        #expect(try steps("2027-01-01") == [.response])
    }

    @Test func `one report in a case is one root, its voices named beneath; a named voice is one`()
        throws
    {
        func heard(
            _ line: Int,
            _ name: String,
            _ kind: Root.Kind,
            of event: String
        ) -> CitedStatement {
            let told = daily.told(line, "RUS aid IRN not_done claim", says: [name], on: "2025-06")
            return CitedStatement(
                told.statement,
                in: told.article,
                root: Root(
                    id: name + event,
                    kind: kind,
                    name: name,
                    outlet: kind == .named ? nil : "Bloomberg",
                    article: told.article.id,
                    knownOn: Day(number: 0)
                ),
                event: event
            )
        }
        let cases = try CaseSamples.cases([
            daily.told(0, "USA assault IRN done fact", on: "2025-06-22"),
            heard(1, "officials", .unnamed, of: "e1"), heard(2, "an envoy", .unnamed, of: "e2"),
            heard(3, "Bloomberg", .account, of: "e3"), heard(4, "Fesenko", .named, of: "e1"),
            heard(5, "Fesenko", .named, of: "e4"),
        ])
        let found = try #require(cases.first)
        #expect(found.roots(.response) == 2)
        #expect(
            Set(found.political.claims.map(\.voice))
                == ["Bloomberg (an envoy and officials)", "Fesenko"]
        )
    }

    @Test func `what is only foretold is no answer`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "USA assault IRN done fact", on: "2025-06-22"),
            daily.told(1, "RUS aid IRN done expected", on: "2025-07"),
            daily.told(2, "RUS aid IRN not_done feared", on: "2025-07"),
        ])
        #expect(cases.isEmpty)
    }
}
