import Diplomacy
import GRDB

/// Keeps of each article where it comes from, inside a transaction that the caller holds, and marks what has to be
/// weighed again because it comes from elsewhere now.
struct OriginWriter {
    let database: Database

    /// Finds anew where each article comes from, if any writing may have changed it; what is told in
    /// articles whose origin is another now is to be weighed again.
    ///
    /// A pass over articles, relays and citations; of statements only those are asked whose articles are cited or
    /// cite.
    func trace() throws {
        guard try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM untraced)") ?? false
        else { return }
        let reader = RelayReader(database: database, clocks: .unset)
        let nodes = try reader.nodes()
        let graph = try reader.graph(of: nodes)
        var before = try origins()
        for node in nodes {
            let source = graph.source(of: node.id)
            let origin = source.article == node.id ? nil : source
            if before.removeValue(forKey: node.id) != origin { try put(origin, of: node.id) }
        }
        try database.execute(sql: "DELETE FROM untraced")
    }

    private func origins() throws -> [String: RelayGraph.Source] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT article.id, origin.article, origin.outlet, origin.outletName
                FROM origin JOIN article ON article.key = origin.articleKey
                """
        )
        var origins: [String: RelayGraph.Source] = [:]
        while let row = try rows.next() {
            origins[row[0]] = RelayGraph.Source(
                article: row[1],
                outlet: row[2],
                outletName: row[3]
            )
        }
        return origins
    }

    private func put(_ origin: RelayGraph.Source?, of article: String) throws {
        try run(
            "DELETE FROM origin WHERE articleKey = (SELECT key FROM article WHERE id = ?)",
            [article]
        )
        if let origin {
            try run(
                "INSERT INTO origin SELECT key, ?, ?, ? FROM article WHERE id = ?",
                [origin.article, origin.outlet, origin.outletName, article]
            )
        }
        try mark("articleKey = (SELECT key FROM article WHERE id = ?)", [article])
    }

    /// Marks what the statements of some articles tell of.
    func mark(_ articles: String, _ arguments: StatementArguments) throws {
        for reading in Reading.allCases {
            let join =
                reading == .coded
                ? "" : "JOIN reviewedStatement ON reviewedStatement.statementKey = statement.key"
            try run(
                """
                INSERT OR IGNORE INTO unweighed SELECT \(Schema.unit(reading.tableName))
                FROM statement \(join) WHERE statement.\(articles)
                """,
                arguments
            )
        }
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
