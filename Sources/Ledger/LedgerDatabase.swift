package import Foundation
import GRDB
package import Text

/// The one door to the ledger: every article that was read, what was coded in it, and what was not.
///
/// A ledger is one SQLite file. It was chosen over a server because a ledger is a thing that a
/// person keeps, copies and hands on, and over files of JSON because the questions (who to whom,
/// on which day, as known when) are joins. The schema, in `Schema.swift`, is the first guard: what
/// must not be, it refuses.
///
/// Each writing method is one transaction that keeps one promise, so a process that is killed at
/// any moment leaves the ledger as it was before the call. Files are in write-ahead mode: readers,
/// in this process or another, see the last committed state and never wait for the writer. After a
/// power cut the last few calls may be undone, whole ones only; the sources that they stamped are
/// undone with them, so the next run reads those again.
///
/// Values go in and out whole: an article or a statement that comes back equals the one recorded.
/// Nothing here asks for the time; days are arguments. All methods may be called from any thread,
/// and block it; every error is a `LedgerError`.
package struct LedgerDatabase: Sendable {
    /// How long a call waits for another process that is writing: long enough for a transaction of
    /// one article (about 5 ms) in any queue of writers that is likely, and short enough that a
    /// person who waits still knows why.
    package static let defaultBusyTimeout: Duration = .seconds(5)

    let store: any DatabaseReader
    /// How errors name this ledger: its path.
    let place: String
    package let isReadOnly: Bool
    /// What articles are related by as they come in; nil in a ledger that is only read.
    let book: OutletBook?
    /// Under which its roots and happenings lie ready; unset but for what `asOf` gives.
    package let clocks: Clocks
    /// Whether these are all there, because they were made for this value alone.
    package let hasOwnWeights: Bool
    /// The heads of articles that were read; nil where an article may change.
    let heads: HeadMemory?

    /// Opens the ledger at `file`; makes the file and its folder where they are missing, and brings
    /// an older ledger up to date.
    ///
    /// With `readOnly`, makes and changes nothing: a missing file or an older ledger is an error.
    /// (SQLite still needs to write the `-shm` file beside the ledger, which readers share.)
    ///
    /// Each call waits up to `busyTimeout` for another process that writes, then fails with
    /// `LedgerError.Kind.locked`.
    ///
    /// Who writes needs the book of outlets, which is looked for in `resources`; articles that an older
    /// version has not related, or related otherwise, are related now (about 2 ms each), and what waits to be
    /// weighed is weighed, see `weighWhatIsLeft`.
    package init(
        at file: URL,
        readOnly: Bool = false,
        resources: ResourceFolder = ResourceFolder(),
        busyTimeout: Duration = defaultBusyTimeout
    ) throws {
        place = file.path
        isReadOnly = readOnly
        book = readOnly ? nil : try OutletBook(resources)
        (clocks, hasOwnWeights) = (.unset, false)
        heads = nil
        do {
            store = try LedgerFile(file, busyTimeout: busyTimeout).open(readOnly: readOnly)
        } catch {
            throw LedgerError(error, at: file.path)
        }
        if !readOnly {
            try relateWhatIsLeft()
            try weighWhatIsLeft()
        }
    }

    /// An empty ledger that lives as long as the value: for tests and for trying things out.
    package static func inMemory(
        resources: ResourceFolder = ResourceFolder()
    ) throws -> LedgerDatabase {
        let place = "the ledger in memory"
        let book = try OutletBook(resources)
        do {
            let queue = try DatabaseQueue()
            try Schema.migrator.migrate(queue)
            return LedgerDatabase(store: queue, place: place, book: book)
        } catch {
            throw LedgerError(error, at: place)
        }
    }

    private init(store: any DatabaseWriter, place: String, book: OutletBook) {
        self.store = store
        self.place = place
        self.book = book
        heads = nil
        isReadOnly = false
        (clocks, hasOwnWeights) = (.unset, false)
    }

    /// What `frozen()` and `asOf` give.
    init(
        frozen store: DatabaseSnapshot,
        place: String,
        clocks: Clocks = .unset,
        hasOwnWeights: Bool = false
    ) {
        self.store = store
        self.place = place
        self.clocks = clocks
        self.hasOwnWeights = hasOwnWeights
        book = nil
        heads = HeadMemory()
        isReadOnly = true
    }

    /// Runs `work` on one unchanging state of the ledger.
    func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
        do {
            return try store.read(work)
        } catch {
            throw LedgerError(error, at: place)
        }
    }

    /// Runs `work` as one transaction: all of it stands afterwards, or nothing.
    func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
        guard let store = store as? any DatabaseWriter else {
            preconditionFailure("a frozen ledger is only read")
        }
        do {
            return try store.write(work)
        } catch {
            throw LedgerError(error, at: place)
        }
    }

    /// Runs `work`, in which rows are written one behind the other and not asked about: the large cache would only
    /// hold them.
    func writingInOrder<Value>(_ work: () throws -> Value) throws -> Value {
        try write { try $0.execute(sql: "PRAGMA cache_size = -\(LedgerFile.readingCache)") }
        defer {
            try? write { try $0.execute(sql: "PRAGMA cache_size = -\(LedgerFile.writingCache)") }
        }
        return try work()
    }
}
