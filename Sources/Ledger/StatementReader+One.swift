import Diplomacy
import GRDB

/// One statement, by its id or key: as the coder read it, as it counts, and the parts of one that was split.
extension StatementReader {
    /// What the statement counts as now, or its rejected reading; nil where it has no such part.
    static func row(ofStatement id: String, part: Int?, _ database: Database) throws -> Row? {
        let reviewed = try SQLRequest<Row>(
            literal: """
                \(startReviewed)
                WHERE statement.id = \(id) AND reviewedStatement.until = \(Schema.never)
                ORDER BY part
                """
        ).fetchAll(database)
        if !reviewed.isEmpty { return reviewed.first { part == nil || $0["part"] == part } }
        return part == nil ? try codedRow("statement.id = \(id)", database) : nil
    }

    /// What the statement counts as now: several where it was split, none where it was rejected.
    static func readings(
        ofStatement id: String,
        _ database: Database
    ) throws -> [Diplomacy.Statement] {
        let request = LedgerDatabase.request(StatementFilter(), also: ["statement.id = \(id)"])
        return try SQLRequest<Row>(literal: request).fetchAll(database).map(statement(from:))
    }

    static func coded(withId id: String, _ database: Database) throws -> Diplomacy.Statement? {
        try codedRow("statement.id = \(id)", database).map(statement(from:))
    }

    static func coded(withKey key: Int64, _ database: Database) throws -> Diplomacy.Statement? {
        try codedRow("statement.key = \(key)", database).map(statement(from:))
    }

    private static func codedRow(_ condition: SQL, _ database: Database) throws -> Row? {
        try SQLRequest<Row>(literal: "\(start) WHERE \(condition)").fetchOne(database)
    }

    /// All of an article as the coder made them, in its order.
    static func coded(
        ofArticle id: String,
        _ database: Database
    ) throws -> [Diplomacy.Statement] {
        try SQLRequest<Row>(
            literal: "\(start) WHERE article.id = \(id) ORDER BY statement.position"
        ).fetchAll(database).map(statement(from:))
    }

    // MARK: Parts of a split

    /// Stands between the id of a statement and the number of a part; addresses take it as it is.
    static let partSign = "~"

    /// The id of the whole statement.
    static func whole(_ id: String) -> String {
        part(id) == nil ? id : String(id.prefix { String($0) != partSign })
    }

    /// The number of the part that the id names; nil for a whole statement.
    static func part(_ id: String) -> Int? {
        let pieces = id.split(separator: partSign, omittingEmptySubsequences: false)
        return pieces.count == 2 && !pieces[0].isEmpty ? Int(pieces[1]) : nil
    }
}
