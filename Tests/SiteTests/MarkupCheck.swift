/// Whether every element of a page is closed, in order, and every attribute stands in quotes.
///
/// A strict reader of the markup that this site writes, not of any page of the web.
enum MarkupCheck {
    private static let withoutEnd: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    /// The first mistake, or nil.
    static func mistake(in page: String) -> String? {
        var open: [String] = []
        var ids: Set<String> = []
        var rest = page[...]
        while let start = rest.firstIndex(of: "<") {
            if rest[..<start].contains(">") {
                return "'>' stands in text: \(rest[..<start].suffix(60))"
            }
            rest = rest[rest.index(after: start)...]
            guard let end = endOfTag(rest) else { return "'<' is not closed: \(rest.prefix(60))" }
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                guard open.popLast() == name else { return "</\(name)> closes nothing" }
                continue
            }
            let name = String(tag.prefix { $0.isLetter || $0.isNumber })
            if name.isEmpty { return "a tag has no name: <\(tag)>" }
            if let attributes = mistake(inAttributes: tag.dropFirst(name.count), &ids) {
                return "\(attributes) in <\(tag)>"
            }
            if !withoutEnd.contains(name) { open.append(name) }
        }
        return open.isEmpty ? nil : "<\(open.joined(separator: "> <"))> is not closed"
    }

    private static func endOfTag(_ text: Substring) -> Substring.Index? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private static func mistake(
        inAttributes text: Substring,
        _ ids: inout Set<String>
    ) -> String? {
        var rest = text
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard !rest.isEmpty else { return nil }
            let name = rest.prefix { $0.isLetter || $0 == "-" }
            if name.isEmpty { return "'\(rest.prefix(20))' is no attribute" }
            if name.hasPrefix("on") || name == "style" { return "'\(name)' may not be used" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            guard rest.first == "\"" else { return "'\(name)' is not in quotes" }
            let value = rest.dropFirst().prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 2)
            if name == "id", !ids.insert(String(value)).inserted {
                return "id '\(value)' stands twice"
            }
        }
    }
}
