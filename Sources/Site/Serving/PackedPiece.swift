import CZlib

/// A piece of what is sent packed: it needs nothing before it, and anything may stand behind it.
///
/// What was packed long before is put together with what frames it, and nothing is unpacked for it: blocks of deflate
/// (RFC 1951) end with a whole byte where they were flushed, and the check sum of the whole follows from those of its
/// pieces. (Several archives of gzip one behind the other are one too, but browsers read only the first.)
struct PackedPiece: Sendable {
    /// Blocks of deflate, none of which is the last.
    let blocks: [UInt8]
    /// How many bytes they unpack to.
    let count: Int
    /// CRC-32 of these bytes.
    let checksum: UInt32

    init(blocks: [UInt8], count: Int, checksum: UInt32) {
        (self.blocks, self.count, self.checksum) = (blocks, count, checksum)
    }

    init(_ bytes: [UInt8], level: Int32 = Gzip.level) {
        blocks = Gzip(level: level, isBare: true).packed(bytes, isLast: false)
        count = bytes.count
        checksum = bytes.withUnsafeBufferPointer {
            UInt32(crc32_z(0, $0.baseAddress, $0.count))
        }
    }

    /// What is sent, in pieces, with every occurrence of a secret in one of its own that is not packed.
    ///
    /// Packed together, the length would tell how much of the secret the words of an address have guessed (the attack
    /// called BREACH). Here no piece refers to another, and that of the secret is as long whatever it says.
    static func pieces(_ bytes: [UInt8], apart secret: String, _ level: Int32) -> [PackedPiece] {
        let sought = Array(secret.utf8)
        precondition(!sought.isEmpty, "a secret says something")
        let unpacked = PackedPiece(sought, level: Gzip.noLevel)
        var (pieces, start, place) = ([PackedPiece](), 0, 0)
        while place + sought.count <= bytes.count {
            guard bytes[place] == sought[0],
                bytes[place..<(place + sought.count)].elementsEqual(sought)
            else {
                place += 1
                continue
            }
            pieces += [PackedPiece(Array(bytes[start..<place]), level: level), unpacked]
            place += sought.count
            start = place
        }
        return pieces + [PackedPiece(Array(bytes[start...]), level: level)]
    }

    /// Nil where they were not packed so.
    var unpacked: [UInt8]? {
        Gzip.unpacked(blocks + Self.end, to: count, isBare: true)
    }

    /// An empty block, the last.
    private static let end: [UInt8] = [3, 0]
    /// Deflate, without name and time, written on Unix (RFC 1952, 2.3).
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

    /// The archive of what the pieces hold, one behind the other.
    static func archive(_ pieces: [PackedPiece]) -> [UInt8] {
        var bytes = header
        bytes.reserveCapacity(pieces.reduce(20) { $0 + $1.blocks.count })
        var (count, checksum) = (0, UInt(0))
        for piece in pieces {
            bytes += piece.blocks
            count += piece.count
            checksum = crc32_combine(checksum, UInt(piece.checksum), piece.count)
        }
        bytes += end
        for number in [UInt32(truncatingIfNeeded: checksum), UInt32(truncatingIfNeeded: count)] {
            bytes += (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
        return bytes
    }
}
