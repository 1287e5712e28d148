import Foundation
import Testing

@testable import Scoring

struct RelationScoreTests {
    @Test func `each label that the gold has counts alike`() {
        let scores = RelationScores([
            (.aid, .aid), (.aid, .aid), (.aid, .support), (.accuse, .accuse), (.assault, .accuse),
        ])
        // aid: P 1, R 2/3; accuse: P 1/2, R 1; assault: 0.
        #expect(abs(scores.rootMacroF1 - (0.8 + 2.0 / 3 + 0) / 3) < 1e-9)
        // Deeds of cooperation 0.8, words of conflict 2/3, deeds of conflict 0.
        #expect(abs(scores.quadMacroF1 - (0.8 + 2.0 / 3 + 0) / 3) < 1e-9)
        #expect(scores.binaryMacroF1 == 1)
        #expect(scores.accuracy == 0.6)
    }

    @Test func `a concession in words and one in deeds are both yielding`() {
        #expect(EventRoot(name: "CONCEDE") == .yield)
        #expect(EventRoot(name: "Retreat") == .yield)
        #expect(EventRoot(name: "YIELD") == .yield)
        #expect(EventRoot(name: "peace") == nil)
    }

    private func table(_ text: String) throws -> RelationTable {
        let file = FileManager.default.temporaryDirectory.appending(path: "table-\(UUID()).tsv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try RelationTable(file, root: "gold_root")
    }

    @Test func `columns are found by their names`() throws {
        let rows = try table("gold_root\tsource\ttarget\tsentence\r\nAID\tA\tB\tA helps B.\r\n\r\n")
            .rows
        #expect(rows.count == 1)
        #expect(rows.first?.sentence == "A helps B.")
        #expect(rows.first?.root == "AID")
        #expect(rows.first?.line == 2)
    }

    @Test func `a missing column and a short line are named with their place`() {
        let missing = #expect(throws: ScoringError.self) { try table("sentence\tsource\nx\ty\n") }
        #expect(missing?.description.contains(":1: has no column 'target'") == true)
        let short = #expect(throws: ScoringError.self) {
            try table("sentence\tsource\ttarget\tgold_root\nx\ty\n")
        }
        #expect(short?.description.contains(":2: has 2 cells") == true)
    }

    @Test func `every shipped sentence names both of its actors`() throws {
        let root = try #require(PackageRoot.find())
        let pairs = try RelationSet(root: root).pairs
        #expect(pairs.count > 20_000)
        for pair in pairs {
            #expect(pair.row.sentence.contains(pair.row.source), "line \(pair.row.line)")
            #expect(pair.row.sentence.contains(pair.row.target), "line \(pair.row.line)")
        }
        let held = Set(pairs.filter(\.isHeldOut).map(\.row.sentence))
        #expect(pairs.allSatisfy { $0.isHeldOut || !held.contains($0.row.sentence) })
    }
}
