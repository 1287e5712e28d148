/// From the hashes that were seen in training to rows of a table of vectors.
///
/// Open addressing in one array, so that it can lie in a file as it is. Row 0 is for whatever was not seen.
package struct HashTable: Sendable {
    /// A power of two of places: hash and row in turn; a hash of 0 is an empty place.
    package let places: [UInt32]
    package let rows: Int

    /// `hashes`: the row of a hash is its place in the array plus one; none may stand twice.
    package init(_ hashes: [UInt32]) {
        var size = 16
        // Two thirds full at most: a miss then takes three looks on average.
        while size * 2 < hashes.count * 3 { size *= 2 }
        var places = [UInt32](repeating: 0, count: size * 2)
        for (index, hash) in hashes.enumerated() {
            var place = Int(hash) & (size - 1)
            while places[2 * place] != 0 { place = (place + 1) & (size - 1) }
            places[2 * place] = hash
            places[2 * place + 1] = UInt32(index + 1)
        }
        self.places = places
        rows = hashes.count + 1
    }

    /// The table that lies in `places`; nil where they are no table: not a power of two, without an empty place (a search would
    /// not end), or with rows out of range.
    package init?(places: [UInt32]) {
        let size = places.count / 2
        guard places.count % 2 == 0, size > 0, size & (size - 1) == 0 else { return nil }
        var filled = 0
        var highest: UInt32 = 0
        for place in stride(from: 0, to: places.count, by: 2) where places[place] != 0 {
            filled += 1
            highest = max(highest, places[place + 1])
        }
        guard filled < size, Int(highest) == filled else { return nil }
        self.places = places
        rows = filled + 1
    }

    /// The row of a hash; 0 where it was not seen.
    package func row(_ hash: UInt32) -> Int {
        let mask = places.count / 2 - 1
        var place = Int(hash) & mask
        while places[2 * place] != 0 {
            if places[2 * place] == hash { return Int(places[2 * place + 1]) }
            place = (place + 1) & mask
        }
        return 0
    }
}
