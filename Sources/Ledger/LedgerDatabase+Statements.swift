package import Diplomacy
import GRDB

extension LedgerDatabase {
    /// The statements that `filter` asks for, each with its article, in the order of the day on
    /// which the article became known, then of its id, then of the statement's place in it.
    ///
    /// What a person rejected by then is not among them, what was corrected counts as corrected, and a
    /// statement that was split comes as its parts. The order is the same in every ledger that holds the same
    /// records. About 30 µs a statement.
    package func statements(
        _ filter: StatementFilter = StatementFilter()
    ) throws -> [RecordedStatement] {
        var found: [RecordedStatement] = []
        try eachStatement(filter) { found.append($0) }
        return found
    }

    /// Hands over the same statements in the same order, one by one, of one state of the ledger.
    ///
    /// What `body` throws ends it and is thrown on as it is. `body` must not ask the ledger anything.
    func eachStatement(
        _ filter: StatementFilter,
        _ body: (RecordedStatement) throws -> Void
    ) throws {
        if try eachOfWindow(filter, body) { return }
        let request = Self.request(filter)
        // Kept apart from the ledger's own errors, which `read` puts into its words.
        var stop: (any Error)?
        try read { database in
            var articles = SummaryShelf(filter.clocks)
            let rows = try SQLRequest<Row>(literal: request).fetchCursor(database)
            while stop == nil, let row = try rows.next() {
                let recorded = try StatementReader.recorded(from: row, &articles, database)
                do { try body(recorded) } catch { stop = error }
            }
        }
        if let stop { throw stop }
    }

    /// The statement with this id, or the only one whose id begins so, as it counts now; one that a person
    /// rejected is marked so.
    ///
    /// Nil where there is none.
    ///
    /// Throws `LedgerError.Kind.ambiguous`, with the ids, where several begin so.
    package func statement(_ idOrPrefix: String) throws -> RecordedStatement? {
        try read { database in
            let whole = StatementReader.whole(idOrPrefix)
            guard let id = try ArticleReader.id(beginning: whole, in: "statement", database),
                let row = try StatementReader.row(
                    ofStatement: id,
                    part: StatementReader.part(idOrPrefix),
                    database
                )
            else { return nil }
            var articles = SummaryShelf(.unset)
            return try StatementReader.recorded(from: row, &articles, database)
        }
    }

    /// The article's statements as they count now, in the order of the coder.
    ///
    /// Empty where there is no such article.
    package func statements(ofArticle id: String) throws -> [Diplomacy.Statement] {
        let request = Self.request(StatementFilter(), also: ["article.id = \(id)"])
        return try read { database in
            try SQLRequest<Row>(literal: request).fetchAll(database)
                .map(StatementReader.statement(from:))
        }
    }

    /// The query behind `statements(_:)`, apart from it so that its plan can be tested; `also` are conditions
    /// on the tables `article` and `statement`.
    ///
    /// What persons have judged stands in a table of its own, with its own indexes, and few rows; so the two
    /// are asked one by one and merged.
    /// `order` stands for that of lists, `offset` passes over the first. `isWeighed` adds what is kept of roots
    /// and happenings; `isInOrder` goes from article to article, whatever an index could find.
    static func request(
        _ filter: StatementFilter,
        also: [SQL] = [],
        order other: SQL? = nil,
        offset: Int = 0,
        isWeighed: Bool = false,
        isInOrder: Bool = false
    ) -> SQL {
        let (coded, reviewed) = (
            filter.articleConditions + filter.conditions(on: .coded, usesIndex: !isInOrder)
                + filter.place(in: .coded) + also,
            filter.articleConditions + filter.conditions(on: .reviewed)
                + filter.place(in: .reviewed)
                + also
        )
        let list: SQL =
            filter.isNewestFirst
            ? "knownOn DESC, articleId DESC, position DESC, part DESC"
            : "knownOn, articleId, position, part"
        let usesIndex = !isInOrder && (filter.asksForIndex || other != nil)
        return """
            \(StatementReader.start(isWeighed: isWeighed, isInOrder: !usesIndex))
            \(whereAll(coded))
            UNION ALL
            \(StatementReader.startReviewed(isWeighed: isWeighed))
            \(whereAll(reviewed))
            ORDER BY \(other ?? list)
            LIMIT \(filter.limit ?? -1) OFFSET \(offset)
            """
    }
}

/// The summaries of the articles in a list of statements, each read once.
struct SummaryShelf {
    private let request: SQL
    /// The request as SQLite takes it, written out once.
    private var written: (sql: String, arguments: StatementArguments)?
    private var summaries: [Int64: ArticleSummary] = [:]

    init(_ clocks: Clocks) {
        request = "\(ArticleReader.summary(clocks)) WHERE article.key = "
    }

    mutating func summary(_ key: Int64, _ database: Database) throws -> ArticleSummary {
        if let summary = summaries[key] { return summary }
        let (sql, arguments) = try written ?? request.build(database)
        written = (sql, arguments)
        let statement = try database.cachedStatement(sql: "\(sql)?")
        let row = try Row.fetchOne(statement, arguments: arguments + [key])
        guard let row else { preconditionFailure("a statement stands in an article") }
        let summary = ArticleReader.summary(from: row)
        summaries[key] = summary
        return summary
    }
}
