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
    /// The same of our sentences on ties that are kept apart, where the kinds alone are compared.
    package let sentences: [String: TieScores]
    /// What could not be read or coded, each as a sentence; it counts as nothing found.
    package let problems: [String]
    /// Changes with every byte of the corpus.
    package let digest: String

    package var all: TieScores { languages.values.reduce(TieScores(), +) }
    package var allSentences: TieScores { sentences.values.reduce(TieScores(), +) }

    /// Nil where the corpus is not there.
    package init?(root: URL, coder: NewsCoder) throws {
        let folder = Corpus.folder(root)
        guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
        var languages: [String: TieScores] = [:]
        var problems: [String] = []
        for passage in try Corpus(root: root).passages where passage.isHeldOut {
            guard let ties = passage.ties else { continue }
            var coded: Set<TieKey> = []
            do {
                coded = Set(try coder.code(passage.document).ties.map { TieKey($0) })
            } catch {
                problems.append("\(error)")
            }
            languages[passage.language, default: TieScores()].add(
                gold: Set(ties.map(\.key)),
                coded: coded
            )
        }
        sentences = try TieSentences(root: root)?.scores(coder) ?? [:]
        let bytes = try NewsCoder.languages.flatMap { language in
            Array(try Data(contentsOf: folder.appending(path: "\(language).jsonl"))) + [0]
        }
        self.languages = languages
        self.problems = problems
        digest = String(ContentHash.full(of: bytes).prefix(16))
    }
}
