import Assessment
import Diplomacy
import Ledger

/// One article as evidence: what is known of it, the article itself, and its neighbours.
struct ArticlePage {
    let desk: Desk
    let question: Question
    let article: Article
    let statements: [Statement]
    let omissions: [Omission]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        guard let article = try desk.ledger.article(asked.part("id")) else {
            throw SiteProblem(
                .notFound,
                "The ledger holds no article of this id.",
                cure: "Look for it in the list of articles, or search for its words."
            )
        }
        self.article = article
        statements = try desk.ledger.statements(ofArticle: article.id)
        omissions = try desk.ledger.omissions(ofArticle: article.id)
    }

    var page: Page {
        get throws {
            Page(
                title,
                in: .articles,
                question: question,
                body: """
                    \(head)
                    \(legend)
                    \(emptyState)
                    \(evidence)
                    \(try neighbours)
                    """
            )
        }
    }

    private var title: String { article.title ?? article.document }

    private var evidence: HTML {
        EvidenceView(
            article: article,
            statements: statements,
            omissions: omissions,
            names: desk.names,
            question: question
        ).html
    }

    private var head: HTML {
        let missing = statements.filter { $0.polarity == .notDone }.count
        let discarded = article.blocks.filter { !$0.isKept }.count
        return """
            <header class="article-head">
            <p class="kicker">\(article.outlet.map { HTML.foreign($0) } ?? "Outlet not known")</p>
            <h1 lang="\(article.language)">\(HTML.foreign(title))</h1>
            <p class="counts">\(HTML.count(statements.count, "statement")), \
            of which \(missing) not done · \(HTML.count(omissions.count, "passage")) not coded · \
            \(HTML.count(discarded, "block")) left out</p>
            <dl class="facts">\(facts)</dl>
            </header>
            """
    }

    private var facts: HTML {
        let publication = article.publication
        let reasons = HTML(
            joining: publication.reasons.map { "<li>\(HTML.foreign($0))</li>" }
        )
        let published: HTML = publication.interval.map { desk.names.time($0) } ?? "not known"
        return HTML.fact(
            "Published",
            """
            \(published)\(reasons.isEmpty ? .empty : "<ul class=\"reasons\">\(reasons)</ul>")
            """
        )
            + HTML.fact("Language", HTML(text: desk.names.language(article.language)))
            + HTML.fact("Byline", article.byline.map { HTML.foreign($0) })
            + HTML.fact("Address", article.address.map { HTML.outward($0) })
            + HTML.fact("Read from", HTML.foreign(article.document))
            + HTML.fact(
                "Id",
                """
                <code>\(article.id)</code> · <a href="\(Address("api", "v1", "articles", article.id).text)">JSON</a>
                """
            )
    }

    private var emptyState: HTML {
        guard statements.isEmpty else { return .empty }
        return HTML.emptyState(
            """
            Nothing was coded in this article: no sentence of it says that one state, organisation \
            or group did, or did not do, something to another.
            """,
            cure: omissions.isEmpty
                ? "That is right for sport, weather and home affairs. If it is not, the coder missed something."
                : "The dotted passages below were looked at and left out, with the reason."
        )
    }

    private var legend: HTML { EvidenceLegend.html }

    /// The articles before and after it in the order of the list, under the same clocks.
    private var neighbours: HTML {
        get throws {
            let articles = try desk.ledger.articles(question.clocks)
            guard let place = articles.firstIndex(where: { $0.id == article.id }) else {
                return .empty
            }
            func link(_ neighbour: ArticleSummary, _ relation: HTML, _ words: HTML) -> HTML {
                """
                <a rel="\(relation)" href="\(question.article(neighbour.id).text)">\(words) \
                <span lang="\(neighbour.language)">\(HTML.foreign(neighbour.name))</span></a>
                """
            }
            let before = place > 0 ? link(articles[place - 1], "prev", "‹ Before it:") : .empty
            let after =
                place + 1 < articles.count
                ? link(articles[place + 1], "next", "› After it:") : .empty
            return """
                <nav class="neighbours" aria-label="Neighbouring articles">\(before)\(after)</nav>
                """
        }
    }
}

/// What the colours, lines and signs of the evidence view mean.
enum EvidenceLegend {
    static let html: HTML = """
        <details class="legend">
        <summary>How to read this page</summary>
        <ul>
        <li><mark class="lit cooperation deed">cooperation</mark> ● in deed; \
        <mark class="lit cooperation word">in words</mark> with a thinner line</li>
        <li><mark class="lit conflict deed">conflict</mark> ◆ in deed; \
        <mark class="lit conflict word">in words</mark></li>
        <li><mark class="lit neutral word">a request</mark> ○ neither</li>
        <li><mark class="lit missing deed">did not come</mark> ✕ what was expected, asked or promised \
        and not done</li>
        <li><span class="omitted">read and not coded</span>, with a letter and the reason</li>
        <li class="left-out">greyed: no part of the report, with the reason</li>
        <li>A number after the words leads to what was coded there; the note's number leads back.</li>
        </ul>
        </details>
        """
}

extension ArticleSummary {
    /// The title, or the file's name where there is none.
    var name: String { title ?? document }
}
