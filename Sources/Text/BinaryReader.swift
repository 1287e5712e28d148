package import Foundation

/// Reads numbers, words and arrays from bytes, front to back, and never past the end.
///
/// Numbers are little-endian; a word is its length in bytes (`UInt32`) and its UTF-8. Whatever the
/// bytes are, each call gives a value or throws a `BinaryError`: a count is held against the bytes
/// that are left before anything is allocated. `BinaryWriter` writes what this reads.
///
/// ```swift
/// var reader = try BinaryReader(url)
/// try reader.expect("CASUSLID")
/// let version = try reader.integer(UInt32.self)
/// let weights = try reader.integers(Int8.self, count: 4096)
/// try reader.expectEnd()
/// ```
package struct BinaryReader: Sendable {
    /// The file's name, for errors.
    package let name: String
    package let bytes: [UInt8]
    /// The byte that is read next, 0 to `bytes.count`.
    package private(set) var position = 0

    package init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    /// Reads the whole file at `url`.
    package init(_ url: URL) throws {
        guard let data = try? Data(contentsOf: url) else {
            throw BinaryError(
                file: url.path,
                byte: nil,
                problem: "cannot be read",
                cure: "Reinstall Casus, or name its data folder with --data."
            )
        }
        self.init(Array(data), name: url.lastPathComponent)
    }

    /// The bytes that are not read yet.
    package var left: Int { bytes.count - position }

    /// Takes `count` bytes and gives their place in `bytes`, for what is used where it lies.
    package mutating func range(count: Int) throws -> Range<Int> {
        guard count >= 0, count <= left else {
            throw error("\(count) bytes should follow, \(left) do")
        }
        defer { position += count }
        return position..<position + count
    }

    package mutating func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type
    ) throws -> Integer {
        let place = try range(count: MemoryLayout<Integer>.size).lowerBound
        return bytes.withUnsafeBytes {
            Integer(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Integer.self))
        }
    }

    package mutating func float() throws -> Float {
        Float(bitPattern: try integer(UInt32.self))
    }

    /// A `UInt32` that counts things of which each takes at least `width` bytes further on.
    ///
    /// It throws where so many cannot follow.
    package mutating func count(ofWidth width: Int) throws -> Int {
        precondition(width > 0, "a thing that takes no bytes cannot be counted")
        let count = Int(try integer(UInt32.self))
        guard count <= left / width else {
            throw error("\(count) entries of \(width) bytes should follow, \(left) bytes do")
        }
        return count
    }

    /// A word of UTF-8 after its length.
    package mutating func word() throws -> String {
        let range = try range(count: count(ofWidth: 1))
        guard let word = String(validating: bytes[range], as: UTF8.self) else {
            throw error("a word is not UTF-8")
        }
        return word
    }

    package mutating func integers<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type,
        count: Int
    ) throws -> [Integer] {
        #if _endian(little)
            return try array(count)
        #else
            return try array(count).map(Integer.init(littleEndian:))
        #endif
    }

    package mutating func floats(count: Int) throws -> [Float] {
        try integers(UInt32.self, count: count).map(Float.init(bitPattern:))
    }

    /// Takes the bytes of `mark`, which must stand here.
    package mutating func expect(_ mark: String) throws {
        let start = position
        guard left >= mark.utf8.count,
            bytes[try range(count: mark.utf8.count)].elementsEqual(mark.utf8)
        else {
            position = start
            throw error("'\(mark)' should stand here")
        }
    }

    /// Throws where bytes are left over.
    package func expectEnd() throws {
        guard left == 0 else { throw error("\(left) bytes follow the end") }
    }

    /// An error at the place that has been reached, for what a caller finds wrong.
    package func error(_ problem: String) -> BinaryError {
        BinaryError(
            file: name,
            byte: position,
            problem: problem,
            cure: "The file is damaged or of another version: reinstall Casus."
        )
    }

    private mutating func array<Element: FixedWidthInteger & BitwiseCopyable>(
        _ count: Int
    ) throws -> [Element] {
        let width = MemoryLayout<Element>.size
        guard count >= 0, count <= left / width else {
            throw error("\(count) numbers of \(width) bytes should follow, \(left) bytes do")
        }
        let range = try range(count: count * width)
        return bytes.withUnsafeBytes { source in
            Array(unsafeUninitializedCapacity: count) { target, filled in
                UnsafeMutableRawBufferPointer(target).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[range])
                )
                filled = count
            }
        }
    }
}

/// A binary file that cannot be used: which, at which byte, why, and what to do.
package struct BinaryError: Error, Hashable, CustomStringConvertible {
    package let file: String
    /// Counted from 0; nil where the whole file is meant.
    package let byte: Int?
    package let problem: String
    package let cure: String

    package var description: String {
        "\(file)\(byte.map { ", byte \($0)" } ?? ""): \(problem). \(cure)"
    }
}
