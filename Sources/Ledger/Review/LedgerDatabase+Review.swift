package import Diplomacy
import GRDB
import Text

/// The review desk: everything that a command or a page needs to let persons decide on statements.
///
/// `reviewQueue` says what to look at next, `decide` and `undo` write, `history` shows what was decided on a
/// statement, `reviewAgreement` how far reviewers agree. Days are arguments, as everywhere.
extension LedgerDatabase {
    /// Writes a decision down and settles what its statement counts as from that day on.
    ///
    /// Who accepts, accepts what the statement counts as then, the correction of a colleague too; a blind judgement is on
    /// what the coder read, as long as its reviewer has not decided on it before. A part of a
    /// split (`ID~2`) is rejected or corrected alone, and the other parts stay. Refuses what would say nothing:
    /// a rejection without a reason, a note without words, a correction that changes nothing, a split into
    /// fewer than two. `undo` is a method of its own.
    @discardableResult
    package func decide(_ judgement: Judgement) throws -> ReviewDecision {
        try writeWeighed { try decide(judgement, batch: nil, $0) }
    }

    /// Writes several decisions down together: all of them, or where one says nothing, none.
    ///
    /// They bear the name of one batch, by which they can be taken back together.
    package func decide(together judgements: [Judgement]) throws -> [ReviewDecision] {
        try writeWeighed { database in
            let before = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM reviewDecision")
            let batch = ContentHash.name(
                of: judgements.map { "\($0.kind.rawValue) \($0.statement) \($0.reviewer)" }
                    .joined(separator: "\n"),
                String(before ?? 0)
            )
            return try judgements.map { try decide($0, batch: batch, database) }
        }
    }

    /// Takes back what is left of a batch of the same reviewer, all of it together.
    package func undo(
        batch: String,
        by reviewer: String,
        on day: Day
    ) throws -> [ReviewDecision] {
        try writeWeighed { database in
            let decisions = try ReviewReader(database: database).batch(batch)
            guard !decisions.isEmpty else {
                throw refusal(
                    batch,
                    "has nothing that could be taken back",
                    "'casus review history' lists what was decided."
                )
            }
            return try decisions.map { try undo($0, by: reviewer, on: day, database) }
        }
    }

    /// What was decided together and is not undone, in order.
    package func batch(_ batch: String) throws -> [ReviewDecision] {
        try read { try ReviewReader(database: $0).batch(batch) }
    }

    /// Takes back a decision of the same reviewer, by its id; the decision and its undoing both stay.
    ///
    /// Refuses the decision of somebody else: who thinks otherwise decides otherwise.
    @discardableResult
    package func undo(
        _ decision: String,
        by reviewer: String,
        on day: Day
    ) throws -> ReviewDecision {
        try writeWeighed { database in
            guard let undone = try ReviewReader(database: database).decision(decision),
                undone.kind != .undo
            else {
                throw refusal(decision, "is no decision", "'casus review history' lists their ids.")
            }
            return try undo(undone, by: reviewer, on: day, database)
        }
    }

    // MARK: Writing

    private func decide(
        _ judgement: Judgement,
        batch: String?,
        _ database: Database
    ) throws -> ReviewDecision {
        let statement = try self.statement(judgement.statement, database)
        let stands =
            try isBlind(judgement, statement.id, database)
            ? [StatementCore(statement)]
            : StatementReader.readings(ofStatement: statement.id, database)
                .map { StatementCore($0, coded: statement) }
        var judgement = judgement
        judgement.readings = judgement.readings.map { $0.standing(on: statement) }
        if let (problem, cure) = judgement.problem(with: stands) {
            throw refusal(judgement.statement, problem, cure)
        }
        let part = StatementReader.part(judgement.statement)
        let whole = judgement.ofWhole(part: part, stands, coded: StatementCore(statement))
        return try record(whole, batch: batch, on: statement, database)
    }

    private func isBlind(
        _ judgement: Judgement,
        _ statement: String,
        _ database: Database
    ) throws -> Bool {
        guard judgement.isBlind, StatementReader.part(judgement.statement) == nil else {
            return false
        }
        let entries = try ReviewReader(database: database).entries(on: statement)
        return !entries.contains {
            $0.decision.reviewer == judgement.reviewer && $0.decision.kind.isVerdict && !$0.isUndone
        }
    }

    private func undo(
        _ undone: ReviewDecision,
        by reviewer: String,
        on day: Day,
        _ database: Database
    ) throws -> ReviewDecision {
        guard undone.reviewer == reviewer else {
            throw refusal(
                undone.id,
                "was decided by \(undone.reviewer), not by \(reviewer)",
                "Decide otherwise instead: the last word counts."
            )
        }
        guard try !ReviewReader(database: database).isUndone(undone.id) else {
            throw refusal(undone.id, "was taken back before", "Decide anew instead.")
        }
        guard day >= undone.decidedOn else {
            throw refusal(
                undone.id,
                "was decided on \(undone.decidedOn), after \(day)",
                "Nothing can be taken back before it was said."
            )
        }
        return try undo(undone, on: day, database)
    }

    private func record(
        _ judgement: Judgement,
        batch: String?,
        on statement: Diplomacy.Statement,
        _ database: Database
    ) throws -> ReviewDecision {
        guard let article = try ArticleReader.article(statement.evidence.article, database) else {
            preconditionFailure("a statement stands in an article")
        }
        let readings = try judgement.readings.map { try Columns.json($0) }.joined()
        let decision = ReviewDecision(
            id: try name(
                judgement.kind.rawValue,
                judgement.reviewer,
                statement.id,
                judgement.words + readings,
                judgement.decidedOn,
                database
            ),
            kind: judgement.kind,
            reviewer: judgement.reviewer,
            decidedOn: judgement.decidedOn,
            words: judgement.words,
            undoes: nil,
            statement: statement.id,
            article: article.id,
            address: article.address,
            anchor: TextAnchor(statement.evidence.range, in: article.text),
            coded: StatementCore(statement),
            readings: judgement.readings,
            batch: batch
        )
        let writer = ReviewWriter(database: database, book: book)
        _ = try writer.insert(decision)
        try match(decision, writer, database)
        return decision
    }

    private func undo(
        _ undone: ReviewDecision,
        on day: Day,
        _ database: Database
    ) throws -> ReviewDecision {
        let kind = ReviewDecision.Kind.undo
        let decision = ReviewDecision(
            id: try name(
                kind.rawValue,
                undone.reviewer,
                undone.statement,
                undone.id,
                day,
                database
            ),
            kind: kind,
            reviewer: undone.reviewer,
            decidedOn: day,
            words: "",
            undoes: undone.id,
            statement: undone.statement,
            article: undone.article,
            address: undone.address,
            anchor: undone.anchor,
            coded: undone.coded,
            readings: [],
            batch: undone.batch
        )
        let writer = ReviewWriter(database: database, book: book)
        _ = try writer.insert(decision)
        try match(decision, writer, database)
        return decision
    }

    /// Matches one new decision with the article that holds its words now.
    private func match(
        _ decision: ReviewDecision,
        _ writer: ReviewWriter,
        _ database: Database
    ) throws {
        let key = try Int64.fetchOne(
            database,
            sql: """
                SELECT article.key FROM article WHERE article.id = coalesce(
                    (SELECT article FROM reviewDecision WHERE id = ?), ?)
                """,
            arguments: [decision.undoes, decision.article]
        )
        if let key { try writer.match(article: key) }
    }

    /// An id that two decisions share only where everything about them is the same.
    private func name(
        _ kind: String,
        _ reviewer: String,
        _ statement: String,
        _ content: String,
        _ day: Day,
        _ database: Database
    ) throws -> String {
        let before = try Int.fetchOne(
            database,
            sql: "SELECT COUNT(*) FROM reviewDecision WHERE statement = ? AND reviewer = ?",
            arguments: [statement, reviewer]
        )
        return ContentHash.name(
            of: kind,
            reviewer,
            statement,
            content,
            day.description,
            String(before ?? 0)
        )
    }

    /// The coder's reading of the statement that `idOrPrefix` means, also by the id of a part of a split.
    func statement(
        _ idOrPrefix: String,
        _ database: Database
    ) throws -> Diplomacy.Statement {
        let beginning = StatementReader.whole(idOrPrefix)
        guard let id = try ArticleReader.id(beginning: beginning, in: "statement", database),
            let statement = try StatementReader.coded(withId: id, database)
        else {
            throw refusal(
                idOrPrefix,
                "is no statement of this ledger",
                "'casus review list' and 'casus statements' list the ids."
            )
        }
        return statement
    }

    private func refusal(_ place: String, _ problem: String, _ cure: String) -> LedgerError {
        LedgerError(.refused, place: place, problem: problem, cure: cure)
    }
}
