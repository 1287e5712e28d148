/// The tables of the migration "11 weighing": roots and happenings as they stand, kept as articles come in, and
/// what of them has to be made again; see `WeighingWriter`.
///
/// Triggers say what a writing touches, so that no way of writing can forget it.
extension Schema {
    /// `origin` holds the articles that come from elsewhere.
    ///
    /// `unweighed` names two parties in the order of their codes (the first is empty where nobody is named
    /// as the target) and an act: the happenings of its family between them are to be made again. An article
    /// that comes in is marked as a whole in `unweighedArticle`, and its statements are looked through later: a
    /// mark for each of them would make reading a fifth slower.
    /// `untraced` has a row where origins are to be found again.
    static let weighing = """
        CREATE TABLE weighed (
            statementKey INTEGER NOT NULL REFERENCES statement(key) ON DELETE CASCADE,
            part INTEGER NOT NULL CHECK (part >= 0),
            event TEXT NOT NULL CHECK (event <> ''),
            root TEXT NOT NULL CHECK (root <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('named', 'unnamed', 'account')),
            name TEXT,
            actor TEXT CHECK (actor <> ''),
            outlet TEXT,
            article TEXT NOT NULL,
            knownOn INTEGER NOT NULL,
            PRIMARY KEY (statementKey, part)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE origin (
            articleKey INTEGER PRIMARY KEY REFERENCES article(key) ON DELETE CASCADE,
            article TEXT,
            outlet TEXT,
            outletName TEXT
        ) STRICT;

        CREATE TABLE unweighed (
            one TEXT NOT NULL,
            other TEXT NOT NULL,
            act TEXT NOT NULL,
            PRIMARY KEY (one, other, act)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE unweighedArticle (
            articleKey INTEGER PRIMARY KEY REFERENCES article(key) ON DELETE CASCADE
        ) STRICT;

        CREATE TABLE untraced (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;

        CREATE INDEX citationByOutlet ON citation(outlet);

        \(trigger("statementGoes", "DELETE ON statement", mark("old")))
        \(trigger("statementIsDecided", "UPDATE OF reviewedFrom ON statement", """
            DELETE FROM weighed WHERE statementKey = new.key;
            \(mark("new"))
            """))
        \(trigger("readingComes", "INSERT ON reviewedStatement", mark("new") + trace(decided: "new")))
        \(trigger("readingGoes", "DELETE ON reviewedStatement", mark("old") + trace(decided: "old")))
        \(trigger("sketchGoes", "DELETE ON sketch", trace(outlet: "old")))
        \(trigger("sketchComes", "INSERT ON sketch", """
            INSERT OR IGNORE INTO unweighedArticle VALUES (new.articleKey);
            \(trace(outlet: "new"))
            """))
        \(trigger("relayComes", "INSERT ON relay", trace))
        \(trigger("relayGoes", "DELETE ON relay", trace))
        \(trigger("citationComes", "INSERT ON citation", trace))
        \(trigger("citationGoes", "DELETE ON citation", trace))
        \(trigger("happeningIsDecided", "INSERT ON eventDecision", mark(decision: "new")))
        \(trigger("happeningIsUndecided", "DELETE ON eventDecision", mark(decision: "old")))

        INSERT INTO unweighedArticle SELECT key FROM article;
        INSERT INTO untraced VALUES (1);
        """

    private static func trigger(_ name: String, _ after: String, _ body: String) -> String {
        "CREATE TRIGGER \(name) AFTER \(after) BEGIN \(body) END;"
    }

    /// The columns of `unweighed` for a row of statements.
    static func unit(_ row: String) -> String {
        """
        min(\(row).source, coalesce(\(row).target, '')), max(\(row).source, coalesce(\(row).target, '')),
        \(row).act
        """
    }

    private static func mark(_ row: String) -> String {
        "INSERT OR IGNORE INTO unweighed VALUES (\(unit(row)));"
    }

    private static func mark(decision row: String) -> String {
        let ids = ["one", "other"].map { side in
            // The id of the whole statement, where a part of a split is meant.
            "substr(\(row).\(side), 1, instr(\(row).\(side) || '~', '~') - 1)"
        }.joined(separator: ", ")
        return """
            INSERT OR IGNORE INTO unweighed SELECT \(unit("statement")) FROM statement WHERE id IN (\(ids));
            INSERT OR IGNORE INTO unweighed SELECT \(unit("reviewedStatement")) FROM statement
            JOIN reviewedStatement ON reviewedStatement.statementKey = statement.key
            WHERE statement.id IN (\(ids));
            """
    }

    private static let trace = "INSERT OR IGNORE INTO untraced VALUES (1);"

    /// An article is found as an origin by its outlet, where some article names that.
    private static func trace(outlet row: String) -> String {
        """
        INSERT OR IGNORE INTO untraced SELECT 1
        WHERE EXISTS (SELECT 1 FROM citation WHERE outlet = \(row).outlet);
        """
    }

    /// Of two articles one can be the origin of the other only where they tell of the same parties.
    private static func trace(decided row: String) -> String {
        """
        INSERT OR IGNORE INTO untraced SELECT 1 FROM statement WHERE statement.key = \(row).statementKey
        AND (EXISTS (SELECT 1 FROM citation WHERE articleKey = statement.articleKey)
            OR EXISTS (SELECT 1 FROM sketch JOIN citation ON citation.outlet = sketch.outlet
                WHERE sketch.articleKey = statement.articleKey));
        """
    }
}
