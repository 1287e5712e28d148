import Synchronization

/// Things of one kind that were made for one state of the ledger and may be given again.
///
/// Each is made once: who asks while it is being made waits for it, so ten visitors of a page that was just written
/// to cost as much as one. A new state of the ledger empties it.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Content {
        var stamp = ""
        var values: [Key: Value] = [:]
        var weight = 0
    }

    private let content = Mutex(Content())
    private let making = Mutex(())
    private let mostWeight: Int
    private let weight: @Sendable (Value) -> Int

    /// Where the values together would weigh more than `mostWeight`, all but the new one are let go.
    init(mostWeight: Int, weight: @escaping @Sendable (Value) -> Int = { _ in 1 }) {
        self.mostWeight = mostWeight
        self.weight = weight
    }

    /// The value for the state of the ledger that `stamp` names, if it was made.
    func value(_ key: Key, _ stamp: String) -> Value? {
        content.withLock { $0.stamp == stamp ? $0.values[key] : nil }
    }

    /// The same, made by `make` where it was not.
    ///
    /// `make` must not ask for another value of the same kind.
    func value(_ key: Key, _ stamp: String, _ make: () throws -> Value) throws -> Value {
        if let kept = value(key, stamp) { return kept }
        return try making.withLock { _ in
            if let kept = value(key, stamp) { return kept }
            let made = try make()
            keep(made, key, stamp)
            return made
        }
    }

    func keep(_ value: Value, _ key: Key, _ stamp: String) {
        let own = weight(value)
        content.withLock { content in
            if content.stamp != stamp || content.weight + own > mostWeight {
                content = Content(stamp: stamp)
            }
            if content.values.updateValue(value, forKey: key) == nil { content.weight += own }
        }
    }
}
