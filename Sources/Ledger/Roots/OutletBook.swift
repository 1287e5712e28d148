import Diplomacy
import Foundation
package import Text

/// What the ledger knows of outlets, of how articles name their sources, and of voices without a name.
///
/// Three tables in `Outlets/`, in four languages. They are needed where articles come in, and not to
/// read a ledger: what follows from them is stored with the article.
package struct OutletBook: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case agency, outlet, aggregator
    }

    /// Where the outlet stands beside a phrase; see the head of `citations.tsv`.
    enum Form: String, CaseIterable, Sendable {
        case credit, translation, follows, precedes

        /// Whether it is looked for within sentences, and not in notes.
        var isOfSentence: Bool { self == .follows || self == .precedes }
    }

    enum VoiceWord: String, CaseIterable, Sendable {
        case unnamed, speaker, office
    }

    /// How articles of a language name their sources.
    struct Phrase: Sendable {
        let form: Form
        let words: String
        let bytes: [UInt8]
        let twos: ByteTwos

        init(_ form: Form, _ words: String) {
            self.form = form
            self.words = words
            bytes = Array(words.utf8)
            twos = ByteTwos(bytes)
        }
    }

    struct Outlet: Hashable, Sendable {
        let name: String
        let kind: Kind
    }

    /// By the alias in small letters.
    private let outlets: [String: Outlet]
    /// The phrases of a language, longest first.
    private let citations: [String: [Phrase]]
    /// By the first letter, in the order of the table.
    private let voiceWords: [Unicode.Scalar: [(word: VoiceWord, beginning: String)]]
    let memory = VoiceMemory()

    /// Reads the tables; throws a `TableError` that names the file and the line.
    ///
    /// About 3 ms.
    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Outlets", of: "Ledger")
        var outlets: [String: Outlet] = [:]
        let names = try TableFile(folder.appending(path: "outlets.tsv"), columns: 3)
        for row in names.rows {
            let kind: Kind = try Self.word(row.cells[1], row, names)
            outlets[Self.folded(row.cells[2])] = Outlet(name: row.cells[0], kind: kind)
        }
        var citations: [String: [Phrase]] = [:]
        let phrases = try TableFile(folder.appending(path: "citations.tsv"), columns: 3)
        for row in phrases.rows {
            let form: Form = try Self.word(row.cells[1], row, phrases)
            citations[row.cells[0], default: []].append(Phrase(form, row.cells[2]))
        }
        let voices = try TableFile(folder.appending(path: "voices.tsv"), columns: 2)
        self.outlets = outlets
        self.citations = citations.mapValues { $0.sorted { $0.words.count > $1.words.count } }
        var voiceWords: [Unicode.Scalar: [(word: VoiceWord, beginning: String)]] = [:]
        for row in voices.rows {
            guard let first = row.cells[1].unicodeScalars.first else { continue }
            let word: VoiceWord = try Self.word(row.cells[0], row, voices)
            voiceWords[first, default: []].append((word, row.cells[1]))
        }
        self.voiceWords = voiceWords
    }

    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String,
        _ row: TableFile.Row,
        _ table: TableFile
    ) throws -> Word {
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        let near = nearest(to: text, among: known)
        throw table.error(
            row,
            "unknown word '\(text)'",
            cure: near.map { "Did you mean '\($0)'?" }
                ?? "Write one of: \(known.joined(separator: ", "))."
        )
    }

    /// The outlet that is known under this name, without quotation marks and case.
    func outlet(_ name: String) -> Outlet? { outlets[Self.folded(name)] }

    /// The outlet whose name stands among the words: "агентство Reuters".
    func outlet(within words: [Substring]) -> Outlet? {
        for length in stride(from: min(4, words.count), to: 0, by: -1) {
            for start in 0...(words.count - length) {
                let name = words[start..<start + length].joined(separator: " ")
                if name.contains(where: \.isUppercase), let known = outlet(name) { return known }
            }
        }
        return nil
    }

    /// What an outlet is known by, whatever the spelling of its name: its name in the book, else the
    /// skeleton of its words.
    ///
    /// Nil where nothing of it is left.
    func key(ofOutlet name: String) -> String? {
        if let known = outlet(name) { return known.name }
        let words = NameSkeleton.words(of: name)
            .filter { !Self.articles.contains($0.lowercased()) }
        let skeleton = NameSkeleton.key(words.joined(separator: " "))
        return skeleton.isEmpty ? nil : "~\(skeleton)"
    }

    /// The key of the outlet in which an article appeared: the one that its page or row names, else
    /// the name of the site at its head; nil where neither is known.
    func key(of article: Article) -> String? {
        name(ofOutletOf: article).flatMap { key(ofOutlet: $0) }
    }

    /// "PACIFIC LEDGER — Independent news from the rim" is the Pacific Ledger.
    func name(ofOutletOf article: Article) -> String? {
        if let outlet = article.outlet { return outlet }
        guard let head = article.blocks.first, head.discard == .siteName else { return nil }
        let words = article.words(at: head.range)
        let name = words.prefix { !"—–|".contains($0) }
        return name.trimmingCharacters(in: .whitespaces)
    }

    /// "The Greenwich Dispatch" is the Greenwich Dispatch, "агентство «Степ-Інформ»" Степ-Інформ.
    private static let articles: Set<String> = [
        "the", "der", "die", "das", "des", "dem", "агентство", "агентства", "газета", "газети",
        "газеты", "видання", "издание", "zeitung", "agentur",
    ]

    func phrases(_ language: String) -> [Phrase] { citations[language] ?? [] }

    /// The words of `name` that are known to say what kind of voice it is, with their place.
    func voiceWords(in words: [Substring]) -> [(place: Int, word: VoiceWord)] {
        let folded = words.map { $0.lowercased().precomposedStringWithCanonicalMapping }
        return folded.enumerated().compactMap { place, word in
            let entries = word.unicodeScalars.first.flatMap { voiceWords[$0] } ?? []
            return entries.first { entry in
                // Bytes are compared, because both are composed.
                entry.beginning.contains(" ")
                    ? folded[place...].joined(separator: " ").utf8
                        .starts(with: entry.beginning.utf8)
                    : word.utf8.starts(with: entry.beginning.utf8)
            }.map { (place, $0.word) }
        }
    }

    /// Without the stops of an abbreviation that has one behind each letter, as some write DW.
    private static func unpointed(_ name: String) -> String {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let letters = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
        let isPointed =
            letters.count > 1
            && letters.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
        return isPointed ? letters.joined() : name
    }

    private static let quotationMarks: Set<Character> = [
        "\"", "“", "”", "„", "«", "»", "'", "’", "‘",
    ]

    private static func folded(_ name: String) -> String {
        let plain = String(name.filter { !quotationMarks.contains($0) })
        return unpointed(plain.trimmingCharacters(in: .whitespaces))
            .precomposedStringWithCanonicalMapping.lowercased()
    }
}
