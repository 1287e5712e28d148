import GRDB

/// The migration "25 too long": an article may end behind the bound of what is read.
extension Schema {
    /// One more reason for which a block is left out; what stands keeps its rules, so only the text of the table is
    /// written anew, see `checkWordByWord`.
    static func admitTooLong(_ database: Database) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
        try database.execute(sql: "PRAGMA writable_schema = ON")
        try database.execute(
            sql: """
                UPDATE sqlite_schema SET sql = replace(sql, 'OR discard = ''video''',
                    'OR discard = ''too-long'' OR discard = ''video''')
                WHERE type = 'table' AND name = 'block'
                """
        )
        try database.execute(sql: "PRAGMA schema_version = \(version + 1)")
        try database.execute(sql: "PRAGMA writable_schema = RESET")
    }
}
