/// The tables of the third, fourth and seventh migrations: what persons decided on statements, and what came in from
/// other programs.
extension Schema {
    /// The last day of all; `statement.reviewedFrom` and `reviewedStatement.until` of what has no end.
    static let never = Int.max

    /// A decision is written once.
    ///
    /// Its `article` alone moves, to where its words were found last.
    ///
    /// `reviewMatch` says which statement a decision means now; without a row it is lost for the time being.
    /// `reviewedStatement` is made from both: what a statement counts as from one day to another, a row for
    /// each part of a split; `statement.reviewedFrom` is the first of these days, before which the coder's
    /// reading stands.
    static let review = """
        CREATE TABLE reviewDecision (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            kind TEXT NOT NULL
                CHECK (kind IN ('accept', 'reject', 'correct', 'split', 'note', 'undo')),
            reviewer TEXT NOT NULL CHECK (reviewer <> ''),
            decidedOn INTEGER NOT NULL,
            undoes TEXT CHECK ((undoes IS NULL) = (kind <> 'undo')),
            statement TEXT NOT NULL CHECK (statement <> ''),
            article TEXT NOT NULL CHECK (article <> ''),
            address TEXT,
            record TEXT NOT NULL CHECK (json_valid(record))
        ) STRICT;
        CREATE INDEX reviewDecisionByStatement ON reviewDecision(statement);
        CREATE INDEX reviewDecisionByArticle ON reviewDecision(article);
        CREATE INDEX reviewDecisionByAddress ON reviewDecision(address);

        CREATE TRIGGER reviewDecisionStays BEFORE UPDATE OF number, id, kind, reviewer, decidedOn,
            undoes, statement, address, record ON reviewDecision
        BEGIN SELECT RAISE(ABORT, 'a decision is undone by another, never changed'); END;
        CREATE TRIGGER reviewDecisionIsKept BEFORE DELETE ON reviewDecision
        BEGIN SELECT RAISE(ABORT, 'a decision is undone by another, never deleted'); END;

        CREATE TABLE reviewMatch (
            decision INTEGER PRIMARY KEY REFERENCES reviewDecision(number),
            statementKey INTEGER NOT NULL REFERENCES statement(key) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX reviewMatchByStatement ON reviewMatch(statementKey);

        CREATE TABLE reviewedStatement (
            key INTEGER PRIMARY KEY,
            statementKey INTEGER NOT NULL REFERENCES statement(key) ON DELETE CASCADE,
            since INTEGER NOT NULL,
            until INTEGER NOT NULL CHECK (until > since),
            part INTEGER NOT NULL CHECK (part >= 0),
            state TEXT
                CHECK (state IN ('accepted', 'rejected', 'corrected', 'split')),
            decision INTEGER REFERENCES reviewDecision(number)
                CHECK ((decision IS NULL) = (state IS NULL)),
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
            firstDay INTEGER,
            lastDay INTEGER,
            isApproximate INTEGER NOT NULL CHECK (isApproximate IN (0, 1)),
            trueFrom INTEGER NOT NULL,
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            UNIQUE (statementKey, since, part),
            CHECK ((firstDay IS NULL) = (lastDay IS NULL)),
            CHECK (firstDay <= lastDay)
        ) STRICT;
        CREATE INDEX reviewedStatementBySource ON reviewedStatement(source, target, trueFrom);
        CREATE INDEX reviewedStatementByTarget ON reviewedStatement(target, trueFrom);
        CREATE INDEX reviewedStatementByAct ON reviewedStatement(act, polarity, trueFrom);

        ALTER TABLE statement
            ADD COLUMN reviewedFrom INTEGER NOT NULL DEFAULT \(never);
        """

    /// Decisions that were made together, and are taken back together.
    static let batches = """
        ALTER TABLE reviewDecision ADD COLUMN batch TEXT CHECK (batch <> '');
        CREATE INDEX reviewDecisionByBatch ON reviewDecision(batch) WHERE batch IS NOT NULL;
        """

    /// Articles of which only what was quoted is known: their texts are never compared with others.
    static let imports = """
        CREATE TABLE importedArticle (
            articleKey INTEGER PRIMARY KEY REFERENCES article(key) ON DELETE CASCADE,
            place TEXT NOT NULL,
            importedOn INTEGER NOT NULL
        ) STRICT;
        """
}
