package import Foundation
import Text

/// Tells the language of a text by its commonest words.
///
/// Each language has a line of words in `Languages/common-words.tsv`. A word that few languages share
/// counts more than one that many share. Good for a paragraph and more; the language engine
/// replaces it with character n-grams.
package struct LanguageIdentifier: Sendable {
    package struct Guess: Sendable {
        /// ISO 639-1.
        package let language: String
        /// The share of the words of the text that are common words of the language, 0 to 1.
        package let share: Double
    }

    /// Of each word: the languages that have it.
    private let languages: [String: [String]]

    /// 500 words of a language that is not listed share about one in fifty with a listed one.
    private static let leastShare = 0.04
    /// Of so few words, none need be among the commonest.
    private static let headlineLength = 8

    /// By the letters that only one of the languages has; plain Latin is English.
    private static func byLetters(_ words: [Token]) -> Guess? {
        let letters = Set(words.flatMap { Array($0.folded) })
        let language: String? =
            if !letters.isDisjoint(with: "їєґ") || letters.contains("і") {
                letters.contains("ў") ? "be" : "uk"
            } else if !letters.isDisjoint(with: "абвгдежзийклмнопрстуфхцчшщъыьэюя") {
                "ru"
            } else if !letters.isDisjoint(with: "äß") {
                "de"
            } else if letters.isSubset(of: "abcdefghijklmnopqrstuvwxyz'") {
                "en"
            } else {
                nil
            }
        return language.map { Guess(language: $0, share: 0) }
    }

    package init(_ folder: URL) throws {
        let table = try TableFile(folder.appending(path: "common-words.tsv"), columns: 2)
        var languages: [String: [String]] = [:]
        for row in table.rows {
            for word in row.cells[1].split(separator: " ") {
                languages[Tokenizer.fold(String(word)), default: []].append(row.cells[0])
            }
        }
        self.languages = languages
    }

    /// The likeliest language; a headline without a common word by its letters.
    ///
    /// Nil where too few words are common ones of any language.
    package func identify(_ text: String) -> Guess? {
        // Two thousand bytes of a page's middle hold its language as well as the whole does.
        let bytes = Array(text.utf8.prefix(20_000))
        let words = Tokenizer.tokens(bytes, 0..<bytes.count).filter(\.isWord)
        guard !words.isEmpty else { return nil }
        var weights: [String: Double] = [:]
        for word in words {
            guard let owners = languages[word.folded] else { continue }
            for owner in owners { weights[owner, default: 0] += 1 / Double(owners.count) }
        }
        guard let best = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
            return words.count <= Self.headlineLength ? Self.byLetters(words) : nil
        }
        let share = best.value / Double(words.count)
        return share >= Self.leastShare ? Guess(language: best.key, share: share) : nil
    }
}
