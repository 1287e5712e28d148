/// Writes what `BinaryReader` reads: little-endian numbers, words with their length, arrays.
package struct BinaryWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func integer(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func float(_ value: Float) {
        integer(value.bitPattern)
    }

    /// A number of things that follow, as `UInt32`.
    package mutating func count(_ count: Int) {
        integer(UInt32(count))
    }

    /// A word of UTF-8 after its length.
    package mutating func word(_ word: String) {
        count(word.utf8.count)
        bytes.append(contentsOf: word.utf8)
    }

    /// The numbers alone: their count is the caller's to write.
    package mutating func integers(_ values: some Sequence<some FixedWidthInteger>) {
        for value in values { integer(value) }
    }

    /// The numbers alone: their count is the caller's to write.
    package mutating func floats(_ values: some Sequence<Float>) {
        for value in values { float(value) }
    }

    /// The bytes of `mark`, without a length.
    package mutating func mark(_ mark: String) {
        bytes.append(contentsOf: mark.utf8)
    }
}
