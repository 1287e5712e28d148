package import Diplomacy
import GRDB

extension LedgerDatabase {
    /// The statements that `filter` asks for, each with its article, in the order of the day on
    /// which the article became known, then of its id, then of the statement's place in it.
    ///
    /// The order is the same in every ledger that holds the same records. About 30 µs a statement.
    package func statements(
        _ filter: StatementFilter = StatementFilter()
    ) throws -> [RecordedStatement] {
        let request = Self.request(filter)
        return try read { database in
            var articles = SummaryShelf(on: filter.clocks.on)
            var found: [RecordedStatement] = []
            let rows = try SQLRequest<Row>(literal: request).fetchCursor(database)
            while let row = try rows.next() {
                found.append(
                    RecordedStatement(
                        statement: try StatementReader.statement(from: row),
                        article: try articles.summary(row[0], database)
                    )
                )
            }
            return found
        }
    }

    /// The statement with this id, or the only one whose id begins so.
    ///
    /// Nil where there is none.
    ///
    /// Throws `LedgerError.Kind.ambiguous`, with the ids, where several begin so.
    package func statement(_ idOrPrefix: String) throws -> RecordedStatement? {
        try read { database in
            guard
                let id = try ArticleReader.id(beginning: idOrPrefix, in: "statement", database),
                let row = try SQLRequest<Row>(
                    literal: "\(StatementReader.start) WHERE statement.id = \(id)"
                ).fetchOne(database)
            else { return nil }
            var articles = SummaryShelf(on: nil)
            return RecordedStatement(
                statement: try StatementReader.statement(from: row),
                article: try articles.summary(row[0], database)
            )
        }
    }

    /// The article's statements in the order of the coder.
    ///
    /// Empty where there is no such article.
    package func statements(ofArticle id: String) throws -> [Diplomacy.Statement] {
        try read { try StatementReader.statements(ofArticle: id, $0) }
    }

    /// The query behind `statements(_:)`, apart from it so that its plan can be tested.
    static func request(_ filter: StatementFilter) -> SQL {
        let conditions =
            filter.articleConditions + filter.statementConditions + filter.dayConditions
            + filter.placeConditions
        let order: SQL =
            filter.isNewestFirst
            ? "article.knownOn DESC, article.id DESC, statement.position DESC"
            : "article.knownOn, article.id, statement.position"
        return """
            \(filter.asksForIndex ? StatementReader.start : StatementReader.startInOrder)
            \(whereAll(conditions))
            ORDER BY \(order)
            LIMIT \(filter.limit ?? -1)
            """
    }
}

/// The summaries of the articles in a list of statements, each read once.
struct SummaryShelf {
    private let request: SQL
    private var summaries: [Int64: ArticleSummary] = [:]

    init(on day: Day?) {
        request = ArticleReader.summary(on: day)
    }

    mutating func summary(_ key: Int64, _ database: Database) throws -> ArticleSummary {
        if let summary = summaries[key] { return summary }
        let row = try SQLRequest<Row>(
            literal: "\(request) WHERE article.key = \(key)",
            cached: true
        ).fetchOne(database)
        guard let row else { preconditionFailure("a statement stands in an article") }
        let summary = ArticleReader.summary(from: row)
        summaries[key] = summary
        return summary
    }
}

/// Reads statements back from the tables.
enum StatementReader {
    /// The start of a query of statements, up to `WHERE`; SQLite chooses where to begin.
    static let start: SQL = """
        \(columns) FROM article JOIN statement ON statement.articleKey = article.key
        """

    /// The same, article after article: for what most statements answer.
    ///
    /// In the order of lists this needs no sorting, and stops at a limit.
    static let startInOrder: SQL = """
        \(columns) FROM article CROSS JOIN statement ON statement.articleKey = article.key
        """

    /// The parts that have a list or a range in them come as one JSON object, put together by
    /// SQLite, and are read at one go.
    private static let columns: SQL = """
        SELECT article.key, statement.id, statement.source, statement.target, statement.act,
            statement.kind, statement.polarity, statement.modality, statement.firstDay,
            statement.lastDay, statement.isApproximate, statement.confidence,
            json_object(
                'evidence', json_object(
                    'article', article.id,
                    'range', json_array(statement.startByte, statement.endByte),
                    'quote', statement.quote,
                    'sourceScalars', json_array(statement.sourceStart, statement.sourceEnd)),
                'speakers', (
                    SELECT json_group_array(json_object('name', name, 'actor', actor))
                    FROM (SELECT name, actor FROM voice
                        WHERE voice.statementKey = statement.key ORDER BY voice.position)),
                'marks', json(statement.marks),
                'trail', json(statement.trail))
        """

    private struct Parts: Decodable {
        let evidence: Evidence
        let speakers: [Voice]
        let marks: [Mark]
        let trail: [String]
    }

    static func statement(from row: Row) throws -> Diplomacy.Statement {
        let parts = try Columns.value(Parts.self, from: row[12])
        let (target, kind): (String?, String?) = (row[3], row[5])
        return Diplomacy.Statement(
            id: row[1],
            source: ActorCode(row[2] as String),
            target: target.map { ActorCode($0) },
            act: try Columns.member(Act.self, row[4]),
            kind: try kind.map { try Columns.member(SupportKind.self, $0) },
            polarity: try Columns.member(Polarity.self, row[6]),
            modality: try Columns.member(Modality.self, row[7]),
            speakers: parts.speakers,
            date: Columns.interval(first: row[8], last: row[9], isApproximate: row[10]),
            evidence: parts.evidence,
            confidence: row[11],
            marks: parts.marks,
            trail: parts.trail
        )
    }

    static func statements(
        ofArticle id: String,
        _ database: Database
    ) throws -> [Diplomacy.Statement] {
        try SQLRequest<Row>(
            literal: "\(start) WHERE article.id = \(id) ORDER BY statement.position"
        ).fetchAll(database).map(statement(from:))
    }
}
