import Diplomacy
import GRDB

extension LedgerDatabase {
    /// The blocks in which all words of the query occur, best first: FTS5's bm25, then the order of
    /// lists.
    ///
    /// Only kept blocks are looked at; the quotes of statements stand in them.
    ///
    /// Where the words occur in more than `SearchQuery.mostRanked` blocks, the last read of so many come first,
    /// see `found(_:)`.
    ///
    /// Never throws for what `words` holds; without a letter or digit in it, nothing is found.
    package func search(_ query: SearchQuery) throws -> [SearchHit] { try found(query).hits }

    /// The same, and how it was found: as the first of the query's breadths by which anything is.
    package func found(_ query: SearchQuery) throws -> SearchResult {
        var result = SearchResult(hits: [], isRanked: true, breadth: .everyWord)
        for breadth in query.breadths where result.hits.isEmpty {
            result = try found(query, breadth)
        }
        return result
    }

    private func found(_ query: SearchQuery, _ breadth: SearchBreadth) throws -> SearchResult {
        guard let closed = try SearchPattern.fts5(query.words, .any, breadth), query.limit > 0
        else {
            return SearchResult(hits: [], isRanked: true, breadth: breadth)
        }
        return try read { database in
            let (blocks, isRanked) = try Self.blocks(query, breadth, closed, database)
            var articles = SummaryShelf(query.filter.clocks)
            let hits = try blocks.compactMap { try hit($0, query, &articles, database) }
            return SearchResult(hits: hits, isRanked: isRanked, breadth: breadth)
        }
    }

    private static func blocks(
        _ query: SearchQuery,
        _ breadth: SearchBreadth,
        _ closed: String,
        _ database: Database
    ) throws -> (blocks: [FoundBlock], isRanked: Bool) {
        let written = try SearchPattern.fts5(query.words, .none, breadth)
        let isCommon =
            try written.map { try !Self.isRanked($0, query.mostRanked, database) } ?? false
        var opened = try OpenedPattern(
            query.words,
            breadth,
            most: OpenedPattern.fewOpened,
            database
        )
        if opened.all == nil {
            if isCommon, written != closed, isOpen(query.filter),
                let last = try RecentBlocks.last(query.limit, closed, database)
            {
                return (last, false)
            }
            opened = try OpenedPattern(query.words, breadth, database)
        }
        let isRanked = try !isCommon && Self.isRanked(query, opened, closed, database)
        let pattern = isRanked ? closed : opened.all ?? closed
        let request = Self.request(query, pattern: pattern, isRanked: isRanked)
        let rows = try SQLRequest<Row>(literal: request).fetchAll(database)
        let lit = isRanked ? try litBlocks(rows.map { $0[0] }, pattern, database) : [:]
        let blocks = rows.compactMap { row in
            (isRanked ? lit[row[0]] : row[4]).map { FoundBlock(row, lit: $0) }
        }
        return (blocks, isRanked)
    }

    /// Whether a filter lets every block through.
    private static func isOpen(_ filter: StatementFilter) -> Bool {
        !filter.asksForStatements && filter.articleConditions.isEmpty && filter.clocks.on == nil
    }

    /// Whether not too many blocks hold the words that these begin: some of them are counted first.
    private static func isRanked(
        _ query: SearchQuery,
        _ opened: OpenedPattern,
        _ closed: String,
        _ database: Database
    ) throws -> Bool {
        try ([opened.some] + (opened.all == nil ? [closed] : [])).compactMap(\.self)
            .allSatisfy { try isRanked($0, query.mostRanked, database) }
    }

    private static func isRanked(
        _ pattern: String,
        _ most: Int,
        _ database: Database
    ) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                SELECT COUNT(*) FROM (
                    SELECT rowid FROM blockSearch WHERE blockSearch MATCH ? LIMIT ?)
                """
        )
        let count = try Int.fetchOne(statement, arguments: [pattern, most + 1])
        return count ?? 0 <= most
    }

    /// The words of these blocks with marks around what was found.
    ///
    /// In one pass: the plus keeps SQLite from looking the pattern up anew for each block.
    private static func litBlocks(
        _ blocks: [Int64],
        _ pattern: String,
        _ database: Database
    ) throws -> [Int64: String] {
        guard let first = blocks.min(), let last = blocks.max() else { return [:] }
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT rowid, \(highlighted) FROM blockSearch
                WHERE blockSearch MATCH \(pattern) AND rowid BETWEEN \(first) AND \(last)
                    AND +rowid IN \(blocks)
                """
        ).fetchAll(database)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, $0[1] as String) })
    }

    /// The query behind `search(_:)`, apart from it so that its plan can be tested.
    static func request(_ query: SearchQuery, pattern: String, isRanked: Bool = true) -> SQL {
        let filter = query.filter
        var conditions: [SQL] = ["blockSearch MATCH \(pattern)"] + filter.articleConditions
        let told = Reading.allCases.map { statementsOfBlock($0, filter) }
            .map { "EXISTS (\($0))" as SQL }.joined(operator: .or)
        if filter.asksForStatements {
            conditions.append("(\(told))")
        } else if let on = filter.clocks.on {
            conditions.append("(article.knownOn <= \(on.number) OR \(told))")
        }
        // The pages of articles are large, so of those that rank alike and best alone the order of lists is asked.
        if isRanked, conditions.count == 1 {
            return """
                WITH ranked AS MATERIALIZED (
                    SELECT rowid AS block, bm25(blockSearch) AS rank FROM blockSearch
                    WHERE blockSearch MATCH \(pattern))
                SELECT block.key, block.articleKey, block.startByte, block.endByte
                FROM ranked
                JOIN block ON block.key = ranked.block
                JOIN article ON article.key = block.articleKey
                WHERE ranked.rank <= (SELECT MAX(rank) FROM (
                    SELECT rank FROM ranked ORDER BY rank LIMIT \(query.limit)))
                ORDER BY ranked.rank, \(orderOfLists)
                LIMIT \(query.limit)
                """
        }
        if !isRanked, conditions.count > 1 {
            conditions.append(readBy(filter.clocks))
            conditions.append(
                """
                blockSearch.rowid >= (SELECT MIN(rowid) FROM (
                    SELECT rowid FROM blockSearch
                    WHERE blockSearch MATCH \(pattern) AND \(readBy(filter.clocks))
                    ORDER BY rowid DESC LIMIT \(query.mostRanked)))
                """
            )
        }
        // Where nothing is sorted the words are lit in the same pass.
        let (lit, order): (SQL, SQL) =
            isRanked
            ? ("", "bm25(blockSearch), \(orderOfLists)")
            : (", \(highlighted)", "blockSearch.rowid DESC")
        return """
            SELECT block.key, block.articleKey, block.startByte, block.endByte\(lit)
            FROM blockSearch
            JOIN block ON block.key = blockSearch.rowid
            JOIN article ON article.key = block.articleKey
            \(whereAll(conditions))
            ORDER BY \(order)
            LIMIT \(query.limit)
            """
    }

    private static let orderOfLists: SQL = "article.knownOn, article.id, block.position"
    /// The words of a block with marks around what was found.
    private static let highlighted: SQL =
        "highlight(blockSearch, 0, \(Snippet.opening), \(Snippet.closing))"

    /// So many articles that were known last by a day are looked at for the one that was read last.
    ///
    /// It is among them nearly always: what is read in no order of days has one in a thousand after it. All of them
    /// take 35 ms to look at where there are 64,000.
    private static let lastKnown = 1000

    /// Up to the last block of the article that was read last of those known then: what came after it is not looked through.
    private static func readBy(_ clocks: Clocks) -> SQL {
        guard let day = clocks.knownBy else { return "TRUE" }
        return """
            blockSearch.rowid <= coalesce(
                (SELECT MAX(key) FROM block WHERE articleKey =
                    (SELECT MAX(key) FROM (
                        SELECT key FROM article WHERE knownOn <= \(day.number)
                        ORDER BY knownOn DESC, id DESC LIMIT \(lastKnown)))), 0)
            """
    }

    private static func statementsOfBlock(_ reading: Reading, _ filter: StatementFilter) -> SQL {
        let join: SQL =
            reading == .coded
            ? ""
            : "JOIN reviewedStatement ON reviewedStatement.statementKey = statement.key"
        return """
            SELECT 1 FROM statement \(join)
            WHERE statement.articleKey = block.articleKey
                AND statement.startByte < block.endByte AND statement.endByte > block.startByte
                AND \(filter.conditions(on: reading).joined(operator: .and))
            """
    }

    private func hit(
        _ block: FoundBlock,
        _ query: SearchQuery,
        _ articles: inout SummaryShelf,
        _ database: Database
    ) throws -> SearchHit? {
        let (articleKey, start, end) = (block.articleKey, block.start, block.end)
        guard let snippet = Snippet(litBlock: block.lit, byteCount: end - start) else {
            return nil
        }
        let matches = snippet.matches.map { $0.lowerBound + start..<$0.upperBound + start }
        var asked = query.filter
        asked.limit = nil
        let request = Self.request(
            asked,
            also: [
                "article.key = \(articleKey)",
                "statement.startByte < \(end) AND statement.endByte > \(start)",
            ]
        )
        // Compiled once for all hits.
        let statements = try SQLRequest<Row>(literal: request, cached: true).fetchAll(database)
            .map(StatementReader.statement(from:))
        return SearchHit(
            article: try articles.summary(articleKey, database),
            block: start..<end,
            range: matches[0],
            matches: matches,
            snippet: snippet.words,
            snippetRange: snippet.range.lowerBound + start..<snippet.range.upperBound + start,
            statements: statements.filter { statement in
                matches.contains { $0.overlaps(statement.evidence.range) }
            }
        )
    }
}
