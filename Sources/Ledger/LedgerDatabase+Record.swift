package import Diplomacy
import GRDB

extension LedgerDatabase {
    /// Writes down an article with everything that was found in it.
    ///
    /// After it the article stands with exactly these statements and omissions; the same again
    /// changes nothing.
    /// What persons decided on its statements is matched with them again, see `DecisionMatcher`.
    ///
    /// The same article under another file's name (`document`) is the same: the first name stays, as
    /// does the first day of reading. Where an earlier version of the coder made another article of
    /// the same source (another text, so another id), that one gives way.
    ///
    /// `readOn` is the day of reading, from which an undated article is known; `source` is what
    /// `hasRead` answers for afterwards. The article is related to those before and after it that are
    /// like it, see `RelayFinder`. About 7 ms for 20 blocks and 20 statements.
    package func record(
        _ coded: CodedArticle,
        readOn: Day,
        source: SourceStamp?
    ) throws -> RecordOutcome {
        try refuseContradictions(in: coded)
        return try write { try record(coded, readOn: readOn, source: source, $0) }
    }

    /// Writes down several articles as one transaction: all of them stand afterwards, or none.
    ///
    /// For a program that has many at once; it saves the cost of a commit each.
    package func record(_ batch: [(coded: CodedArticle, readOn: Day)]) throws {
        for (coded, _) in batch { try refuseContradictions(in: coded) }
        try write { database in
            for (coded, readOn) in batch {
                _ = try record(coded, readOn: readOn, source: nil, database)
            }
        }
    }

    private func record(
        _ coded: CodedArticle,
        readOn: Day,
        source: SourceStamp?,
        _ database: Database
    ) throws -> RecordOutcome {
        let writer = ArticleWriter(database: database)
        var (outcome, key) = try writer.put(coded, readOn: readOn)
        if let book, outcome != .unchanged {
            try RelayWriter(database: database, book: book).relate(
                article: key,
                coded,
                knownOn: try writer.knownOn(key),
                isNew: outcome == .added
            )
        }
        var replaced: [String] = []
        if let source {
            let sources = SourceWriter(database: database)
            try sources.stamp(source, readOn: readOn, article: key)
            for old in try sources.giveWay(to: key, source) {
                replaced += try writer.delete(article: old)
                outcome = .replaced
            }
        }
        if outcome != .unchanged {
            try ReviewWriter(database: database).match(article: key, insteadOf: replaced)
        }
        return outcome
    }

    /// What the schema cannot see: positions outside the text, and statements of another article.
    private func refuseContradictions(in coded: CodedArticle) throws {
        let article = coded.article
        let length = article.text.utf8.count
        func refuse(_ problem: String) -> LedgerError {
            LedgerError(
                .refused,
                place: "article \(article.id) ('\(article.document)')",
                problem: problem,
                cure: "This is a mistake of the program that coded it; please report it."
            )
        }
        // SQLite ends a text at its first NUL, so every position after it would be lost.
        if let place = article.text.utf8.firstIndex(of: 0) {
            let byte = article.text.utf8.distance(from: article.text.utf8.startIndex, to: place)
            throw refuse("has a NUL character at byte \(byte) of its text")
        }
        let evidence = coded.statements.map {
            ("statement \($0.id)", $0.evidence.article, $0.evidence.range)
        }
        let ties = coded.ties.map { ("tie \($0.id)", $0.evidence.article, $0.evidence.range) }
        let omissions = coded.omissions.map { ("an omission", $0.article, $0.range) }
        let blocks = article.blocks.map { ("a block", article.id, $0.range) }
        for (name, owner, range) in evidence + ties + omissions + blocks {
            if owner != article.id { throw refuse("has \(name) of article \(owner)") }
            if range.lowerBound < 0 || range.upperBound > length {
                throw refuse("has \(name) at bytes \(range) of a text of \(length)")
            }
        }
        var seen: Set<String> = []
        for statement in coded.statements where !seen.insert(statement.id).inserted {
            throw refuse("has two statements of the id \(statement.id)")
        }
        for tie in coded.ties where !seen.insert(tie.id).inserted {
            throw refuse("has two ties of the id \(tie.id)")
        }
    }
}

/// Writes articles, inside a transaction that the caller holds.
struct ArticleWriter {
    let database: Database

    /// What was found when it came, and the article's key.
    func put(
        _ coded: CodedArticle,
        readOn: Day
    ) throws -> (outcome: RecordOutcome, key: Int64) {
        let article = coded.article
        guard let key = try knownKey(ofArticle: article.id),
            let before = try ArticleReader.article(article.id, database)
        else {
            try insert(article, readOn: readOn)
            let key = database.lastInsertedRowID
            try insertContents(of: coded, key)
            return (.added, key)
        }
        let stands = CodedArticle(
            article: before.named(article.document),
            statements: try StatementReader.coded(ofArticle: article.id, database),
            ties: try TieReader.ties(ofArticle: article.id, database),
            omissions: try ArticleReader.omissions(ofArticle: article.id, database)
        )
        if stands == coded { return (.unchanged, key) }
        try deleteContents(ofArticle: key)
        // While its language is the one that it was filed under.
        try KinIndex(database: database).forget(key)
        try update(article, key: key, readOn: readOn)
        try insertContents(of: coded, key)
        return (.replaced, key)
    }

    func key(ofArticle id: String) throws -> Int64 {
        guard let key = try knownKey(ofArticle: id) else {
            preconditionFailure("the article \(id) has just been written")
        }
        return key
    }

    private func knownKey(ofArticle id: String) throws -> Int64? {
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
        for table in ["statement", "tie", "omission", "block"] {
            try run("DELETE FROM \(table) WHERE articleKey = ?", [key])
        }
    }

    private func insert(_ article: Article, readOn: Day) throws {
        try run(
            """
            INSERT INTO article (id, text, document, outlet, address, byline, title, language,
                publication, publishedFirst, publishedLast, publicationReasons, sourceMap,
                readOn, knownOn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [article.id, article.text] + (try columns(of: article, readOn: readOn))
        )
    }

    private func update(_ article: Article, key: Int64, readOn: Day) throws {
        let first = try Int.fetchOne(
            database,
            sql: "SELECT readOn FROM article WHERE key = ?",
            arguments: [key]
        )
        let earliest = min(readOn, first.map { Day(number: $0) } ?? readOn)
        try run(
            """
            UPDATE article SET document = ?, outlet = ?, address = ?, byline = ?, title = ?,
                language = ?, publication = ?, publishedFirst = ?, publishedLast = ?,
                publicationReasons = ?, sourceMap = ?, readOn = ?, knownOn = ?
            WHERE key = ?
            """,
            try columns(of: article, readOn: earliest) + [key]
        )
    }

    private func columns(of article: Article, readOn: Day) throws -> StatementArguments {
        let interval = article.publication.interval
        return [
            article.document, article.outlet, article.address, article.byline, article.title,
            article.language, interval?.edtf, interval?.first.number, interval?.last.number,
            try Columns.json(article.publication.reasons),
            article.sourceMap == .identity ? Self.identity : try Columns.json(article.sourceMap),
            readOn.number, article.knownOn(readOn: readOn).number,
        ]
    }

    /// The source map of every plain text as it is written; a test holds it against the encoder.
    static let identity =
        #"{"segments":[{"isVerbatim":true,"sourceByte":0,"sourceScalar":0,"start":0}]}"#

    private func insertContents(of coded: CodedArticle, _ key: Int64) throws {
        for (position, block) in coded.article.blocks.enumerated() {
            try run(
                """
                INSERT INTO block (articleKey, position, startByte, endByte, role, discard)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    key, position, block.range.lowerBound, block.range.upperBound,
                    block.role.rawValue, block.discard?.rawValue,
                ]
            )
        }
        let knownOn = try knownOn(key).number
        for (position, statement) in coded.statements.enumerated() {
            try insert(statement, of: key, position: position, knownOn: knownOn)
        }
        try TieWriter(database: database).insert(coded.ties, of: key, knownOn: knownOn)
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
    }

    private func insert(
        _ statement: Diplomacy.Statement,
        of article: Int64,
        position: Int,
        knownOn: Int
    ) throws {
        let (date, evidence) = (statement.date, statement.evidence)
        try run(
            """
            INSERT INTO statement (id, articleKey, position, source, target, act, kind, polarity,
                modality, date, firstDay, lastDay, isApproximate, trueFrom, startByte, endByte,
                quote, sourceStart, sourceEnd, confidence, marks, trail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                statement.id, article, position, statement.source.rawValue,
                statement.target?.rawValue, statement.act.rawValue, statement.kind?.rawValue,
                statement.polarity.rawValue, statement.modality.rawValue,
                date?.edtf, date?.first.number, date?.last.number, date?.isApproximate ?? false,
                date?.first.number ?? knownOn,
                evidence.range.lowerBound, evidence.range.upperBound, evidence.quote,
                evidence.sourceScalars.lowerBound, evidence.sourceScalars.upperBound,
                statement.confidence, try Columns.json(statement.marks.map(\.rawValue)),
                try Columns.json(statement.trail),
            ]
        )
        let key = database.lastInsertedRowID
        for (position, voice) in statement.speakers.enumerated() {
            try run(
                "INSERT INTO voice (statementKey, position, name, folded, actor) VALUES (?, ?, ?, ?, ?)",
                [key, position, voice.name, folded(voice.name), voice.actor?.rawValue]
            )
        }
    }

    /// Runs one statement, which SQLite compiles once for each connection.
    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Article {
    /// The same article under another file's name.
    fileprivate func named(_ document: String) -> Article {
        Article(
            id: id,
            document: document,
            outlet: outlet,
            address: address,
            byline: byline,
            title: title,
            language: language,
            publication: publication,
            text: text,
            blocks: blocks,
            sourceMap: sourceMap
        )
    }
}
