import Diplomacy
import GRDB

/// Whose reading of a statement a row holds: the coder's, or a reviewer's.
enum Reading: CaseIterable, Sendable {
    case coded, reviewed

    /// How the words are meant and were read, as JSON.
    fileprivate var marks: SQL {
        self == .coded ? "statement.marks" : "coalesce(reviewedStatement.marks, statement.marks)"
    }

    /// The table with the columns `source` to `trueFrom` of the reading.
    var table: SQL { SQL(sql: tableName) }

    var tableName: String { self == .coded ? "statement" : "reviewedStatement" }

    /// That what it tells had happened by a day, whatever day of its date it was: the date had ended, or somebody had
    /// told it already.
    ///
    /// What was "in June 2025" and was told on the 24th counts from the 24th; told in July, from the 30th. Asks the
    /// table `article` too.
    func wasTrue(by day: Day) -> SQL { SQL(sql: wasTrue(by: day.number)) }

    func wasTrue(by day: Int) -> String {
        """
        \(tableName).trueFrom <= \(day)
        AND (\(tableName).lastDay IS NULL OR \(tableName).lastDay <= \(day) OR article.knownOn <= \(day))
        """
    }

    /// That it is what the statement counts as under no clocks: `counts(.unset)` as a text without arguments.
    var countsNow: String { counts(latest: "\(Clocks.unset.latest)") }

    /// That it is what the statement counts as, as known on the last of `clocks`.
    func counts(_ clocks: Clocks) -> SQL {
        let sql = counts(latest: "?")
        let latest = Array(repeating: clocks.latest, count: sql.count { $0 == "?" })
        return SQL(sql: sql, arguments: StatementArguments(latest))
    }

    /// `latest` is the number of a day, or a mark for it.
    func counts(latest: String) -> String {
        switch self {
        case .coded: "statement.reviewedFrom > \(latest)"
        case .reviewed:
            """
            reviewedStatement.since <= \(latest) AND reviewedStatement.until > \(latest)
            AND reviewedStatement.state IS NOT 'rejected'
            """
        }
    }
}

extension Clocks {
    /// The number of the last day on which anything may have become known.
    var latest: Int { knownBy?.number ?? Schema.never - 1 }
}

/// Reads statements back from the tables.
enum StatementReader {
    /// The start of a query of the coder's readings, up to `WHERE`; SQLite chooses where to begin.
    static let start = start(isWeighed: false)

    /// The same; `isWeighed` for what is kept of roots and happenings behind the columns, `isInOrder` for a way
    /// article after article.
    ///
    /// In the order of lists the latter needs no sorting, and stops at a limit: for what most statements answer.
    static func start(isWeighed: Bool, isInOrder: Bool = false) -> SQL {
        let join: SQL = isInOrder ? "CROSS JOIN" : "JOIN"
        let (kept, from) = isWeighed ? weighed("0") : ("", "")
        return """
            \(columns(.coded, isWeighed)), 0 AS part, NULL AS review\(kept)
            FROM article \(join) statement ON statement.articleKey = article.key \(from)
            """
    }

    /// The start of a query of reviewers' readings; it begins at these, which are few.
    static let startReviewed = startReviewed(isWeighed: false)

    static func startReviewed(isWeighed: Bool) -> SQL {
        let (kept, from) = isWeighed ? weighed("reviewedStatement.part") : ("", "")
        return """
            \(columns(.reviewed, isWeighed)), reviewedStatement.part AS part,
                CASE WHEN reviewedStatement.state IS NULL THEN NULL ELSE json_object(
                    'state', reviewedStatement.state, 'reviewer', reviewDecision.reviewer,
                    'decidedOn', reviewDecision.decidedOn, 'decision', reviewDecision.id,
                    'words', json_extract(reviewDecision.record, '$.words')) END AS review\(kept)
            FROM reviewedStatement
                CROSS JOIN statement ON statement.key = reviewedStatement.statementKey
                CROSS JOIN article ON article.key = statement.articleKey
                LEFT JOIN reviewDecision ON reviewDecision.number = reviewedStatement.decision \(from)
            """
    }

    /// Columns of what is kept, and the table that has them.
    private static func weighed(_ part: SQL) -> (columns: SQL, from: SQL) {
        (
            ", \(KeptWeight.columns)",
            "LEFT JOIN weighed ON weighed.statementKey = statement.key AND weighed.part = \(part)"
        )
    }

    /// Lists come as JSON, put together by SQLite.
    ///
    /// Who asks what is weighed does not ask how it was read, so the trail is left out.
    private static func columns(_ reading: Reading, _ isWeighed: Bool) -> SQL {
        let table = reading.table
        let trail: SQL = isWeighed ? "'[]'" : "statement.trail"
        return """
            SELECT article.key, statement.id, \(table).source, \(table).target, \(table).act,
                \(table).kind, \(table).polarity, \(table).modality, \(table).firstDay,
                \(table).lastDay, \(table).isApproximate, \(table).confidence AS confidence,
                statement.startByte, statement.endByte, statement.quote,
                statement.sourceStart, statement.sourceEnd,
                \(SQL(sql: reading.speakers)), \(reading.marks), \(trail),
                article.knownOn AS knownOn, article.id AS articleId, statement.position AS position
            """
    }

    /// The start of a query of who says what, in a way article after article where it `isInOrder`.
    static func startOfVoices(_ reading: Reading, isInOrder: Bool) -> SQL {
        let columns: SQL = """
            SELECT statement.id, article.id AS articleId, \(SQL(sql: reading.speakers)),
                article.knownOn AS knownOn, statement.position AS position,
            """
        switch reading {
        case .coded:
            let join: SQL = isInOrder ? "CROSS JOIN" : "JOIN"
            return """
                \(columns) 0 AS part
                FROM article \(join) statement ON statement.articleKey = article.key
                """
        case .reviewed:
            return """
                \(columns) reviewedStatement.part AS part
                FROM reviewedStatement
                    CROSS JOIN statement ON statement.key = reviewedStatement.statementKey
                    CROSS JOIN article ON article.key = statement.articleKey
                """
        }
    }

    /// Of a row of such a query.
    static func telling(from row: Row) throws -> Telling {
        let (id, part): (String, Int) = (row[0], row[5])
        return Telling(
            statement: part == 0 ? id : "\(id)\(partSign)\(part)",
            article: row[1],
            speakers: try list(row[2], PlainLists.voices)
        )
    }

    /// The places of a row's columns; up to `articleId` they are those of `columns`.
    private enum Place {
        static let (articleKey, id, source, target, act, kind) = (0, 1, 2, 3, 4, 5)
        static let (polarity, modality, firstDay, lastDay) = (6, 7, 8, 9)
        static let (isApproximate, confidence) = (10, 11)
        static let (start, end, quote, sourceStart, sourceEnd) = (12, 13, 14, 15, 16)
        static let (speakers, marks, trail, articleId) = (17, 18, 19, 21)
        static let (part, review) = (23, 24)
    }

    /// How many columns there are before what is kept of roots and happenings.
    static let width = 25

    /// As `ReviewMark`, with the day as a number.
    private struct Review: Decodable {
        let state: ReviewMark.State
        let reviewer: String
        let decidedOn: Int
        let words: String
        let decision: String

        var mark: ReviewMark {
            ReviewMark(
                state: state,
                reviewer: reviewer,
                decidedOn: Day(number: decidedOn),
                words: words,
                decision: decision
            )
        }
    }

    static func recorded(
        from row: Row,
        _ articles: inout SummaryShelf,
        _ database: Database
    ) throws -> RecordedStatement {
        RecordedStatement(
            statement: try statement(from: row),
            article: try articles.summary(row[Place.articleKey], database),
            review: try review(from: row)
        )
    }

    private static func review(from row: Row) throws -> ReviewMark? {
        let json: String? = row[Place.review]
        return try json.map { try Columns.value(Review.self, from: $0).mark }
    }

    static func statement(from row: Row) throws -> Diplomacy.Statement {
        let (target, kind): (String?, String?) = (row[Place.target], row[Place.kind])
        let (id, part): (String, Int) = (row[Place.id], row[Place.part])
        let review = try review(from: row)
        let isCorrected = review?.state == .corrected || review?.state == .split
        let speakers = try list(row[Place.speakers], PlainLists.voices)
        let marks: [Mark] = try list(row[Place.marks]) { _ in nil }
        let trail = try list(row[Place.trail], PlainLists.words)
        return Diplomacy.Statement(
            id: part == 0 ? id : "\(id)\(partSign)\(part)",
            source: ActorCode(row[Place.source] as String),
            target: target.map { ActorCode($0) },
            act: try Columns.member(Act.self, row[Place.act]),
            kind: try kind.map { try Columns.member(SupportKind.self, $0) },
            polarity: try Columns.member(Polarity.self, row[Place.polarity]),
            modality: try Columns.member(Modality.self, row[Place.modality]),
            speakers: speakers,
            date: Columns.interval(
                first: row[Place.firstDay],
                last: row[Place.lastDay],
                isApproximate: row[Place.isApproximate]
            ),
            evidence: evidence(from: row),
            confidence: row[Place.confidence],
            marks: marks + (isCorrected ? [.corrected] : []),
            trail: trail + (review.map { [$0.sentence] } ?? [])
        )
    }

    private static func evidence(from row: Row) -> Evidence {
        let (start, end): (Int, Int) = (row[Place.start], row[Place.end])
        let (sourceStart, sourceEnd): (Int, Int) = (row[Place.sourceStart], row[Place.sourceEnd])
        return Evidence(
            recordedFrom: row[Place.articleId],
            range: start..<end,
            quote: row[Place.quote],
            sourceScalars: sourceStart..<sourceEnd
        )
    }

    /// A list of JSON; that most are empty or plain spares most of the work.
    private static func list<Value: Decodable>(
        _ json: String,
        _ plain: (String) -> [Value]?
    ) throws -> [Value] {
        if json == "[]" { return [] }
        return try plain(json) ?? Columns.value([Value].self, from: json)
    }
}
