import CZlib

/// Packs bytes as gzip (RFC 1952), whole or portion by portion.
///
/// Not `Sendable`: one task owns it from the first byte to the last.
final class Gzip {
    /// zlib's own choice between time and size: a page of 100 kB takes about 2 ms and shrinks to a seventh.
    static let level: Int32 = 6
    /// For what is packed thousands of times before anybody asks for it: of 150 pages of pairs, 1.7 s in place of
    /// 3.2 s and 33.1 MB in place of 31.0 MB.
    static let quickLevel: Int32 = 4
    /// Bytes go into blocks as they are, five more for each.
    static let noLevel: Int32 = 0
    /// What is larger takes 3 ms and more at the usual level, an eighth of making it, and so is packed quickly: in half
    /// the time, seven hundredths larger.
    static let mostBytesAtLevel = 128 << 10
    /// The largest window, and 16 for a header of gzip in place of zlib's.
    private static let windowBits: Int32 = 15 + 16
    /// The same with no header, which a negative sign asks for.
    private static let bareWindowBits: Int32 = -15
    /// zlib's usual share of memory for finding repetitions.
    private static let memoryLevel: Int32 = 8
    /// Written out at one go.
    private static let portion = 64 << 10

    /// At one address for its whole life: zlib compares it.
    private let stream: UnsafeMutablePointer<z_stream>

    /// `isBare`: blocks of deflate alone, without what makes them an archive.
    init(level: Int32 = Gzip.level, isBare: Bool = false) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let result = deflateInit2_(
            stream,
            level,
            Z_DEFLATED,
            isBare ? Self.bareWindowBits : Self.windowBits,
            Self.memoryLevel,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        precondition(result == Z_OK, "zlib refuses its own settings or has no memory: \(result)")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// All of `bytes`, packed.
    static func packed(_ bytes: [UInt8], level: Int32 = Gzip.level) -> [UInt8] {
        Gzip(level: level).packed(bytes, isLast: true)
    }

    /// The next portion, packed so far that a reader can unpack all of it; behind the last one nothing
    /// may come.
    func packed(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
        var packed: [UInt8] = []
        var bytes = bytes
        var room = [UInt8](repeating: 0, count: Self.portion)
        bytes.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            // zlib has written all there is when it leaves room.
            repeat {
                let written = room.withUnsafeMutableBufferPointer { output in
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
                    return output.count - Int(stream.pointee.avail_out)
                }
                packed += room[..<written]
            } while stream.pointee.avail_out == 0
        }
        return packed
    }
}

extension Gzip {
    /// What was packed whole by `packed(_:)`; nil where it was not.
    static func unpacked(_ packed: [UInt8]) -> [UInt8]? {
        // The last four bytes say how long it is (RFC 1952, ISIZE).
        guard packed.count > 18 else { return nil }
        let length = packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        return unpacked(packed, to: length)
    }

    /// What was packed whole, and is `length` bytes long; `isBare` as it was packed.
    static func unpacked(_ packed: [UInt8], to length: Int, isBare: Bool = false) -> [UInt8]? {
        var (input, stream) = (packed, z_stream())
        guard
            inflateInit2_(
                &stream,
                isBare ? bareWindowBits : windowBits,
                ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)
            ) == Z_OK
        else { return nil }
        defer { inflateEnd(&stream) }
        var bytes = [UInt8](repeating: 0, count: max(length, 1))
        let result = input.withUnsafeMutableBufferPointer { input in
            bytes.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        guard result == Z_STREAM_END, stream.total_out == length else { return nil }
        return Array(bytes.prefix(length))
    }
}
