import Synchronization

/// What was put into the inbox since the site was started, and how far its reading is.
///
/// One batch is read at a time, in the order of arrival. Batches live in memory; what was read lives in the
/// ledger.
final class Inbox: Sendable {
    /// Of one upload: some hundred news pages; who has more reads them with `casus read`.
    static let largestUpload = 32 << 20
    static let mostFiles = 200
    /// Batches that wait; a person drops a few.
    private static let mostWaiting = 8
    /// Batches that are remembered, the last ones.
    private static let mostKept = 50

    /// Files that came together.
    struct Batch: Sendable, Identifiable {
        /// From 1 in the order of arrival.
        let id: Int
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
    }

    private struct State {
        var batches: [Batch] = []
        var last = 0
        var queue: Task<Void, Never>?
    }

    private let reader: InboxReader
    /// Looks at the watches, and gives the ids of new alerts.
    private let check: @Sendable () throws -> [String]
    private let state = Mutex(State())

    init(_ reader: InboxReader, check: @escaping @Sendable () throws -> [String]) {
        self.reader = reader
        self.check = check
    }

    /// The newest first.
    var batches: [Batch] { state.withLock { $0.batches.reversed() } }

    func batch(_ id: Int) -> Batch? { state.withLock { $0.batches.first { $0.id == id } } }

    /// Takes files in, begins to read them when it is their turn, and gives the number of their batch.
    ///
    /// Throws a `SiteProblem` where too many wait.
    func take(_ files: [InboxFile]) throws -> Int {
        try state.withLock { state in
            guard state.batches.count(where: { !$0.isDone }) < Self.mostWaiting else {
                throw SiteProblem(
                    .busy,
                    "The inbox still reads what came before.",
                    cure: "Wait until it has finished, then drop these again."
                )
            }
            state.last += 1
            let id = state.last
            state.batches.append(Batch(id: id, files: files.map(\.name)))
            state.batches.removeFirst(max(0, state.batches.count - Self.mostKept))
            let before = state.queue
            // Pages are answered first.
            state.queue = Task(priority: .utility) {
                await before?.value
                await self.read(files, into: id)
            }
            return id
        }
    }

    private func read(_ files: [InboxFile], into id: Int) async {
        var hasFailed = false
        do {
            try await reader.read(files) { word in
                self.change(id) { batch in
                    if case .found(let total) = word {
                        batch.total = total
                    } else {
                        batch.lines.append(word)
                    }
                }
            }
        } catch {
            hasFailed = true
        }
        // What was read stands; the next reading looks at the watches again.
        let alerts = (try? check()) ?? []
        change(id) { [hasFailed] batch in
            batch.hasFailed = hasFailed
            batch.alerts = alerts
            batch.isDone = true
        }
    }

    private func change(_ id: Int, _ work: @Sendable (inout Batch) -> Void) {
        state.withLock { state in
            guard let place = state.batches.firstIndex(where: { $0.id == id }) else { return }
            work(&state.batches[place])
        }
    }
}
