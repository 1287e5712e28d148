import Crypto

/// A short name for content that is the same on every machine: the first 16 hexadecimal digits
/// (64 bits) of a SHA-256 over the parts, each ended by a zero byte.
///
/// A ledger of a million articles meets two equal names by chance about once in 37 million ledgers.
package enum ContentHash {
    package static func name(of parts: String...) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 1 })
        for part in parts {
            bytes.append(contentsOf: part.utf8)
            bytes.append(0)
        }
        return hexadecimal(SHA256.hash(data: bytes).prefix(8))
    }

    /// All 64 digits of a SHA-256, for manifests.
    package static func full(of bytes: [UInt8]) -> String {
        hexadecimal(SHA256.hash(data: bytes))
    }

    /// The same over a text that comes in pieces.
    package struct Running: Sendable {
        private var hash = SHA256()

        package init() {}

        package mutating func update(_ text: String) { hash.update(data: Array(text.utf8)) }

        /// All 64 digits over everything so far.
        package var digits: String { hexadecimal(hash.finalize()) }
    }

    private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity(2 * SHA256.byteCount)
        for byte in digest {
            letters.append(digit(byte >> 4))
            letters.append(digit(byte & 15))
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static func digit(_ number: UInt8) -> UInt8 {
        number + (number < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }
}
