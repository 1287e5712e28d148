package import Diplomacy
import GRDB

/// How often one party is told to have acted on another, or on nobody who is named.
package struct PairCount: Hashable, Sendable {
    package let source: ActorCode
    package let target: ActorCode?
    package let statements: Int
}

/// Who says a statement.
package struct Telling: Sendable {
    /// Its id.
    package let statement: String
    /// The article's id.
    package let article: String
    /// Outermost voice first.
    package let speakers: [Voice]
}

extension LedgerDatabase {
    /// Every directed pair that is told of under the clocks, by code.
    ///
    /// Linear in the statements, some two seconds for a million.
    package func pairCounts(_ clocks: Clocks = .unset) throws -> [PairCount] {
        let filter = StatementFilter(clocks: clocks)
        let sides = Reading.allCases.map { reading -> SQL in
            let table = reading.table
            let own: SQL =
                reading == .coded
                ? "" : "JOIN statement ON statement.key = reviewedStatement.statementKey"
            // Only a clock asks for the article.
            let article: SQL =
                clocks == .unset
                ? "" : "\(own) JOIN article ON article.key = statement.articleKey"
            let conditions = filter.articleConditions + filter.conditions(on: reading)
            return """
                SELECT \(table).source AS source, \(table).target AS target FROM \(table) \(article)
                \(whereAll(conditions))
                """
        }
        return try read { database in
            try SQLRequest<Row>(
                literal: """
                    SELECT source, target, COUNT(*) FROM (\(sides.joined(separator: " UNION ALL ")))
                    GROUP BY source, target ORDER BY source, target
                    """
            ).fetchAll(database).map { row in
                let target: String? = row[1]
                return PairCount(
                    source: ActorCode(row[0] as String),
                    target: target.map { ActorCode($0) },
                    statements: row[2]
                )
            }
        }
    }

    /// Hands over who says each statement that `filter` asks for, one by one in the order of the ledger.
    ///
    /// `body` must not ask the ledger anything. About 8 µs a statement.
    package func eachTelling(
        _ filter: StatementFilter,
        _ body: (Telling) -> Void
    ) throws {
        let parts = Reading.allCases.map { reading -> SQL in
            let conditions = filter.articleConditions + filter.conditions(on: reading)
            return """
                \(StatementReader.startOfVoices(reading, isInOrder: !filter.asksForIndex))
                \(whereAll(conditions))
                """
        }
        let request: SQL = """
            \(parts.joined(separator: " UNION ALL ")) ORDER BY knownOn, articleId, position, part
            """
        try read { database in
            let rows = try SQLRequest<Row>(literal: request, cached: true).fetchCursor(database)
            while let row = try rows.next() { body(try StatementReader.telling(from: row)) }
        }
    }
}
