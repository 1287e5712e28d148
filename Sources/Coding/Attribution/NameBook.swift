import Diplomacy
import Foundation
import Text

/// How a voice is written in Latin letters, so that one voice has one name in every language.
///
/// Leaders have the name of the leader book. States, capitals and seats take the first English entry of
/// their role (*Минск* is `Minsk`), words of office their English word, everything else its letters.
struct NameBook: Sendable {
    private let letters: [Character: String]
    private let words: [String: String]
    private let actors: [Role: String]
    /// Whether nouns and names are shown in their dictionary form, so that *Kremls* is `Kreml`.
    let usesDictionaryForms: Bool

    private struct Role: Hashable {
        let code: String
        let role: String
    }

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
            default:
                throw table.error(
                    row,
                    "unknown kind '\(row.cells[0])'",
                    cure: "Write 'letter', 'word' or 'form'."
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
        let english = folder.deletingLastPathComponent().appending(path: "en/actors.tsv")
        var actors: [Role: String] = [:]
        for row in try TableFile(english, columns: 3).rows where !row.cells[2].contains("|") {
            let role = Role(code: row.cells[0], role: row.cells[1])
            // *RF* and *U.S.S.R.* are no names to show where there is a longer one.
            if let known = actors[role], known.count > 3 { continue }
            actors[role] = row.cells[2]
        }
        self.init(
            letters: letters,
            words: words,
            actors: actors,
            usesDictionaryForms: usesDictionaryForms
        )
    }

    func name(of actor: ActorCode, _ role: ActorRole) -> String? {
        actors[Role(code: actor.rawValue, role: role.rawValue)]
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
