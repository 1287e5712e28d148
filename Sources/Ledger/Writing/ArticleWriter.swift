import Diplomacy
import GRDB

/// Writes articles, inside a transaction that the caller holds.
///
/// The words of what was written are put into the full-text index by `finish`, which the caller owes before the
/// transaction ends: in one piece, after the rows that have triggers, because SQLite writes a half-made index to the file
/// at each of those.
final class ArticleWriter {
    let database: Database
    let rows: ArticleRows
    private var unindexed: [(block: Int64, words: Substring)] = []

    init(_ database: Database) throws {
        self.database = database
        rows = try ArticleRows(database)
    }

    /// Puts the words of all blocks that were written into the index.
    func finish() throws {
        for (block, words) in unindexed { try rows.add(words, ofBlock: block) }
        unindexed = []
    }

    func key(ofArticle id: String) throws -> Int64 {
        guard let key = try knownKey(ofArticle: id) else {
            preconditionFailure("the article \(id) has just been written")
        }
        return key
    }

    /// Nil where no such article stands.
    func knownKey(ofArticle id: String) throws -> Int64? {
        let statement = try database.cachedStatement(sql: "SELECT key FROM article WHERE id = ?")
        return try Int64.fetchOne(statement, arguments: [id])
    }

    /// The day from which an article that stands can be known.
    func knownOn(_ key: Int64) throws -> Day {
        let statement = try database.cachedStatement(
            sql: "SELECT knownOn FROM article WHERE key = ?"
        )
        guard let knownOn = try Int.fetchOne(statement, arguments: [key]) else {
            preconditionFailure("the article has just been written")
        }
        return Day(number: knownOn)
    }

    /// The statements of an article, in its order.
    func statementKeys(ofArticle key: Int64) throws -> [Int64] {
        let statement = try database.cachedStatement(
            sql: "SELECT key FROM statement WHERE articleKey = ? ORDER BY position"
        )
        return try Int64.fetchAll(statement, arguments: [key])
    }

    // MARK: Writing

    /// Writes an article that does not stand yet; gives back its key and those of its statements.
    func add(_ prepared: PreparedArticle) throws -> (key: Int64, statements: [Int64]) {
        let article = prepared.coded.article
        let knownOn = article.knownOn(readOn: prepared.readOn)
        try rows.add(prepared)
        let key = database.lastInsertedRowID
        return (key, try addContents(of: prepared, key, knownOn: knownOn))
    }

    /// Writes an article, whatever stands of it; the keys of its statements are nil where nothing had to be done.
    func put(
        _ prepared: PreparedArticle
    ) throws -> (outcome: RecordOutcome, key: Int64, statements: [Int64]?) {
        let (coded, article) = (prepared.coded, prepared.coded.article)
        guard let key = try knownKey(ofArticle: article.id),
            let before = try ArticleReader.article(article.id, database)
        else {
            let (key, statements) = try add(prepared)
            return (.added, key, statements)
        }
        let stands = CodedArticle(
            article: before.named(article.document),
            statements: try StatementReader.coded(ofArticle: article.id, database),
            ties: try TieReader.ties(ofArticle: article.id, database),
            people: try PersonReader.people(ofArticle: article.id, database),
            omissions: try ArticleReader.omissions(ofArticle: article.id, database)
        )
        if stands == coded { return (.unchanged, key, nil) }
        try deleteContents(ofArticle: key)
        // While its language is the one that it was filed under.
        try KinIndex(database: database).forget(key)
        try update(prepared, key: key)
        return (
            .replaced, key,
            try addContents(of: prepared, key, knownOn: try knownOn(key))
        )
    }

    /// Gives back its id.
    func delete(article key: Int64) throws -> [String] {
        let id = try String.fetchAll(
            database,
            sql: "SELECT id FROM article WHERE key = ?",
            arguments: [key]
        )
        try deleteContents(ofArticle: key)
        try KinIndex(database: database).forget(key)
        try run("DELETE FROM article WHERE key = ?", [key])
        return id
    }

    /// In this order: the full-text index forgets a block while the article's text is still there.
    private func deleteContents(ofArticle key: Int64) throws {
        // What the index does not know yet, it cannot forget.
        try finish()
        for table in ["statement", "tie", "person", "omission", "block"] {
            try run("DELETE FROM \(table) WHERE articleKey = ?", [key])
        }
    }

    private func update(_ prepared: PreparedArticle, key: Int64) throws {
        let first = try Int.fetchOne(
            database,
            sql: "SELECT readOn FROM article WHERE key = ?",
            arguments: [key]
        )
        let earliest = min(
            prepared.readOn,
            first.map { Day(number: $0) } ?? prepared.readOn
        )
        try run(
            """
            UPDATE article SET document = ?, outlet = ?, address = ?, byline = ?, title = ?,
                language = ?, publication = ?, publishedFirst = ?, publishedLast = ?,
                publicationReasons = ?, sourceMap = ?, readOn = ?, knownOn = ?
            WHERE key = ?
            """,
            columns(of: prepared, readOn: earliest) + [key]
        )
    }

    private func columns(of prepared: PreparedArticle, readOn: Day) -> StatementArguments {
        let (article, columns) = (prepared.coded.article, prepared.columns)
        let interval = article.publication.interval
        return [
            article.document, article.outlet, article.address, article.byline, article.title,
            article.language, columns.publication, interval?.first.number, interval?.last.number,
            columns.reasons, columns.sourceMap, readOn.number,
            article.knownOn(readOn: readOn).number,
        ]
    }

    private func addContents(
        of prepared: PreparedArticle,
        _ key: Int64,
        knownOn: Day
    ) throws -> [Int64] {
        let (coded, knownOn) = (prepared.coded, knownOn.number)
        let text = coded.article.text
        for (position, block) in coded.article.blocks.enumerated() {
            try rows.add(block, of: key, position)
            if block.isKept {
                unindexed.append((database.lastInsertedRowID, text.bytes(block.range)))
            }
        }
        var statements: [Int64] = []
        for (position, statement) in coded.statements.enumerated() {
            let columns = prepared.statements[position]
            try rows.add(statement, columns, of: key, position, knownOn: knownOn)
            let row = database.lastInsertedRowID
            for (place, voice) in statement.speakers.enumerated() {
                try rows.add(voice, folded: columns.foldedVoices[place], of: row, place)
            }
            statements.append(row)
        }
        try TieWriter(database: database).insert(coded.ties, of: key, knownOn: knownOn)
        try PersonWriter(database: database).insert(coded.people, of: key, knownOn: knownOn)
        for (position, omission) in coded.omissions.enumerated() {
            try run(
                """
                INSERT INTO omission
                    (articleKey, position, startByte, endByte, quote, reason, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    key, position, omission.range.lowerBound, omission.range.upperBound,
                    omission.quote, omission.reason.rawValue, omission.detail,
                ]
            )
        }
        return statements
    }

    /// Runs one statement, which SQLite compiles once for each connection.
    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension String {
    /// The letters at these bytes.
    fileprivate func bytes(_ range: ByteRange) -> Substring {
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }
}
