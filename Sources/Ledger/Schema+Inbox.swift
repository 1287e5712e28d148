/// The tables of the migration "14 inbox": what was put into the inbox of the site.
extension Schema {
    /// `record` is the site's own, and only travels.
    ///
    /// A batch has files as long as their reading has not come to its end.
    static let inbox = """
        CREATE TABLE inboxBatch (
            number INTEGER PRIMARY KEY,
            record TEXT NOT NULL CHECK (json_valid(record))
        ) STRICT;

        CREATE TABLE inboxFile (
            batch INTEGER NOT NULL REFERENCES inboxBatch(number) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            name TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (batch, position)
        ) STRICT;
        """
}
