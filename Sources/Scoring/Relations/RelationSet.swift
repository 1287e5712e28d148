package import Coding
import Diplomacy
package import Foundation
package import Training

/// The sentences of `Evaluation/relations`, written for Casus, each pair of actors in them with what one
/// directs at the other.
package struct RelationSet: Sendable {
    package struct Pair: Sendable {
        package let language: String
        package let row: RelationTable.Row
        package let label: RelationLabel
        /// Whether its sentence is kept apart: every tenth of a file, with all its pairs.
        package let isHeldOut: Bool
    }

    package let pairs: [Pair]

    package static func folder(_ root: URL) -> URL { root.appending(path: "Evaluation/relations") }

    /// Reads every table of the folder; its name begins with the language.
    ///
    /// Throws a `ScoringError` that names the line.
    package init(root: URL) throws {
        let tables = try SentenceTables(
            Self.folder(root),
            source: "source",
            target: "target",
            root: "root"
        )
        pairs = try tables.lines.map { line in
            let row = line.row
            guard row.root == "none" || Act(rawValue: row.root) != nil else {
                throw ScoringError(
                    place: "\(line.file.path):\(row.line)",
                    problem: "has the root '\(row.root)'",
                    cure: "Write one of the sixteen acts, or 'none'."
                )
            }
            return Pair(
                language: line.language,
                row: row,
                label: RelationLabel(act: Act(rawValue: row.root), polarity: row.polarity),
                isHeldOut: line.isHeldOut
            )
        }
    }

    /// The pairs as lessons; those whose actors cannot be found in their sentence are passed over.
    package static func lessons(_ pairs: [Pair], _ coder: NewsCoder) throws -> [RelationLesson] {
        try pairs.compactMap { pair in
            try coder.relationPair(
                pair.row.sentence,
                source: pair.row.source,
                target: pair.row.target,
                language: pair.language
            ).map { RelationLesson(pair: $0, label: pair.label.place) }
        }
    }
}
