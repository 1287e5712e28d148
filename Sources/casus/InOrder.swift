import Foundation

/// Does `work` for each input on all cores, and hands the results on in the order of the inputs.
///
/// At most `window` inputs are under way or waiting for an earlier one, so memory stays bounded
/// however long the list is. The first error that `hand` throws ends it.
func inOrder<Input: Sendable, Output: Sendable>(
    _ inputs: some Sequence<Input>,
    window: Int = 4 * ProcessInfo.processInfo.activeProcessorCount,
    work: @escaping @Sendable (Input) async -> Output,
    hand: (Output) async throws -> Void
) async throws {
    precondition(window > 0, "at least one input is under way")
    var iterator = inputs.makeIterator()
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        var (started, next) = (0, 0)
        var waiting: [Int: Output] = [:]
        func start() -> Bool {
            guard let input = iterator.next() else { return false }
            let place = started
            started += 1
            group.addTask { (place, await work(input)) }
            return true
        }
        while started < window, start() {}
        while let (place, output) = try await group.next() {
            waiting[place] = output
            while let ready = waiting.removeValue(forKey: next) {
                next += 1
                try await hand(ready)
            }
            while started - next < window, start() {}
        }
    }
}
