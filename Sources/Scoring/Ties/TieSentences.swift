import Coding
import Diplomacy
import Foundation

/// The sentences of `Evaluation/ties`, written for Casus, each with the kinds of ties that it tells.
struct TieSentences {
    struct Sentence {
        let language: String
        let text: String
        let kinds: Set<Tie.Kind>
        /// Whether it is kept apart: every tenth of a file.
        ///
        /// No lexicon was written with these open.
        let isHeldOut: Bool
    }

    /// In the order of the files' names and of their lines.
    let sentences: [Sentence]

    /// Reads every table of the folder; nil where there is none.
    ///
    /// Throws a `ScoringError` that names the line.
    init?(root: URL) throws {
        let folder = root.appending(path: "Evaluation/ties")
        guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
        let lines = try SentenceTables(folder, source: "holder", target: "other", root: "kind")
            .lines
        var sentences: [Sentence] = []
        for line in lines {
            let kind = Tie.Kind(rawValue: line.row.root)
            guard kind != nil || line.row.root == "none" else {
                throw ScoringError(
                    place: "\(line.file.path):\(line.row.line)",
                    problem: "has the kind '\(line.row.root)'",
                    cure: "Write 'none' or one of: "
                        + Tie.Kind.allCases.map(\.rawValue).joined(separator: ", ") + "."
                )
            }
            // The pairs of a sentence follow each other.
            let earlier = sentences.last.flatMap { $0.text == line.row.sentence ? $0 : nil }
            if earlier != nil { sentences.removeLast() }
            sentences.append(
                Sentence(
                    language: line.language,
                    text: line.row.sentence,
                    kinds: (earlier?.kinds ?? []).union([kind].compactMap(\.self)),
                    isHeldOut: line.isHeldOut
                )
            )
        }
        self.sentences = sentences
    }

    /// What the coder finds in the sentences kept apart, by language.
    func scores(_ coder: NewsCoder) -> [String: TieScores] {
        var scores: [String: TieScores] = [:]
        for sentence in sentences where sentence.isHeldOut {
            let found = coder.coded(sentence.text, in: sentence.language)?.ties ?? []
            scores[sentence.language, default: TieScores()].add(
                gold: Set(sentence.kinds.map(Self.key)),
                coded: Set(found.map { Self.key($0.kind) })
            )
        }
        return scores
    }

    private static func key(_ kind: Tie.Kind) -> TieKey {
        TieKey(kind: kind.rawValue, holder: nil, other: nil)
    }
}
