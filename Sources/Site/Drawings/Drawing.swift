/// A picture made on the server: SVG with a title, a description, and a table somewhere behind it.
///
/// It stands in a page in the page's own colours, so it follows light and dark; as a file it brings its
/// style with it.
struct Drawing: Sendable {
    /// The name of its file; unique on the page.
    let id: String
    let title: String
    /// What somebody who cannot see it must know, in a sentence or two.
    let description: String
    let width: Double
    let height: Double
    /// The class of the root, for the style.
    let style: HTML
    let content: HTML
    /// Whether something in it can be followed: then it is a group to a screen reader, else a picture.
    var hasLinks = true

    /// `variant` is a class of its own for a second drawing of the same thing, made for another width.
    func html(variant: HTML = .empty) -> HTML {
        svg(attributes: " class=\"drawing \(style) \(variant)\"")
    }

    private func svg(attributes: HTML, style: HTML = .empty) -> HTML {
        """
        <svg\(attributes) role="\(hasLinks ? "group" : "img")" aria-labelledby="\(id)-title \(id)-desc" \
        viewBox="0 0 \(Self.number(width)) \(Self.number(height))">
        <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(description)</desc>\(style)
        \(content)</svg>
        """
    }

    /// As a file of its own, in the light colours.
    func file(_ styles: DrawingStyles) -> String {
        let root: HTML = """
             xmlns="http://www.w3.org/2000/svg" class="drawing \(style)" \
            width="\(Self.number(width))" height="\(Self.number(height))"
            """
        return svg(attributes: root, style: styles.element).markup + "\n"
    }

    var fileName: String { "\(id).svg" }

    /// The file of this name; nil where it is another.
    func file(_ name: String, _ styles: DrawingStyles) -> Reply? {
        name == fileName ? .svg(file(styles), styles, name: name) : nil
    }

    /// A coordinate with one digit after the point, and none where it is nothing.
    static func number(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
}

/// The style sheet that a drawing takes along, with the colours written out: not every program that opens
/// an SVG knows variables.
struct DrawingStyles: Sendable {
    let element: HTML

    /// `sheet` is the style of drawings; `palette` declares the variables, the light ones first.
    init(sheet: String, palette: String) {
        var text = sheet
        var seen: Set<Substring> = []
        for line in palette.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let name = parts.first?.drop(while: { $0 == " " }),
                name.hasPrefix("--"), seen.insert(name).inserted
            else { continue }
            let value = parts[1].prefix { $0 != ";" }.drop { $0 == " " }
            text = text.replacing("var(\(name))", with: value)
        }
        element = HTML.style(text)
    }
}
