package import Coding
import Diplomacy
package import Foundation
package import Training

/// The sentences of `Evaluation/ties`, written for Casus, each pair of parties in them with how they stand.
package struct TieSentences: Sendable {
    package struct Pair: Sendable {
        let language: String
        let row: RelationTable.Row
        /// The place among the classifier's labels.
        let label: Int
        /// Whether its sentence is kept apart: every tenth of a file, with all its pairs.
        package let isHeldOut: Bool
    }

    package let pairs: [Pair]

    /// Reads every table of the folder; its name begins with the language.
    ///
    /// Throws a `ScoringError` that names the line.
    package init(root: URL) throws {
        let tables = try SentenceTables(
            root.appending(path: "Evaluation/ties"),
            source: "holder",
            target: "other",
            root: "kind"
        )
        pairs = try tables.lines.map { line in
            let kind = Tie.Kind(rawValue: line.row.root)
            guard kind != nil || line.row.root == "none" else {
                throw ScoringError(
                    place: "\(line.file.path):\(line.row.line)",
                    problem: "has the kind '\(line.row.root)'",
                    cure: "Write 'none' or one of: "
                        + Tie.Kind.allCases.map(\.rawValue).joined(separator: ", ") + "."
                )
            }
            return Pair(
                language: line.language,
                row: line.row,
                label: TieClassifier.label(kind),
                isHeldOut: line.isHeldOut
            )
        }
    }

    /// The pairs as lessons; those whose parties cannot be found in their sentence are passed over.
    package static func lessons(_ pairs: [Pair], _ coder: NewsCoder) throws -> [RelationLesson] {
        try pairs.compactMap { pair in
            try coder.tieTraits(
                pair.row.sentence,
                holder: pair.row.source,
                other: pair.row.target,
                language: pair.language
            ).map { RelationLesson(traits: $0, label: pair.label) }
        }
    }
}
