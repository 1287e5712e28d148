import CGumbo
import Diplomacy

/// What the elements of a page are to its reader: which begin a block, which are silent, which are no part of the report.
extension PageWalker {
    /// Elements whose words no reader sees.
    static let silent: Set<String> = [
        "script", "style", "noscript", "template", "svg", "iframe", "object", "form", "button",
        "select", "textarea", "title", "math", "audio", "canvas",
    ]

    static let blockNames: Set<String> = [
        "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "h1", "h2",
        "h3",
        "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th",
        "blockquote",
        "figure", "figcaption", "pre", "hr", "br", "body", "html", "time", "address",
    ]

    static func isBlock(_ name: String) -> Bool { blockNames.contains(name) }

    static func role(of name: String) -> Block.Role? {
        switch name {
        case "h1": .title
        case "h2", "h3", "h4", "h5", "h6", "dt": .heading
        case "li": .listItem
        case "p": .paragraph
        default: nil
        }
    }

    func partDiscard(
        _ node: UnsafeMutablePointer<GumboNode>,
        _ name: String
    ) -> Block.Discard? {
        if name == "body" || name == "html" || name == "main" || name == "article" { return nil }
        if let discard = elements[name], !(name == "header" && isInArticle(node)) { return discard }
        for attribute in ["class", "id"] {
            for word in (Self.attribute(node, attribute) ?? "").lowercased()
                .split(whereSeparator: { $0 == " " || $0 == "_" })
            {
                if let discard = words[String(word)] { return discard }
                for part in word.split(separator: "-") {
                    if let discard = words[String(part)] { return discard }
                }
            }
        }
        return nil
    }

    /// The header of an article holds its headline.
    func isInArticle(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
        var parent = node.pointee.parent
        while let current = parent {
            if current.pointee.type == GUMBO_NODE_ELEMENT {
                let name = Self.name(of: current)
                if name == "article" || name == "main" { return true }
            }
            parent = current.pointee.parent
        }
        return false
    }

    static func attribute(
        _ node: UnsafeMutablePointer<GumboNode>,
        _ name: String
    ) -> String? {
        withUnsafePointer(to: node.pointee.v.element.attributes) { attributes in
            gumbo_get_attribute(attributes, name).map { String(cString: $0.pointee.value) }
        }
    }

    static func name(of node: UnsafeMutablePointer<GumboNode>) -> String {
        String(cString: gumbo_normalized_tagname(node.pointee.v.element.tag))
    }
}
