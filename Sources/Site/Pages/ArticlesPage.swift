import Assessment
import Diplomacy
import Ledger

/// What was read, and what could not be.
struct ArticlesPage {
    /// The newest articles on one page; the search finds the others.
    static let most = 500

    let question: Question
    let names: Tongue
    /// The newest, the oldest of them first; of which only the earliest day is known by that.
    let articles: [ArticleSummary]
    /// Of all.
    let count: Int
    let skips: [Skip]
    private let outlets: [String: String]

    init(desk: Desk, asked: Asked) throws {
        question = asked.question
        names = desk.names
        let newest: [ArticleSummary]
        (newest, count) = try desk.ledger.newestArticles(
            asked.question.clocks,
            limit: Self.most
        )
        articles = newest.sorted { ($0.shownDay, $0.id) < ($1.shownDay, $1.id) }
        skips = try desk.ledger.skips()
        outlets = try desk.outlets(of: articles.map(\.id))
    }

    var page: Page {
        Page(
            phrases.text("articles.title"),
            in: .articles,
            question: question,
            body: """
                <h1>\(phrases["articles.title"])</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                \(articles.isEmpty ? emptyState : list)
                \(skipped)
                """
        )
    }

    private var phrases: Phrases { names.phrases }

    private var list: HTML {
        let shown = articles.reversed().map(item)
        let note: HTML =
            count > articles.count
            ? "<p>\(phrases("articles.newest", "\(articles.count)", "\(CountWords.grouped(count))"))</p>"
            : .empty
        return "\(note)<ol class=\"articles\">\(Array(shown))</ol>"
    }

    private func item(_ article: ArticleSummary) -> HTML {
        let date: HTML = names.published(article.publication)
        let title: HTML = "<span lang=\"\(article.language)\">\(HTML.foreign(article.name))</span>"
        return """
            <li><p class="title">\(HTML.link(question.article(article.id), title))</p>
            <p class="meta">\(outlets[article.id].map { HTML.foreign($0) } ?? phrases["outlet.unknown"]) · \(date) · \
            \(names.language(article.language)) · \(names.count(article.statementCount, "statement")) · \
            \(phrases(
                "articles.leftout",
                names.count(article.discardedBlockCount, "block"),
                "\(article.keptBlockCount + article.discardedBlockCount)"
            ))</p></li>

            """
    }

    private var emptyState: HTML { EmptyLedger.html(question, phrases) }

    private var skipped: HTML {
        guard !skips.isEmpty else { return .empty }
        let items = skips.map { skip -> HTML in
            "<li>\(HTML.foreign(Self.fileName(skip.place))): \(HTML.foreign(skip.reason))</li>\n"
        }
        return """
            <h2>\(phrases["articles.skipped"])</h2>
            <p>\(phrases("articles.skipped.hint", names.count(skips.count, "source")))</p>
            <ul class="skips">\(items)</ul>
            """
    }

    /// A page shows no folders of the machine.
    private static func fileName(_ place: String) -> String {
        place.split(separator: "/").last.map(String.init) ?? place
    }
}

/// Says which clocks are set, where any is.
struct ClockLine {
    let clocks: Clocks
    let names: Tongue

    var html: HTML {
        let parts = [
            clocks.on.map { names.phrases("clock.on.line", names.time($0)) },
            clocks.knownBy.map { names.phrases("clock.known.line", names.time($0)) },
        ].compactMap(\.self)
        guard !parts.isEmpty else { return .empty }
        return "<p class=\"clocks\">\(HTML(joining: parts, by: ", "))</p>"
    }
}
