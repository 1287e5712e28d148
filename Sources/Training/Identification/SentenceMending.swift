package import Foundation
import Language
import Text

/// Puts right what the web sentences have lost or misread, and leaves out those that are filed under the wrong language.
///
/// What is wrong is data: `Evaluation/langid/mending.tsv` and `kin.tsv`.
package struct SentenceMending: Sendable {
    private let letters: [String: [Character: Character]]
    private let words: [String: [String: String]]
    private let ends: [String: [(from: String, to: String)]]
    /// Languages that are close, each with words of its own.
    private let kin: [[String: Set<String>]]

    package init(root: URL) throws {
        let folder = root.appending(path: IdentifierSources.ownFolder)
        var letters: [String: [Character: Character]] = [:]
        var words: [String: [String: String]] = [:]
        var ends: [String: [(from: String, to: String)]] = [:]
        let table = try TableFile(folder.appending(path: "mending.tsv"), columns: 4)
        for row in table.rows {
            let language = row.cells[0]
            let (from, to) = (
                row.cells[2].split(separator: " "), row.cells[3].split(separator: " ")
            )
            guard from.count == to.count else {
                throw table.error(
                    row,
                    "mends \(from.count) into \(to.count)",
                    cure: "Write as many in the last column as in the one before."
                )
            }
            for (from, to) in zip(from.map(String.init), to.map(String.init)) {
                switch row.cells[1] {
                case "letter": letters[language, default: [:]][Character(from)] = Character(to)
                case "word": words[language, default: [:]][from] = to
                case "end": ends[language, default: []].append((from, to))
                default:
                    throw table.error(
                        row,
                        "says '\(row.cells[1])' of what is mended",
                        cure: "Write letter, word or end."
                    )
                }
            }
        }
        (self.letters, self.words, self.ends) = (letters, words, ends)
        let rows = try TableFile(folder.appending(path: "kin.tsv"), columns: 3).rows
        kin = Dictionary(grouping: rows, by: { $0.cells[0] }).sorted { $0.key < $1.key }.map {
            Dictionary(
                $0.value.map {
                    ($0.cells[1], Set($0.cells[2].split(separator: " ").map(String.init)))
                },
                uniquingKeysWith: { $0.union($1) }
            )
        }
    }

    /// The sentences mended, without those of another language.
    package func mended(_ text: LabelledSentences) -> LabelledSentences {
        let language = text.label.language
        return LabelledSentences(
            label: text.label,
            sentences: text.sentences.map { mended($0, language) }
                .filter { !isMisfiled($0, under: language) }
        )
    }

    /// Whether a sentence has more words of one of the language's kin than of its own.
    func isMisfiled(_ sentence: String, under language: String) -> Bool {
        guard let family = kin.first(where: { $0[language] != nil }), let own = family[language]
        else { return false }
        let words = sentence.lowercased().split { !$0.isLetter }.map(String.init)
        return family.contains { other, theirs in
            other != language
                && words.count { theirs.contains($0) && !own.contains($0) }
                    > words.count { own.contains($0) && !theirs.contains($0) }
        }
    }

    func mended(_ sentence: String, _ language: String) -> String {
        var mended = sentence
        if let letters = letters[language] { mended = String(mended.map { letters[$0] ?? $0 }) }
        guard words[language] != nil || ends[language] != nil else { return mended }
        var result = ""
        var rest = mended[...]
        while !rest.isEmpty {
            let word = rest.prefix { $0.isLetter }
            result += word.isEmpty ? String(rest.prefix(1)) : self.word(String(word), language)
            rest = rest.dropFirst(max(word.count, 1))
        }
        return result
    }

    private func word(_ word: String, _ language: String) -> String {
        let small = word.lowercased()
        let isCapitalised = word.first?.isUppercase == true
        if let right = words[language]?[small] {
            return isCapitalised ? right.prefix(1).uppercased() + right.dropFirst() : right
        }
        let end = ends[language]?.first { small.hasSuffix($0.from) && small.count > $0.from.count }
        return end.map { String(word.dropLast($0.from.count)) + $0.to } ?? word
    }
}
