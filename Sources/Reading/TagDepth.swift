/// How deep the elements of a page nest, by its tags alone: about an upper bound that needs no
/// parser, so that a hostile page is refused before one sees it.
///
/// Counting tags is not enough, for an end tag without its element closes nothing. So the names of
/// the open elements are kept, and an end tag closes what a browser lets it close; where a browser
/// mends more, the count stays too high.
struct TagDepth {
    private var open: [String] = []
    private var deepest = 0
    /// Inside `<svg>` a tag that closes itself opens nothing; in HTML it does.
    private var isInDrawing = false

    /// How many open elements an end tag is compared with: pages leave a few unclosed at most.
    private static let reach = 16

    static func deepest(_ bytes: [UInt8]) -> Int {
        var count = TagDepth()
        var place = 0
        while let tag = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = count.take(bytes, at: tag)
        }
        return count.deepest
    }

    /// Takes what begins with the `<` at `start`; returns where to look on.
    private mutating func take(_ bytes: [UInt8], at start: Int) -> Int {
        if bytes[start...].starts(with: "<!--".utf8) { return Self.endOfComment(bytes, start + 4) }
        let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
        let name = Self.name(bytes, start + (isEnd ? 2 : 1))
        guard !name.isEmpty else { return start + 1 }
        if !Self.drawing.contains(name) { isInDrawing = name == "svg" && !isEnd }
        if isEnd {
            close(name)
        } else if Self.programs.contains(name) {
            return Self.end(of: name, bytes, from: start)
        } else if !Self.unclosed.contains(name), !(isInDrawing && Self.closesItself(bytes, start)) {
            open.append(name)
            deepest = max(deepest, open.count)
        }
        return start + 1
    }

    private mutating func close(_ name: String) {
        let isInline = Self.inline.contains(name)
        for place in open.indices.suffix(Self.reach).reversed() {
            if open[place] == name {
                open.removeSubrange(place...)
                return
            }
            if Self.walls.contains(open[place]) || isInline && !Self.inline.contains(open[place]) {
                return
            }
        }
    }

    /// The letters and digits of a tag's name, small; empty where none begins.
    private static func name(_ bytes: [UInt8], _ start: Int) -> String {
        let name = bytes[min(start, bytes.count)...].prefix(15).prefix {
            (97...122).contains($0 | 32) || (48...57).contains($0)
        }
        guard let first = name.first, (97...122).contains(first | 32) else { return "" }
        return String(decoding: name.map { $0 | 32 }, as: UTF8.self)
    }

    private static func endOfComment(_ bytes: [UInt8], _ start: Int) -> Int {
        var place = start
        while let mark = bytes[place...].firstIndex(of: UInt8(ascii: ">")) {
            if bytes[..<mark].suffix(2).elementsEqual("--".utf8) { return mark + 1 }
            place = mark + 1
        }
        return bytes.count
    }

    /// Behind the words of a script: comparisons in a program are no tags.
    private static func end(of name: String, _ bytes: [UInt8], from start: Int) -> Int {
        var place = start + 1
        while let tag = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            if tag + 1 < bytes.count, bytes[tag + 1] == UInt8(ascii: "/"),
                Self.name(bytes, tag + 2) == name
            {
                return tag + 1
            }
            place = tag + 1
        }
        return bytes.count
    }

    private static func closesItself(_ bytes: [UInt8], _ start: Int) -> Bool {
        let end = bytes[(start + 1)...].firstIndex {
            $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<")
        }
        return end.map { bytes[$0] == UInt8(ascii: ">") && bytes[$0 - 1] == UInt8(ascii: "/") }
            ?? false
    }

    private static let programs: Set<String> = ["script", "style", "textarea", "title"]

    /// Elements without an end tag, and those whose end tag pages leave out: a new one closes the last.
    private static let unclosed: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th",
    ]

    /// Their end tags close nothing across another kind of element.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "label", "mark", "nobr", "q",
        "s",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    ]

    /// No end tag reaches beyond these but their own.
    private static let walls: Set<String> = [
        "applet", "button", "caption", "marquee", "object", "table", "template",
    ]

    private static let drawing: Set<String> = [
        "g", "path", "circle", "ellipse", "line", "polygon", "polyline", "rect", "stop", "use",
    ]
}
