import Synchronization

/// Whether the server has begun to take requests: raised once, on the server's thread, and read
/// after it has ended.
final class ReadyFlag: Sendable {
    private let state = Atomic<Bool>(false)

    func raise() { state.store(true, ordering: .releasing) }

    var isRaised: Bool { state.load(ordering: .acquiring) }
}
