package import Diplomacy
import GRDB

/// How often a party is told of: as one that acts, or as one that it is done to.
package struct PartyCount: Hashable, Sendable {
    package let actor: ActorCode
    package let statements: Int

    package init(actor: ActorCode, statements: Int) {
        self.actor = actor
        self.statements = statements
    }
}

/// What the pages need beside their subject, each from an index and without reading a statement whole.
extension LedgerDatabase {
    /// Every party that a statement tells of on the days asked for, by code; a statement of a party with
    /// itself counts once.
    ///
    /// Linear in the statements, about half a second for a million.
    package func partyCounts(_ clocks: Clocks) throws -> [PartyCount] {
        let request = Self.partyRequest(clocks)
        return try read { database in
            try SQLRequest<Row>(literal: request).fetchAll(database).map {
                PartyCount(actor: ActorCode($0[0] as String), statements: $0[1])
            }
        }
    }

    /// Those of `actors` that a statement tells of on the days asked for, in their order.
    ///
    /// An index leads to the statements of each, and the first that fits is enough: some ten milliseconds for two
    /// hundred parties of a million statements, in one question, because making and compiling it takes longer.
    package func told(of actors: [ActorCode], _ clocks: Clocks) throws -> [ActorCode] {
        let sides = Self.sides(clocks, of: "asked.value").map { "EXISTS (\($0))" as SQL }
        let codes = try Columns.json(actors.map(\.rawValue))
        let request: SQL = """
            SELECT asked.value FROM json_each(\(codes)) AS asked
            WHERE \(sides.joined(operator: .or)) ORDER BY asked.key
            """
        return try read { database in
            try SQLRequest<String>(literal: request, cached: true).fetchAll(database)
                .map { ActorCode($0) }
        }
    }

    static func partyRequest(_ clocks: Clocks) -> SQL {
        """
        SELECT party, COUNT(*) FROM (\(sides(clocks).joined(separator: " UNION ALL ")))
        GROUP BY party ORDER BY party
        """
    }

    /// Either side of each statement on the days asked for, as the coder has it and as persons corrected it; of one party where
    /// it is named, as SQL does.
    private static func sides(_ clocks: Clocks, of actor: SQL? = nil) -> [SQL] {
        let filter = StatementFilter(clocks: clocks)
        return Reading.allCases.flatMap { reading -> [SQL] in
            let table = reading.table
            let reviewed: SQL =
                reading == .coded
                ? ""
                : "JOIN reviewedStatement ON reviewedStatement.statementKey = statement.key"
            // Only a clock asks for the article.
            let article: SQL =
                clocks == .unset ? "" : "JOIN article ON article.key = statement.articleKey"
            let conditions = filter.articleConditions + filter.conditions(on: reading)
            func side(_ column: SQL, _ own: [SQL]) -> SQL {
                let chosen = actor.map { ["\(table).\(column) = \($0)" as SQL] } ?? []
                return """
                    SELECT \(table).\(column) AS party FROM statement \(reviewed) \(article)
                    \(whereAll(conditions + chosen + own))
                    """
            }
            return [side("source", []), side("target", ["\(table).target <> \(table).source"])]
        }
    }

    /// The outlets of these articles by their ids: as the file names one, else as the head of the page does.
    package func outlets(ofArticles ids: some Sequence<String>) throws -> [String: String] {
        let asked = Set(ids).sorted()
        return try read { database in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT article.id, coalesce(article.outlet, sketch.outletName) AS name
                    FROM article LEFT JOIN sketch ON sketch.articleKey = article.key
                    WHERE article.id IN \(asked) AND name IS NOT NULL
                    """
            ).fetchAll(database)
            return Dictionary(
                rows.map { ($0[0] as String, $0[1] as String) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    /// The last `limit` articles in the order of `articles(_:)`, and how many there are.
    package func newestArticles(
        _ clocks: Clocks,
        limit: Int
    ) throws -> (newest: [ArticleSummary], count: Int) {
        let conditions = ArticleReader.conditions(clocks)
        return try read { database in
            let newest = try SQLRequest<Row>(
                literal: """
                    \(ArticleReader.summary(clocks)) \(whereAll(conditions))
                    ORDER BY article.knownOn DESC, article.id DESC LIMIT \(limit)
                    """
            ).fetchAll(database).map(ArticleReader.summary(from:))
            let count = try SQLRequest<Int>(
                literal: "SELECT COUNT(*) FROM article \(whereAll(conditions))"
            ).fetchOne(database)
            return (newest.reversed(), count ?? 0)
        }
    }

    /// The articles before and after this one in the order of `articles(_:)`; nil at either end, and where
    /// the article is not in the list itself.
    package func neighbours(
        ofArticle id: String,
        _ clocks: Clocks
    ) throws -> (before: ArticleSummary?, after: ArticleSummary?) {
        let conditions = ArticleReader.conditions(clocks)
        return try read { database in
            func nearest(_ sign: SQL, _ order: SQL) throws -> ArticleSummary? {
                try SQLRequest<Row>(
                    literal: ArticleReader.nearest(to: id, sign, order, clocks, conditions)
                ).fetchOne(database).map(ArticleReader.summary(from:))
            }
            let isListed = try SQLRequest<Int>(
                literal: "SELECT 1 FROM article \(whereAll(conditions + ["article.id = \(id)"]))"
            ).fetchOne(database)
            guard isListed != nil else { return (nil, nil) }
            return (try nearest("<", "DESC"), try nearest(">", "ASC"))
        }
    }

    /// The days on which the first and the last article became known; nil for an empty ledger.
    package func knownDays() throws -> (first: Day, last: Day)? {
        try read { database in
            func day(_ end: String) throws -> Day? {
                try Int.fetchOne(database, sql: "SELECT \(end)(knownOn) FROM article")
                    .map { Day(number: $0) }
            }
            guard let first = try day("MIN"), let last = try day("MAX") else { return nil }
            return (first, last)
        }
    }

    /// What was read and left out, counted by reason, of each article in which anything was.
    package func leftOut() throws -> [String: LeftOutCounts] {
        try read { database in
            var counts: [String: LeftOutCounts] = [:]
            let omissions = try Row.fetchCursor(
                database,
                sql: """
                    SELECT article.id, reason, COUNT(*)
                    FROM omission JOIN article ON article.key = omission.articleKey
                    GROUP BY articleKey, reason
                    """
            )
            while let row = try omissions.next() {
                let reason = try Columns.member(Omission.Reason.self, row[1])
                counts[row[0], default: LeftOutCounts()].omissions[reason] = row[2]
            }
            let blocks = try Row.fetchCursor(
                database,
                sql: """
                    SELECT article.id, discard, COUNT(*)
                    FROM block JOIN article ON article.key = block.articleKey
                    WHERE discard IS NOT NULL GROUP BY articleKey, discard
                    """
            )
            while let row = try blocks.next() {
                let discard = try Columns.member(Block.Discard.self, row[1])
                counts[row[0], default: LeftOutCounts()].discards[discard] = row[2]
            }
            return counts
        }
    }
}

/// How much of an article was left out, by reason.
package struct LeftOutCounts: Hashable, Sendable {
    package fileprivate(set) var omissions: [Omission.Reason: Int] = [:]
    package fileprivate(set) var discards: [Block.Discard: Int] = [:]
}

extension ArticleReader {
    /// What an article must be to stand in the list, see `LedgerDatabase.articles(_:)`.
    static func conditions(_ clocks: Clocks) -> [SQL] {
        var conditions = StatementFilter(clocks: clocks).articleConditions
        if let on = clocks.on {
            let tells = Reading.allCases.map { reading -> SQL in
                "EXISTS (SELECT 1 \(statements(reading, clocks)))"
            }
            conditions.append(
                "(article.knownOn <= \(on.number) OR \(tells.joined(operator: .or)))"
            )
        }
        return conditions
    }

    /// The first article of the list on one side of another: `<` with `DESC`, or `>` with `ASC`.
    static func nearest(
        to id: String,
        _ sign: SQL,
        _ order: SQL,
        _ clocks: Clocks,
        _ conditions: [SQL]
    ) -> SQL {
        let place: SQL = """
            (article.knownOn, article.id) \(sign)
            (SELECT knownOn, id FROM article AS own WHERE own.id = \(id))
            """
        return """
            \(summary(clocks)) \(whereAll(conditions + [place]))
            ORDER BY article.knownOn \(order), article.id \(order) LIMIT 1
            """
    }
}
