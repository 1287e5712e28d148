package import Diplomacy
import GRDB

extension LedgerDatabase {
    /// Whether these bytes were read before by this version of the coder, with success or without:
    /// what a run that goes on after a stop may pass over.
    ///
    /// `place` plays no part.
    package func hasRead(_ source: SourceStamp) throws -> Bool {
        try read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM source WHERE hash = ? AND coderVersion = ?)",
                arguments: [source.hash, source.coderVersion]
            ) ?? false
        }
    }

    /// Writes down that something could not be read, so that it is counted and not lost.
    ///
    /// The same again changes nothing.
    ///
    /// With a stamp, `hasRead` is true for it afterwards; the skip goes away when a later reading
    /// of the same bytes, by any version, succeeds.
    package func recordSkip(
        _ source: SourceStamp?,
        place: String,
        reason: String,
        readOn: Day
    ) throws {
        try write { database in
            if let source {
                try SourceWriter(database: database).stamp(source, readOn: readOn, article: nil)
            }
            try database.execute(
                sql: """
                    INSERT INTO skip (hash, place, reason, readOn) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                arguments: [source?.hash, place, reason, readOn.number]
            )
        }
    }

    /// What could not be read, by place.
    package func skips() throws -> [Skip] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT place, reason, readOn FROM skip ORDER BY place, reason"
            ).map { Skip(place: $0[0], reason: $0[1], readOn: Day(number: $0[2])) }
        }
    }

    /// How much there is.
    ///
    /// Linear in the number of statements, about 100 ms for a million: each is counted once, in its language.
    package func counts() throws -> LedgerCounts {
        try read { database in
            func count(_ table: String) throws -> Int {
                try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
            }
            let languages = try Row.fetchAll(
                database,
                sql: """
                    SELECT language, COUNT(*),
                        SUM((SELECT COUNT(*) FROM statement
                            WHERE statement.articleKey = article.key))
                    FROM article GROUP BY language ORDER BY language
                    """
            ).map {
                LedgerCounts.InLanguage(language: $0[0], articles: $0[1], statements: $0[2])
            }
            return LedgerCounts(
                articles: languages.reduce(0) { $0 + $1.articles },
                statements: languages.reduce(0) { $0 + $1.statements },
                notDone: try count("statement WHERE polarity = 'not_done'"),
                omissions: try count("omission"),
                skips: try count("skip"),
                languages: languages
            )
        }
    }
}

/// Writes down which bytes were read, inside a transaction that the caller holds.
struct SourceWriter {
    let database: Database

    /// Stamps the source as read; its earlier skips are forgotten.
    func stamp(_ source: SourceStamp, readOn: Day, article: Int64?) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO source (hash, coderVersion, place, readOn, articleKey)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (hash, coderVersion) DO UPDATE
                SET articleKey = coalesce(excluded.articleKey, articleKey)
                """
        ).execute(
            arguments: [source.hash, source.coderVersion, source.place, readOn.number, article]
        )
        try database.cachedStatement(sql: "DELETE FROM skip WHERE hash = ?")
            .execute(arguments: [source.hash])
    }

    /// Whether another version of the coder made an article of this source.
    func hasOthers(_ source: SourceStamp) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM source
                    WHERE hash = ? AND coderVersion <> ? AND articleKey IS NOT NULL)
                """
        )
        return try Bool.fetchOne(statement, arguments: [source.hash, source.coderVersion]) ?? false
    }

    /// Cuts the rows of other versions of this source from their articles; gives back the ones of
    /// these, `article` excepted, that no source stands for any more.
    func giveWay(to article: Int64, _ source: SourceStamp) throws -> [Int64] {
        let earlier = try Int64.fetchAll(
            database,
            sql: """
                SELECT DISTINCT articleKey FROM source
                WHERE hash = ? AND coderVersion <> ? AND articleKey IS NOT NULL
                """,
            arguments: [source.hash, source.coderVersion]
        )
        try database.execute(
            sql: "UPDATE source SET articleKey = NULL WHERE hash = ? AND coderVersion <> ?",
            arguments: [source.hash, source.coderVersion]
        )
        return try earlier.filter { key in
            try key != article
                && Int.fetchOne(
                    database,
                    sql: "SELECT 1 FROM source WHERE articleKey = ?",
                    arguments: [key]
                ) == nil
        }
    }
}
