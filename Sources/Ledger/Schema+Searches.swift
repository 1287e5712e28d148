/// The table of the migration "23 searches": what somebody looks for again.
extension Schema {
    /// Searches are asked for all at once; the rest of them only travels.
    static let searches = """
        CREATE TABLE keptSearch (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            record TEXT NOT NULL CHECK (json_valid(record))
        ) STRICT;
        """
}
