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

    /// One sentence in so many is kept apart.
    private static let share = 10

    /// Reads every table of the folder; its name begins with the language.
    ///
    /// Throws a `ScoringError` that names the line.
    package init(root: URL) throws {
        let folder = Self.folder(root)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var pairs: [Pair] = []
        for name in names.sorted() where name.hasSuffix(".tsv") {
            let file = folder.appending(path: name)
            var numbers: [String: Int] = [:]
            for row in try RelationTable(file, root: "root").rows {
                let number = numbers[row.sentence] ?? numbers.count + 1
                numbers[row.sentence] = number
                guard row.root == "none" || Act(rawValue: row.root) != nil else {
                    throw ScoringError(
                        place: "\(file.path):\(row.line)",
                        problem: "has the root '\(row.root)'",
                        cure: "Write one of the sixteen acts, or 'none'."
                    )
                }
                pairs.append(
                    Pair(
                        language: String(name.prefix(2)),
                        row: row,
                        label: RelationLabel(act: Act(rawValue: row.root), polarity: row.polarity),
                        isHeldOut: number % Self.share == 0
                    )
                )
            }
        }
        guard !pairs.isEmpty else {
            throw ScoringError(
                place: folder.path,
                problem: "holds no table of sentences",
                cure: "Check out the whole repository."
            )
        }
        self.pairs = pairs
    }

    /// The pairs as lessons; those whose actors cannot be found in their sentence are passed over.
    package static func lessons(_ pairs: [Pair], _ coder: NewsCoder) throws -> [RelationLesson] {
        try pairs.compactMap { pair in
            try coder.relationTraits(
                pair.row.sentence,
                source: pair.row.source,
                target: pair.row.target,
                language: pair.language
            ).map { RelationLesson(traits: $0, label: pair.label.place) }
        }
    }
}
