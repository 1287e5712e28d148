import Foundation
import Synchronization

/// Pieces of bytes that are laid aside in a file without a name, and taken up again in any order.
///
/// For what is made in one order, shown in another, and too much to hold. The file lies in the folder for temporary
/// files, which `TMPDIR` names, and goes with the spool. A failure is remembered, so that those who lay pieces aside
/// need not stop for it, and told by `check()`.
package final class Spool: Sendable {
    package struct Piece: Hashable, Sendable {
        fileprivate let start: UInt64
        fileprivate let count: Int
    }

    private struct State {
        let file: FileHandle
        var end: UInt64 = 0
        var failure: SpoolError?
    }

    private let folder = FileManager.default.temporaryDirectory
    private let state: Mutex<State>

    /// Throws `SpoolError` where no file can be made.
    package init() throws {
        let place = folder.appending(path: "casus-\(UUID().uuidString)")
        do {
            try Data().write(to: place, options: .withoutOverwriting)
            defer { try? FileManager.default.removeItem(at: place) }
            state = Mutex(State(file: try FileHandle(forUpdating: place)))
        } catch {
            throw SpoolError(folder: folder, reason: error)
        }
    }

    /// Lays aside what `make` gives; after a failure nothing more.
    package func lay(_ make: () throws -> [UInt8]) -> Piece {
        state.withLock { state in
            var piece = Piece(start: state.end, count: 0)
            attempt(&state) { state in
                let bytes = try make()
                try state.file.seek(toOffset: state.end)
                try state.file.write(contentsOf: bytes)
                state.end += UInt64(bytes.count)
                piece = Piece(start: piece.start, count: bytes.count)
            }
            return piece
        }
    }

    /// The bytes of a piece; none after a failure.
    package func bytes(of piece: Piece) -> [UInt8] {
        state.withLock { state in
            var bytes: [UInt8] = []
            attempt(&state) { state in
                bytes = try state.file.bytes(piece.count, from: piece.start)
            }
            return bytes
        }
    }

    /// Throws what went wrong first.
    package func check() throws {
        if let failure = state.withLock(\.failure) { throw failure }
    }

    private func attempt(_ state: inout State, _ work: (inout State) throws -> Void) {
        guard state.failure == nil else { return }
        do { try work(&state) } catch {
            state.failure = SpoolError(folder: folder, reason: error)
        }
    }
}

extension FileHandle {
    /// Read where they are to lie: one piece may be tens of megabytes, which a second copy would double.
    fileprivate func bytes(_ count: Int, from start: UInt64) throws -> [UInt8] {
        try Array(unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled..<count])
                let place = off_t(start) + off_t(filled)
                let read = pread(fileDescriptor, rest.baseAddress, rest.count, place)
                if read < 0 && errno == EINTR { continue }
                guard read > 0 else { throw CocoaError(.fileReadUnknown) }
                filled += read
            }
        }
    }
}

/// What is laid aside could not be written or read again: a full disk, most often.
package struct SpoolError: Error, CustomStringConvertible {
    let folder: URL
    let reason: any Error

    package var description: String {
        "\(folder.path(percentEncoded: false)): no place for a temporary file (\(reason)). "
            + "Set TMPDIR to a folder on a larger disk."
    }
}
