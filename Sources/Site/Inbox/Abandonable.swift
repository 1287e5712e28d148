import Synchronization

/// What `work` gives, from a task of its own; who is cancelled meanwhile goes on at once, and what comes of the work is
/// lost.
///
/// For work that looks at no stop by itself: one dense article may take a minute to code. It ends on its own, beside
/// what comes next.
package func abandonable<Value: Sendable>(
    _ work: @escaping @Sendable () -> Value
) async throws -> Value {
    let waiting = Waiter<Value>()
    return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
            waiting.wait(continuation)
            Task.detached(priority: Task.currentPriority) { waiting.end(.success(work())) }
        }
    } onCancel: {
        waiting.end(.failure(CancellationError()))
    }
}

/// One who waits for an end, of which the first counts, also where it comes before the waiting.
private final class Waiter<Value: Sendable>: Sendable {
    private enum State {
        case open
        case waiting(CheckedContinuation<Value, any Error>)
        case ended(Result<Value, any Error>)
        case over
    }

    private let state = Mutex<State>(.open)

    func wait(_ continuation: CheckedContinuation<Value, any Error>) {
        let end = state.withLock { state -> Result<Value, any Error>? in
            guard case .ended(let result) = state else {
                state = .waiting(continuation)
                return nil
            }
            state = .over
            return result
        }
        if let end { continuation.resume(with: end) }
    }

    func end(_ result: Result<Value, any Error>) {
        let waiting = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            switch state {
            case .open: state = .ended(result)
            case .waiting(let continuation):
                state = .over
                return continuation
            case .ended, .over: break
            }
            return nil
        }
        waiting?.resume(with: result)
    }
}
