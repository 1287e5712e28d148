import Foundation

/// Tables of sentences with two marked actors, one file a language, some sentences kept apart.
struct SentenceTables {
    struct Line {
        /// By the first letters of the file's name.
        let language: String
        let file: URL
        let row: RelationTable.Row
        /// Whether its sentence is kept apart: every tenth of a file, with all its pairs.
        let isHeldOut: Bool
    }

    let lines: [Line]

    /// One sentence in so many is kept apart.
    private static let share = 10

    /// Reads every table of the folder.
    ///
    /// Throws a `ScoringError` that names the line, or the folder where it holds none.
    init(_ folder: URL, source: String, target: String, root: String) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        lines = try names.sorted().filter { $0.hasSuffix(".tsv") }.flatMap { name in
            let file = folder.appending(path: name)
            var numbers: [String: Int] = [:]
            return try RelationTable(file, source: source, target: target, root: root).rows.map {
                row in
                let number = numbers[row.sentence] ?? numbers.count + 1
                numbers[row.sentence] = number
                return Line(
                    language: String(name.prefix(2)),
                    file: file,
                    row: row,
                    isHeldOut: number % Self.share == 0
                )
            }
        }
        guard !lines.isEmpty else {
            throw ScoringError(
                place: folder.path,
                problem: "holds no table of sentences",
                cure: "Check out the whole repository."
            )
        }
    }
}
