import Diplomacy
import Foundation
import Text

/// How a voice is written in Latin letters, so that one voice has one name in every language.
///
/// Leaders have the name of the leader book. States, their capitals and their people take the name that the English
/// `names.tsv` gives them, else the first English entry of their role (*Минск* is `Minsk`); what has many of a kind, as
/// houses and services do, and words of office their English word; everything else its letters.
struct NameBook: Sendable {
    private let letters: [Character: String]
    private let words: [String: String]
    private let actors: [Role: String]
    /// Whether nouns and names are shown in their dictionary form, so that *Kremls* is `Kreml`.
    let usesDictionaryForms: Bool

    private struct Role: Hashable {
        let code: String
        let role: ActorRole
    }

    /// Of these a state has one, or several that mean the same.
    private static let single: Set<ActorRole> = [.name, .capital, .people, .adjective]

    /// Whether its language is written in other letters than names are shown in.
    var spellsOtherwise: Bool { !letters.isEmpty }

    /// Names stay as they are written.
    static let asWritten = NameBook(
        letters: [:],
        words: [:],
        actors: [:],
        usesDictionaryForms: false
    )

    private init(
        letters: [Character: String],
        words: [String: String],
        actors: [Role: String],
        usesDictionaryForms: Bool
    ) {
        self.letters = letters
        self.words = words
        self.actors = actors
        self.usesDictionaryForms = usesDictionaryForms
    }

    /// Reads `names.tsv` of `folder` and the English `actors.tsv` beside it.
    init(_ folder: URL) throws {
        let table = try TableFile(folder.appending(path: "names.tsv"), columns: 3)
        var letters: [Character: String] = [:]
        var words: [String: String] = [:]
        var usesDictionaryForms = false
        for row in table.rows {
            switch row.cells[0] {
            case "letter": for letter in row.cells[1] { letters[letter] = row.cells[2] }
            case "word": words[row.cells[1]] = row.cells[2]
            case "form": usesDictionaryForms = row.cells[1] == "dictionary"
            case let role where ActorRole(rawValue: role) != nil: continue
            default:
                throw table.error(
                    row,
                    "unknown kind '\(row.cells[0])'",
                    cure: "Write 'letter', 'word', 'form' or a role of actors.tsv."
                )
            }
        }
        guard !letters.isEmpty else {
            self.init(
                letters: [:],
                words: words,
                actors: [:],
                usesDictionaryForms: usesDictionaryForms
            )
            return
        }
        self.init(
            letters: letters,
            words: words,
            actors: try Self.actors(folder.deletingLastPathComponent().appending(path: "en")),
            usesDictionaryForms: usesDictionaryForms
        )
    }

    /// The English names of parties: those that `names.tsv` chooses, and the first of each role in `actors.tsv`.
    private static func actors(_ english: URL) throws -> [Role: String] {
        func role(_ code: String, _ name: String) -> Role? {
            ActorRole(rawValue: name).flatMap { role in
                single.contains(role) ? Role(code: code, role: role) : nil
            }
        }
        var first: [Role: String] = [:]
        for row in try TableFile(english.appending(path: "actors.tsv"), columns: 3).rows
        where !row.cells[2].contains("|") {
            // *RF* and *U.S.S.R.* are no names to show where there is a longer one.
            guard let role = role(row.cells[0], row.cells[1]),
                first[role].map({ $0.count <= 3 }) ?? true
            else { continue }
            first[role] = row.cells[2]
        }
        for row in try TableFile(english.appending(path: "names.tsv"), columns: 3).rows {
            if let role = role(row.cells[1], row.cells[0]) { first[role] = row.cells[2] }
        }
        return first
    }

    /// Nil for a role of which a party has many: these are named by their own words.
    func name(of actor: ActorCode, _ role: ActorRole) -> String? {
        actors[Role(code: actor.rawValue, role: role)]
    }

    /// The English word of a dictionary form, in any letter case and with either apostrophe.
    func word(_ lemma: String) -> String? {
        words[lemma.lowercased().replacing("’", with: "'")]
    }

    /// The letters of a word in Latin ones, its capital kept; Latin letters stay.
    func romanised(_ word: String) -> String {
        word.reduce(into: "") { text, letter in
            guard let latin = letters[Character(letter.lowercased())] else {
                text.append(letter)
                return
            }
            text += letter.isUppercase ? latin.prefix(1).uppercased() + latin.dropFirst() : latin
        }
    }
}
