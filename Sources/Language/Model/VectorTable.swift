import CKernels
package import Text

/// Vectors of words or pieces, one signed byte a number and one scale a row.
package struct VectorTable: Sendable {
    package let index: HashTable
    package let columns: Int
    package let bytes: [Int8]
    /// What a byte of a row is worth.
    package let scales: [Float]

    package init(index: HashTable, columns: Int, bytes: [Int8], scales: [Float]) {
        precondition(bytes.count == index.rows * columns && scales.count == index.rows)
        self.index = index
        self.columns = columns
        self.bytes = bytes
        self.scales = scales
    }

    /// Rounds `vectors` (rows × columns) to bytes; a row is off by half a 127th of its largest number at most.
    package init(index: HashTable, columns: Int, vectors: [Float]) {
        var bytes: [Int8] = []
        bytes.reserveCapacity(vectors.count)
        var scales: [Float] = []
        for row in 0..<index.rows {
            let values = vectors[(row * columns)..<((row + 1) * columns)]
            let largest = values.reduce(0) { max($0, abs($1)) }
            scales.append(largest / 127)
            let factor = largest > 0 ? 127 / largest : 0
            for value in values { bytes.append(Int8((value * factor).rounded())) }
        }
        self.init(index: index, columns: columns, bytes: bytes, scales: scales)
    }

    /// Adds a row, times `factor`, to `sum`.
    package func add(_ row: Int, times factor: Float, to sum: UnsafeMutablePointer<Float>) {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            casus_add_bytes(columns, scales[row] * factor, base + row * columns, sum)
        }
    }
}

extension VectorTable {
    /// A hash table, a scale a row and a byte a number.
    package func write(to writer: inout BinaryWriter) {
        writer.count(index.places.count)
        writer.integers(index.places)
        writer.floats(scales)
        writer.integers(bytes)
    }

    /// Throws a `BinaryError` that names the byte.
    package init(from reader: inout BinaryReader, columns: Int) throws {
        let places = try reader.integers(UInt32.self, count: reader.count(ofWidth: 4))
        guard let index = HashTable(places: places) else {
            throw reader.error("a table's places are damaged")
        }
        let scales = try reader.floats(count: index.rows)
        let bytes = try reader.integers(Int8.self, count: index.rows * columns)
        self.init(index: index, columns: columns, bytes: bytes, scales: scales)
    }
}
