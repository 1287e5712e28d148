import Diplomacy
import GRDB

/// Writes decisions, matches them with statements, and settles what statements count as, inside a transaction
/// that the caller holds.
struct ReviewWriter {
    let database: Database
    /// By which voices are told from outlets; nil: a corrected voice leaves the root where it was.
    let book: OutletBook?

    /// Writes a decision down; false where it stands already.
    func insert(_ decision: ReviewDecision) throws -> Bool {
        try run(
            """
            INSERT INTO reviewDecision
                (id, kind, reviewer, decidedOn, undoes, statement, article, address, batch, record)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """,
            [
                decision.id, decision.kind.rawValue, decision.reviewer, decision.decidedOn.number,
                decision.undoes, decision.statement, decision.article, decision.address,
                decision.batch, try Columns.json(decision),
            ]
        )
        return database.changesCount > 0
    }

    // MARK: Matching

    /// Matches the decisions on an article that has just been written, and on those that gave way to it.
    ///
    /// Its statements are new rows, so none of them is matched yet.
    func match(article key: Int64, insteadOf old: [String] = []) throws {
        // In most ledgers nobody has decided anything yet.
        let decided = try database.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM reviewDecision)"
        )
        guard try Bool.fetchOne(decided) ?? false else { return }
        guard
            let id = try String.fetchOne(
                database,
                sql: "SELECT id FROM article WHERE key = ?",
                arguments: [key]
            )
        else { return }
        let request: SQL = """
            SELECT number, record FROM reviewDecision
            WHERE (article IN \([id] + old)
                OR address = (SELECT address FROM article WHERE key = \(key)))
                AND NOT EXISTS (SELECT 1 FROM reviewMatch WHERE decision = number)
            ORDER BY number
            """
        let rows = try SQLRequest<Row>(literal: request).fetchAll(database)
        guard !rows.isEmpty, let article = try ArticleReader.article(id, database) else { return }
        let matcher = DecisionMatcher(
            text: article.text,
            statements: try StatementReader.coded(ofArticle: id, database)
        )
        var touched: Set<Int64> = []
        for row in rows {
            let decision = try Columns.value(ReviewDecision.self, from: row[1])
            guard let statement = matcher.match(decision),
                let statementKey = try self.key(ofStatement: statement)
            else { continue }
            try run(
                "INSERT INTO reviewMatch (decision, statementKey) VALUES (?, ?)",
                [row[0] as Int64, statementKey]
            )
            try run(
                "UPDATE reviewDecision SET article = ? WHERE number = ? AND article <> ?",
                [id, row[0] as Int64, id]
            )
            touched.insert(statementKey)
        }
        for statementKey in touched.sorted() { try settle(statementKey) }
    }

    func key(ofStatement id: String) throws -> Int64? {
        try Int64.fetchOne(
            database,
            sql: "SELECT key FROM statement WHERE id = ?",
            arguments: [id]
        )
    }

    // MARK: Settling

    /// Works out anew what the statement counts as, and from when to when.
    func settle(_ statementKey: Int64) throws {
        try run("DELETE FROM reviewedStatement WHERE statementKey = ?", [statementKey])
        let spans = ReviewHistory(decisions: try decisions(on: statementKey)).spans
        let first = spans.first?.since.number ?? Schema.never
        try run("UPDATE statement SET reviewedFrom = ? WHERE key = ?", [first, statementKey])
        guard !spans.isEmpty,
            let statement = try StatementReader.coded(withKey: statementKey, database)
        else { return }
        for span in spans {
            let readings = span.verdict?.readings ?? []
            let isKept = readings.isEmpty
            for (place, core) in (isKept ? [StatementCore(statement)] : readings).enumerated() {
                try insert(
                    core,
                    of: statementKey,
                    statement.marks,
                    span,
                    part: readings.count > 1 ? place + 1 : 0,
                    // A person has read the words: the reading is no guess any more.
                    confidence: span.verdict == nil || span.verdict?.kind == .reject
                        ? statement.confidence : 1
                )
            }
        }
    }

    private func insert(
        _ core: StatementCore,
        of statementKey: Int64,
        _ coded: [Mark],
        _ span: ReviewHistory.Span,
        part: Int,
        confidence: Double
    ) throws {
        try run(
            """
            INSERT INTO reviewedStatement (statementKey, since, until, part, state, decision,
                source, target, act, kind, polarity, modality, firstDay, lastDay, isApproximate,
                trueFrom, confidence, speakers, testimony, marks)
            SELECT statement.key, ?, ?, ?, ?, (SELECT number FROM reviewDecision WHERE id = ?),
                ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, article.knownOn), ?, ?, ?, ?
            FROM statement JOIN article ON article.key = statement.articleKey
            WHERE statement.key = ?
            """,
            [
                span.since.number, span.until?.number ?? Schema.never, part,
                span.verdict?.state?.rawValue, span.verdict?.id,
                core.source.rawValue, core.target?.rawValue, core.act.rawValue,
                core.kind?.rawValue, core.polarity.rawValue, core.modality.rawValue,
                core.date?.first.number, core.date?.last.number,
                core.date?.isApproximate ?? false, core.date?.first.number, confidence,
                try core.speakers.map { try Columns.json($0.map(StoredVoice.init)) },
                try core.speakers.flatMap { try testimony(of: $0, statementKey) }
                    .map { try Columns.json($0) },
                try core.marks.map { judged in
                    // How the words were read is the coder's own.
                    try Columns.json((coded.filter { !$0.isJudged } + judged).map(\.rawValue))
                },
                statementKey,
            ]
        )
    }

    /// What the voices testify of which a person says that they speak.
    private func testimony(of speakers: [Voice], _ statementKey: Int64) throws -> StoredTestimony? {
        guard let book, let statement = try StatementReader.coded(withKey: statementKey, database)
        else { return nil }
        let (citations, outlet) = try RelayReader.cited(byArticleOf: statementKey, database)
        let place = statement.evidence.range.lowerBound
        let reader = VoiceReader(book: book, citations: citations, own: outlet)
        return StoredTestimony(
            reader.testimony(
                of: statement.told(by: speakers),
                citation: citations.first {
                    !$0.isCredit && $0.isKnown && $0.range.contains(place)
                }
            )
        )
    }

    /// The decisions that mean the statement now, in the order in which they were made.
    func decisions(on statementKey: Int64) throws -> [ReviewDecision] {
        try String.fetchAll(
            database,
            sql: """
                SELECT record FROM reviewDecision
                JOIN reviewMatch ON reviewMatch.decision = reviewDecision.number
                WHERE reviewMatch.statementKey = ? ORDER BY decidedOn, number
                """,
            arguments: [statementKey]
        ).map { try Columns.value(ReviewDecision.self, from: $0) }
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension ReviewDecision {
    /// What the statement is after it; nil for a note and an undoing.
    var state: ReviewMark.State? {
        switch kind {
        case .accept, .correct, .split:
            outcome == [coded] ? .accepted : outcome.count == 1 ? .corrected : .split
        case .reject: .rejected
        case .note, .undo: nil
        }
    }
}
