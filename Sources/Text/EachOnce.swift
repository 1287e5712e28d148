extension Sequence {
    /// Each element once, where it comes first; the same are those with the same `key`.
    package func eachOnce<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}

extension Sequence where Element: Hashable {
    /// Each once, where it comes first.
    package var eachOnce: [Element] { eachOnce { $0 } }
}
