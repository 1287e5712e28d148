/// The words of a text with their lengths in letters, found byte by byte.
///
/// Nil for a text in which two scalars may make one letter, or a space may be no plain one: that is left to Swift's
/// letters, which take twenty times as long. Plain are the letters of Latin and Cyrillic and the usual marks.
package struct PlainWords {
    package struct Word {
        package let text: Substring
        /// In letters.
        package let length: Int
    }

    package let words: [Word]

    /// Divided at spaces, tabs and the ends of lines.
    package init?(_ text: String) {
        var text = text
        guard let places = text.withUTF8(Self.places) else { return nil }
        let bytes = text.utf8
        words = places.map { place in
            let start = bytes.index(bytes.startIndex, offsetBy: place.start)
            let end = bytes.index(bytes.startIndex, offsetBy: place.end)
            return Word(text: text[start..<end], length: place.length)
        }
    }

    private static func places(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [(start: Int, end: Int, length: Int)]? {
        var places: [(start: Int, end: Int, length: Int)] = []
        var (start, length, place) = (0, 0, 0)
        func end() {
            if length > 0 { places.append((start, place, length)) }
            length = 0
        }
        while place < bytes.count {
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            let third = place + 2 < bytes.count ? bytes[place + 2] : 0
            let width: Int
            switch bytes[place] {
            case 0x20, 0x09...0x0D:
                end()
                place += 1
                start = place
                continue
            case 0x00...0x7F: width = 1
            // U+00A1 to U+02FF, U+0400 to U+047F.
            case 0xC2 where next > 0xA0: width = 2
            case 0xC3...0xCB, 0xD0, 0xD1: width = 2
            // U+2010 to U+2027, U+2030 to U+203F: dashes, quotation marks, dots.
            case 0xE2 where next == 0x80 && (0x90...0xA7).contains(third): width = 3
            case 0xE2 where next == 0x80 && (0xB0...0xBF).contains(third): width = 3
            default: return nil
            }
            if length == 0 { start = place }
            length += 1
            place += width
        }
        end()
        return places
    }
}

extension String {
    /// The parts between a sign of ASCII, byte by byte; empty ones are left out unless `keepsEmpty`.
    package func parts(at sign: Unicode.Scalar, keepsEmpty: Bool = false) -> [String] {
        utf8.split(
            separator: UInt8(ascii: sign),
            omittingEmptySubsequences: !keepsEmpty
        ).map { String(Substring($0)) }
    }
}
