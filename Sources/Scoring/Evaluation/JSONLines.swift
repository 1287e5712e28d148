package import Foundation

/// A file with one JSON value a line; empty lines are passed over.
package enum JSONLines {
    /// The rows of the file at `url`.
    ///
    /// Throws a `ScoringError` that names the line.
    package static func rows<Row: Decodable>(
        _ url: URL,
        as type: Row.Type = Row.self
    ) throws -> [Row] {
        guard let data = try? Data(contentsOf: url) else {
            throw ScoringError(unreadable: url)
        }
        let decoder = JSONDecoder()
        var rows: [Row] = []
        var number = 0
        for line in data.split(separator: 10, omittingEmptySubsequences: false) {
            number += 1
            if line.allSatisfy({ $0 <= 32 }) { continue }
            do {
                rows.append(try decoder.decode(Row.self, from: Data(line)))
            } catch {
                throw ScoringError(
                    place: "\(url.path):\(number)",
                    problem: "is no such row: \(error)",
                    cure: "Write the row as codebook.md describes it."
                )
            }
        }
        return rows
    }
}

/// An input of the scoreboard that cannot be used: where, why, and what to do.
package struct ScoringError: Error, CustomStringConvertible {
    package let place: String
    package let problem: String
    package let cure: String

    package init(place: String, problem: String, cure: String) {
        self.place = place
        self.problem = problem
        self.cure = cure
    }

    init(unreadable file: URL) {
        self.init(
            place: file.path,
            problem: "cannot be read",
            cure: "Check that the file is there and that you may read it."
        )
    }

    package var description: String { "\(place): \(problem). \(cure)" }
}
