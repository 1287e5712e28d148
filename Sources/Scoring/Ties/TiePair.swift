package import Coding
package import Diplomacy
package import Foundation
package import Training

/// Two parties of a sentence of `Evaluation/ties`, written for Casus, with the tie that the sentence tells.
package struct TiePair: Sendable {
    package let language: String
    package let row: RelationTable.Row
    /// Nil where it tells none.
    package let kind: Tie.Kind?
    /// Whether its sentence is kept apart: every tenth of a file, with all its pairs.
    ///
    /// No lexicon was written with these open.
    package let isHeldOut: Bool

    /// Every pair, in the order of the files' names and of their lines; nil where there is no folder of tables.
    ///
    /// Throws a `ScoringError` that names the line.
    package static func all(root: URL) throws -> [TiePair]? {
        let folder = root.appending(path: "Evaluation/ties")
        guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
        return try SentenceTables(folder, source: "holder", target: "other", root: "kind").lines
            .map { line in
                let kind = Tie.Kind(rawValue: line.row.root)
                guard kind != nil || line.row.root == "none" else {
                    throw ScoringError(
                        place: "\(line.file.path):\(line.row.line)",
                        problem: "has the kind '\(line.row.root)'",
                        cure: "Write 'none' or one of: "
                            + Tie.Kind.allCases.map(\.rawValue).joined(separator: ", ") + "."
                    )
                }
                return TiePair(
                    language: line.language,
                    row: line.row,
                    kind: kind,
                    isHeldOut: line.isHeldOut
                )
            }
    }

    /// The pairs as lessons; those whose parties cannot be found in their sentence are passed over.
    package static func lessons(_ pairs: [TiePair], _ coder: NewsCoder) throws -> [RelationLesson] {
        try pairs.compactMap { pair in
            try coder.relationTraits(
                pair.row.sentence,
                source: pair.row.source,
                target: pair.row.target,
                language: pair.language
            ).map { RelationLesson(traits: $0, label: TieLabel.place(of: pair.kind)) }
        }
    }
}
