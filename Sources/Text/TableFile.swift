package import Foundation

/// A tab-separated data file of the house: `#` lines are comments, every other line is an entry
/// with a fixed number of columns, and `-` is an empty cell.
package struct TableFile: Sendable {
    package struct Row: Sendable {
        /// Counted from 1.
        package let line: Int
        package let cells: [String]
    }

    package let name: String
    package let rows: [Row]

    /// Reads the file at `url`; throws a `TableError` where it is missing or a line has another
    /// number of cells than `columns`.
    ///
    /// Lines that `isWanted`, which is asked of their bytes, does not want are not looked at; default: all are.
    package init(
        _ url: URL,
        columns: Int,
        where isWanted: (Span<UInt8>) -> Bool = { _ in true }
    ) throws {
        let name = url.lastPathComponent
        guard let data = try? Data(contentsOf: url) else {
            throw TableError(
                file: url.path,
                line: nil,
                problem: "cannot be read",
                cure: "Reinstall Casus, or name its data folder with --data."
            )
        }
        self.name = name
        var rows: [Row] = []
        var number = 0
        for line in Array(data).split(separator: 10, omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.first == UInt8(ascii: "#") || !isWanted(line.span) { continue }
            let cells = line.split(separator: 9, omittingEmptySubsequences: false)
                .map { $0.elementsEqual([45]) ? "" : String(decoding: $0, as: UTF8.self) }
            guard cells.count == columns else {
                throw TableError(
                    file: name,
                    line: number,
                    problem: "has \(cells.count) columns where \(columns) are expected",
                    cure: "Separate the columns with one tab and write an empty one as '-'."
                )
            }
            rows.append(Row(line: number, cells: cells))
        }
        self.rows = rows
    }

    /// An error about one row of this file.
    package func error(_ row: Row, _ problem: String, cure: String) -> TableError {
        TableError(file: name, line: row.line, problem: problem, cure: cure)
    }
}

/// A data file that cannot be used: which, where, why, and what to do.
package struct TableError: Error, CustomStringConvertible {
    package let file: String
    package let line: Int?
    package let problem: String
    package let cure: String

    package init(file: String, line: Int?, problem: String, cure: String) {
        self.file = file
        self.line = line
        self.problem = problem
        self.cure = cure
    }

    package var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(problem). \(cure)"
    }
}

/// The nearest of `candidates` to a mistyped word, if one is within two edits; of several the first
/// in the alphabet.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    candidates.map { ($0, editDistance(word, $0)) }
        .filter { $0.1 <= 2 }
        .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}

private func editDistance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    var previous = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var current = [i + 1]
        for (j, y) in b.enumerated() {
            current.append(
                min(previous[j + 1] + 1, current[j] + 1, previous[j] + (x == y ? 0 : 1))
            )
        }
        previous = current
    }
    return previous[b.count]
}
