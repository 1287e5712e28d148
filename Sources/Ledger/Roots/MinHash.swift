import Foundation

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
        return Double(agreements(with: other)) / Double(Self.places)
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

    /// In how many places the two agree; none for the empty set.
    func agreements(with other: MinHash) -> Int {
        zip(values, other.values).count { $0 == $1 }
    }

    private static let salts: [UInt64] = (1...UInt64(places)).map { mixed($0 << 32) }
}

extension MinHash {
    /// Four bytes a value, the least significant first.
    var data: Data {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * values.count)
        for value in values {
            for shift in stride(from: 0, to: 32, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
            }
        }
        return Data(bytes)
    }

    /// The signature that was stored as these bytes.
    init(data: Data) {
        let bytes = [UInt8](data)
        values = stride(from: 0, to: bytes.count - 3, by: 4).map { start in
            bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
    }
}

/// The finisher of SplitMix64: every bit of the input moves every bit of the output.
func mixed(_ number: UInt64) -> UInt64 {
    var value = number &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
}
