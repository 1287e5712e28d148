import Foundation
import Text

/// What the words of a language mean in news about states: an English word each, and through it a class of
/// meaning that its neighbours in sense share.
///
/// So what is learnt of *удар* in one sentence holds for *Angriff* and *raid* in others.
struct Meanings: Sendable {
    struct Meaning: Sendable {
        /// The English word; of two the likelier.
        let word: CategoryHash
        /// The classes of all its English words, the likelier first.
        let classes: [CategoryHash]
    }

    private let meanings: [String: Meaning]

    /// No word is known: for lexicons made by hand.
    static let none = Meanings()

    /// The classes of meaning of English words, from the table that all languages share in `folder`.
    ///
    /// Throws a `TableError`.
    static func classes(_ folder: URL) throws -> [String: [String]] {
        let rows = try TableFile(folder.appending(path: "meanings/classes.tsv"), columns: 2).rows
        return Dictionary(
            rows.map { ($0.cells[0], Self.list($0.cells[1])) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Reads the English words of a language's own in `folder`; without such a table its words are English.
    ///
    /// Throws a `TableError`.
    init(_ classes: [String: [String]], folder: URL) throws {
        let file = folder.appending(path: "glosses.tsv")
        guard FileManager.default.fileExists(atPath: file.path) else {
            meanings = Dictionary(
                uniqueKeysWithValues: classes.map { ($0, Self.meaning($0, $1)) }
            )
            return
        }
        meanings = Dictionary(
            try TableFile(file, columns: 2).rows.map { row in
                let words = Self.list(row.cells[1])
                // A gloss that begins with '=' is a class: no single English word says it.
                let own = words.flatMap { word in
                    word.hasPrefix("=") ? [String(word.dropFirst())] : classes[word] ?? []
                }
                return (row.cells[0], Self.meaning(words.first ?? "", own))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The meaning of a dictionary form in small letters; nil where the table lacks it.
    func meaning(of lemma: String) -> Meaning? { meanings[lemma] }

    /// People, bodies and the papers in which they speak.
    private static let voices = Set(
        [
            "activist", "agreement_paper", "diplomat", "expert", "government", "journalist",
            "leader",
            "militia", "minister", "negotiate", "officer", "opposition", "parliament", "people",
            "police", "refugee", "report", "resolution", "speech", "spokesman", "troops",
        ].map { CategoryHash($0) }
    )

    /// Whether a noun means, above all, somebody or something that may speak.
    func isVoice(_ lemma: String) -> Bool { means(lemma, oneOf: Self.voices) }

    /// Papers that are called by their year.
    private static let papers = Set(["agreement_paper", "resolution"].map { CategoryHash($0) })

    /// Whether a noun means, above all, a paper that was signed or voted.
    func isPaper(_ lemma: String) -> Bool { means(lemma, oneOf: Self.papers) }

    private func means(_ lemma: String, oneOf classes: Set<CategoryHash>) -> Bool {
        meanings[lemma.lowercased()]?.classes.first.map(classes.contains) ?? false
    }

    private init() { meanings = [:] }

    private static func meaning(_ word: String, _ classes: [String]) -> Meaning {
        Meaning(word: CategoryHash(word), classes: classes.map { CategoryHash($0) })
    }

    private static func list(_ cell: String) -> [String] {
        cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
