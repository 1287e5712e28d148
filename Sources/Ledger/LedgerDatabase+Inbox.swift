package import Foundation
import GRDB

/// Files that came together, with what their keeper says of them.
package struct KeptBatch: Sendable {
    /// From 1 on, in the order of arrival.
    package let number: Int
    /// JSON; the ledger does not read it.
    package let record: String
    /// Empty where they have been read to the end.
    package let files: [(name: String, bytes: Data)]
}

extension LedgerDatabase {
    /// Keeps files until their reading has ended, and gives the number of their batch.
    ///
    /// Of the batches that have ended the last `most` are remembered.
    package func keepBatch(
        _ record: String,
        files: [(name: String, bytes: Data)],
        most: Int
    ) throws -> Int {
        try write { database in
            try database.execute(
                sql: "INSERT INTO inboxBatch (record) VALUES (?)",
                arguments: [record]
            )
            let number = database.lastInsertedRowID
            for (position, file) in files.enumerated() {
                try database.execute(
                    sql: """
                        INSERT INTO inboxFile (batch, position, name, bytes) VALUES (?, ?, ?, ?)
                        """,
                    arguments: [number, position, file.name, file.bytes]
                )
            }
            try database.execute(
                sql: """
                    DELETE FROM inboxBatch WHERE number <= ?
                        AND NOT EXISTS (SELECT 1 FROM inboxFile WHERE batch = number)
                    """,
                arguments: [Int(number) - most]
            )
            return Int(number)
        }
    }

    /// Writes down how the reading of a batch ended; its files are not needed any more.
    package func endBatch(_ number: Int, _ record: String) throws {
        try write { database in
            try database.execute(
                sql: "UPDATE inboxBatch SET record = ? WHERE number = ?",
                arguments: [record, number]
            )
            try database.execute(
                sql: "DELETE FROM inboxFile WHERE batch = ?",
                arguments: [number]
            )
        }
    }

    /// What is remembered, in the order of arrival, and what each batch's keeper says of it.
    package func batches() throws -> [(number: Int, record: String)] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT number, record FROM inboxBatch ORDER BY number"
            ).map { ($0[0], $0[1]) }
        }
    }

    /// A batch with its files; nil where it is not remembered.
    package func batch(_ number: Int) throws -> KeptBatch? {
        try read { database in
            guard
                let record = try String.fetchOne(
                    database,
                    sql: "SELECT record FROM inboxBatch WHERE number = ?",
                    arguments: [number]
                )
            else { return nil }
            let files = try Row.fetchAll(
                database,
                sql: "SELECT name, bytes FROM inboxFile WHERE batch = ? ORDER BY position",
                arguments: [number]
            )
            return KeptBatch(
                number: number,
                record: record,
                files: files.map { ($0[0] as String, $0[1] as Data) }
            )
        }
    }

    /// The right to read what lies in the inbox, for as long as the value lives; nil while another site has it.
    ///
    /// It is a lock of the system on a file beside the ledger, so a site that is killed loses it with its last
    /// breath. Of a ledger in memory everybody has it.
    package func claimInbox() throws -> InboxClaim? {
        guard store is DatabasePool else { return InboxClaim() }
        let path = "\(place)-inbox"
        let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw LedgerError(
                .readOnly,
                place: path,
                problem: "cannot be made (\(String(cString: strerror(errno))))",
                cure: "Give yourself the right to write the folder of the ledger."
            )
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
        return InboxClaim(file)
    }
}

/// See `LedgerDatabase.claimInbox()`.
package final class InboxClaim: Sendable {
    private let file: Int32?

    fileprivate init(_ file: Int32? = nil) { self.file = file }

    deinit { if let file { close(file) } }
}
