import ArgumentParser
import Assessment
import Diplomacy
import Ledger

/// `casus ties`: how parties stand to each other.
struct TiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ties",
        abstract: "List ties: who is ally, member, dependent or present, and who says so.",
        discussion: """
            With one party, its ties; with two, those between them. The order is that of publication.
            """
    )

    @Argument(help: "Who stands in the ties: ARM, Armenia, CSTO.")
    var parties: [Party] = []

    @Option(help: "ally, partner, member, protector, senior, dependence, presence, stance, …")
    var kind: Tie.Kind?

    @Option(help: ArgumentHelp("The most to list.", valueName: "number"))
    var limit: Int?

    @Flag(help: "Print one JSON object a line, with the keys of 'casus code', id and article.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("'--limit \(limit)' is below 1.") }
        if parties.count > 2 { throw ValidationError("Name one party or two.") }
    }

    mutating func run() async throws {
        let found = try ledgerOptions.forReading().ties(
            TieFilter(
                clocks: clockOptions.clocks,
                kind: kind,
                parties: parties.map(\.code),
                limit: limit
            )
        )
        var output = StandardOutput()
        for recorded in found {
            if json {
                try output.line(try JSON.line(RecordedTieRow(recorded: recorded)))
            } else {
                try output.write(TieLines(recorded).text)
            }
        }
        try output.flush()
        if found.isEmpty {
            StandardError.write(
                "casus: no tie fits. Leave a filter out, or see 'casus brief' for who is named."
            )
            throw ExitCode.nothingFound
        }
    }
}

extension Tie.Kind: ExpressibleByArgument {}

/// A tie as one JSON object: the keys that `casus code` promises, always all of them.
struct TieRow: Encodable {
    let tie: Tie
    /// The row's id or the file's name without its extension.
    let document: String

    private enum Key: String, CodingKey {
        case doc, type, kind, holder, other, detail, modality, speaker, date, start, end, quote
        case confidence
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(document, forKey: .doc)
        try row.encode("tie", forKey: .type)
        try row.encode(tie.kind, forKey: .kind)
        try row.encode(tie.holder, forKey: .holder)
        try row.encode(tie.other, forKey: .other)
        try row.encode(tie.detail, forKey: .detail)
        try row.encode(tie.modality, forKey: .modality)
        let voices = tie.speakers.map(\.name)
        try row.encode(voices.isEmpty ? ["author"] : voices, forKey: .speaker)
        try row.encode(tie.date, forKey: .date)
        try row.encode(tie.evidence.sourceScalars.lowerBound, forKey: .start)
        try row.encode(tie.evidence.sourceScalars.upperBound, forKey: .end)
        try row.encode(tie.evidence.quote, forKey: .quote)
        // Three digits: the coder's factors give no more.
        try row.encode((tie.confidence * 1000).rounded() / 1000, forKey: .confidence)
    }
}

/// A tie of the ledger as JSON: the keys of `casus code`, and where it stands.
private struct RecordedTieRow: Encodable {
    let recorded: RecordedTie

    private enum Key: String, CodingKey {
        case id, article, outlet, published
    }

    func encode(to encoder: any Encoder) throws {
        try TieRow(tie: recorded.tie, document: recorded.article.document).encode(to: encoder)
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(recorded.id, forKey: .id)
        try row.encode(recorded.article.id, forKey: .article)
        try row.encode(recorded.article.outlet, forKey: .outlet)
        try row.encode(recorded.article.publication, forKey: .published)
    }
}

/// A tie on a few lines of a terminal.
private struct TieLines {
    private let recorded: RecordedTie

    init(_ recorded: RecordedTie) {
        self.recorded = recorded
    }

    var text: String {
        let (tie, article) = (recorded.tie, recorded.article)
        var page = TextLayout()
        page.row(
            Naming(articles: [], party: ActorDirectory.called).short(tie.id),
            "\(TieSentence(tie).text(ActorDirectory.called)).",
            column: 10
        )
        let when = tie.date.map { ", \($0.edtf)" } ?? ""
        page.paragraph(
            "\(Citation.voices(tie.speakers)): \(tie.kind.rawValue), \(tie.modality.words)\(when).",
            indent: 10,
            hanging: 2
        )
        page.paragraph("“\(tie.evidence.quote)”", indent: 10, hanging: 1)
        let published = article.publication?.edtf ?? "undated"
        page.paragraph(
            "\(article.outlet.map { "\($0), " } ?? "")\(article.document), \(published)",
            indent: 10
        )
        return page.text
    }
}
