package import Diplomacy
package import Foundation

/// A table of sentences with two marked actors, tab-separated under a line of names: `sentence`, the two
/// (`source` and `target`, or other names), and what the sentence tells of them.
package struct RelationTable: Sendable {
    package struct Row: Sendable {
        /// Counted from 1, the line of names included.
        package let line: Int
        package let sentence: String
        package let source: String
        package let target: String
        /// As written.
        package let root: String
        /// `done` where the table has no column for it.
        package let polarity: Polarity
    }

    package let name: String
    package let rows: [Row]

    /// Reads the file at `url`, whose actors and roots stand in the columns of these names.
    ///
    /// Throws a `ScoringError` that names the line.
    package init(
        _ url: URL,
        source: String = "source",
        target: String = "target",
        root: String
    ) throws {
        let columns = ["sentence", source, target, root]
        guard let data = try? Data(contentsOf: url) else {
            throw ScoringError(unreadable: url)
        }
        name = url.lastPathComponent
        let lines = String(decoding: data, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        )
        let names = lines.first.map { $0.split(separator: "\t").map { $0.lowercased() } } ?? []
        func place(_ name: String) throws -> Int {
            guard let place = names.firstIndex(of: name) else {
                throw ScoringError(
                    place: "\(url.path):1",
                    problem: "has no column '\(name)'",
                    cure:
                        "Name the columns in the first line: \(columns.joined(separator: ", ")), "
                        + "with one tab between two."
                )
            }
            return place
        }
        let places = try columns.map(place)
        let polarity = names.firstIndex(of: "polarity")
        rows = try lines.enumerated().dropFirst().compactMap { number, line -> Row? in
            if line.allSatisfy(\.isWhitespace) { return nil }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard let last = places.max(), cells.count > last else {
                throw ScoringError(
                    place: "\(url.path):\(number + 1)",
                    problem: "has \(cells.count) cells, and the first line names \(names.count)",
                    cure: "Separate the cells with one tab."
                )
            }
            let word =
                polarity.flatMap { $0 < cells.count ? cells[$0] : nil } ?? Polarity.done.rawValue
            guard let told = Polarity(rawValue: word) else {
                throw ScoringError(
                    place: "\(url.path):\(number + 1)",
                    problem: "has the polarity '\(word)'",
                    cure: "Write 'done' or 'not_done'."
                )
            }
            return Row(
                line: number + 1,
                sentence: cells[places[0]],
                source: cells[places[1]],
                target: cells[places[2]],
                root: cells[places[3]],
                polarity: told
            )
        }
    }
}
