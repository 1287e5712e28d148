import Diplomacy
import Ledger

/// Words in the articles, in any of the languages, with the statements that stand there.
struct SearchPage {
    /// The best hits; a person who wants more wants another word.
    static let most = 50

    let desk: Desk
    let question: Question
    let words: String?
    let hits: [SearchHit]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        words = asked.query["q"]
        let query = SearchQuery(
            words: asked.query["q"] ?? "",
            filter: StatementFilter(clocks: asked.question.clocks),
            limit: Self.most
        )
        hits = try desk.ledger.search(query)
    }

    var page: Page {
        Page(
            words.map { "Search: \($0)" } ?? "Search",
            in: .search,
            question: question,
            body: """
                <h1>Search</h1>
                \(form)
                \(ClockLine(clocks: question.clocks, names: desk.names).html)
                \(results)
                """
        )
    }

    private var form: HTML {
        """
        <form class="search" action="/search" method="get" role="search">
        <label for="q">Words of an article, in its own language</label>
        <div class="field"><input id="q" name="q" type="search" value="\(words ?? "")" \
        maxlength="\(Question.longestValue)" dir="auto" autocomplete="off">
        \(ClockForm.hidden(question.clocks))<button>Search</button></div>
        <p class="hint">All words must stand in one paragraph; endings may differ: \
        <i lang="uk">допомога</i> finds <i lang="uk">допомогу</i>. Put a phrase in quotation marks.</p>
        </form>
        """
    }

    private var results: HTML {
        guard let words else { return .empty }
        guard !hits.isEmpty else {
            return HTML.emptyState(
                "No paragraph holds “\(HTML.foreign(words))”.",
                cure:
                    "Search in the language of the articles, with fewer words, or only the beginning of a word."
            )
        }
        let first: HTML = hits.count == Self.most ? "The best " : ""
        return """
            <p class="counts" role="status">\(first)\(HTML.count(hits.count, "paragraph"))</p>
            <ol class="hits">\(hits.map(item))</ol>
            """
    }

    private func item(_ hit: SearchHit) -> HTML {
        let anchor = question.article(hit.article.id, at: "b-\(hit.block.lowerBound)")
        let title: HTML =
            "<span lang=\"\(hit.article.language)\">\(HTML.foreign(hit.article.name))</span>"
        let date: HTML = hit.article.publication.map { desk.names.time($0) } ?? "undated"
        return """
            <li><p class="title">\(HTML.link(anchor, title))</p>
            <p class="snippet" lang="\(hit.article.language)" dir="auto">\(snippet(hit))</p>
            <p class="meta">\(hit.article.outlet.map { HTML.foreign($0) } ?? "outlet not known") · \(date)</p>
            \(statements(hit))</li>

            """
    }

    /// The line with the found words marked, and dots where the paragraph goes on.
    private func snippet(_ hit: SearchHit) -> HTML {
        let bytes = ArticleBytes(hit.snippet)
        let start = hit.snippetRange.lowerBound
        let found = hit.matches.filter { $0.overlaps(hit.snippetRange) }.map {
            $0.lowerBound - start..<$0.upperBound - start
        }
        let text = LitText(block: bytes.all, statements: found, omissions: [])
        let words = text.pieces.map { piece -> HTML in
            let words = bytes.words(piece.range)
            return piece.statements.isEmpty
                ? HTML(text: words) : "<mark class=\"found\">\(words)</mark>"
        }
        let before: HTML = hit.snippetRange.lowerBound > hit.block.lowerBound ? "… " : ""
        let after: HTML = hit.snippetRange.upperBound < hit.block.upperBound ? " …" : ""
        return before + HTML(joining: words) + after
    }

    private func statements(_ hit: SearchHit) -> HTML {
        guard !hit.statements.isEmpty else { return .empty }
        let items = hit.statements.map { statement -> HTML in
            let sentence = StatementSentence(statement: statement, names: desk.names).html
            let isMissing = statement.polarity == .notDone
            return """
                <li class="\(isMissing ? "missing" : statement.act.side.rawValue)">\
                <span class="sign" aria-hidden="true">\
                \(isMissing ? MissingSign.html : statement.act.side.sign)</span> \
                \(HTML.link(question.evidence(statement), sentence))</li>
                """
        }
        return "<ul class=\"told\">\(items)</ul>"
    }
}
