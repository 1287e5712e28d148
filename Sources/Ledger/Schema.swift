import GRDB

/// The tables of a ledger, as a list of migrations: appended to, never edited after a release.
///
/// Days are integers counted from 1970-01-01, beside the EDTF text that a person reads. Positions are
/// UTF-8 byte offsets into `article.text`, end exclusive, except `sourceStart` and `sourceEnd`, which
/// are Unicode scalars of the decoded file. The words of the closed vocabularies are written out
/// here; a test compares them with the Swift enumerations.
enum Schema {
    /// SQLite's `application_id`, which `file(1)` and this library know a ledger by: "Casu".
    static let applicationID: Int32 = 0x4361_7375

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 articles and statements") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            for part in [articles, statements, sources, fullText] {
                try database.execute(sql: part)
            }
        }
        migrator.registerMigration("2 roots and events") { database in
            for part in [relays, testimonies, decisions] { try database.execute(sql: part) }
        }
        migrator.registerMigration("3 review") { try $0.execute(sql: review) }
        migrator.registerMigration("4 imports") { try $0.execute(sql: imports) }
        migrator.registerMigration("5 ties") { try $0.execute(sql: ties) }
        migrator.registerMigration("6 watches") { try $0.execute(sql: watches) }
        migrator.registerMigration("7 batches of decisions") { try $0.execute(sql: batches) }
        migrator.registerMigration("8 bands") { database in
            try database.execute(sql: bands)
            try fileSketches(database)
        }
        migrator.registerMigration("9 doubt") { database in
            try database.execute(
                sql: "CREATE INDEX statementByDoubt ON statement(polarity, confidence)"
            )
        }
        migrator.registerMigration("10 listeners of watches") { try $0.execute(sql: listeners) }
        migrator.registerMigration("11 weighing") { try $0.execute(sql: weighing) }
        migrator.registerMigration("12 kept answers") { try $0.execute(sql: kept) }
        migrator.registerMigration("13 writing") { database in
            try database.execute(sql: indexing)
            try checkWordByWord(database)
        }
        migrator.registerMigration("14 inbox") { try $0.execute(sql: inbox) }
        migrator.registerMigration("15 roots that agree") { try $0.execute(sql: agreeing) }
        migrator.registerMigration("16 keeper") { try $0.execute(sql: keeper) }
        migrator.registerMigration("17 waiting bands") { try $0.execute(sql: waitingBands) }
        migrator.registerMigration("19 guesses") { try $0.execute(sql: guesses) }
        migrator.registerMigration("21 people") { try $0.execute(sql: people) }
        migrator.registerMigration("22 words") { try $0.execute(sql: words) }
        migrator.registerMigration("23 searches") { try $0.execute(sql: searches) }
        migrator.registerMigration("24 speakers") { try $0.execute(sql: speakers) }
        migrator.registerMigration("25 too long") { try admitTooLong($0) }
        migrator.registerMigration("26 marks") { try $0.execute(sql: marks) }
        return migrator
    }

    /// `knownOn` is the day from which the article can be known, see `Article.knownOn(readOn:)`.
    private static let articles = """
        CREATE TABLE article (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            document TEXT NOT NULL,
            outlet TEXT,
            address TEXT,
            byline TEXT,
            title TEXT,
            language TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]*'),
            publication TEXT,
            publishedFirst INTEGER,
            publishedLast INTEGER,
            publicationReasons TEXT NOT NULL CHECK (json_valid(publicationReasons)),
            text TEXT NOT NULL,
            sourceMap TEXT NOT NULL CHECK (json_valid(sourceMap)),
            readOn INTEGER NOT NULL,
            knownOn INTEGER NOT NULL,
            CHECK ((publication IS NULL) = (publishedFirst IS NULL)),
            CHECK ((publication IS NULL) = (publishedLast IS NULL)),
            CHECK (publishedFirst <= publishedLast)
        ) STRICT;
        CREATE INDEX articleByDay ON article(knownOn, id);

        CREATE TRIGGER articleTextStays BEFORE UPDATE OF id, text ON article
        WHEN old.id <> new.id OR old.text <> new.text
        BEGIN SELECT RAISE(ABORT, 'the text of an article never changes'); END;

        CREATE TABLE block (
            key INTEGER PRIMARY KEY,
            articleKey INTEGER NOT NULL REFERENCES article(key),
            position INTEGER NOT NULL CHECK (position >= 0),
            startByte INTEGER NOT NULL CHECK (startByte >= 0),
            endByte INTEGER NOT NULL CHECK (endByte >= startByte),
            role TEXT NOT NULL
                CHECK (role IN ('title', 'heading', 'paragraph', 'list-item', 'stamp')),
            discard TEXT
                CHECK (discard IN ('advertisement', 'byline', 'caption', 'credit', 'gallery', 'legal',
                    'navigation', 'provenance', 'recent-posts', 'repeated-lead', 'site-name', 'social',
                    'stamp', 'teaser', 'video')),
            UNIQUE (articleKey, position)
        ) STRICT;

        CREATE TRIGGER blockStays BEFORE UPDATE ON block
        BEGIN SELECT RAISE(ABORT, 'a block is deleted and made anew, never changed'); END;
        """

    /// `trueFrom` is the first day of the statement's date, else the article's `knownOn`.
    private static let statements = """
        CREATE TABLE statement (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            articleKey INTEGER NOT NULL REFERENCES article(key),
            position INTEGER NOT NULL CHECK (position >= 0),
            source TEXT NOT NULL CHECK (source <> ''),
            target TEXT CHECK (target <> ''),
            act TEXT NOT NULL
                CHECK (act IN ('agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'retreat',
                    'request', 'accuse', 'reject', 'threaten', 'protest', 'sanction', 'mobilize',
                    'coerce', 'assault')),
            kind TEXT
                CHECK (kind IN ('troops', 'arms', 'air-defence', 'intelligence', 'cyber', 'money',
                    'energy', 'trade', 'vote', 'asylum', 'mediation', 'words')),
            polarity TEXT NOT NULL CHECK (polarity IN ('done', 'not_done')),
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
            marks TEXT NOT NULL CHECK (json_valid(marks)),
            trail TEXT NOT NULL CHECK (json_valid(trail)),
            UNIQUE (articleKey, position),
            CHECK ((date IS NULL) = (firstDay IS NULL)),
            CHECK ((date IS NULL) = (lastDay IS NULL)),
            CHECK (firstDay <= lastDay),
            CHECK (firstDay IS NULL OR trueFrom = firstDay)
        ) STRICT;
        CREATE INDEX statementBySource ON statement(source, target, trueFrom);
        CREATE INDEX statementByTarget ON statement(target, trueFrom);
        CREATE INDEX statementByAct ON statement(act, polarity, trueFrom);

        CREATE TABLE voice (
            statementKey INTEGER NOT NULL REFERENCES statement(key) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            actor TEXT CHECK (actor <> ''),
            PRIMARY KEY (statementKey, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE omission (
            key INTEGER PRIMARY KEY,
            articleKey INTEGER NOT NULL REFERENCES article(key),
            position INTEGER NOT NULL CHECK (position >= 0),
            startByte INTEGER NOT NULL CHECK (startByte >= 0),
            endByte INTEGER NOT NULL CHECK (endByte >= startByte),
            quote TEXT NOT NULL,
            reason TEXT NOT NULL
                CHECK (reason IN ('no-target', 'no-source', 'same-actor', 'rhetorical-question',
                    'repeated', 'sport', 'unsure')),
            detail TEXT NOT NULL,
            UNIQUE (articleKey, position)
        ) STRICT;
        """

    /// `source.articleKey` is empty where the source was skipped, or where a later reading of the
    /// same bytes made another article of it.
    private static let sources = """
        CREATE TABLE source (
            hash TEXT NOT NULL CHECK (hash <> ''),
            coderVersion TEXT NOT NULL CHECK (coderVersion <> ''),
            place TEXT NOT NULL,
            readOn INTEGER NOT NULL,
            articleKey INTEGER REFERENCES article(key) ON DELETE SET NULL,
            PRIMARY KEY (hash, coderVersion)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sourceByArticle ON source(articleKey);

        CREATE TABLE skip (
            key INTEGER PRIMARY KEY,
            hash TEXT,
            place TEXT NOT NULL,
            reason TEXT NOT NULL,
            readOn INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX skipBySource ON skip(hash) WHERE hash IS NOT NULL;
        CREATE UNIQUE INDEX skipByPlace ON skip(place, reason) WHERE hash IS NULL;
        """

    /// How text is parted into words.
    static let tokenizer = "unicode61 remove_diacritics 0 separators 'ʼ'"

    /// The index reads the words of kept blocks out of the article, so that no text is stored twice.
    ///
    /// Diacritics stay, so that ї and і are two letters; the letter apostrophe ʼ parts a word as '
    /// and ’ do, so that the three ways to write об'єкт find one another.
    private static let fullText = """
        CREATE VIEW keptBlock AS
        SELECT block.key AS key,
            CAST(substr(CAST(article.text AS BLOB), block.startByte + 1,
                block.endByte - block.startByte) AS TEXT) AS words
        FROM block JOIN article ON article.key = block.articleKey
        WHERE block.discard IS NULL;

        CREATE VIRTUAL TABLE blockSearch USING fts5(
            words, content='keptBlock', content_rowid='key',
            tokenize="\(tokenizer)"
        );

        CREATE TRIGGER blockIsIndexed AFTER INSERT ON block WHEN new.discard IS NULL
        BEGIN
            INSERT INTO blockSearch(rowid, words)
            SELECT key, words FROM keptBlock WHERE key = new.key;
        END;
        CREATE TRIGGER blockIsForgotten BEFORE DELETE ON block WHEN old.discard IS NULL
        BEGIN
            INSERT INTO blockSearch(blockSearch, rowid, words)
            SELECT 'delete', key, words FROM keptBlock WHERE key = old.key;
        END;
        """
}
