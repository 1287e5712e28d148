/// A dictionary by keys that are numbers, to be asked millions of times.
///
/// Open addressing over at least twice as many places as keys. `Dictionary` guards against keys that an enemy chose, which is most
/// of what a look-up costs; these keys are those of our own lexicons and models, and what is asked for is only compared with them.
struct NumberTable<Key: FixedWidthInteger & Sendable, Value: Sendable>: Sendable {
    private struct Place: Sendable {
        var key: Key = 0
        /// The number of its value; -1 where the place is free.
        var value: Int32 = -1
    }

    private var places = [Place](repeating: Place(), count: 8)
    private var values: [Value] = []

    init() {}

    init(_ values: [Key: Value]) {
        for (key, value) in values { insert(value, for: key) }
    }

    subscript(key: Key) -> Value? {
        let number = places[place(of: key)].value
        return number < 0 ? nil : values[Int(number)]
    }

    subscript(key: Key, default usual: @autoclosure () -> Value) -> Value {
        get { self[key] ?? usual() }
        _modify {
            if places[place(of: key)].value < 0 { insert(usual(), for: key) }
            yield &values[Int(places[place(of: key)].value)]
        }
    }

    /// Adds a key that is not there yet.
    private mutating func insert(_ value: Value, for key: Key) {
        if 2 * (values.count + 1) > places.count { grow() }
        places[place(of: key)] = Place(key: key, value: Int32(values.count))
        values.append(value)
    }

    private mutating func grow() {
        let old = places
        places = [Place](repeating: Place(), count: 2 * old.count)
        for taken in old where taken.value >= 0 { places[place(of: taken.key)] = taken }
    }

    /// Where the key stands, or the free place where it would.
    private func place(of key: Key) -> Int {
        let last = places.count - 1
        // The upper half of the product with the golden ratio (Knuth, *Sorting and Searching*, 6.4).
        var place = Int((UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & last
        while places[place].value >= 0, places[place].key != key { place = (place + 1) & last }
        return place
    }
}
