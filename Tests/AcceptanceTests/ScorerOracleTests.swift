import Foundation
import Scoring
import Testing

/// The scorer against `score_statements.py`, whose figures it promises to give.
@Suite(
    .enabled(if: SeedFindings.shared != nil, SeedFindings.absence),
    .enabled(if: Python.url != nil, "python3 is not installed.")
)
struct ScorerOracleTests {
    @Test(arguments: [1, 2, 3, 5, 7])
    func `a gold that was spoilt gets the script's own figures`(_ step: Int) throws {
        let shared = try #require(SeedFindings.shared)
        for folder in [shared.seedGold, shared.devGold] {
            let gold = try golds(in: folder)
            let documents = gold.map { name, rows in
                StatementScorer.Document(name: name, gold: rows, coded: spoilt(rows, name, step))
            }
            let mine = StatementScorer(documents).scores
            let theirs = try script(shared.scorer, folder, documents.flatMap(\.coded))
            #expect(mine == theirs)
        }
    }

    /// The gold as a poor system would have it: every `step`-th row in its turn is left out, turned
    /// round, denied, or has other fields.
    private func spoilt(_ rows: [GoldRow], _ name: String, _ step: Int) -> [CodedRow] {
        rows.enumerated().compactMap { place, row in
            let turn = (place / step) % 5
            if turn == 0, place % step == 0 { return nil }
            return CodedRow(
                doc: name,
                source: turn == 1 ? row.target : row.source,
                target: turn == 1 ? row.source : row.target,
                act: turn == 3 && place % 2 == 0 ? "support" : row.act,
                polarity: turn == 2 && place % 3 == 0 ? "not_done" : row.polarity,
                modality: turn == 4 ? "claim" : row.modality,
                speaker: turn == 2 ? [] : row.speaker,
                date: turn == 3 ? "2023" : row.date,
                quote: turn == 4 ? "nothing of it" : row.quote
            )
        }
    }

    private func golds(in folder: URL) throws -> [(String, [GoldRow])] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "jsonl" }
            .sorted { $0.path < $1.path }
            .map { ($0.deletingPathExtension().lastPathComponent, try JSONLines.rows($0)) }
    }

    private func script(_ script: URL, _ gold: URL, _ rows: [CodedRow]) throws -> StatementScores {
        let encoder = JSONEncoder()
        let lines = try rows.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let file = FileManager.default.temporaryDirectory
            .appending(path: "casus-scorer-\(UUID().uuidString).jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let output = Pipe()
        process.executableURL = Python.url
        process.arguments = [script.path, gold.path, file.path, "--json"]
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode(StatementScores.self, from: data)
    }
}

private enum Python {
    static let url: URL? = ["/usr/bin/python3", "/usr/local/bin/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
        .map { URL(filePath: $0) }
}
