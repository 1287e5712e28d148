/// A signature of a set: two sets agree in about as many of its places as they share members.
///
/// Broder 1997. With 64 places the share is estimated to within 0.06 (one standard error at one half).
/// Two rows make a band: sets that share three tenths of their members meet in one of the 32 bands in
/// 95 of 100 cases, sets that share a hundredth in 3 of 1000. So an article is compared with few others.
struct MinHash: Hashable, Sendable {
    static let places = 64
    static let rowsInBand = 2

    /// As many as `places`, or none for the empty set.
    let values: [UInt32]

    init(values: [UInt32]) {
        self.values = values
    }

    init(of members: some Collection<UInt64>) {
        guard !members.isEmpty else {
            values = []
            return
        }
        var least = [UInt32](repeating: .max, count: Self.places)
        for member in members {
            for place in 0..<Self.places {
                // The high half of a product with an odd number is well mixed.
                let product = (member ^ Self.salts[place]) &* 0x9E37_79B9_7F4A_7C15
                let value = UInt32(truncatingIfNeeded: product >> 32)
                if value < least[place] { least[place] = value }
            }
        }
        values = least
    }

    /// The estimated share of members that two sets have in common: their Jaccard index.
    func likeness(to other: MinHash) -> Double {
        guard values.count == Self.places, other.values.count == Self.places else { return 0 }
        return Double(zip(values, other.values).count { $0 == $1 }) / Double(Self.places)
    }

    /// One number for each band, different for equal values in different bands.
    var bands: [Int64] {
        stride(from: 0, to: values.count, by: Self.rowsInBand).map { start in
            var hash = mixed(UInt64(start))
            for value in values[start..<start + Self.rowsInBand] {
                hash = mixed(hash ^ UInt64(value))
            }
            return Int64(bitPattern: hash)
        }
    }

    private static let salts: [UInt64] = (1...UInt64(places)).map { mixed($0 << 32) }
}

/// The finisher of SplitMix64: every bit of the input moves every bit of the output.
func mixed(_ number: UInt64) -> UInt64 {
    var value = number &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
}
