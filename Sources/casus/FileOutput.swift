import Foundation

/// A file that appears when it is whole: written beside its place under another name, then moved there.
struct FileOutput: ~Copyable {
    private let url: URL
    private let draft: URL
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var isFinished = false
    /// A few pages of a disk.
    private static let full = 65_536

    init(_ url: URL) throws {
        self.url = url
        draft = url.appendingPathExtension("part")
        do {
            try Data().write(to: draft)
            handle = try FileHandle(forWritingTo: draft)
        } catch {
            throw FileOutputError(path: url.path, reason: error.localizedDescription)
        }
    }

    mutating func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.full { try flush() }
    }

    /// Puts the file in its place; what stood there before gives way.
    mutating func finish() throws {
        try flush()
        do {
            try handle.synchronize()
            try handle.close()
            guard rename(draft.path, url.path) == 0 else {
                throw FileOutputError(path: url.path, reason: String(cString: strerror(errno)))
            }
            isFinished = true
        } catch let error as FileOutputError {
            throw error
        } catch {
            throw FileOutputError(path: url.path, reason: error.localizedDescription)
        }
    }

    private mutating func flush() throws {
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            throw FileOutputError(path: url.path, reason: error.localizedDescription)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    deinit {
        if !isFinished { try? FileManager.default.removeItem(at: draft) }
    }
}

/// A file that cannot be written; what stood there before is as it was.
struct FileOutputError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String {
        "\(path): cannot be written (\(reason)). Name a folder where you may write and that has space; "
            + "what stood there before is unchanged."
    }
}
