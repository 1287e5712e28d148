import ArgumentParser
import Assessment
import Diplomacy
import Ledger

/// `casus search`: words in the articles, with the statements that stand there.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find words in the articles that were read, in any language.",
        discussion: """
            All words must occur in one paragraph; endings may differ. Words in quotation marks \
            must follow one another: casus search '"paper tiger"'. Where no paragraph holds all \
            words, small ones such as 'did' and 'in' are left out, then most of the rest are enough.
            """
    )

    @Argument(help: "The words.")
    var words: [String]

    @Option(help: ArgumentHelp("Language of the article: en, uk, ru, de.", valueName: "code"))
    var language: String?

    @Option(help: ArgumentHelp("The most to list.", valueName: "number"))
    var limit = 20

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @Option(
        help: ArgumentHelp("Where something is told of this day or later.", valueName: "day"),
        transform: ClockOptions.day
    )
    var from: Day?

    @Option(
        help: ArgumentHelp("Where something is told of this day or earlier.", valueName: "day"),
        transform: ClockOptions.day
    )
    var to: Day?

    @OptionGroup var dataOptions: DataOptions
    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    func validate() throws {
        if DaySpan(first: from, last: to).isEmpty {
            throw ValidationError("'--to' lies before '--from'.")
        }
        if limit < 1 { throw ValidationError("'--limit \(limit)' is below 1.") }
    }

    mutating func run() async throws {
        var filter = StatementFilter(clocks: clockOptions.clocks, language: language)
        filter.told = DaySpan(first: from, last: to)
        let query = SearchQuery(
            words: words.joined(separator: " "),
            filter: filter,
            limit: limit,
            breadths: try SmallWords(dataOptions.resources).wide
        )
        let found = try ledgerOptions.forReading().found(query)
        let hits = found.hits
        var output = StandardOutput()
        for hit in hits {
            try output.write(json ? try JSON.line(HitRow(hit)) + "\n" : Self.text(hit))
        }
        try output.flush()
        if found.breadth != .everyWord, !hits.isEmpty {
            StandardError.write("casus: no paragraph holds all of these words; these hold some.")
        }
        if !found.isRanked {
            StandardError.write(
                "casus: so many paragraphs hold these words that only the last "
                    + "\(query.mostRanked) read were looked through, the last first. More words find better."
            )
        }
        if hits.isEmpty {
            StandardError.write(
                "casus: no paragraph holds these words. Try others, or their first letters."
            )
            throw ExitCode.nothingFound
        }
    }

    private static func text(_ hit: SearchHit) -> String {
        let article = hit.article
        var page = TextLayout()
        let outlet = article.outlet.map { "\($0), " } ?? ""
        page.paragraph(
            "\(outlet)\(article.document), \(article.publication?.edtf ?? "undated"), "
                + LanguageName.of(article.language)
        )
        page.paragraph(marked(hit), indent: 2)
        for statement in hit.statements {
            let sentence = PlainSentence(statement).text(ActorDirectory.called)
            page.row(
                String(statement.id.prefix(Naming.idLength)),
                "\(sentence).",
                indent: 4,
                column: 14
            )
        }
        page.blank()
        return page.text
    }

    /// The snippet with the words found between brackets.
    private static func marked(_ hit: SearchHit) -> String {
        let bytes = Array(hit.snippet.utf8)
        let start = hit.snippetRange.lowerBound
        var marked: [UInt8] = []
        var place = 0
        for match in hit.matches
        where match.lowerBound >= start && match.upperBound <= hit.snippetRange.upperBound {
            let (from, to) = (match.lowerBound - start, match.upperBound - start)
            marked +=
                bytes[place..<from] + [UInt8(ascii: "[")] + bytes[from..<to] + [UInt8(ascii: "]")]
            place = to
        }
        return String(decoding: marked + bytes[place...], as: UTF8.self)
    }
}

/// A hit as JSON; positions are UTF-8 bytes of the article's text, end exclusive.
private struct HitRow: Encodable {
    let article, document, snippet: String
    let outlet: String?
    let published: DayInterval?
    let start, end: Int
    let statements: [String]

    init(_ hit: SearchHit) {
        article = hit.article.id
        document = hit.article.document
        outlet = hit.article.outlet
        published = hit.article.publication
        snippet = hit.snippet
        start = hit.range.lowerBound
        end = hit.range.upperBound
        statements = hit.statements.map(\.id)
    }
}
