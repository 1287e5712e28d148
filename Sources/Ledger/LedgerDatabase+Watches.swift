package import Diplomacy
import GRDB

/// What somebody wants to hear of, and what was told them: kept in the ledger, so that nothing is told twice.
extension LedgerDatabase {
    /// In the order in which they were added.
    package func watches() throws -> [Watch] {
        try read { database in
            try String.fetchAll(database, sql: "SELECT record FROM watch ORDER BY number")
                .map { try Columns.value(Watch.self, from: $0) }
        }
    }

    /// The watch with this id, or the only one whose id begins so; nil where there is none.
    package func watch(_ idOrPrefix: String) throws -> Watch? {
        try read { database in
            guard let id = try ArticleReader.id(beginning: idOrPrefix, in: "watch", database)
            else { return nil }
            let record = try String.fetchOne(
                database,
                sql: "SELECT record FROM watch WHERE id = ?",
                arguments: [id]
            )
            return try record.map { try Columns.value(Watch.self, from: $0) }
        }
    }

    /// Adds a watch; false where one of the same pair and rule stands already, which stays as it is.
    package func add(_ watch: Watch) throws -> Bool {
        try write { database in
            try database.execute(
                sql: "INSERT INTO watch (id, record) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                arguments: [watch.id, try Columns.json(watch)]
            )
            return database.changesCount > 0
        }
    }

    /// Takes a watch and its alerts away, by its whole id; whether there was one.
    package func removeWatch(_ id: String) throws -> Bool {
        try write { database in
            try database.execute(sql: "DELETE FROM watch WHERE id = ?", arguments: [id])
            return database.changesCount > 0
        }
    }

    /// What was told, of one watch or of all, in the order in which it was found.
    package func alerts(of watch: String? = nil) throws -> [WatchAlert] {
        let condition: SQL = watch.map { "WHERE watch = \($0)" } ?? ""
        let request: SQL = "SELECT record FROM watchAlert \(condition) ORDER BY number"
        return try read { database in
            try SQLRequest<String>(literal: request).fetchAll(database)
                .map { try Columns.value(WatchAlert.self, from: $0) }
        }
    }

    /// Writes alerts down, one transaction, and gives back those that nobody had written before.
    ///
    /// An alert whose watch has been removed meanwhile is dropped.
    package func record(_ alerts: [WatchAlert]) throws -> [WatchAlert] {
        try write { database in
            try alerts.filter { alert in
                try database.execute(
                    sql: """
                        INSERT INTO watchAlert (id, watch, record) SELECT ?, id, ? FROM watch WHERE id = ?
                        ON CONFLICT (id) DO NOTHING
                        """,
                    arguments: [alert.id, try Columns.json(alert), alert.watch.id]
                )
                return database.changesCount > 0
            }
        }
    }
}
