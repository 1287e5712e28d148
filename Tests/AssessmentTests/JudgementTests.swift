import Assessment
import Diplomacy
import GoldenFiles
import Testing
import Text

/// What stands on the page of a pair, of a case and of a brief, beyond the statements.
@Suite struct JudgementTests {
    private static let daily = CaseSamples.article("daily")
    private static let statements = [
        daily.told(0, "AZE assault ARM done fact", on: "2022-09-13"),
        daily.told(1, "RUS aid ARM not_done claim", says: ["an analyst"], on: "2022-09"),
        daily.told(2, "ARM request RUS done fact", on: "2022-09-13"),
        daily.told(3, "RUS aid ARM done fact", on: "2020-11-10", kind: .troops),
        daily.told(4, "RUS agree ARM done fact", on: "2021-05-01"),
        daily.told(5, "ARM accuse RUS done fact", on: "2023-01-10"),
        daily.told(6, "RUS aid ARM done fact", on: "2023-10-01", kind: .asylum),
    ]

    private func assessor() throws -> Assessor {
        Assessor(
            scale: try Samples.scale.get(),
            facts: try CaseSamples.facts(),
            treaties: try Assessor(ResourceFolder()).treaties
        )
    }

    private func day(_ text: String) throws -> Day {
        try #require(DayInterval(edtf: text)).first
    }

    @Test func `the page of a pair reads as its golden file`() throws {
        let (one, other) = (ActorCode("RUS"), ActorCode("ARM"))
        let judgement = PairJudgement(
            of: one,
            and: other,
            in: Self.statements,
            until: try day("2024-06-30"),
            assessor: try assessor(),
            withSensitivity: true
        )
        let report = PairReport(of: one, and: other, in: Self.statements)
        let text = report.text(judgement: judgement, name: Samples.names)
        expectGolden(text, "pair-judged.txt")
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `a case reads as its golden file`() throws {
        let cases = try assessor().cases(in: Self.statements, until: try day("2024-06-30"))
        var page = TextLayout()
        try #require(cases.first { $0.id == "RUS-ARM-2022" })
            .write(to: &page, Naming(articles: [], party: Samples.names))
        expectGolden(page.text, "case.txt")
        #expect(page.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `a step of many statements ends and says how many are left`() throws {
        let found = try #require(
            try assessor().cases(in: Self.statements, until: try day("2024-06-30"))
                .first { $0.id == "RUS-ARM-2022" }
        )
        func text(_ most: Int) -> String {
            var page = TextLayout()
            found.write(to: &page, Naming(articles: [], party: Samples.names), most: most)
            return page.text
        }
        #expect(text(1) == text(.max), "no step has more than one")
        #expect(!text(1).contains("more statement"))
        #expect(
            text(0).split(separator: "\n").contains(
                "  And 1 more statement: casus case RUS-ARM-2022 --all"
            )
        )
        #expect(text(0).contains("And 1 more root: casus case RUS-ARM-2022 --all"))
    }

    @Test func `a brief on one party holds its cases, its reliability and its standings`() throws {
        let judgement = BriefJudgement(
            of: ActorCode("RUS"),
            in: Self.statements,
            until: try day("2024-06-30"),
            assessor: try assessor()
        )
        var page = TextLayout()
        judgement.write(to: &page, Naming(articles: [], party: Samples.names), most: 12)
        expectGolden(page.text, "brief-judged.txt")
        #expect(judgement.reliability?.promisor == ActorCode("RUS"))
    }

    @Test func `the overview of a patron has its allies, and what changed since a day`() throws {
        let overview = PatronOverview(
            of: ActorCode("RUS"),
            in: Self.statements,
            cases: try assessor().cases(in: Self.statements, until: try day("2024-06-30")),
            since: try day("2022-01-01"),
            until: try day("2024-06-30"),
            assessor: try assessor()
        )
        let armenia = try #require(overview.allies.first)
        #expect(overview.allies.map(\.actor) == [ActorCode("ARM")])
        #expect(armenia.statements == 6)
        #expect(armenia.commitments == ["csto-2002", "rus-arm"])
        #expect(armenia.cases == ["RUS-ARM-2022"])
        #expect(armenia.lean == armenia.standing.conduct.lean)
        #expect(try #require(armenia.conductBefore).day <= overview.since)
        #expect(overview.changes.allSatisfy { $0.move.reading.day > overview.since })
        #expect(overview.openCases.map(\.id) == ["RUS-ARM-2022"])
        // One article tells of all three that act: the first by code.
        #expect(mostToldPatron(in: Self.statements) == ActorCode("ARM"))
    }

    @Test func `a guess heads no list of what changed, however far it moved a line`() throws {
        func changes(whereStruck confidence: Double) throws -> [PatronOverview.Change] {
            let struck = Self.daily.told(
                1,
                "RUS assault ARM done fact",
                on: "2022-09",
                confidence: confidence
            )
            return PatronOverview(
                of: ActorCode("RUS"),
                in: Self.statements + [struck],
                cases: [],
                since: try day("2019-01-01"),
                until: try day("2024-06-30"),
                assessor: try assessor()
            ).changes.held
        }
        let sure = try changes(whereStruck: 0.85)
        #expect(sure.last?.move.reading.act != .assault)
        #expect(sure.count { $0.move.reading.isSure } == sure.count)
        let guessed = try changes(whereStruck: 0.45)
        let last = try #require(guessed.last)
        #expect(guessed.count == sure.count)
        #expect(last.move.reading.act == .assault && !last.move.reading.isSure)
        #expect(guessed.contains { abs($0.move.by) < abs(last.move.by) })
    }

    @Test func `a day of a standing opens into the sentences that moved it until then`() throws {
        let pair = DirectedPair(source: ActorCode("RUS"), target: ActorCode("ARM"))
        let standing = try assessor().standing(
            of: pair,
            in: Self.statements,
            until: try day("2024-06-30")
        )
        let account = StandingAccount(standing, on: try day("2021-12-31"), in: Self.statements)
        let text = account.text(Naming(articles: [], party: Samples.names))
        #expect(text.contains("“Line 3.”") && text.contains("“Line 4.”"))
        #expect(!text.contains("“Line 1.”"), "that is of a later day")
    }
}
