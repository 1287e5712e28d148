package import Diplomacy
import GRDB
import Text

/// A search that somebody keeps in the ledger, to open it again.
package struct KeptSearch: Hashable, Codable, Sendable {
    /// A name and what it was asked; in the order of the address, each name once.
    package struct Value: Hashable, Codable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// As a person calls it.
    package let title: String
    /// What the address asks.
    package let asked: [Value]
    package let since: Day

    package init(title: String, asked: [Value], since: Day) {
        self.title = title
        self.asked = asked
        self.since = since
    }

    /// Of what it asks, whatever the order and the title: a search is kept once.
    package var id: String {
        let words = asked.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
            .map { "\($0.name)\u{1F}\($0.value)" }.joined(separator: "\u{1E}")
        return String(ContentHash.full(of: Array(words.utf8)).prefix(16))
    }
}

extension LedgerDatabase {
    /// More than anybody looks through.
    package static let mostSearches = 200

    /// In the order in which they were kept.
    package func searches() throws -> [KeptSearch] {
        try read { database in
            try String.fetchAll(database, sql: "SELECT record FROM keptSearch ORDER BY number")
                .map { try Columns.value(KeptSearch.self, from: $0) }
        }
    }

    /// Keeps a search; one that asks the same gets the new title, and stays where it stands.
    ///
    /// False, and nothing is written, where there are `mostSearches` already.
    package func keep(_ search: KeptSearch) throws -> Bool {
        try write { database in
            let record = try Columns.json(search)
            try database.execute(
                sql: "UPDATE keptSearch SET record = ? WHERE id = ?",
                arguments: [record, search.id]
            )
            if database.changesCount > 0 { return true }
            try database.execute(
                sql: """
                    INSERT INTO keptSearch (id, record) SELECT ?, ?
                    WHERE (SELECT COUNT(*) FROM keptSearch) < ?
                    """,
                arguments: [search.id, record, Self.mostSearches]
            )
            return database.changesCount > 0
        }
    }

    /// Keeps it no longer, by its whole id; whether it was there.
    package func forgetSearch(_ id: String) throws -> Bool {
        try write { database in
            try database.execute(sql: "DELETE FROM keptSearch WHERE id = ?", arguments: [id])
            return database.changesCount > 0
        }
    }
}
