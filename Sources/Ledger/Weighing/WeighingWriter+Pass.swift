import Diplomacy
import GRDB

/// What a pass over the whole ledger asks and leaves, see `LedgerDatabase.weighInOnePass`.
extension WeighingWriter {
    /// The pairs on which persons decided: what is told between them, or what is one happening.
    func apart() throws -> Set<Parties> {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT DISTINCT source, target FROM reviewedStatement"
        )
        var pairs = Set(try joined(by: decisions()).keys)
        while let row = try rows.next() { pairs.insert(Parties(row[0], row[1])) }
        return pairs
    }

    /// What is kept of the statements with these keys, by key, parts of splits aside.
    func standing(_ keys: ClosedRange<Int64>) throws -> [Int64: KeptWeight] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(KeptWeight.names), statementKey FROM weighed
                WHERE part = 0 AND statementKey BETWEEN ? AND ?
                """,
            arguments: [keys.lowerBound, keys.upperBound]
        )
        var standing: [Int64: KeptWeight] = [:]
        while let row = try rows.next() {
            standing[row[KeptWeight.width]] = try KeptWeight(row, from: 0)
        }
        return standing
    }

    /// Nothing waits any more but what is told between these, of every family.
    func unmark(but pairs: Set<Parties>) throws {
        try database.execute(sql: "DELETE FROM unweighed; DELETE FROM unweighedArticle")
        for pair in pairs.sorted() {
            for act in Act.allCases {
                try run(
                    "INSERT INTO unweighed VALUES (?, ?, ?)",
                    [pair.one, pair.other, act.rawValue]
                )
            }
        }
    }
}
