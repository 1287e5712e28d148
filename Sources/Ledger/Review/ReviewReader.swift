import Diplomacy
import GRDB

/// A decision as a list shows it.
package struct ReviewEntry: Hashable, Sendable, Identifiable {
    package let decision: ReviewDecision
    /// Whether a later decision takes it back.
    package let isUndone: Bool
    /// The id of the statement that it means now; nil where its words, or what was read from them, are not
    /// there any more.
    package let statement: String?

    package var id: String { decision.id }
    package var isLost: Bool { statement == nil }
    /// The statement that it means, or meant.
    var meant: String { statement ?? decision.statement }
}

/// Reads decisions back.
struct ReviewReader {
    let database: Database

    /// By its id.
    func decision(_ id: String) throws -> ReviewDecision? {
        try String.fetchOne(
            database,
            sql: "SELECT record FROM reviewDecision WHERE id = ?",
            arguments: [id]
        ).map { try Columns.value(ReviewDecision.self, from: $0) }
    }

    /// Those that were made together and are not undone, in order.
    func batch(_ batch: String) throws -> [ReviewDecision] {
        try String.fetchAll(
            database,
            sql: """
                SELECT record FROM reviewDecision WHERE batch = ? AND kind <> 'undo'
                    AND NOT EXISTS (SELECT 1 FROM reviewDecision AS later
                        WHERE later.undoes = reviewDecision.id)
                ORDER BY number
                """,
            arguments: [batch]
        ).map { try Columns.value(ReviewDecision.self, from: $0) }
    }

    func isUndone(_ id: String) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM reviewDecision WHERE undoes = ?)",
            arguments: [id]
        ) ?? false
    }

    /// In the order in which they were made; those that mean one statement, or all.
    func entries(on statement: String? = nil) throws -> [ReviewEntry] {
        let condition: SQL = statement.map { "WHERE statement.id = \($0)" } ?? ""
        let request: SQL = """
            SELECT reviewDecision.record,
                EXISTS (SELECT 1 FROM reviewDecision AS later WHERE later.undoes = reviewDecision.id),
                statement.id
            FROM reviewDecision
            LEFT JOIN reviewMatch ON reviewMatch.decision = reviewDecision.number
            LEFT JOIN statement ON statement.key = reviewMatch.statementKey
            \(condition)
            ORDER BY reviewDecision.decidedOn, reviewDecision.number
            """
        return try SQLRequest<Row>(literal: request).fetchAll(database).map { row in
            ReviewEntry(
                decision: try Columns.value(ReviewDecision.self, from: row[0]),
                isUndone: row[1],
                statement: row[2]
            )
        }
    }

    /// The last one of `reviewer` that can be taken back.
    func lastDecision(of reviewer: String, on statement: String?) throws -> ReviewDecision? {
        try entries(on: statement).last { entry in
            entry.decision.reviewer == reviewer && entry.decision.kind != .undo && !entry.isUndone
        }?.decision
    }
}
