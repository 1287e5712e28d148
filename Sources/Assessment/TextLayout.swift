import Text

/// Lines of plain text that fit a terminal: indented, wrapped at spaces, never cut within a word.
///
/// A letter counts as one column, which holds for the scripts that Casus reads.
package struct TextLayout: Sendable {
    /// The width of a terminal since the punched card.
    package static let standardWidth = 80

    /// Is handed a text between two of its parts, and may take away what is there.
    package typealias Hand = (inout TextLayout) throws -> Void

    package private(set) var lines: [String] = []
    /// How many of the lines were taken away; the last of them tells whether it was empty.
    private var taken = 0
    package let width: Int

    package init(width: Int = standardWidth) {
        self.width = width
    }

    /// The lines with a line feed after each, but those that were taken away.
    package var text: String { lines.dropFirst(taken).map { $0 + "\n" }.joined() }

    /// Takes the text away, so that a long one is never there as a whole.
    package mutating func take() -> String {
        defer { (lines, taken) = (lines.suffix(1), min(1, lines.count)) }
        return text
    }

    /// Adds lines as a text of their own has them.
    mutating func add(written text: [UInt8]) {
        lines += text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }

    package mutating func blank() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// A heading in capitals after an empty line, with a note of one line under it.
    package mutating func heading(_ words: String, note: String? = nil) {
        blank()
        lines.append(words.uppercased())
        if let note { paragraph(note) }
    }

    /// Adds `words`, wrapped; `indent` spaces before each line, `hanging` more before all but the first.
    package mutating func paragraph(_ words: String, indent: Int = 0, hanging: Int = 0) {
        let first = String(repeating: " ", count: indent)
        let rest = String(repeating: " ", count: indent + hanging)
        var line = first
        var columns = indent
        var hasWords = false
        for word in Self.words(words) {
            if hasWords, columns + 1 + word.length > width {
                lines.append(line)
                (line, columns) = (rest, indent + hanging)
                hasWords = false
            }
            if hasWords { line += " " }
            line += word.text
            columns += word.length + (hasWords ? 1 : 0)
            hasWords = true
        }
        if hasWords { lines.append(line) }
    }

    private static func words(_ text: String) -> [(text: Substring, length: Int)] {
        if let plain = PlainWords(text) { return plain.words.map { ($0.text, $0.length) } }
        return text.split { $0 == " " || $0.isNewline || $0 == "\t" }.map { ($0, $0.count) }
    }

    /// A label in a column of its own, and the words beside it.
    package mutating func row(_ label: String, _ words: String, indent: Int = 0, column: Int) {
        let start = lines.count
        let room = column - indent - 1
        paragraph(words, indent: column)
        guard start < lines.count else {
            lines.append(String(repeating: " ", count: indent) + label)
            return
        }
        let margin = String(repeating: " ", count: indent)
        if label.count <= room {
            let gap = String(repeating: " ", count: room - label.count + 1)
            lines[start] = margin + label + gap + lines[start].dropFirst(column)
        } else {
            lines.insert(margin + label, at: start)
        }
    }

    /// The first words of a text that fit into `columns`, with an ellipsis where any are left out.
    package static func shortened(_ text: String, to columns: Int) -> String {
        if let plain = PlainWords(text)?.words {
            let length = plain.reduce(-1) { $0 + 1 + $1.length }
            if length <= columns { return plain.map(\.text).joined(separator: " ") }
        }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count > columns else { return words }
        let cut = words.prefix(max(1, columns - 1))
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end] + "…"
    }
}
