import Crypto

/// A short name for content that is the same on every machine: the first 16 hexadecimal digits
/// (64 bits) of a SHA-256 over the parts, each ended by a zero byte.
///
/// A ledger of a million articles meets two equal names by chance about once in 37 million ledgers.
package enum ContentHash {
    package static func name(of parts: String...) -> String {
        var hash = SHA256()
        for part in parts {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0])
        }
        return String(hexadecimal(hash.finalize()).prefix(16))
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
        let digits = Array("0123456789abcdef".utf8)
        let letters = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: letters, as: UTF8.self)
    }
}
