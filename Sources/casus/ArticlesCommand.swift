import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Site

/// `casus articles`: what was read.
struct ArticlesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "articles",
        abstract: "List the articles that were read."
    )

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let articles = try ledgerOptions.forReading().articles(clockOptions.clocks)
        var output = StandardOutput()
        for article in articles {
            try output.write(json ? try JSON.line(ArticleRow(article)) + "\n" : Self.text(article))
        }
        try output.flush()
        if articles.isEmpty {
            StandardError.write(
                "casus: \(ledgerOptions.file.path) holds no article known then. "
                    + "'casus read' fills it."
            )
            throw ExitCode.nothingFound
        }
    }

    private static func text(_ article: ArticleSummary) -> String {
        var page = TextLayout()
        let outlet = article.outlet.map { "\($0), " } ?? ""
        let title = Naming(articles: [], party: ActorDirectory.called)
            .title(ReadArticle(article), columns: 90)
        page.row(
            String(article.id.prefix(Naming.idLength)),
            "\(outlet)\(article.publication?.edtf ?? "undated"), \(LanguageName.of(article.language))."
                + "\(title) \(article.document): \(counted(article.statementCount, "statement")), "
                + "\(article.discardedBlockCount) of "
                + "\(counted(article.keptBlockCount + article.discardedBlockCount, "block")) left out",
            column: 10
        )
        return page.text
    }
}

/// An article as JSON.
private struct ArticleRow: Encodable {
    let id, document, language: String
    let outlet, address, title: String?
    let published: DayInterval?
    let readOn, knownOn: String
    let statements, blocksKept, blocksLeftOut: Int

    init(_ article: ArticleSummary) {
        id = article.id
        document = article.document
        language = article.language
        outlet = article.outlet
        address = article.address
        title = article.title
        published = article.publication
        readOn = article.readOn.description
        knownOn = article.knownOn.description
        statements = article.statementCount
        blocksKept = article.keptBlockCount
        blocksLeftOut = article.discardedBlockCount
    }
}
