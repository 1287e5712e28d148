package import Coding
package import Foundation
import Diplomacy
import Reading
import Text

/// The ties of the corpus' held-out passages, as people coded them and as the coder of today does.
///
/// Held out are the passages whose number is divisible by five: no lexicon was written with them open.
package struct TieSet: Sendable {
    /// By ISO 639-1 code.
    package let languages: [String: TieScores]
    /// What could not be read or coded, each as a sentence; it counts as nothing found.
    package let problems: [String]
    /// Changes with every byte of the corpus.
    package let digest: String

    package var all: TieScores { languages.values.reduce(TieScores(), +) }

    private struct Row: Decodable {
        struct GoldTie: Decodable {
            let kind: String
            let holder: String?
            let other: String?
        }

        let id: String
        let ties: [GoldTie]

        var gold: Set<TieKey> {
            Set(ties.map { TieKey(kind: $0.kind, holder: $0.holder, other: $0.other) })
        }
    }

    /// Nil where the corpus is not there.
    package init?(root: URL, coder: NewsCoder) throws {
        var languages: [String: TieScores] = [:]
        var problems: [String] = []
        var bytes: [UInt8] = []
        for language in NewsCoder.languages {
            let file = root.appending(path: "Evaluation/corpus/\(language).jsonl")
            guard FileManager.default.fileExists(atPath: file.path) else { return nil }
            bytes += Array(try Data(contentsOf: file)) + [0]
            let rows = try JSONLines.rows(file, as: Row.self).filter {
                Corpus.isHeldOut($0.id)
            }
            let gold = Dictionary(rows.map { ($0.id, $0.gold) }) { first, _ in first }
            var coded: [String: Set<TieKey>] = [:]
            let finder = DocumentFinder()
            for found in try finder.files(at: [file.path]).flatMap({
                try finder.documents(in: $0.get())
            }) {
                do {
                    let document = try found.get()
                    guard gold[document.name] != nil else { continue }
                    coded[document.name] = Set(try coder.code(document).ties.map { TieKey($0) })
                } catch {
                    problems.append("\(error)")
                }
            }
            var scores = TieScores()
            for row in rows { scores.add(gold: row.gold, coded: coded[row.id] ?? []) }
            languages[language] = scores
        }
        self.languages = languages
        self.problems = problems
        digest = String(ContentHash.full(of: bytes).prefix(16))
    }
}

extension DocumentFinder.Found {
    fileprivate func get() throws -> SourceDocument {
        switch self {
        case .document(let document): document
        case .failure(let error): throw error
        }
    }
}
