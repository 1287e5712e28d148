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

    /// Writes down what was found of one watch by somebody who knew these alerts of it, one transaction, and gives
    /// back what is new.
    ///
    /// Nil, and nothing is written, where somebody else has written an alert meanwhile, which may tell of the same
    /// event: then the watch has to be looked at again. What was found of a watch that has been removed is dropped.
    package func record(
        _ alerts: [WatchAlert],
        of watch: String,
        knowing known: [WatchAlert]
    ) throws -> [WatchAlert]? {
        try write { database in
            let told = try String.fetchAll(
                database,
                sql: "SELECT id FROM watchAlert WHERE watch = ? ORDER BY number",
                arguments: [watch]
            )
            guard told == known.map(\.id) else { return nil }
            return try alerts.filter { alert in
                try database.execute(
                    sql: """
                        INSERT INTO watchAlert (id, watch, record) SELECT ?, id, ? FROM watch WHERE id = ?
                        ON CONFLICT (id) DO NOTHING
                        """,
                    arguments: [alert.id, try Columns.json(alert), watch]
                )
                return database.changesCount > 0
            }
        }
    }

    /// What `listener` has not heard yet, in the order in which it was found; from now on it has.
    ///
    /// A listener is whoever is told: a file, a program, the terminal. A new one hears everything. Two that listen
    /// under one name at once hear each alert once between them.
    package func hear(_ listener: String) throws -> [WatchAlert] {
        try write { database in
            let records = try String.fetchAll(
                database,
                sql: """
                    SELECT record FROM watchAlert WHERE NOT EXISTS
                        (SELECT 1 FROM watchHearing WHERE listener = ? AND alert = watchAlert.id)
                    ORDER BY number
                    """,
                arguments: [listener]
            )
            let alerts = try records.map { try Columns.value(WatchAlert.self, from: $0) }
            for alert in alerts {
                try database.execute(
                    sql: "INSERT INTO watchHearing (listener, alert) VALUES (?, ?)",
                    arguments: [listener, alert.id]
                )
            }
            return alerts
        }
    }

    /// Takes back that `listener` has heard these: they did not reach it, so it hears them the next time.
    package func takeBack(_ alerts: some Sequence<WatchAlert>, from listener: String) throws {
        try write { database in
            for alert in alerts {
                try database.execute(
                    sql: "DELETE FROM watchHearing WHERE listener = ? AND alert = ?",
                    arguments: [listener, alert.id]
                )
            }
        }
    }
}
