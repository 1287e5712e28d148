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
}
