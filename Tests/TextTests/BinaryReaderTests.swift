import Testing
import Text

struct BinaryReaderTests {
    private static let written: [UInt8] = {
        var writer = BinaryWriter()
        writer.mark("CASUS")
        writer.integer(UInt16(513))
        writer.integer(Int64(-2))
        writer.word("Єреван")
        writer.float(-0.5)
        writer.count(3)
        writer.integers([Int16(-1), 0, 256])
        writer.floats([1, 2.25])
        return writer.bytes
    }()

    private static func read(_ bytes: [UInt8]) throws -> [String] {
        var reader = BinaryReader(bytes, name: "test.model")
        try reader.expect("CASUS")
        let values: [Any] = [
            try reader.integer(UInt16.self),
            try reader.integer(Int64.self),
            try reader.word(),
            try reader.float(),
            try reader.integers(Int16.self, count: reader.count(ofWidth: 2)),
            try reader.floats(count: 2),
        ]
        try reader.expectEnd()
        return values.map { "\($0)" }
    }

    @Test func `what was written is read back`() throws {
        let expected = ["513", "-2", "Єреван", "-0.5", "[-1, 0, 256]", "[1.0, 2.25]"]
        #expect(try Self.read(Self.written) == expected)
    }

    @Test func `numbers are little-endian whatever their place`() throws {
        var reader = BinaryReader([9, 1, 2, 3, 4, 5, 6], name: "test.model")
        _ = try reader.range(count: 1)
        #expect(try reader.integer(UInt32.self) == 0x0403_0201)
        #expect(try reader.integers(UInt16.self, count: 1) == [0x0605])
    }

    @Test func `a file cut anywhere is an error, never a crash`() {
        for length in 0..<Self.written.count {
            #expect(throws: BinaryError.self) { try Self.read(Array(Self.written[..<length])) }
        }
    }

    @Test func `a file with any byte changed is read or refused`() {
        for place in Self.written.indices {
            for value in [UInt8(0), 1, 0x7F, 0x80, 0xFF] {
                var bytes = Self.written
                bytes[place] = value
                do {
                    _ = try Self.read(bytes)
                } catch {
                    #expect(error is BinaryError)
                }
            }
        }
    }

    @Test func `counts that no file could hold are refused before anything is allocated`() {
        var reader = BinaryReader([0xFF, 0xFF, 0xFF, 0xFF, 1, 2], name: "test.model")
        #expect(throws: BinaryError.self) { try reader.count(ofWidth: 8) }
        #expect(throws: BinaryError.self) { try reader.integers(UInt64.self, count: .max) }
        #expect(throws: BinaryError.self) { try reader.integers(Int8.self, count: -1) }
        #expect(throws: BinaryError.self) { try reader.range(count: .max) }
    }

    @Test func `an error names the file, the byte, the fault and the cure`() {
        var reader = BinaryReader(Array("CASUSXXX".utf8), name: "uk.model")
        let error = #expect(throws: BinaryError.self) { try reader.expect("CASUSLID") }
        #expect(
            error?.description
                == "uk.model, byte 0: 'CASUSLID' should stand here. "
                + "The file is damaged or of another version: reinstall Casus."
        )
    }

    @Test func `bytes left over are an error`() {
        #expect(throws: BinaryError.self) { try Self.read(Self.written + [0]) }
    }

    @Test func `a word that is not UTF-8 is an error`() {
        var reader = BinaryReader([2, 0, 0, 0, 0xC3, 0x28], name: "test.model")
        #expect(throws: BinaryError.self) { try reader.word() }
    }
}
