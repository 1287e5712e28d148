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

    /// What is remembered, in the order of arrival.
    package func batches() throws -> [KeptBatch] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT number, record FROM inboxBatch ORDER BY number"
            )
            return try rows.map { row in
                let number: Int = row[0]
                let files = try Row.fetchAll(
                    database,
                    sql: "SELECT name, bytes FROM inboxFile WHERE batch = ? ORDER BY position",
                    arguments: [number]
                )
                return KeptBatch(
                    number: number,
                    record: row[1],
                    files: files.map { ($0[0] as String, $0[1] as Data) }
                )
            }
        }
    }
}
