package import Foundation
import Text

/// The treebanks that the language engine is scored on: `Evaluation/treebanks.tsv`.
package struct TreebankList: Sendable {
    /// What a file is for.
    package enum Role: String, Sendable {
        /// Looked at while building.
        case dev
        /// Looked at once, at the end.
        case final
    }

    /// Which sentences of a file are scored: the others are learnt.
    package enum Part: String, Sendable {
        case all
        /// Of ten sentences the sixth, of our own five the fifth.
        case tenth, fifth

        /// Whether the sentence of this number, counted from 0, is scored.
        package func contains(_ number: Int) -> Bool {
            switch self {
            case .all: true
            case .tenth: number % 10 == 5
            case .fifth: number % 5 == 4
            }
        }
    }

    package struct Entry: Sendable {
        /// ISO 639-1.
        package let language: String
        package let name: String
        package let genre: String
        /// Below `../shared/data/ud` without `.xz`; our own below the repository.
        package let file: String
        package let part: Part
        package let role: Role
    }

    package let entries: [Entry]

    /// Reads the list of the repository at `root`; throws a `TableError` that names the line.
    package init(root: URL) throws {
        let table = try TableFile(root.appending(path: "Evaluation/treebanks.tsv"), columns: 6)
        entries = try table.rows.map { row in
            guard let part = Part(rawValue: row.cells[4]), let role = Role(rawValue: row.cells[5])
            else {
                throw table.error(
                    row,
                    "has the part '\(row.cells[4])' and the role '\(row.cells[5])'",
                    cure: "Write all, tenth or fifth, and dev or final."
                )
            }
            return Entry(
                language: row.cells[0],
                name: row.cells[1],
                genre: row.cells[2],
                file: row.cells[3],
                part: part,
                role: role
            )
        }
    }
}
