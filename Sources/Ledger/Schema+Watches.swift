/// The tables of the migration "6 watches": what somebody wants to hear of, and what was told them.
extension Schema {
    /// Watches and alerts are asked for by their ids alone; the rest of them only travels.
    static let watches = """
        CREATE TABLE watch (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            record TEXT NOT NULL CHECK (json_valid(record))
        ) STRICT;

        CREATE TABLE watchAlert (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            watch TEXT NOT NULL REFERENCES watch(id) ON DELETE CASCADE,
            record TEXT NOT NULL CHECK (json_valid(record))
        ) STRICT;
        CREATE INDEX watchAlertByWatch ON watchAlert(watch, number);

        CREATE TRIGGER watchAlertStays BEFORE UPDATE ON watchAlert
        BEGIN SELECT RAISE(ABORT, 'what was told is never changed'); END;
        """

    /// Who has heard which alert: a file, a program, the terminal, each by its name.
    static let listeners = """
        CREATE TABLE watchHearing (
            listener TEXT NOT NULL CHECK (listener <> ''),
            alert TEXT NOT NULL REFERENCES watchAlert(id) ON DELETE CASCADE,
            PRIMARY KEY (listener, alert)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX watchHearingByAlert ON watchHearing(alert);
        """
}
