import GRDB

/// The migration "13 writing": the same schema, quicker to write to.
extension Schema {
    /// SQLite makes a little table of each list of words in a check, anew for every row that is written; with
    /// equalities instead it goes from word to word.
    ///
    /// That was a fifth of the cost of writing an article. The rules stay the same, so the tables stay as they are,
    /// and only their text is written anew, as https://sqlite.org/lang_altertable.html says ("other kinds of
    /// schema changes").
    static func checkWordByWord(_ database: Database) throws {
        let tables = try Row.fetchAll(
            database,
            sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CHECK%'"
        )
        let version = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
        try database.execute(sql: "PRAGMA writable_schema = ON")
        for table in tables {
            let sql: String = table[1]
            try database.execute(
                sql: "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?",
                arguments: [wordByWord(sql), table[0] as String]
            )
        }
        try database.execute(sql: "PRAGMA schema_version = \(version + 1)")
        try database.execute(sql: "PRAGMA writable_schema = RESET")
    }

    /// "CHECK (x IN ('a', 'b'))" as "CHECK (x = 'a' OR x = 'b')".
    static func wordByWord(_ table: String) -> String {
        table.replacing(/CHECK \((\w+) IN \(([^()]*)\)\)/) { match in
            let words = match.2.split(separator: ",").map { word in
                "\(match.1) = \(word.drop(while: \.isWhitespace))"
            }
            return "CHECK (\(words.joined(separator: " OR ")))"
        }
    }

    /// The words of an article are put into the index by who writes it, all at once (`ArticleWriter`): the index was
    /// written to the file again for each block, because SQLite makes a savepoint for a row with a trigger.
    static let indexing = "DROP TRIGGER blockIsIndexed;"
}
