import Foundation
import Scoring

/// The figures of the language engine, for people and for programs.
struct LanguageReport: Encodable {
    struct Line: Encodable {
        let language: String
        let treebank: String
        let genre: String
        /// Of the treebank's file.
        let digest: String
        /// Of the gold.
        let words: Int
        /// By the metric's name, in per cent.
        let raw: [String: Double]
        let gold: [String: Double]

        init(
            language: String,
            treebank: String,
            genre: String,
            digest: String,
            words: Int,
            raw: ConllScore,
            gold: ConllScore
        ) {
            self.language = language
            self.treebank = treebank
            self.genre = genre
            self.digest = digest
            self.words = words
            self.raw = Self.figures(raw)
            self.gold = Self.figures(gold)
        }

        private static func figures(_ score: ConllScore) -> [String: Double] {
            var figures: [String: Double] = [:]
            for (metric, count) in score.counts {
                figures[metric.rawValue] = count.f1.map { (10_000 * $0).rounded() / 100 }
            }
            return figures
        }
    }

    var scores: [Line] = []
    /// What could not be scored.
    var absent: [String] = []

    /// How the names of this report's parts begin in `floors.json`.
    static let floorPrefix = "language "

    /// The figures from raw text that are pinned, from 0 to 1.
    var floors: Floors {
        let metrics: [ConllScore.Metric] = [
            .words, .sentences, .parts, .lemmas, .attachment, .labelledAttachment,
        ]
        let parts = scores.map { line in
            let figures = metrics.compactMap { metric in
                line.raw[metric.rawValue].map { (metric.rawValue.lowercased(), $0 / 100) }
            }
            return (
                Self.floorPrefix + "\(line.language) \(line.treebank)",
                Floors.Part(
                    digest: line.digest,
                    figures: Dictionary(uniqueKeysWithValues: figures)
                )
            )
        }
        return Floors(parts: Dictionary(uniqueKeysWithValues: parts))
    }

    var table: String {
        let metrics = ConllScore.Metric.allCases
        var table = TextTable(["F1", "genre", "from"] + metrics.map(\.rawValue))
        for line in scores {
            for (start, figures) in [("raw", line.raw), ("gold", line.gold)] {
                let cells = metrics.map { metric in
                    figures[metric.rawValue].map { String(format: "%.2f", $0) } ?? "-"
                }
                table.add(["\(line.language) \(line.treebank)", line.genre, start] + cells)
            }
        }
        return ([table.text] + absent.map { "Absent: \($0)." }).joined(separator: "\n")
    }
}
