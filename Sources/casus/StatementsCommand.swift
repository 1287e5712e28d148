import ArgumentParser
import Assessment
import Diplomacy
import Ledger
import Site

/// `casus statements`: the ledger, filtered.
struct StatementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statements",
        abstract: "List statements: who did, or did not do, what to whom, and who says so.",
        discussion: "All filters that are given must hold. The order is that of publication."
    )

    @Flag(help: "Print one JSON object a line, with the keys of 'casus code', id and article.")
    var json = false

    @OptionGroup var filterOptions: FilterOptions
    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let found = try ledgerOptions.forReading()
            .statements(filterOptions.filter(clockOptions.clocks))
        var output = StandardOutput()
        if json {
            for recorded in found {
                try output.line(try JSON.line(RecordedRow(recorded: recorded)))
            }
        } else {
            let naming = Naming(articles: [], party: ActorDirectory.called)
            for recorded in found {
                try output.write(StatementLines(recorded, naming).text)
            }
        }
        try output.flush()
        if found.isEmpty {
            StandardError.write(
                "casus: no statement fits. Leave a filter out, or see 'casus brief' for who is named."
            )
            throw ExitCode.nothingFound
        }
    }
}

/// A statement of the ledger as JSON: the keys of `casus code`, and where it stands.
private struct RecordedRow: Encodable {
    let recorded: RecordedStatement

    private enum Key: String, CodingKey {
        case id, article, outlet, published
    }

    func encode(to encoder: any Encoder) throws {
        try StatementRow(
            statement: recorded.statement,
            document: recorded.article.document
        ).encode(to: encoder)
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(recorded.id, forKey: .id)
        try row.encode(recorded.article.id, forKey: .article)
        try row.encode(recorded.article.outlet, forKey: .outlet)
        try row.encode(recorded.article.publication, forKey: .published)
    }
}

/// A statement on a few lines of a terminal.
struct StatementLines {
    private let recorded: RecordedStatement
    private let naming: Naming

    init(_ recorded: RecordedStatement, _ naming: Naming) {
        self.recorded = recorded
        self.naming = naming
    }

    var text: String {
        let (statement, article) = (recorded.statement, recorded.article)
        let citation = Citation(CitedStatement(statement, in: ReadArticle(article)))
        var page = TextLayout()
        page.row(
            naming.short(statement.id),
            "\(PlainSentence(statement).text(naming.party)).",
            column: 10
        )
        page.paragraph("\(citation.voices): \(citation.manner).", indent: 10, hanging: 2)
        page.paragraph("“\(statement.evidence.quote)”", indent: 10, hanging: 1)
        let published = article.publication?.edtf ?? "undated"
        page.paragraph(
            "\(article.outlet.map { "\($0), " } ?? "")\(article.document), \(published)",
            indent: 10
        )
        if let review = recorded.review { page.paragraph(review.sentence, indent: 10, hanging: 2) }
        return page.text
    }
}
