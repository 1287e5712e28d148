import Foundation
import Text

/// The answer, on standard output: gathered into large pieces, so that a million lines are quick.
struct StandardOutput {
    private var buffer: [UInt8] = []
    /// As much as a pipe holds.
    private static let full = 65_536

    /// Adds `text` as it is; throws `ClosedPipe` where nobody reads any more.
    mutating func write(_ text: String) throws { try write(text.utf8) }

    mutating func write(_ bytes: some Collection<UInt8>) throws {
        // A long piece goes out as it lies: gathered, its length would stay in the buffer to the end.
        if bytes.count >= Self.full {
            try flush()
            if try bytes.withContiguousStorageIfAvailable({ try Self.hand(.init($0)) }) != nil {
                return
            }
        }
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.full { try flush() }
    }

    mutating func line(_ text: String) throws { try write(text + "\n") }

    /// Hands on everything at once; to be called at the end.
    mutating func flush() throws {
        try buffer.withUnsafeBytes(Self.hand)
        buffer.removeAll(keepingCapacity: true)
    }

    private static func hand(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let written = Foundation.write(STDOUT_FILENO, rest.baseAddress, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw ClosedPipe() }
                throw OutputError(reason: String(cString: strerror(errno)))
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }

    /// Writes one object of JSON over many lines, as `write` hands it over.
    static func page(_ write: (@escaping JSONPage.Hand) throws -> Void) throws {
        var output = StandardOutput()
        try write { try output.write($0) }
        try output.line("")
        try output.flush()
    }

    /// Writes one whole answer.
    static func answer(_ text: String) throws {
        var output = StandardOutput()
        try output.write(text)
        try output.flush()
    }
}

/// The reader of standard output has gone: no failure of anybody's.
struct ClosedPipe: Error {}

/// Standard output cannot be written: a full disk behind a redirection, most often.
struct OutputError: Error, CustomStringConvertible {
    let reason: String

    var description: String {
        "standard output: cannot be written (\(reason)). Check the disk that it is sent to."
    }
}

/// Troubles and progress.
enum StandardError {
    static let isTerminal = isatty(STDERR_FILENO) == 1

    static func write(_ text: String) { raw(text + "\n") }

    static func raw(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// Values as JSON, the same bytes for the same value.
enum JSON {
    /// One object on one line.
    static func line(_ value: some Encodable) throws -> String {
        String(decoding: try SortedJSON.bytes(value), as: UTF8.self)
    }

    /// One object over many lines, for people too.
    static func page(_ value: some Encodable) throws -> String {
        String(decoding: try SortedJSON.bytes(value, isSpread: true), as: UTF8.self) + "\n"
    }
}
