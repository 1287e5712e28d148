/// The table of the migration "16 keeper": who makes the answers that a ledger keeps, so that no two do at once.
extension Schema {
    /// `started` is the process's, see `RunningProcess`; `generation` is the one that it writes, and `seenAt` when it
    /// last wrote of it, in seconds from 1970-01-01.
    static let keeper = """
        CREATE TABLE keeper (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            process INTEGER NOT NULL CHECK (process > 0),
            started INTEGER NOT NULL,
            generation INTEGER NOT NULL CHECK (generation > 0),
            seenAt INTEGER NOT NULL
        ) STRICT;
        """
}
