import GRDB

extension LedgerDatabase {
    /// Takes in decisions that were exported from another ledger, in the order of their days; what stands
    /// here already changes nothing.
    ///
    /// A decision whose article is not here, or is read otherwise here, is kept and waits for it. One
    /// transaction.
    package func importDecisions(_ decisions: [ReviewDecision]) throws -> ReviewImport {
        try writeWeighed { database in
            let writer = ReviewWriter(database: database, book: book)
            var new: [ReviewDecision] = []
            for decision in decisions where try writer.insert(decision) { new.append(decision) }
            let articles = Set(new.map(\.article))
            let addresses = Set(new.compactMap(\.address))
            let request: SQL = """
                SELECT key FROM article WHERE id IN \(articles.sorted())
                UNION SELECT key FROM article WHERE address IN \(addresses.sorted())
                """
            for key in try SQLRequest<Int64>(literal: request).fetchAll(database) {
                try writer.match(article: key)
            }
            let lost = try new.count { decision in
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT 1 FROM reviewDecision JOIN reviewMatch ON decision = number WHERE id = ?
                        """,
                    arguments: [decision.id]
                ) == nil
            }
            return ReviewImport(
                new: new.count,
                known: decisions.count - new.count,
                lost: lost
            )
        }
    }
}

/// What an import of decisions did.
package struct ReviewImport: Hashable, Sendable, Codable {
    package let new: Int
    /// They stood here before.
    package let known: Int
    /// Of the new ones, those whose statement is not in this ledger; they wait for it.
    package let lost: Int
}
