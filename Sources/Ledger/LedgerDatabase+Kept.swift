import CSQLite
package import Diplomacy
package import Foundation
import GRDB

/// How often a ledger has changed, and how many articles came in: two equal counts mean the same answers.
package struct ChangeCount: Hashable, Sendable {
    package let number: Int
    package let articles: Int
}

/// One answer that is kept: of a kind, under a name that only its maker reads.
package struct KeptAnswer: Hashable, Sendable {
    package let kind: String
    package let name: String
    package let bytes: Data

    package init(kind: String, name: String, bytes: Data) {
        self.kind = kind
        self.name = name
        self.bytes = bytes
    }
}

/// How much there is, see `LedgerDatabase.keptTotals()`.
package struct KeptTotals: Sendable {
    package let statements: Int
    package let roots: Int
}

extension LedgerDatabase {
    package func changeCount() throws -> ChangeCount {
        try read { database in
            let row = try Row.fetchOne(database, sql: "SELECT number, articles FROM change")
            return ChangeCount(number: row?[0] ?? 0, articles: row?[1] ?? 0)
        }
    }

    /// What the ledger had counted as the answers that it keeps were begun; nil where it keeps none.
    package func keptSince() throws -> ChangeCount? {
        try read { database in
            try Row.fetchOne(database, sql: "SELECT number, articles FROM keptState").map {
                ChangeCount(number: $0[0], articles: $0[1])
            }
        }
    }

    /// The bytes of a kept answer; nil where there is none.
    package func keptAnswer(_ kind: String, _ name: String) throws -> Data? {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT bytes FROM keptAnswer
                    WHERE generation = (SELECT generation FROM keptState) AND kind = ? AND name = ?
                    """
            )
            return try Data.fetchOne(statement, arguments: [kind, name])
        }
    }

    /// Takes in a new generation of answers, batch after batch as `make` hands them over, and shows it in place
    /// of the last one in the transaction of the end.
    ///
    /// `count` is what the ledger had counted as they were begun. Where `make` throws, or the process is killed,
    /// the last generation stands, and what there is of the new one goes with the next. One process at a time:
    /// another gets `LedgerError.Kind.locked` at once, see `KeeperClaim`. `now` is in seconds from 1970-01-01.
    package func keepAnswers(
        since count: ChangeCount,
        by process: RunningProcess = .own,
        now: @escaping @Sendable () -> Int,
        _ make: (_ keep: ([KeptAnswer]) throws -> Void) throws -> Void
    ) throws {
        let claim = try write { try KeeperClaim.taken(by: process, at: now(), place, $0) }
        do {
            try writingInOrder {
                try make { answers in
                    try write { database in
                        try claim.renew(at: now(), place, database)
                        try add(answers, claim.generation, database)
                    }
                }
            }
            try write { database in
                try claim.renew(at: now(), place, database)
                try show(claim.generation, since: count, database)
                try claim.give(back: database)
            }
        } catch {
            // The error says what happened; a claim that cannot be given back either falls with the process.
            try? write { try claim.give(back: $0) }
            throw error
        }
    }

    private func add(_ answers: [KeptAnswer], _ generation: Int, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO keptAnswer (generation, kind, name, bytes) VALUES (?, ?, ?, ?)"
        )
        for answer in answers {
            try statement.execute(arguments: [
                generation, answer.kind, answer.name, answer.bytes,
            ])
        }
    }

    private func show(
        _ generation: Int,
        since count: ChangeCount,
        _ database: Database
    ) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO keptState VALUES (1, ?, ?, ?)",
            arguments: [generation, count.number, count.articles]
        )
        try database.execute(
            sql: "DELETE FROM keptAnswer WHERE generation <> ?",
            arguments: [generation]
        )
    }

    /// The ledger as it stands now, whatever is written meanwhile: for what is made of many questions.
    ///
    /// Of a ledger in memory it is the ledger itself, which nobody else writes to.
    package func frozen() throws -> LedgerDatabase {
        guard let pool = store as? DatabasePool else { return self }
        do {
            return LedgerDatabase(frozen: try pool.makeSnapshot(), place: place)
        } catch {
            throw LedgerError(error, at: place)
        }
    }

    /// Gives what many questions needed, and nobody holds any more, back to the system.
    ///
    /// Some milliseconds; for after a large piece of work, where a smaller one follows.
    package func giveMemoryBack() { casus_gives_memory_back() }

    /// About how many statements there are: the last number that one was given.
    ///
    /// Costs one step in an index, where counting takes a pass.
    package func statementNumber() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT MAX(key) FROM statement") ?? 0 }
    }

    /// How much there is where all is weighed: statements as they count under the clocks of this ledger, and their
    /// roots, each voice once.
    package func keptTotals() throws -> KeptTotals {
        try read { database in
            func count(_ what: String) throws -> Int {
                try Int.fetchOne(database, sql: "SELECT COUNT(\(what)) FROM weighed") ?? 0
            }
            return KeptTotals(
                statements: try count("*"),
                roots: try count("DISTINCT \(Self.witness)")
            )
        }
    }

    /// The party of which most is told as one that acts on named ones, where all is weighed: counted are roots, and of
    /// as many the first by code stands.
    ///
    /// Nil where nothing is told. Some three seconds for a million statements.
    package func mostToldPatron() throws -> ActorCode? {
        let filter = StatementFilter(clocks: clocks)
        let sides = Reading.allCases.map { reading -> SQL in
            let (part, table) = (reading == .coded ? "0" : "reviewedStatement.part", reading.table)
            let from: SQL =
                reading == .coded
                ? "statement"
                : "reviewedStatement JOIN statement ON statement.key = reviewedStatement.statementKey"
            let conditions =
                filter.articleConditions + filter.conditions(on: reading)
                + ["\(table).target IS NOT NULL"]
            return """
                SELECT \(table).source AS source, weighed.root AS root FROM \(from)
                JOIN article ON article.key = statement.articleKey
                JOIN weighed ON weighed.statementKey = statement.key AND weighed.part = \(SQL(sql: part))
                \(whereAll(conditions))
                """
        }
        return try read { database in
            try SQLRequest<String>(
                literal: """
                    SELECT source FROM (\(sides.joined(separator: " UNION ALL ")))
                    GROUP BY source ORDER BY COUNT(DISTINCT root) DESC, source LIMIT 1
                    """
            ).fetchOne(database).map { ActorCode($0) }
        }
    }

    /// The numbers of these articles in the list of `articles(_:)`, from 1, by their ids.
    ///
    /// A pass over an index of articles as far as the last of them, about 20 ms for a hundred thousand.
    package func numbers(
        ofArticles ids: some Sequence<String>,
        _ clocks: Clocks = .unset
    ) throws -> [String: Int] {
        let asked = Set(ids)
        let request: SQL = """
            SELECT article.id FROM article \(whereAll(ArticleReader.conditions(clocks)))
            ORDER BY article.knownOn, article.id
            """
        return try read { database in
            var numbers: [String: Int] = [:]
            var number = 0
            let rows = try SQLRequest<Row>(literal: request).fetchCursor(database)
            while numbers.count < asked.count, let row = try rows.next() {
                number += 1
                let id: String = row[0]
                if asked.contains(id) { numbers[id] = number }
            }
            return numbers
        }
    }
}
