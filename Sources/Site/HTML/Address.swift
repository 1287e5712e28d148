import Diplomacy

/// An address within the site: a path, a query and a place on the page, each part encoded.
package struct Address: Hashable, Sendable {
    /// As it goes into `href`, still to be escaped as HTML.
    package let text: String

    /// - Parameters:
    ///   - path: The segments after the first `/`. None: the first page.
    ///   - query: Names and values in this order; those without a value are left out.
    ///   - fragment: The id of an element.
    package init(
        _ path: String...,
        query: [(name: String, value: String?)] = [],
        fragment: String? = nil
    ) {
        text =
            "/" + path.map { Self.encoded($0) }.joined(separator: "/") + Self.suffix(query)
            + (fragment.map { "#" + Self.encoded($0) } ?? "")
    }

    /// The page that is open, asked otherwise: only a query.
    init(here query: [(name: String, value: String?)]) {
        let suffix = Self.suffix(query)
        text = suffix.isEmpty ? "?" : suffix
    }

    /// The same query at the path of another address.
    func within(_ other: String) -> String {
        String(other.prefix { $0 != "?" }) + (text == "?" ? "" : text)
    }

    private static func suffix(_ query: [(name: String, value: String?)]) -> String {
        let pairs = query.compactMap { name, value in
            value.map { "\(encoded(name))=\(encoded($0))" }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// Everything but letters and digits of ASCII and `-._~:` as percent signs.
    private static func encoded(_ text: String) -> String {
        guard !text.utf8.allSatisfy(isPlain) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isPlain(byte) {
                result.append(byte)
            } else {
                result += [0x25, Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x3A: true
        default: false
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
