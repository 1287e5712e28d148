import GRDB

extension LedgerDatabase {
    /// What is wrong with the file, one sentence each; empty where all is well.
    ///
    /// Asks SQLite about the file and the foreign keys, compares every quote with the words at its
    /// place, and the full-text index with the articles. Linear in the size of the ledger, about two
    /// seconds for 100 MB. SQLite checks the index by a (harmless) write, so a ledger that is open for
    /// reading only keeps its index unchecked.
    package func check() throws -> [String] {
        let problems = try read { database in
            try fileProblems(database) + foreignKeyProblems(database)
                + quoteProblems(in: "statement", database)
                + quoteProblems(in: "tie", database)
                + quoteProblems(in: "person", database)
                + quoteProblems(in: "omission", database)
        }
        return isReadOnly ? problems : problems + (try indexProblems())
    }

    private func fileProblems(_ database: Database) throws -> [String] {
        try String.fetchAll(database, sql: "PRAGMA integrity_check")
            .filter { $0 != "ok" }
            .map { "SQLite: \($0)." }
    }

    private func foreignKeyProblems(_ database: Database) throws -> [String] {
        try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
            let (table, parent): (String, String) = (row[0], row[2])
            return "A row of '\(table)' names a row of '\(parent)' that is not there."
        }
    }

    private func quoteProblems(in table: String, _ database: Database) throws -> [String] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT article.id, startByte, endByte
                FROM \(table) JOIN article ON article.key = \(table).articleKey
                WHERE CAST(quote AS BLOB)
                    <> substr(CAST(article.text AS BLOB), startByte + 1, endByte - startByte)
                ORDER BY article.id, startByte
                """
        ).map { row in
            let (article, start, end): (String, Int, Int) = (row[0], row[1], row[2])
            return """
                The quote of a row of '\(table)' at bytes \(start) to \(end) of article \(article) \
                is not what stands there.
                """
        }
    }

    private func indexProblems() throws -> [String] {
        do {
            try write { database in
                try database.execute(
                    sql: "INSERT INTO blockSearch(blockSearch, rank) VALUES ('integrity-check', 1)"
                )
            }
            return []
        } catch let error as LedgerError where error.kind == .damaged {
            return ["The full-text index does not agree with the articles."]
        }
    }
}
