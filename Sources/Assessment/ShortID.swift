/// An id in as little memory as it needs, for what lists the ids of everything.
///
/// Ids are sixteen digits of a hash, one byte more than fit into a `String` itself: a million of them take 64 MB there,
/// and 16 here. Their order is that of their texts.
package enum ShortID: Hashable, Sendable {
    /// Sixteen hexadecimal digits in small letters.
    case digits(UInt64)
    /// Any other: of a test, or of a ledger that was imported.
    indirect case text(String)

    package init(_ text: String) {
        var number: UInt64 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(byte - 87)
            default:
                self = .text(text)
                return
            }
        }
        self = text.utf8.count == Self.count ? .digits(number) : .text(text)
    }

    private static let count = 16

    package var text: String {
        switch self {
        case .text(let text): return text
        case .digits(let number):
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: Self.count - digits.utf8.count) + digits
        }
    }
}

extension ShortID: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        if case .digits(let one) = left, case .digits(let other) = right { return one < other }
        return left.text < right.text
    }
}

extension ShortID: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Excerpt where Element == ShortID {
    /// The same as texts.
    var texts: Excerpt<String> { Excerpt<String>(held.map(\.text), of: count) }
}
