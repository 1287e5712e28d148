import Diplomacy
import Text

/// What a word says of a person: one line of `roles.tsv`.
enum RoleWord: Hashable, Sendable {
    case role(Person.Role)
    /// *Former*: the role is no longer held.
    case former
    /// *Was represented by*, *sent*: who comes next stands for who came before.
    case represents

    init?(_ word: String) {
        switch word {
        case "former": self = .former
        case "represents": self = .represents
        default:
            guard let role = Person.Role(rawValue: word) else { return nil }
            self = .role(role)
        }
    }

    /// The words that `roles.tsv` may write.
    static let all = Person.Role.allCases.map(\.rawValue) + ["former", "represents"]
}

extension LexiconBuilder {
    /// Reads `roles.tsv`.
    mutating func addRoles() throws {
        let table = try self.table("roles.tsv", columns: 2)
        for row in table.rows {
            guard let word = RoleWord(row.cells[1]) else {
                throw table.error(
                    row,
                    "unknown role '\(row.cells[1])'",
                    cure: hint(row.cells[1], RoleWord.all)
                )
            }
            add(try pattern(row.cells[0], row, table), .role(word))
        }
    }
}
