import Foundation
import Text

/// What the words of a language mean in news about states: an English word each, and through it a class of
/// meaning that its neighbours in sense share.
///
/// So what is learnt of *удар* in one sentence holds for *Angriff* and *raid* in others.
struct Meanings: Sendable {
    /// The likelier sense comes first.
    struct Meaning: Sendable {
        /// The English words.
        let words: [CategoryHash]
        let classes: [CategoryHash]
    }

    private let meanings: [String: Meaning]

    /// No word is known: for lexicons made by hand.
    static let none = Meanings([:])

    /// Reads the shared table of classes in `shared`, and the English words of the language's own in `folder`;
    /// without such a table the language's words are looked up in the shared one themselves.
    ///
    /// Throws a `TableError`.
    init(shared: URL, folder: URL) throws {
        let classes = try TableFile(shared.appending(path: "meanings/classes.tsv"), columns: 2).rows
        let shared = Dictionary(
            classes.map { ($0.cells[0], Self.list($0.cells[1])) },
            uniquingKeysWith: { first, _ in first }
        )
        let own = folder.appending(path: "glosses.tsv")
        guard FileManager.default.fileExists(atPath: own.path) else {
            self.init(
                Dictionary(
                    uniqueKeysWithValues: shared.map { word, classes in
                        (word, Self.meaning([word], classes))
                    }
                )
            )
            return
        }
        self.init(
            Dictionary(
                try TableFile(own, columns: 2).rows.map { row in
                    let words = Self.list(row.cells[1])
                    // A gloss that begins with '=' is a class: no single English word says it.
                    let classes = words.flatMap { word in
                        word.hasPrefix("=") ? [String(word.dropFirst())] : shared[word] ?? []
                    }
                    return (row.cells[0], Self.meaning(words, classes))
                },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    private init(_ meanings: [String: Meaning]) { self.meanings = meanings }

    /// The meaning of a dictionary form in small letters; nil where the table lacks it.
    func meaning(of lemma: String) -> Meaning? { meanings[lemma] }

    private static func meaning(_ words: [String], _ classes: [String]) -> Meaning {
        Meaning(
            words: words.map { CategoryHash($0) },
            classes: classes.map { CategoryHash($0) }
        )
    }

    private static func list(_ cell: String) -> [String] {
        cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
