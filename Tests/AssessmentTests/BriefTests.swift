import Assessment
import Diplomacy
import GoldenFiles
import Testing

@Suite struct BriefTests {
    private let brief = Brief(of: Samples.material)

    @Test func `the brief reads as its golden file`() {
        expectGolden(BriefText(brief, name: Samples.names).text, "brief.txt")
    }

    @Test func `the brief of one party keeps to statements in which it stands on a side`() {
        let brief = Brief(of: Samples.material, actor: ActorCode("ARM"))
        #expect(brief.pairs.map(\.source.rawValue) == ["IGO:CSTO"])
        #expect(brief.read.statementCount == 1)
        #expect(brief.read.articles.count == 3, "what was read stays whole")
    }

    @Test func `help that did not come stands first, whoever is more often named`() {
        #expect(brief.undelivered.map(\.source.rawValue) == ["IGO:CSTO", "RUS"])
        #expect(brief.pairs.held.first?.rows.first?.strand == .didNotCome)
    }

    @Test func `every number of the brief is the count of the ids beside it`() {
        let ids = Set(Samples.material.statements.map(\.id))
        let counted = brief.pairs.flatMap(\.rows).flatMap(\.statements)
        #expect(Set(counted) == ids)
        #expect(counted.count == ids.count, "no statement is counted twice")
        #expect(brief.voices.flatMap(\.says).sorted() == ids.sorted())
    }

    @Test func `an empty ledger makes a brief that says so`() {
        let empty = Brief(of: Material(statements: [], articles: []))
        let text = BriefText(empty, name: Samples.names).text
        #expect(text.contains("0 articles read, 0 statements."))
        #expect(text.contains("'casus read' fills"))
    }

    @Test func `the same material in another order makes the same findings`() {
        var shuffled = Samples.material
        shuffled.statements.reverse()
        let other = Brief(of: shuffled)
        #expect(other.undelivered == brief.undelivered)
        #expect(other.disagreements.held == brief.disagreements.held)
        #expect(other.came == brief.came)
    }

    @Test func `no line of the brief is wider than a terminal`() {
        let text = BriefText(brief, name: Samples.names).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `a voice that quotes another is counted as quoting, not as saying`() {
        let bloomberg = brief.voices.first { $0.name == "Bloomberg" }
        #expect(bloomberg?.says.count == 0)
        #expect(bloomberg?.relays.count == 1)
    }
}
