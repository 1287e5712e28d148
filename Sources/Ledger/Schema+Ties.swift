/// The table of the migration "5 ties": how two parties stand to each other, as somebody says.
extension Schema {
    /// `trueFrom` as in `statement`.
    ///
    /// The voices only travel, so they are JSON here: nobody is asked who tells a tie but by the tie.
    static let ties = """
        CREATE TABLE tie (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            articleKey INTEGER NOT NULL REFERENCES article(key),
            position INTEGER NOT NULL CHECK (position >= 0),
            kind TEXT NOT NULL
                CHECK (kind IN ('ally', 'partner', 'member', 'protector', 'senior', 'dependence',
                    'presence', 'stance', 'attitude', 'trend', 'territory', 'constraint')),
            holder TEXT CHECK (holder <> ''),
            other TEXT CHECK (other <> ''),
            detail TEXT CHECK (detail <> ''),
            modality TEXT NOT NULL
                CHECK (modality IN ('fact', 'claim', 'expected', 'feared', 'denied', 'hypothetical')),
            date TEXT,
            firstDay INTEGER,
            lastDay INTEGER,
            isApproximate INTEGER NOT NULL CHECK (isApproximate IN (0, 1)),
            trueFrom INTEGER NOT NULL,
            startByte INTEGER NOT NULL CHECK (startByte >= 0),
            endByte INTEGER NOT NULL CHECK (endByte > startByte),
            quote TEXT NOT NULL CHECK (quote <> ''),
            sourceStart INTEGER NOT NULL CHECK (sourceStart >= 0),
            sourceEnd INTEGER NOT NULL CHECK (sourceEnd >= sourceStart),
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            speakers TEXT NOT NULL CHECK (json_valid(speakers)),
            trail TEXT NOT NULL CHECK (json_valid(trail)),
            UNIQUE (articleKey, position),
            CHECK (holder IS NOT NULL OR other IS NOT NULL),
            CHECK ((date IS NULL) = (firstDay IS NULL)),
            CHECK ((date IS NULL) = (lastDay IS NULL)),
            CHECK (firstDay <= lastDay),
            CHECK (firstDay IS NULL OR trueFrom = firstDay)
        ) STRICT;
        CREATE INDEX tieByHolder ON tie(holder, other, trueFrom);
        CREATE INDEX tieByOther ON tie(other, trueFrom);
        CREATE INDEX tieByKind ON tie(kind, trueFrom);
        """
}
