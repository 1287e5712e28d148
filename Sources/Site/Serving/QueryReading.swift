extension Query {
    /// Reads what stands after `?` in an address, as a browser's form writes it: `+` is a space.
    init(encoded: String) throws {
        try self.init(
            encoded.utf8.split(separator: UInt8(ascii: "&")).map { pair in
                let parts = pair.split(
                    separator: UInt8(ascii: "="),
                    maxSplits: 1,
                    omittingEmptySubsequences: false
                )
                let value = parts.count > 1 ? PercentDecoding.text(parts[1], plusIsSpace: true) : ""
                return (PercentDecoding.text(parts[0], plusIsSpace: true), value)
            }
        )
    }
}

/// Decodes percent signs, whatever they stand before.
enum PercentDecoding {
    /// A percent sign without two hexadecimal digits stays; bytes that are no UTF-8 become U+FFFD.
    static func text(_ encoded: some Collection<UInt8>, plusIsSpace: Bool = false) -> String {
        let bytes = Array(encoded)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "%"), place + 2 < bytes.count,
                let high = digit(bytes[place + 1]), let low = digit(bytes[place + 2])
            {
                result.append(high << 4 | low)
                place += 3
                continue
            }
            result.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            place += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
