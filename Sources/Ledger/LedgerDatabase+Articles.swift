package import Diplomacy
import Foundation
import GRDB

extension LedgerDatabase {
    /// The articles that were known by `clocks.knownBy`, in the order in which they became known.
    ///
    /// With `clocks.on`, the ones that became known by that day, and later ones that tell of it: at
    /// least one of their statements was true by then. `statementCount` counts those statements.
    ///
    /// `after` is an article: those that stand behind it in that order. `limit` is the most that come back.
    package func articles(
        _ clocks: Clocks = .unset,
        after: String? = nil,
        limit: Int? = nil
    ) throws -> [ArticleSummary] {
        let request = ArticleReader.list(clocks, after: after, limit: limit)
        return try read { database in
            let rows = try SQLRequest<Row>(literal: request).fetchCursor(database)
            return try Array(rows.map(ArticleReader.summary(from:)))
        }
    }

    /// The heads of the same articles in the same order; their texts are those that statements share.
    package func heads(ofArticles clocks: Clocks) throws -> [ArticleHead] {
        let request: SQL = """
            SELECT article.key FROM article \(whereAll(ArticleReader.conditions(clocks)))
            ORDER BY article.knownOn, article.id
            """
        return try read { database in
            var shelf = HeadShelf(heads)
            return try SQLRequest<Int64>(literal: request).fetchAll(database)
                .map { try shelf.head($0, database) }
        }
    }

    /// The article with this id, or the only one whose id begins so.
    ///
    /// Nil where there is none.
    ///
    /// Throws `LedgerError.Kind.ambiguous`, with the ids, where several begin so.
    package func article(_ idOrPrefix: String) throws -> Article? {
        try read { database in
            try ArticleReader.id(beginning: idOrPrefix, in: "article", database)
                .flatMap { try ArticleReader.article($0, database) }
        }
    }

    /// From which day the article with this whole id can be known; nil where there is none.
    package func knownOn(ofArticle id: String) throws -> Day? {
        try read { database in
            let request: SQL = "SELECT knownOn FROM article WHERE id = \(id)"
            return try SQLRequest<Int>(literal: request).fetchOne(database)
                .map { Day(number: $0) }
        }
    }

    /// The first words of the article with this whole id; nil where it has a title.
    package func opening(ofArticle id: String) throws -> String? {
        try read { database in
            let request: SQL = "SELECT \(Opening.column) FROM article WHERE id = \(id)"
            return Opening.words(try SQLRequest<Data?>(literal: request).fetchOne(database) ?? nil)
        }
    }

    /// What was read in the article and left out, in the order of the coder.
    ///
    /// Empty where there is no such article.
    package func omissions(ofArticle id: String) throws -> [Omission] {
        try read { try ArticleReader.omissions(ofArticle: id, $0) }
    }
}

/// Reads whole articles and their summaries back from the tables.
enum ArticleReader {
    /// The start of a query of summaries, up to `WHERE`.
    static func summary(_ clocks: Clocks) -> SQL {
        """
        SELECT article.id, article.document, article.outlet, article.address, article.title,
            article.language, article.publishedFirst, article.publishedLast,
            article.publication LIKE '%~%', article.readOn, article.knownOn,
            (SELECT COUNT(*) \(statements(.coded, clocks)))
                + (SELECT COUNT(*) \(statements(.reviewed, clocks))),
            (SELECT COUNT(*) FROM block
                WHERE block.articleKey = article.key AND block.discard IS NULL),
            (SELECT COUNT(*) FROM block
                WHERE block.articleKey = article.key AND block.discard IS NOT NULL),
            \(Opening.column)
        FROM article
        """
    }

    /// The query behind `articles(_:after:limit:)`, apart from it so that its plan can be tested.
    static func list(_ clocks: Clocks, after: String?, limit: Int?) -> SQL {
        let place: [SQL] =
            after.map { id in
                [
                    """
                    (article.knownOn, article.id) >
                    (SELECT knownOn, id FROM article AS own WHERE own.id = \(id))
                    """
                ]
            } ?? []
        return """
            \(summary(clocks)) \(whereAll(conditions(clocks) + place))
            ORDER BY article.knownOn, article.id
            LIMIT \(limit ?? -1)
            """
    }

    /// `FROM` and `WHERE` of the statements of the row of `article` that count under the clocks.
    static func statements(_ reading: Reading, _ clocks: Clocks) -> SQL {
        let join: SQL =
            reading == .coded
            ? ""
            : "JOIN reviewedStatement ON reviewedStatement.statementKey = statement.key"
        let conditions = StatementFilter(clocks: clocks).conditions(on: reading)
        return """
            FROM statement \(join)
            WHERE statement.articleKey = article.key AND \(conditions.joined(operator: .and))
            """
    }

    static func summary(from row: Row) -> ArticleSummary {
        ArticleSummary(
            id: row[0],
            document: row[1],
            outlet: row[2],
            address: row[3],
            title: row[4],
            opening: Opening.words(row[14]),
            language: row[5],
            publication: Columns.interval(
                first: row[6],
                last: row[7],
                isApproximate: row[8] ?? false
            ),
            readOn: Day(number: row[9]),
            knownOn: Day(number: row[10]),
            statementCount: row[11],
            keptBlockCount: row[12],
            discardedBlockCount: row[13]
        )
    }

    /// The id that `beginning` means in `table`: itself, or the only one that begins so.
    static func id(beginning: String, in table: String, _ database: Database) throws -> String? {
        guard !beginning.isEmpty else { return nil }
        // Enough to say that there are more than could be listed.
        let most = 4
        let ids = try String.fetchAll(
            database,
            sql: "SELECT id FROM \(table) WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
            arguments: [beginning, idsEnd(beginning), most]
        )
        if ids.count <= 1 || ids.first == beginning { return ids.first }
        let list = ids.prefix(most - 1).joined(separator: ", ") + (ids.count == most ? ", …" : "")
        throw LedgerError(
            .ambiguous,
            place: beginning,
            problem: "begins several ids of the ledger (\(list))",
            cure: "Write more of its letters."
        )
    }

    static func article(_ id: String, _ database: Database) throws -> Article? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT key, document, outlet, address, byline, title, language, publishedFirst,
                    publishedLast, publication LIKE '%~%', publicationReasons, text, sourceMap
                FROM article WHERE id = ?
                """,
            arguments: [id]
        )
        guard let row else { return nil }
        return Article(
            id: id,
            document: row[1],
            outlet: row[2],
            address: row[3],
            byline: row[4],
            title: row[5],
            language: row[6],
            publication: Publication(
                interval: Columns.interval(
                    first: row[7],
                    last: row[8],
                    isApproximate: row[9] ?? false
                ),
                reasons: try Columns.value([String].self, from: row[10])
            ),
            text: row[11],
            blocks: try blocks(ofArticle: row[0], database),
            sourceMap: try Columns.value(SourceMap.self, from: row[12])
        )
    }

    private static func blocks(ofArticle key: Int64, _ database: Database) throws -> [Block] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT startByte, endByte, role, discard FROM block
                WHERE articleKey = ? ORDER BY position
                """,
            arguments: [key]
        )
        return try rows.map { row in
            let (start, end): (Int, Int) = (row[0], row[1])
            let discard: String? = row[3]
            return Block(
                range: start..<end,
                role: try Columns.member(Block.Role.self, row[2]),
                discard: try discard.map { try Columns.member(Block.Discard.self, $0) }
            )
        }
    }

    static func omissions(ofArticle id: String, _ database: Database) throws -> [Omission] {
        // An omission is made from its article; the stored one comes back as its own JSON.
        let records = try String.fetchAll(
            database,
            sql: """
                SELECT json_object(
                    'article', article.id, 'range', json_array(startByte, endByte),
                    'quote', quote, 'reason', reason, 'detail', detail)
                FROM omission JOIN article ON article.key = omission.articleKey
                WHERE article.id = ? ORDER BY omission.position
                """,
            arguments: [id]
        )
        return try records.map { try Columns.value(Omission.self, from: $0) }
    }
}
