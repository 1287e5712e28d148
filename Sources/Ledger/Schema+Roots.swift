/// The tables of the second migration: what roots and events are found from, and what persons decided.
extension Schema {
    /// What two articles are compared by, and what follows from each article and each pair alone.
    ///
    /// `band.hash` holds both kinds of bands of a sketch, told apart by a bit. `relay` leads from the
    /// later article to the earlier one. `citation.isKnown`: the outlet stands in the book.
    static let relays = """
        CREATE TABLE sketch (
            articleKey INTEGER PRIMARY KEY REFERENCES article(key) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            outlet TEXT CHECK (outlet <> ''),
            outletName TEXT,
            isAggregator INTEGER NOT NULL CHECK (isAggregator IN (0, 1)),
            isTranslation INTEGER NOT NULL CHECK (isTranslation IN (0, 1)),
            copySignature BLOB NOT NULL,
            translationSignature BLOB NOT NULL
        ) STRICT;
        CREATE INDEX sketchByOutlet ON sketch(outlet);

        CREATE TABLE band (
            hash INTEGER NOT NULL,
            knownOn INTEGER NOT NULL,
            articleKey INTEGER NOT NULL REFERENCES article(key) ON DELETE CASCADE,
            PRIMARY KEY (hash, knownOn, articleKey)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX bandByArticle ON band(articleKey);

        CREATE TABLE relay (
            articleKey INTEGER NOT NULL REFERENCES article(key) ON DELETE CASCADE,
            originKey INTEGER NOT NULL REFERENCES article(key) ON DELETE CASCADE,
            reason TEXT NOT NULL
                CHECK (reason IN ('copy', 'translation', 'credit', 'citation', 'digest')),
            probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
            detail TEXT NOT NULL,
            PRIMARY KEY (articleKey, originKey),
            CHECK (articleKey <> originKey)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX relayByOrigin ON relay(originKey);

        CREATE TABLE citation (
            articleKey INTEGER NOT NULL REFERENCES article(key) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            outlet TEXT NOT NULL CHECK (outlet <> ''),
            name TEXT NOT NULL,
            isKnown INTEGER NOT NULL CHECK (isKnown IN (0, 1)),
            isCredit INTEGER NOT NULL CHECK (isCredit IN (0, 1)),
            startByte INTEGER NOT NULL CHECK (startByte >= 0),
            endByte INTEGER NOT NULL CHECK (endByte >= startByte),
            PRIMARY KEY (articleKey, position)
        ) STRICT, WITHOUT ROWID;
        """

    /// Who says each statement in the end, as its own article tells it.
    static let testimonies = """
        CREATE TABLE testimony (
            statementKey INTEGER PRIMARY KEY REFERENCES statement(key) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('named', 'unnamed', 'account')),
            voice TEXT NOT NULL,
            name TEXT,
            actor TEXT CHECK (actor <> ''),
            outlet TEXT CHECK (outlet <> ''),
            outletName TEXT
        ) STRICT;
        """

    /// By the ids of two statements, which outlive a re-reading; so nothing here refers to a row.
    static let decisions = """
        CREATE TABLE eventDecision (
            one TEXT NOT NULL CHECK (one <> ''),
            other TEXT NOT NULL CHECK (other > one),
            isTogether INTEGER NOT NULL CHECK (isTogether IN (0, 1)),
            decidedOn INTEGER NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (one, other)
        ) STRICT, WITHOUT ROWID;
        """
}
