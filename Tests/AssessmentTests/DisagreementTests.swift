import Assessment
import Diplomacy
import Testing

@Suite struct DisagreementTests {
    private let paper = SampleArticle("paper", ["One.", "Two.", "Three."])

    private func found(_ statements: CitedStatement...) -> [Disagreement] {
        Brief(of: Material(statements: statements, articles: [paper.read])).disagreements
    }

    @Test func `the same act done and not done is a disagreement`() throws {
        let disagreement = try #require(
            found(
                paper.told(0, "RUS aid IRN done claim", on: "2025-06"),
                paper.told(1, "RUS aid IRN not_done claim", on: "2025-06-13")
            ).first
        )
        #expect(disagreement.yes.count == 1)
        #expect(disagreement.no.count == 1)
        #expect(disagreement.cautions.isEmpty)
    }

    @Test func `help is one question, called support or aid`() throws {
        let disagreement = try #require(
            found(
                paper.told(0, "RUS support IRN done fact"),
                paper.told(1, "RUS aid IRN not_done fact")
            ).first
        )
        #expect(disagreement.question(Samples.names) == "Did Russia help Iran?")
    }

    @Test func `a denial answers no, and the denial of a charge answers yes`() {
        let denied = found(
            paper.told(0, "RUS assault IRN done claim"),
            paper.told(1, "RUS assault IRN done denied")
        )
        #expect(denied.map(\.no.count) == [1])
        let rebutted = found(
            paper.told(0, "RUS support IRN not_done claim"),
            paper.told(1, "RUS support IRN not_done denied")
        )
        #expect(rebutted.map(\.yes.count) == [1])
    }

    @Test func `dates that lie apart make it perhaps a change in time`() {
        let disagreements = found(
            paper.told(0, "RUS aid IRN done fact", on: "2015"),
            paper.told(1, "RUS aid IRN not_done fact", on: "2024-12")
        )
        #expect(disagreements.map(\.cautions) == [[.datesDiffer]])
    }

    @Test func `a whole year may hold two occasions`() {
        let disagreements = found(
            paper.told(0, "RUS consult IRN done fact", on: "2022-12"),
            paper.told(1, "RUS consult IRN not_done fact", on: "2022")
        )
        #expect(disagreements.map(\.cautions) == [[.datesWide]])
    }

    @Test func `one voice on both sides, and readings that are guesses, are said`() {
        let disagreements = found(
            paper.told(0, "RUS aid IRN done claim", says: ["Peskov"], on: "2024-05"),
            paper.told(
                1,
                "RUS aid IRN not_done claim",
                says: ["Peskov"],
                on: "2024-05",
                confidence: 0.3
            )
        )
        #expect(disagreements.map(\.cautions) == [[.sameVoice, .unsure]])
    }

    @Test(
        arguments: [
            ("RUS aid IRN done expected", "what is only expected"),
            ("RUS aid ARM done fact", "help for another"),
            ("IRN aid RUS done fact", "the other direction"),
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
