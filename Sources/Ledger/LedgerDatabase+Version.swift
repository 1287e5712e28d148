import Foundation
import GRDB
import Text

extension LedgerDatabase {
    /// A name for the state of the file, which changes with every write to it, by whatever process.
    ///
    /// Two equal stamps mean that nothing was written between; a new stamp need not mean that anything
    /// that is shown is different. Costs two questions to the file system, none to SQLite.
    package func changeStamp() throws -> String {
        if store is DatabaseSnapshot { return "frozen" }
        guard let pool = store as? DatabasePool else {
            return try read { "\($0.totalChangesCount)" }
        }
        // In write-ahead mode a commit changes the log, and a checkpoint the ledger.
        let parts = [pool.path, pool.path + "-wal"].map { path -> String in
            // Asked at every request, so without the detour by way of `FileManager`.
            var state = stat()
            guard stat(path, &state) == 0 else { return "none" }
            let changed = state.st_mtim
            return "\(state.st_ino) \(state.st_size) \(changed.tv_sec) \(changed.tv_nsec)"
        }
        return parts.joined(separator: " ")
    }

    /// A name for what the ledger holds: the same for two ledgers with the same statements, articles and
    /// decisions, on any machine and whatever the order of reading.
    ///
    /// A hash over the ids, which are themselves hashes of contents. Linear in the ledger, about half a
    /// second for a million statements.
    package func fingerprint() throws -> String {
        try read { database in
            let lists = try [
                "SELECT id FROM article ORDER BY id", "SELECT id FROM statement ORDER BY id",
                "SELECT id FROM tie ORDER BY id",
                "SELECT one || ' ' || other || ' ' || isTogether FROM eventDecision ORDER BY one, other",
                "SELECT id FROM reviewDecision ORDER BY id",
            ].map { try String.fetchAll(database, sql: $0).joined(separator: "\n") }
            return ContentHash.name(of: lists.joined(separator: "\n\n"))
        }
    }
}
