import GRDB

/// The tables of the migration "8 bands": by what an article finds its kin; see `KinIndex`.
extension Schema {
    static let bands = """
        CREATE TABLE copyBand (
            hash INTEGER NOT NULL,
            articleKey INTEGER NOT NULL,
            PRIMARY KEY (hash, articleKey)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE translationBand (
            period INTEGER NOT NULL,
            language TEXT NOT NULL,
            hash INTEGER NOT NULL,
            knownOn INTEGER NOT NULL,
            articleKey INTEGER NOT NULL,
            PRIMARY KEY (period, language, hash, knownOn, articleKey)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE sketch ADD COLUMN filedOn INTEGER NOT NULL DEFAULT 0;
        UPDATE sketch SET filedOn =
            (SELECT knownOn FROM article WHERE article.key = sketch.articleKey);
        DROP TABLE band;
        """

    /// Files what stands in an older ledger.
    static func fileSketches(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT copySignature, translationSignature, filedOn, article.language, articleKey
                FROM sketch JOIN article ON article.key = sketch.articleKey
                ORDER BY articleKey
                """
        )
        var (keys, sketches): ([Int64], [FiledSketch]) = ([], [])
        while let row = try rows.next() {
            keys.append(row[4])
            sketches.append(FiledSketch(row))
        }
        try KinIndex(database: database)
            .file(SortedBands(sketches), of: keys, copies: .settled)
    }
}
