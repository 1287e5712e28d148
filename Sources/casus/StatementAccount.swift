import Assessment
import Diplomacy

/// How one statement was read, for a person who doubts it.
struct StatementAccount {
    let statement: Statement
    let article: Article
    /// Its root and the happening it tells of.
    let event: EventAccount

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
        let account = EvidenceAccount(evidence: statement.evidence, article: article)
        account.writeWords(to: &page, trail: statement.trail)
        event.write(to: &page)
        account.writePlace(to: &page, column)
        return page.text
    }
}

extension ActorDirectory {
    /// "Russia (RUS)".
    static func labelled(_ code: ActorCode) -> String {
        name(code).map { "\($0.capitalised) (\(code.rawValue))" } ?? code.rawValue
    }
}
