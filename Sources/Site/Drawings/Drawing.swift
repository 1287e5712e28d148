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
    /// What its signs mean, a sentence each: on a page they stand beside it, in a file under it.
    var legend: [String] = []

    /// `variant` is a class of its own for a second drawing of the same thing, made for another width.
    func html(variant: HTML = .empty) -> HTML {
        svg(attributes: " class=\"drawing \(style) \(variant)\"")
    }

    private func svg(
        attributes: HTML,
        style: HTML = .empty,
        below lines: [String] = []
    ) -> HTML {
        let notes = lines.enumerated().map { place, line -> HTML in
            let y = Self.number(height + Self.noteHeight * (Double(place) + 1))
            return "<text class=\"note\" x=\"8\" y=\"\(y)\">\(line)</text>\n"
        }
        let whole = height + (lines.isEmpty ? 0 : Self.noteHeight * Double(lines.count + 1))
        return """
            <svg\(attributes) role="\(hasLinks ? "group" : "img")" aria-labelledby="\(id)-title \(id)-desc" \
            viewBox="0 0 \(Self.number(width)) \(Self.number(whole))">
            <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(description)</desc>\(style)
            \(content)\(notes)</svg>
            """
    }

    /// From line to line under a drawing, and how wide a letter is there at most.
    private static let (noteHeight, noteLetter) = (16.0, 6.4)

    /// As a file of its own, in the light colours, with its title, what its signs mean and where it comes from under it.
    func file(_ styles: DrawingStyles, _ mark: FileMark) -> String {
        let letters = Int((width - 16) / Self.noteLetter)
        let lines = ([title] + legend + [mark.line]).flatMap { Self.wrapped($0, letters) }
        let below = Self.noteHeight * Double(lines.count + 1)
        let root: HTML = """
             xmlns="http://www.w3.org/2000/svg" class="drawing \(style)" \
            width="\(Self.number(width))" height="\(Self.number(height + below))"
            """
        return svg(attributes: root, style: styles.element, below: lines).markup + "\n"
    }

    /// Lines of whole words, at most `letters` long where no word is longer.
    private static func wrapped(_ text: String, _ letters: Int) -> [String] {
        text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.count + word.count < letters {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }

    var fileName: String { "\(id).svg" }

    /// The file of this name; nil where it is another.
    func file(_ name: String, _ styles: DrawingStyles, _ mark: FileMark) -> Reply? {
        name == fileName ? .svg(file(styles, mark), styles, name: name) : nil
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
        // A declaration may go over several lines.
        for declaration in palette.split(separator: ";") {
            let parts = declaration.split(separator: ":").suffix(2).map {
                $0.split(whereSeparator: \.isWhitespace)
            }
            guard parts.count == 2, let name = parts[0].last, name.hasPrefix("--"),
                seen.insert(name).inserted
            else { continue }
            text = text.replacing("var(\(name))", with: parts[1].joined(separator: " "))
        }
        element = HTML.style(text)
    }
}
