/// A piece of a page.
///
/// Every string that goes in is escaped; only what is written in the source of
/// this target is taken as markup.
///
/// ```swift
/// let title = "<b>R&D</b>"
/// let line: HTML = "<p title=\"\(title)\">\(title)</p>"
/// // <p title="&lt;b&gt;R&amp;D&lt;/b&gt;">&lt;b&gt;R&amp;D&lt;/b&gt;</p>
/// ```
///
/// A template language was rejected: it has a syntax of its own to learn, its mistakes show when a
/// page is asked for, and its escaping can be forgotten. Here a string cannot become markup: there is
/// no initialiser for it. Attributes stand in double quotes, always.
package struct HTML: Hashable, Sendable {
    /// The markup, ready to be sent.
    package private(set) var markup: String

    private init(markup: String) {
        self.markup = markup
    }

    /// Nothing.
    package static let empty = HTML(markup: "")

    /// `text`, escaped.
    package init(text: String) {
        self.init(markup: Self.escaped(text))
    }

    package init(joining parts: some Sequence<HTML>, by separator: HTML = .empty) {
        self.init(markup: parts.map(\.markup).joined(separator: separator.markup))
    }

    package var isEmpty: Bool { markup.isEmpty }

    /// A style sheet of this target, within an SVG; never anything that came from an article.
    static func style(_ sheet: String) -> HTML {
        HTML(markup: "<style>\(sheet.replacing("<", with: ""))</style>")
    }

    /// The markup of a page that this site made before, as the ledger kept it; never anything else.
    init(kept markup: String) {
        self.init(markup: markup)
    }

    /// With a capital where it begins with a letter.
    var capitalised: HTML { HTML(markup: markup.prefix(1).uppercased() + markup.dropFirst()) }

    /// Without its elements, still escaped: for an attribute.
    var plainText: HTML {
        var result = ""
        var isTag = false
        for character in markup {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                isTag = false
            } else if !isTag {
                result.append(character)
            }
        }
        return HTML(markup: result)
    }

    package static func + (left: HTML, right: HTML) -> HTML {
        HTML(markup: left.markup + right.markup)
    }

    package static func += (left: inout HTML, right: HTML) {
        left.markup += right.markup
    }
}

extension HTML: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var markup = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + 24 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            markup += literal.description
        }

        package mutating func appendInterpolation(_ part: HTML) { markup += part.markup }

        /// Nothing where there is no part.
        package mutating func appendInterpolation(_ part: HTML?) { markup += part?.markup ?? "" }

        package mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { markup += part.markup }
        }

        package mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }

        package mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    }

    package init(stringLiteral literal: StaticString) {
        self.init(markup: literal.description)
    }

    package init(stringInterpolation interpolation: StringInterpolation) {
        self.init(markup: interpolation.markup)
    }
}

extension HTML {
    /// `text` with the five signs of markup as entities, and with the signs that would deceive a
    /// reader written out.
    ///
    /// Signs that turn the direction of what follows (U+202A to U+202E, U+2066 to U+2069) can make a
    /// sentence read as its opposite, so they show as `[U+202E]`. Control characters, which no page
    /// may hold, show as U+FFFD. Marks of direction that turn nothing (U+200E, U+200F) stay.
    static func escaped(_ text: String) -> String {
        var text = text
        let escaped = text.withUTF8 { bytes -> String? in
            var (result, start, place) = ([UInt8](), 0, 0)
            while place < bytes.count {
                let length = lengthOfSpecial(at: place, in: bytes)
                guard length > 0 else {
                    place += 1
                    continue
                }
                result += bytes[start..<place]
                let sign = String(decoding: bytes[place..<(place + length)], as: UTF8.self)
                for scalar in sign.unicodeScalars { result += replacement(of: scalar).utf8 }
                place += length
                start = place
            }
            guard start > 0 else { return nil }
            result += bytes[start...]
            return String(decoding: result, as: UTF8.self)
        }
        return escaped ?? text
    }

    /// How many bytes the special sign has that begins here; 0 where none does.
    private static func lengthOfSpecial(
        at place: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        func byte(_ offset: Int) -> UInt8 {
            place + offset < bytes.count ? bytes[place + offset] : 0
        }
        switch bytes[place] {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F: return 1
        case 0x09, 0x0A: return 0
        case 0x00...0x1F: return 1
        // U+0080 to U+009F.
        case 0xC2: return (0x80...0x9F).contains(byte(1)) ? 2 : 0
        // U+202A to U+202E, U+2066 to U+2069.
        case 0xE2:
            let isTurning =
                byte(1) == 0x80 && (0xAA...0xAE).contains(byte(2))
                || byte(1) == 0x81 && (0xA6...0xA9).contains(byte(2))
            return isTurning ? 3 : 0
        default: return 0
        }
    }

    private static func replacement(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        case "\r": "\n"
        case _ where scalar.value > 0x9F:
            "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
        default: "\u{FFFD}"
        }
    }
}
