import CSQLite
import Foundation
import GRDB

/// The file of a ledger before it is open: looks before it touches.
///
/// SQLite opens any SQLite file, and switching one to write-ahead mode changes it. So the file is
/// looked at first, through a connection that cannot write, and what is not a ledger is left as it was.
struct LedgerFile {
    let url: URL
    let busyTimeout: Duration

    init(_ url: URL, busyTimeout: Duration) {
        self.url = url
        self.busyTimeout = busyTimeout
    }

    /// What lies at the path.
    private enum Content {
        /// No file, an empty one, or an SQLite file without a table.
        case nothing
        case ledger(isUpToDate: Bool)
    }

    func open(readOnly: Bool) throws -> DatabasePool {
        casus_sqlite_keeps_no_account()
        try refuseFolder()
        return readOnly ? try openForReading() : try openForWriting()
    }

    private func openForReading() throws -> DatabasePool {
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw error(
                .missing,
                "is not there",
                "Make it with 'casus read', or name another file."
            )
        }
        switch try content() {
        case .nothing:
            throw error(
                .notALedger,
                "is empty",
                "Fill it with 'casus read', or name another file."
            )
        case .ledger(isUpToDate: false):
            throw error(
                .older,
                "was written by an earlier version of Casus",
                "Open it once for writing, for example with 'casus doctor', to bring it up to date; or a copy of "
                    + "it, if it must stay as it is."
            )
        case .ledger(isUpToDate: true):
            return try DatabasePool(path: url.path, configuration: configuration(readOnly: true))
        }
    }

    private func openForWriting() throws -> DatabasePool {
        try makeFolder()
        let content = try content()
        let pool = try DatabasePool(path: url.path, configuration: configuration(readOnly: false))
        if case .ledger(isUpToDate: true) = content { return pool }
        try Schema.migrator.migrate(pool)
        return pool
    }

    /// Sixteen megabytes hold the inner pages of every index of a million statements.
    static let readingCache = 16_384
    /// Who writes touches the ends of a dozen indexes in a thousand places for each hundred articles.
    static let writingCache = 131_072

    /// Pages of 4 KiB that wait beside the file before they go into it, 128 MB.
    ///
    /// With the thousand that SQLite takes for itself, a large loading writes each page twice, and waits for the disk,
    /// once for each thousand articles. A process that is killed leaves them beside the file, where the next one finds
    /// them.
    private static let pagesBeside = 32_768

    private func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "Ledger"
        configuration.readonly = readOnly
        let (seconds, attoseconds) = busyTimeout.components
        let timeout = TimeInterval(seconds) + TimeInterval(attoseconds) * 1e-18
        configuration.busyMode = .timeout(timeout)
        // In kibibytes, for the pages of indexes that one question or writing shares with the next.
        configuration.prepareDatabase { database in
            let isReader = database.configuration.readonly
            let size = isReader ? Self.readingCache : Self.writingCache
            try database.execute(sql: "PRAGMA cache_size = -\(size)")
            guard !isReader else { return }
            try database.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.pagesBeside)")
        }
        return configuration
    }

    private func refuseFolder() throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
            isFolder.boolValue
        {
            throw error(.folder, "is a folder", "Name a file in it, for example 'news.ledger'.")
        }
    }

    private func makeFolder() throws {
        let folder = url.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch let reason {
            throw error(
                .folder,
                "lies in a folder that does not exist and cannot be made (\(reason.localizedDescription))",
                "Make the folder, or name another place."
            )
        }
    }

    private func content() throws -> Content {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        guard let size = (attributes?[.size] as? NSNumber)?.intValue, size > 0 else {
            return .nothing
        }
        let queue = try DatabaseQueue(path: url.path, configuration: configuration(readOnly: true))
        return try queue.read { database in
            let applicationID = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            guard applicationID == Schema.applicationID else {
                let tables = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master")
                if applicationID == 0, tables == 0 { return .nothing }
                throw error(
                    .notALedger,
                    "is an SQLite file of another program, not a ledger",
                    "Name another file; Casus never writes into what it did not make."
                )
            }
            if try Schema.migrator.hasBeenSuperseded(database) {
                throw error(
                    .newer,
                    "was written by a newer version of Casus",
                    "Install that version, or name another file."
                )
            }
            return .ledger(isUpToDate: try Schema.migrator.hasCompletedMigrations(database))
        }
    }

    private func error(_ kind: LedgerError.Kind, _ problem: String, _ cure: String) -> LedgerError {
        LedgerError(kind, place: url.path, problem: problem, cure: cure)
    }
}
