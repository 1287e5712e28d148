import Assessment
import Diplomacy

/// How one statement was read, for a person who doubts it.
struct StatementAccount {
    let statement: Statement
    let article: Article
    /// Its root and the happening it tells of.
    let event: EventAccount

    /// As much of the text on either side of the quote as shows what it belongs to, in UTF-8 bytes.
    private static let surroundings = 300

    var text: String {
        var page = TextLayout()
        page.paragraph("\(PlainSentence(statement).text(ActorDirectory.called)).")
        page.blank()
        let citation = Citation.voices(statement.speakers)
        let column = 14
        page.row("statement", statement.id, column: column)
        page.row("who", ActorDirectory.labelled(statement.source), column: column)
        page.row(
            "to whom",
            statement.target.map(ActorDirectory.labelled) ?? "a party not named",
            column: column
        )
        let kind = statement.kind.map { " (\($0.words))" } ?? ""
        let done = statement.polarity == .done ? "done" : "NOT done"
        page.row("act", "\(statement.act.rawValue)\(kind), \(done)", column: column)
        page.row("how certain", statement.modality.words, column: column)
        page.row("who says so", citation, column: column)
        page.row("when", statement.date?.edtf ?? "undated", column: column)
        let confidence = Int((statement.confidence * 100).rounded())
        page.row(
            "reading",
            "\(confidence) of 100\(confidence < 50 ? ": a guess" : "")",
            column: column
        )
        if !statement.marks.isEmpty {
            page.row("mind", statement.marks.map(\.words).joined(separator: "; "), column: column)
        }
        page.heading("In the text")
        page.paragraph(quoteInPlace, indent: 2)
        page.heading("How it was read")
        for step in statement.trail { page.paragraph("- \(step)", indent: 2, hanging: 2) }
        event.write(to: &page)
        page.heading("Where it stands")
        writePlace(&page, column)
        return page.text
    }

    /// The quote between » and «, with the words around it.
    private var quoteInPlace: String {
        let range = statement.evidence.range
        let bytes = article.text.utf8
        let before = max(0, range.lowerBound - Self.surroundings)
        let after = min(bytes.count, range.upperBound + Self.surroundings)
        func words(_ range: ByteRange) -> String {
            let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
            return String(decoding: bytes[start...].prefix(range.count), as: UTF8.self)
        }
        let head = words(before..<range.lowerBound)
        let tail = words(range.upperBound..<after)
        // A cut begins and ends at a space, never within a word or a letter.
        let opening = before == 0 ? head : "… " + head.drop { !$0.isWhitespace }
        let closing =
            after == bytes.count
            ? tail : tail[..<(tail.lastIndex(where: \.isWhitespace) ?? tail.endIndex)] + " …"
        return "\(opening)»\(statement.evidence.quote)«\(closing)"
    }

    private func writePlace(_ page: inout TextLayout, _ column: Int) {
        let range = statement.evidence.sourceScalars
        page.row(
            "file",
            "\(article.document), characters \(range.lowerBound) to \(range.upperBound)",
            indent: 2,
            column: column
        )
        page.row("article", article.id, indent: 2, column: column)
        if let outlet = article.outlet { page.row("outlet", outlet, indent: 2, column: column) }
        if let address = article.address { page.row("address", address, indent: 2, column: column) }
        if let title = article.title { page.row("title", title, indent: 2, column: column) }
        page.row(
            "published",
            article.publication.interval?.edtf ?? "not known",
            indent: 2,
            column: column
        )
    }
}

extension ActorDirectory {
    /// "Russia (RUS)".
    static func labelled(_ code: ActorCode) -> String {
        name(code).map { "\($0.capitalised) (\(code.rawValue))" } ?? code.rawValue
    }
}
