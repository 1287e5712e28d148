import Diplomacy
import Ledger

/// What a search found, as rows: for a spreadsheet, and for who takes it along.
enum SearchTable {
    /// Statements, each with its words and where they stand.
    static func statements(
        _ found: [RecordedStatement],
        _ outlets: [String: String],
        _ phrases: Phrases
    ) -> Table {
        Table(
            "statements",
            caption: phrases["menu.search"],
            columns: [
                "statement", "source", "act", "kind", "target", "polarity", "modality", "date",
                "speaker", "quote", "article", "outlet", "published",
            ].map { .init($0, HTML(text: $0)) },
            of: found
        ) { recorded in
            let (statement, article) = (recorded.statement, recorded.article)
            return [
                .text(statement.id), .text(statement.source.rawValue),
                .text(statement.act.rawValue), .text(statement.kind?.rawValue),
                .text(statement.target?.rawValue), .text(statement.polarity.rawValue),
                .text(statement.modality.rawValue), .text(statement.date?.edtf),
                .text(statement.speakers.map(\.name).joined(separator: " > ")),
                .text(statement.evidence.quote), .text(article.id), .text(outlets[article.id]),
                .text(article.publication?.edtf),
            ]
        }
    }

    /// Paragraphs, each with the words around what was looked for and the statements that stand there.
    static func hits(
        _ hits: [SearchHit],
        _ outlets: [String: String],
        _ phrases: Phrases
    ) -> Table {
        Table(
            "paragraphs",
            caption: phrases["menu.search"],
            columns: [
                "article", "title", "outlet", "published", "language", "start_byte", "words",
                "statements",
            ].map { .init($0, HTML(text: $0)) },
            of: hits
        ) { hit in
            [
                .text(hit.article.id), .text(hit.article.title), .text(outlets[hit.article.id]),
                .text(hit.article.publication?.edtf), .text(hit.article.language),
                .whole(hit.range.lowerBound), .text(hit.snippet),
                .text(hit.statements.map(\.id).joined(separator: " ")),
            ]
        }
    }
}
