/// The tables of the migration "17 waiting bands": the bands of copies of the articles that came last; see `KinIndex`.
extension Schema {
    /// `bandState.lastSettled` is the key of the last article as the bands were moved into `copyBand` last; those of an
    /// older ledger lie there already.
    static let waitingBands = """
        CREATE TABLE waitingCopyBand (
            hash INTEGER NOT NULL,
            articleKey INTEGER NOT NULL,
            PRIMARY KEY (hash, articleKey)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE bandState (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            lastSettled INTEGER NOT NULL
        ) STRICT;
        INSERT INTO bandState SELECT 1, coalesce(MAX(key), 0) FROM article;
        """
}
