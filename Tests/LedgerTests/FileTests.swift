import Diplomacy
import Foundation
import GRDB
import Testing

@testable import Ledger

struct FileTests {
    private func kind(_ work: () throws -> Void) -> LedgerError.Kind? {
        #expect(throws: LedgerError.self, performing: work)?.kind
    }

    private func fill(_ file: URL) throws {
        _ = try LedgerDatabase(at: file).record(
            Samples.iran(),
            readOn: Samples.today,
            source: Samples.stamp("h1")
        )
    }

    @Test func `a ledger makes its folder and is there when it is opened again`() throws {
        try Samples.withFile { file in
            let file = file.deletingLastPathComponent().appending(path: "a/b/news.ledger")
            try fill(file)
            for readOnly in [false, true] {
                let ledger = try LedgerDatabase(at: file, readOnly: readOnly)
                #expect(try ledger.article("a1") == Samples.iran().article)
                #expect(try ledger.hasRead(Samples.stamp("h1")))
                #expect(try ledger.check() == [])
            }
        }
    }

    @Test func `an empty file becomes a ledger`() throws {
        try Samples.withFile { file in
            try Data().write(to: file)
            #expect(kind { _ = try LedgerDatabase(at: file, readOnly: true) } == .notALedger)
            try fill(file)
        }
    }

    @Test func `a reader makes nothing`() throws {
        try Samples.withFile { file in
            #expect(kind { _ = try LedgerDatabase(at: file, readOnly: true) } == .missing)
            #expect(!FileManager.default.fileExists(atPath: file.path))
            try fill(file)
            let ledger = try LedgerDatabase(at: file, readOnly: true)
            #expect(
                kind {
                    _ = try ledger.record(Samples.iran("a2"), readOn: Samples.today, source: nil)
                }
                    == .readOnly
            )
        }
    }

    @Test func `what is not a ledger is refused and stays as it is`() throws {
        try Samples.withFile { file in
            try DatabaseQueue(path: file.path).write {
                try $0.execute(sql: "CREATE TABLE song (name)")
            }
            let before = try Data(contentsOf: file)
            let error = #expect(throws: LedgerError.self) { try LedgerDatabase(at: file) }
            #expect(error?.kind == .notALedger)
            #expect(
                error?.description == """
                    \(file.path): is an SQLite file of another program, not a ledger. Name another \
                    file; Casus never writes into what it did not make.
                    """
            )
            #expect(try Data(contentsOf: file) == before)
            #expect(!FileManager.default.fileExists(atPath: file.path + "-wal"))
        }
        try Samples.withFile { file in
            try Data("Russia did not send troops to Iran.\n".utf8).write(to: file)
            #expect(kind { _ = try LedgerDatabase(at: file) } == .notALedger)
        }
        try Samples.withFile { file in
            #expect(
                kind { _ = try LedgerDatabase(at: file.deletingLastPathComponent()) } == .folder
            )
            try Data("x".utf8).write(to: file)
            let below = file.appending(path: "news.ledger")
            #expect(kind { _ = try LedgerDatabase(at: below) } == .folder)
        }
    }

    @Test func `a ledger of a newer version is refused and stays as it is`() throws {
        try Samples.withFile { file in
            try fill(file)
            try DatabaseQueue(path: file.path).write {
                try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
            }
            for readOnly in [false, true] {
                let error = #expect(throws: LedgerError.self) {
                    try LedgerDatabase(at: file, readOnly: readOnly)
                }
                #expect(error?.kind == .newer)
            }
        }
    }

    @Test func `a reader does not bring an older ledger up to date`() throws {
        try Samples.withFile { file in
            try fill(file)
            try DatabaseQueue(path: file.path).write {
                try $0.execute(sql: "DELETE FROM grdb_migrations")
            }
            #expect(kind { _ = try LedgerDatabase(at: file, readOnly: true) } == .older)
        }
    }

    @Test func `a ledger that another process writes is locked, and can be read`() throws {
        try Samples.withFile { file in
            try fill(file)
            let ledger = try LedgerDatabase(at: file, busyTimeout: .milliseconds(20))
            let other = try DatabaseQueue(path: file.path)
            try other.inDatabase { database in
                try database.execute(sql: "BEGIN EXCLUSIVE")
                let error = #expect(throws: LedgerError.self) {
                    try ledger.record(Samples.iran("a2"), readOn: Samples.today, source: nil)
                }
                #expect(
                    error?.description == """
                        \(file.path): is in use by another process. Wait until it has finished, \
                        then try again; nothing was changed.
                        """
                )
                #expect(try ledger.articles().count == 1)
                #expect(try LedgerDatabase(at: file, readOnly: true).articles().count == 1)
                try database.execute(sql: "ROLLBACK")
            }
            #expect(
                try ledger.record(Samples.iran("a2"), readOn: Samples.today, source: nil) == .added
            )
        }
    }

    @Test func `a full disk is said, and nothing is half written`() throws {
        try Samples.withFile { file in
            try fill(file)
            let ledger = try LedgerDatabase(at: file)
            try ledger.write { database in
                let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
                try database.execute(sql: "PRAGMA max_page_count = \(pages)")
            }
            let text = String(repeating: "Russia sent words to Iran. ", count: 10_000)
            let coded = Samples.coded(Samples.article("a2", [text]))
            #expect(
                kind { _ = try ledger.record(coded, readOn: Samples.today, source: nil) } == .full
            )
            #expect(try ledger.articles().map(\.id) == ["a1"])
            #expect(try ledger.check() == [])
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func `a folder without the right to write is said`() throws {
        try Samples.withFile { file in
            let folder = file.deletingLastPathComponent().path
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
            #expect(kind { _ = try LedgerDatabase(at: file) } == .readOnly)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
        }
    }

    /// The files as a process leaves them that is killed in the middle of a transaction.
    @Test func `killed in the middle of a record, a ledger holds what it held`() throws {
        try Samples.withFile { file in
            try fill(file)
            let copy = file.deletingLastPathComponent().appending(path: "copy.ledger")
            let ledger = try LedgerDatabase(at: file)
            struct Stop: Error {}
            try? ledger.write { database in
                // So small a cache spills into the write-ahead file before the end.
                try database.execute(sql: "PRAGMA cache_size = 1")
                _ = try BatchWriter(database, readers: nil, book: nil).write(
                    (2...40).map {
                        try ledger.prepared(Samples.iran("a\($0)"), readOn: Samples.today)
                    }
                )
                for end in ["", "-wal"] {
                    try FileManager.default.copyItem(
                        atPath: file.path + end,
                        toPath: copy.path + end
                    )
                }
                throw Stop()
            }
            #expect(try Data(contentsOf: URL(filePath: copy.path + "-wal")).count > 0)
            for file in [file, copy] {
                let ledger = try LedgerDatabase(at: file)
                #expect(try ledger.articles().map(\.id) == ["a1"])
                #expect(try ledger.search(SearchQuery(words: "Peskov")).count == 1)
                #expect(try ledger.check() == [])
            }
        }
    }

    @Test func `killed while it is being made, a ledger is made the next time`() throws {
        try Samples.withFile { file in
            // The write-ahead mode is set before the first migration.
            _ = try DatabasePool(path: file.path)
            try fill(file)
            #expect(try LedgerDatabase(at: file).check() == [])
        }
    }

    @Test func `many readers see whole articles while a writer works`() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "LedgerTests-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try LedgerDatabase(at: folder.appending(path: "news.ledger"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 1...30 {
                    _ = try ledger.record(
                        Samples.iran("a\(number)"),
                        readOn: Samples.today,
                        source: nil
                    )
                }
            }
            for _ in 1...3 {
                group.addTask {
                    for _ in 1...30 {
                        let counts = try ledger.counts()
                        #expect(counts.statements == counts.articles * 2)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try ledger.counts().articles == 30)
    }
}
