/// The tables of the migration "12 kept answers": what pages and commands show of a large ledger, made ahead, and
/// how often the ledger has changed, by which one sees how old they are.
///
/// The ledger knows a kept answer by its kind and its name alone; what the bytes say is its maker's.
extension Schema {
    /// `change.number` counts what may change an answer, `change.articles` the articles that came in.
    ///
    /// `keptState` names the generation of answers that is shown, and what the ledger had counted as they were begun;
    /// a generation that it does not name is unfinished, or old, and goes with the next.
    ///
    /// The triggers stand where those of the weighing stand (`Schema+Weighing`), once for an article that comes in.
    static let kept = """
        CREATE TABLE change (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            number INTEGER NOT NULL,
            articles INTEGER NOT NULL
        ) STRICT;
        INSERT INTO change VALUES (1, 0, 0);

        CREATE TABLE keptState (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            generation INTEGER NOT NULL,
            number INTEGER NOT NULL,
            articles INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE keptAnswer (
            generation INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind <> ''),
            name TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (generation, kind, name)
        ) STRICT;

        \(counting("articleIsCounted", "INSERT ON sketch", articles: 1))
        \(counting("articleIsLost", "DELETE ON sketch"))
        \(counting("statementIsLost", "DELETE ON statement"))
        \(counting("statementIsJudged", "UPDATE OF reviewedFrom ON statement"))
        \(counting("readingIsCounted", "INSERT ON reviewedStatement"))
        \(counting("readingIsLost", "DELETE ON reviewedStatement"))
        \(counting("decisionIsCounted", "INSERT ON eventDecision"))
        \(counting("decisionIsLost", "DELETE ON eventDecision"))
        \(counting("skipIsCounted", "INSERT ON skip"))
        \(counting("skipIsLost", "DELETE ON skip"))
        """

    private static func counting(_ name: String, _ after: String, articles: Int = 0) -> String {
        """
        CREATE TRIGGER \(name) AFTER \(after) BEGIN
        UPDATE change SET number = number + 1, articles = articles + \(articles); END;
        """
    }
}
