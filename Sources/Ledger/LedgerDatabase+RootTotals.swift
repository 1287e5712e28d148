package import Diplomacy
import GRDB

/// How many roots articles are the first to carry, by the article's id.
extension LedgerDatabase {
    /// `Root.witness`, of the columns of `weighed`.
    static let witness = """
        CASE WHEN weighed.kind = 'named' AND weighed.name IS NOT NULL
            THEN weighed.name || COALESCE(', ' || weighed.actor, '')
            ELSE COALESCE(weighed.outlet, weighed.article) END
        """

    /// Each voice, or outlet, once, where all is weighed; a pass over what is kept of roots.
    package func firstRoots() throws -> [String: Int] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT article, COUNT(DISTINCT \(Self.witness)) FROM weighed GROUP BY article"
            )
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
        }
    }

    /// Hands over the root of every statement with the article that carries it, in the order of the ledger, where
    /// all is weighed.
    ///
    /// `body` must not ask the ledger anything. About 6 µs a statement.
    package func eachRoot(_ body: (_ root: Root, _ article: String) -> Void) throws {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(KeptWeight.names), article.id
                    FROM article CROSS JOIN statement ON statement.articleKey = article.key
                        CROSS JOIN weighed ON weighed.statementKey = statement.key
                    ORDER BY article.knownOn, article.id, statement.position, weighed.part
                    """
            )
            while let row = try rows.next() {
                guard let kept = try KeptWeight(row, from: 0) else { continue }
                body(kept.root, row[KeptWeight.width])
            }
        }
    }
}
