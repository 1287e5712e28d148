import Assessment
import Diplomacy
import Testing

@Suite struct DisagreementTests {
    private let paper = SampleArticle("paper", published: "2025-06-20", ["One.", "Two.", "Three."])
    private let other = SampleArticle("other", published: "2025-06-21", ["One.", "Two.", "Three."])
    private let late = SampleArticle("late", published: "2026-02-01", ["One.", "Two.", "Three."])

    private func found(_ statements: CitedStatement...) -> [Disagreement] {
        Brief(
            of: Material(statements: statements, articles: [paper.read]),
            register: CaseSamples.register
        ).disagreements.held
    }

    private func root(_ id: String) -> Root {
        Root(id: id, kind: .named, name: id, article: "a-paper", knownOn: Day(number: 0))
    }

    @Test func `the same act told both ways by two accounts is a real conflict`() throws {
        let disagreement = try #require(
            found(
                paper.told(0, "RUS aid IRN done claim", on: "2025-06"),
                other.told(1, "RUS aid IRN not_done claim", on: "2025-06-13")
            ).first
        )
        #expect(disagreement.kind == .conflict)
        #expect(disagreement.yes.count == 1)
        #expect(disagreement.no.count == 1)
        #expect(disagreement.cautions.isEmpty)
    }

    @Test func `a plan that each of two has refused is asked about twice, in one order`() {
        let found = found(
            paper.told(0, "RUS consult ARM done expected"),
            paper.told(1, "RUS reject ARM done fact", on: "2025-06-20"),
            paper.told(2, "ARM reject RUS done fact", on: "2025-06-20")
        )
        let refusals = found.compactMap(\.no.held.first?.statement)
        #expect(refusals.count == 2)
        #expect(refusals == refusals.sorted())
    }

    @Test func `help is one question, called support or aid`() throws {
        let disagreement = try #require(
            found(
                paper.told(0, "RUS support IRN done fact"),
                other.told(1, "RUS aid IRN not_done fact")
            ).first
        )
        #expect(disagreement.question(Samples.names) == "Did Russia help Iran?")
        #expect(disagreement.cautions == [.undated])
    }

    @Test func `a refusal told both ways is asked about itself`() throws {
        let disagreement = try #require(
            found(
                paper.told(0, "RUS reject IRN done fact"),
                other.told(1, "RUS reject IRN not_done fact")
            ).first
        )
        #expect(disagreement.question(Samples.names) == "Did Russia turn down Iran?")
    }

    @Test func `a denial answers no, and the denial of a charge answers yes`() {
        let denied = found(
            paper.told(0, "RUS assault IRN done claim"),
            paper.told(1, "RUS assault IRN done denied", says: ["Peskov"])
        )
        #expect(denied.map(\.no.count) == [1])
        #expect(denied.map(\.kind) == [.conflict])
        let rebutted = found(
            paper.told(0, "RUS support IRN not_done claim"),
            paper.told(1, "RUS support IRN not_done denied", says: ["Peskov"])
        )
        #expect(rebutted.map(\.yes.count) == [1])
    }

    @Test func `who answers both ways in one breath tells of two things`() {
        let yes = paper.told(0, "RUS aid IRN done claim", says: ["Peskov"])
        let no = paper.told(0, "RUS aid IRN not_done claim", says: ["Peskov"])
        #expect(found(yes, no).isEmpty)
        #expect(found(yes, paper.told(0, "RUS aid IRN not_done claim", says: ["Rutte"])).count == 1)
        #expect(found(yes, no, other.told(1, "RUS aid IRN not_done claim")).isEmpty)
    }

    @Test func `days that lie apart make it a change in time, and the later word is named`() {
        let disagreements = found(
            paper.told(0, "RUS aid SYR done fact", on: "2015"),
            other.told(1, "RUS aid SYR not_done fact", on: "2024-12")
        )
        #expect(disagreements.map(\.kind) == [.superseded])
        #expect(disagreements.map(\.later) == [.no])
        #expect(disagreements[0].reason(Samples.names).contains("the later word is no"))
    }

    @Test func `where a side has no day, nobody can tell what time it is of`() {
        let dated = paper.told(0, "RUS aid SYR done fact", on: "2025-06-19")
        let far = found(dated, late.told(1, "RUS aid SYR not_done fact"))
        #expect(far.map(\.kind) == [.untold])
        #expect(far.map(\.later) == [nil], "no later word is known")
        #expect(far.map(\.cautions) == [[.undated]])
        let near = found(dated, other.told(1, "RUS aid SYR not_done fact"))
        #expect(near.map(\.kind) == [.untold])
        let denied = found(dated, other.told(1, "RUS aid SYR done denied", says: ["Peskov"]))
        #expect(denied.map(\.kind) == [.conflict], "what is denied is what is told")
    }

    @Test func `a voice over several happenings is no witness against itself`() {
        func told(_ article: SampleArticle, _ core: String, of event: String) -> CitedStatement {
            let cited = article.told(0, core, on: "2025-06-13")
            return CitedStatement(
                cited.statement,
                in: cited.article,
                root: Root(
                    id: "Fesenko" + event,
                    kind: .named,
                    name: "Fesenko",
                    article: "a-paper",
                    knownOn: Day(number: 0)
                ),
                event: event
            )
        }
        let found = found(
            told(paper, "RUS aid IRN done denied", of: "e1"),
            told(other, "RUS aid IRN done claim", of: "e2")
        )
        #expect(found.map(\.kind) == [.echo])
    }

    @Test func `a whole year may hold two occasions`() {
        let disagreements = found(
            paper.told(0, "RUS consult IRN done fact", on: "2022-12"),
            other.told(1, "RUS consult IRN not_done fact", on: "2022")
        )
        #expect(disagreements.map(\.kind) == [.untold])
        #expect(disagreements.map(\.cautions) == [[.datesWide]])
    }

    @Test func `one voice in two versions is an echo, and readings that are guesses are said`() {
        let disagreements = found(
            paper.told(0, "RUS aid IRN done claim", says: ["Peskov"], on: "2024-05"),
            other.told(
                1,
                "RUS aid IRN not_done claim",
                says: ["Peskov"],
                on: "2024-05",
                confidence: 0.3
            )
        )
        #expect(disagreements.map(\.kind) == [.echo])
        #expect(disagreements.map(\.cautions) == [[.unsure]])
    }

    @Test
    func `a reprint that turns its original round is an echo, whatever the outlets are called`() {
        func told(_ article: SampleArticle, _ core: String) -> CitedStatement {
            let cited = article.told(0, core, on: "2025-06-13")
            return CitedStatement(
                cited.statement,
                in: cited.article,
                root: root("r1"),
                event: cited.id
            )
        }
        let disagreements = found(
            told(paper, "RUS aid IRN done fact"),
            told(other, "RUS aid IRN not_done fact")
        )
        #expect(disagreements.map(\.kind) == [.echo])
        #expect(disagreements[0].no.weight.words == "1 root in 1 article")
    }

    @Test func `condolences are no answer to whether help came`() {
        let condolences = paper.told(0, "RUS support IRN done fact", on: "2025-06", kind: .words)
        let no = other.told(1, "RUS aid IRN not_done fact", on: "2025-06")
        #expect(found(condolences, no).map(\.kind) == [.otherScope])
        let help = paper.told(1, "RUS aid IRN done claim", on: "2025-06")
        let both = found(condolences, help, no)
        #expect(both.map(\.kind) == [.conflict])
        #expect(both.map(\.yes.count) == [1], "the words do not stand beside the help")
    }

    @Test func `words are no arms: another scope`() {
        let disagreements = found(
            paper.told(0, "RUS support IRN done fact", on: "2025-06", kind: .words),
            other.told(1, "RUS aid IRN not_done fact", on: "2025-06", kind: .arms)
        )
        #expect(disagreements.map(\.kind) == [.otherScope])
    }

    @Test func `a judgement over several happenings does not contradict one of them`() {
        let disagreements = found(
            paper.told(0, "RUS aid IRN done fact", on: "2025-06"),
            other.told(1, "RUS aid IRN not_done claim", on: "2025-06", marks: [.assessment])
        )
        #expect(disagreements.map(\.kind) == [.otherScope])
    }

    @Test func `an organisation's silence is not its member's`() {
        let disagreements = found(
            paper.told(0, "IGO:CSTO support ARM not_done fact", on: "2025-05"),
            other.told(1, "RUS support ARM done fact", on: "2025-06")
        )
        #expect(disagreements.map(\.kind) == [.otherParty])
        #expect(disagreements[0].question(Samples.names) == "Did the CSTO help Armenia?")
        #expect(disagreements[0].reason(Samples.names).contains("yes is said of Russia"))
        let stranger = found(
            paper.told(0, "IGO:CSTO support ARM not_done fact", on: "2025-05"),
            other.told(1, "FRA support ARM done fact", on: "2025-06")
        )
        #expect(stranger.isEmpty, "that a stranger helped contradicts nobody")
        let years = found(
            paper.told(0, "IGO:CSTO support ARM not_done fact", on: "2022-09"),
            other.told(1, "RUS support ARM done fact", on: "2023-06")
        )
        #expect(years.isEmpty, "two occasions")
    }

    @Test func `help that goes one way is no answer for the other`() {
        let disagreements = found(
            paper.told(0, "IRN aid RUS done fact", on: "2025-05", kind: .arms),
            other.told(1, "RUS aid IRN not_done fact", on: "2025-06")
        )
        #expect(disagreements.map(\.kind) == [.otherParty])
        #expect(disagreements[0].reason(Samples.names).contains("Other direction"))
    }

    @Test func `an exercise announced by one and refused by the other is a real conflict`() {
        let disagreements = found(
            paper.told(0, "RUS cooperate ARM done expected", says: ["Shoigu"], on: "2025"),
            other.told(1, "ARM reject RUS done fact", says: ["Pashinyan"], on: "2025-01-10")
        )
        #expect(disagreements.map(\.kind) == [.conflict])
        #expect(disagreements[0].question(Samples.names).hasPrefix("Did Russia work together"))
    }

    @Test func `what is only announced does not count as come, and is superseded by what is told`()
    {
        let disagreements = found(
            paper.told(0, "PRK aid RUS done expected", on: "2025-06"),
            late.told(1, "PRK aid RUS not_done fact", on: "2026-01")
        )
        #expect(disagreements.map(\.kind) == [.superseded])
        #expect(disagreements[0].yes.map(\.modality) == [.expected])
    }

    @Test(
        arguments: [
            ("RUS aid IRN done feared", "what is only feared"),
            ("RUS aid ARM done fact", "help for another"),
            ("RUS consult IRN done fact", "another act"),
        ])
    func `no disagreement`(core: String, why: String) {
        #expect(
            found(paper.told(0, "RUS aid IRN not_done fact"), paper.told(1, core)).isEmpty,
            "\(why)"
        )
    }

    @Test func `the order of two parties says nothing where the act binds both`() {
        let disagreements = found(
            paper.told(0, "RUS agree IRN done fact"),
            paper.told(1, "IRN agree RUS not_done fact")
        )
        #expect(disagreements.count == 1)
    }
}
