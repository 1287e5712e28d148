import Diplomacy
import Foundation
import Text

/// What parties are called in place of their names, the same in every language: *a kingdom*, *a Baltic state*, *an alliance*.
struct EpithetBook: Sendable {
    /// Who is called so, by the epithet.
    private let parties: [String: Set<ActorCode>]

    /// Nobody is called anything: for lexicons made by hand.
    static let none = EpithetBook()

    private init() { parties = [:] }

    /// Reads `groups.tsv` of `folder`; throws a `TableError`.
    init(_ folder: URL) throws {
        let rows = try TableFile(folder.appending(path: "groups.tsv"), columns: 2).rows
        parties = Dictionary(
            rows.map { row in
                (
                    row.cells[0],
                    Set(row.cells[1].split(separator: " ").map { ActorCode(String($0)) })
                )
            },
            uniquingKeysWith: { $0.union($1) }
        )
    }

    var names: [String] { parties.keys.sorted() }

    /// Nil where no party is called so.
    func parties(called epithet: String) -> Set<ActorCode>? { parties[epithet] }
}

/// A word for a party in place of its name: one line of `epithets.tsv`.
struct Epithet: Hashable, Sendable {
    enum Form: String, CaseIterable, Hashable, Sendable {
        /// *The kingdom*: it stands for the party itself.
        case noun
        /// *The Baltic republic*: it narrows the noun beside it.
        case adjective
    }

    let form: Form
    /// Who is called so.
    let parties: Set<ActorCode>
}

extension LexiconBuilder {
    /// Reads `epithets.tsv`; who is called what stands in `book`.
    mutating func addEpithets(_ book: EpithetBook) throws {
        let table = try self.table("epithets.tsv", columns: 3)
        for row in table.rows {
            let form: Epithet.Form = try value(row.cells[1], "part of speech", row, table)
            var parties: Set<ActorCode>?
            for name in row.cells[2].split(separator: " ").map(String.init) {
                guard let called = book.parties(called: name) else {
                    throw table.error(
                        row,
                        "unknown epithet '\(name)'",
                        cure: hint(name, book.names)
                    )
                }
                parties = parties?.intersection(called) ?? called
            }
            add(
                try pattern(row.cells[0], row, table),
                .epithet(Epithet(form: form, parties: parties ?? []))
            )
        }
    }
}
