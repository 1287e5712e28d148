import Coding
import Synchronization
import Text

/// A coder that is loaded when the first article asks for it.
///
/// A reading in which nothing is new needs none. Shared by all workers; they wait for the one that loads.
final class LazyCoder: Sendable {
    private let resources: ResourceFolder
    private let state: Mutex<Result<NewsCoder, any Error>?> = Mutex(nil)

    init(_ resources: ResourceFolder) {
        self.resources = resources
    }

    /// Throws a `TableError` where a lexicon cannot be used.
    func loaded() throws -> NewsCoder {
        try state.withLock { state in
            let result = state ?? Result { try NewsCoder(resources) }
            state = result
            return result
        }.get()
    }
}
