import Assessment
import Diplomacy

/// The words behind a statement or a tie: in the text, and where the file is.
struct EvidenceAccount {
    let evidence: Evidence
    let article: Article

    /// As much of the text on either side of the quote as shows what it belongs to, in UTF-8 bytes.
    private static let surroundings = 300

    func writeWords(to page: inout TextLayout, trail: [String]) {
        page.heading("In the text")
        page.paragraph(quoteInPlace, indent: 2)
        page.heading("How it was read")
        for step in trail { page.paragraph("- \(step)", indent: 2, hanging: 2) }
    }

    func writePlace(to page: inout TextLayout, _ column: Int) {
        page.heading("Where it stands")
        let range = evidence.sourceScalars
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

    /// The quote between » and «, with the words around it.
    private var quoteInPlace: String {
        let range = evidence.range
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
        return "\(opening)»\(evidence.quote)«\(closing)"
    }
}
