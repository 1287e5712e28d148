/// Other layouts of a treebank's text, with all its words at the same bytes.
///
/// Treebanks are one line a paragraph; plain text has ends of line, which end a sentence in one
/// layout and mean nothing in another.
enum TextLayouts {
    /// A paragraph a line, without empty lines; where the treebank knows no paragraphs, every third
    /// sentence ends a line.
    static func lines(_ treebank: Treebank) -> [UInt8] {
        var text = treebank.text
        for paragraph in treebank.paragraphs {
            guard let last = treebank.sentences[paragraph].last else { continue }
            let end = last.range.upperBound
            if end + 1 < text.count, text[end] == 10, text[end + 1] == 10 { text[end] = 32 }
        }
        guard treebank.paragraphs.count == 1 else { return text }
        for (number, sentence) in treebank.sentences.enumerated() where number % 3 == 0 {
            let end = sentence.range.upperBound
            if end < text.count, text[end] == 32 { text[end] = 10 }
        }
        return text
    }

    /// Lines of at most 72 bytes, as mail and old pages have them: an end of line at a space.
    static func wrapped(_ treebank: Treebank) -> [UInt8] {
        var text = treebank.text
        var lineStart = 0
        var lastSpace: Int?
        for place in text.indices {
            if text[place] == 10 {
                lineStart = place + 1
                lastSpace = nil
            } else if place - lineStart > 72, let space = lastSpace {
                text[space] = 10
                lineStart = space + 1
                lastSpace = nil
            }
            if text[place] == 32 { lastSpace = place }
        }
        return text
    }
}
