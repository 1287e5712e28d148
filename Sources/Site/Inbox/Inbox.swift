import Foundation
import Ledger
import Synchronization

/// What was put into the inbox, and how far its reading is.
///
/// One batch is read at a time, in the order of arrival. The ledger keeps a batch, with its files until they have been
/// read to the end; so a site that begins again goes on with what the last one had not finished. Of two sites over one
/// ledger one reads: the other waits until that has finished, or has ended. How far a reading is meanwhile lives in
/// memory.
final class Inbox: Sendable {
    /// Of one upload: some hundred news pages; who has more reads them with `casus read`.
    static let largestUpload = 32 << 20
    static let mostFiles = 200
    /// Batches that wait; a person drops a few.
    private static let mostWaiting = 8
    /// Batches that are remembered, the last ones.
    private static let mostKept = 50
    /// Between two looks at whether another site has done with a batch: nobody waits for less than a second.
    private static let pause = Duration.milliseconds(500)

    /// Files that came together.
    struct Batch: Sendable, Identifiable, Codable {
        /// From 1 in the order of arrival.
        var id: Int
        let files: [String]
        /// How many articles are in the files; nil until they have been opened.
        var total: Int?
        /// What became of each, in order.
        var lines: [InboxReader.Word] = []
        /// The ids of the alerts that watches raised after it.
        var alerts: [String] = []
        var isDone = false
        /// Whether the reading broke off: nothing could be read any more.
        var hasFailed = false
        /// Whether a person stopped it; nil in what older versions wrote.
        var isStopped: Bool?
    }

    private struct State {
        var batches: [Batch] = []
        /// How many are just being written to the ledger.
        var arriving = 0
        var queue: Task<Void, Never>?
        /// The reading that is under way, and of which batch.
        var reading: (batch: Int, task: Task<Void, any Error>)?
    }

    private let reader: InboxReader
    private let ledger: LedgerDatabase
    /// Looks at the watches, and gives the ids of new alerts.
    private let check: @Sendable () throws -> [String]
    private let state = Mutex(State())

    /// Begins with what the ledger remembers, and reads again what was not read to the end.
    init(
        _ reader: InboxReader,
        ledger: LedgerDatabase,
        check: @escaping @Sendable () throws -> [String]
    ) throws {
        self.reader = reader
        self.ledger = ledger
        self.check = check
        for kept in try ledger.batches() {
            // What another version wrote otherwise is left where it is.
            guard var batch = try? Self.batch(from: kept.record) else { continue }
            batch.id = kept.number
            add(batch)
        }
    }

    private static func batch(from record: String) throws -> Batch {
        try JSONDecoder().decode(Batch.self, from: Data(record.utf8))
    }

    private static func record(_ batch: Batch) throws -> String {
        String(decoding: try JSONEncoder().encode(batch), as: UTF8.self)
    }

    /// The newest first.
    var batches: [Batch] { state.withLock { $0.batches.reversed() } }

    func batch(_ id: Int) -> Batch? { state.withLock { $0.batches.first { $0.id == id } } }

    /// Takes files in, begins to read them when it is their turn, and gives the number of their batch.
    ///
    /// Throws a `SiteProblem` where too many wait.
    func take(_ files: [InboxFile]) throws -> Int {
        try state.withLock { state in
            guard state.batches.count(where: { !$0.isDone }) + state.arriving < Self.mostWaiting
            else {
                throw SiteProblem(
                    .busy,
                    "The inbox still reads what came before.",
                    cure: "Wait until it has finished, then drop these again."
                )
            }
            state.arriving += 1
        }
        defer { state.withLock { $0.arriving -= 1 } }
        var batch = Batch(id: 0, files: files.map(\.name))
        batch.id = try ledger.keepBatch(
            try Self.record(batch),
            files: files.map { ($0.name, Data($0.bytes)) },
            most: Self.mostKept
        )
        add(batch)
        return batch.id
    }

    /// Stops the reading of a batch within the article that is just being read, or before it begins; what was read
    /// before it stays.
    ///
    /// False where it is not remembered, or has ended.
    func stop(_ id: Int) -> Bool {
        state.withLock { state in
            guard
                let place = state.batches.firstIndex(where: { $0.id == id && !$0.isDone })
            else { return false }
            state.batches[place].isStopped = true
            if let reading = state.reading, reading.batch == id { reading.task.cancel() }
            return true
        }
    }

    private func add(_ batch: Batch) {
        state.withLock { state in
            state.batches.append(batch)
            state.batches.removeFirst(max(0, state.batches.count - Self.mostKept))
            guard !batch.isDone else { return }
            let before = state.queue
            // Pages are answered first.
            state.queue = Task(priority: .utility) {
                await before?.value
                await self.settle(batch.id)
            }
        }
    }

    /// Reads a batch, or waits for the site that does; gives up where the ledger cannot be asked.
    private func settle(_ id: Int) async {
        do {
            while try await !readOrAdopt(id) { try await Task.sleep(for: Self.pause) }
        } catch {
            change(id) { batch in
                batch.hasFailed = true
                batch.isDone = true
            }
        }
    }

    /// False while another site reads the inbox and has not come to the end of this batch.
    private func readOrAdopt(_ id: Int) async throws -> Bool {
        let claim = try ledger.claimInbox()
        // With the claim nobody else can come to its end any more.
        guard let kept = try ledger.batch(id) else {
            change(id) { $0.isDone = true }
            return true
        }
        guard !kept.files.isEmpty else {
            let ended = try Self.batch(from: kept.record)
            change(id) { batch in
                batch = ended
                batch.id = id
                batch.isDone = true
            }
            return true
        }
        guard let claim else { return false }
        if batch(id)?.isStopped == true {
            end(id)
            return true
        }
        await read(kept.files.map { InboxFile(name: $0.name, bytes: Array($0.bytes)) }, into: id)
        withExtendedLifetime(claim) {}
        return true
    }

    private func read(_ files: [InboxFile], into id: Int) async {
        let reading = Task(priority: .utility) { [reader] in
            try await reader.read(files) { word in
                self.change(id) { batch in
                    if case .found(let total) = word {
                        batch.total = total
                    } else {
                        batch.lines.append(word)
                    }
                }
            }
        }
        state.withLock { $0.reading = (id, reading) }
        // It may have been stopped between the two.
        if batch(id)?.isStopped == true { reading.cancel() }
        var hasFailed = false
        do {
            try await reading.value
        } catch {
            hasFailed = !(error is CancellationError)
        }
        state.withLock { $0.reading = nil }
        // What a stopped reading left is weighed now.
        if batch(id)?.isStopped == true { try? ledger.weighWhatIsLeft() }
        // What was read stands; the next reading looks at the watches again.
        let alerts = (try? check()) ?? []
        change(id) { [hasFailed] batch in
            batch.hasFailed = hasFailed
            batch.alerts = alerts
        }
        end(id)
    }

    private func end(_ id: Int) {
        // A ledger that cannot be written keeps the files, and they are read at the next start.
        if var batch = batch(id) {
            batch.isDone = true
            try? ledger.endBatch(id, Self.record(batch))
        }
        change(id) { $0.isDone = true }
    }

    private func change(_ id: Int, _ work: @Sendable (inout Batch) -> Void) {
        state.withLock { state in
            guard let place = state.batches.firstIndex(where: { $0.id == id }) else { return }
            work(&state.batches[place])
        }
    }
}
