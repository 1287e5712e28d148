import Assessment
import Diplomacy
import GoldenFiles
import Testing

@Suite struct PairReportTests {
    private let report = PairReport(
        of: ActorCode("IRN"),
        and: ActorCode("RUS"),
        in: Samples.material.statements
    )

    @Test func `the report of a pair reads as its golden file`() {
        expectGolden(report.text(name: Samples.names), "pair.txt")
    }

    @Test func `both directions stand in the order of time, the undated apart`() {
        #expect(
            report.dated.map { $0.citation.date?.edtf } == [
                "2025-01", "2025-06", "2025-06", "2025-06-14",
            ]
        )
        #expect(report.undated.count == 1)
        #expect(Set(report.dated.map(\.source.rawValue)) == ["IRN", "RUS"])
    }

    @Test func `the first party's direction stands first`() {
        #expect(report.directions.map(\.source.rawValue) == ["IRN", "RUS"])
    }

    @Test func `two parties of whom nothing is said make an empty report`() {
        let empty = PairReport(
            of: ActorCode("ARM"),
            and: ActorCode("USA"),
            in: Samples.material.statements
        )
        #expect(empty.isEmpty)
    }
}
