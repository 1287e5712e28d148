import Assessment
import Diplomacy
import Ledger

/// Words in the articles, in any of the languages, with the statements that stand there.
///
/// Without words it lists the statements that fit, the newest first. Every search is an address, and a feed.
struct SearchPage {
    /// The best hits; a person who wants more wants another word.
    static let most = 50

    let desk: Desk
    let question: Question
    private let query: Query
    private let asked: Asked
    private let search: SavedSearch
    private let found: SearchResult
    private let kept: [KeptSearch]
    private let statements: [RecordedStatement]
    private let actors: [PartyCount]
    private let outlets: [String: String]
    /// Whom the words name.
    private let named: ActorCode?

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        query = asked.query
        self.asked = asked
        search = try SavedSearch(asked, desk.smallWords)
        let sought = SearchQuery(
            words: search.words ?? "",
            filter: search.filter,
            limit: Self.most,
            breadths: desk.smallWords.wide
        )
        found = try desk.ledger.found(sought)
        kept = try desk.ledger.searches()
        statements =
            search.words == nil && !search.isEmpty
            ? try search.newest(desk.ledger, most: Self.most) : []
        named = try search.words.flatMap { try desk.parties().code($0) }
        let clocks = asked.question.clocks
        actors =
            try clocks == .unset
            ? desk.choices(clocks) : desk.told(clocks).map { PartyCount(actor: $0, statements: 0) }
        outlets = try desk.outlets(
            of: found.hits.map(\.article.id) + statements.map(\.article.id)
        )
    }

    private var hits: [SearchHit] { found.hits }
    private var isRanked: Bool { found.isRanked }
    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let title = search.title(names)
        return Page(
            title.isEmpty
                ? phrases.text("menu.search") : "\(phrases.text("menu.search")): \(title)",
            in: .search,
            question: question,
            body: """
                <h1>\(phrases["menu.search"])</h1>
                \(form)
                \(ClockLine(clocks: question.clocks, names: names).html)
                \(party)\(search.isEmpty ? .empty : results + ways)
                \(KeptSearchList(desk: desk, asked: asked, open: search.isEmpty ? nil : search, searches: kept).html)
                """,
            tables: [table]
        )
    }

    // MARK: The form

    private var form: HTML {
        """
        <form class="search" action="/search" method="get" role="search">
        <label for="q">\(phrases["search.words"])</label>
        <div class="field"><input id="q" name="q" type="search" value="\(search.words ?? "")" \
        maxlength="\(Question.longestValue)" dir="auto" autocomplete="off">\
        <button>\(phrases["menu.search"])</button></div>
        <p class="hint">\(phrases("search.hint", "<i lang=\"uk\">допомога</i>", "<i lang=\"uk\">допомогу</i>"))</p>
        <details class="more"\(isNarrowed ? " open" : .empty)><summary>\(phrases["search.narrow"])</summary>
        <div class="controls">
        \(ActorField.ofAnybody(actors, question.actor, names).html)
        \(choice("act", phrases["statement.act"], Act.allCases.map { ($0.rawValue, phrases["act.\($0.rawValue)"]) }))
        \(choice("polarity", phrases["statement.done"], [
            (Polarity.done.rawValue, phrases["statement.isdone"]),
            (Polarity.notDone.rawValue, phrases["polarity.not_done"]),
        ]))
        \(choice("modality", phrases["statement.told"], Modality.allCases.map { ($0.rawValue, phrases["modality.\($0.rawValue)"]) }))
        \(choice("language", phrases["article.language"], languages.map { ($0, "\(names.language($0))") }))
        <div class="field"><label for="speaker">\(phrases["column.voice"])</label>
        <input id="speaker" name="speaker" type="text" value="\(query["speaker"] ?? "")" maxlength="80"></div>
        \(days("from", "search.from"))\(days("to", "search.to"))\
        \(days("published-from", "search.published.from"))\(days("published-to", "search.published.to"))\
        \(ClockForm(names: names).fields(question.clocks))
        <button>\(phrases["menu.search"])</button></div></details>\(LanguageField.hidden(question))
        </form>
        """
    }

    /// The languages that are coded.
    private var languages: [String] { ["de", "en", "ru", "uk"] }

    private var isNarrowed: Bool {
        [
            "actor", "act", "polarity", "modality", "language", "speaker", "from", "to",
            "published-from", "published-to", "on", "known-by",
        ].contains { query[$0] != nil }
    }

    private func days(_ name: HTML, _ label: String) -> HTML {
        """
        <div class="field"><label for="\(name)">\(phrases[label])</label>
        <input id="\(name)" name="\(name)" \(DayField.kind(phrases)) value="\(query[name.markup] ?? "")"></div>

        """
    }

    private func choice(_ name: HTML, _ label: HTML, _ values: [(String, HTML)]) -> HTML {
        let options = values.map { value, words -> HTML in
            let selected: HTML = query[name.markup] == value ? " selected" : .empty
            return "<option value=\"\(value)\"\(selected)>\(words)</option>\n"
        }
        return """
            <div class="field"><label for="\(name)">\(label)</label>
            <select id="\(name)" name="\(name)"><option value="">\(phrases["search.any"])</option>\(options)</select></div>

            """
    }

    // MARK: Results

    private var results: HTML {
        guard let words = search.words else { return statementList }
        guard !hits.isEmpty else {
            return HTML.emptyState(
                phrases("search.none", HTML.foreign(words)),
                cure: phrases["search.none.cure"]
            )
        }
        let count = names.count(hits.count, "paragraph")
        let best = phrases(isRanked ? "search.best" : "search.newest", count)
        let hint = "<p class=\"hint\">\(phrases["search.unranked"])</p>\n" as HTML
        return """
            \(widened)<p class="counts" role="status">\(hits.count == Self.most ? best : count)</p>\(isRanked ? .empty : hint)
            <ol class="hits">\(hits.map(item))</ol>
            """
    }

    /// That not all words stand in what is shown.
    private var widened: HTML {
        guard found.breadth != .everyWord else { return .empty }
        let key = found.breadth.mostMissing > 0 ? "search.some" : "search.small"
        return "<p class=\"hint\">\(phrases[key])</p>\n"
    }

    /// A name is looked for as it is written; the party that it means is told of under other names too.
    private var party: HTML {
        guard let named else { return .empty }
        let told = Address("search", query: [("actor", named.rawValue)] + question.state)
        let words = phrases(
            "search.party",
            HTML.link(question.overview(named), HTML(text: names.heading(named))),
            HTML.link(told, phrases["search.party.told"])
        )
        return "<p class=\"hint\">\(words)</p>\n"
    }

    private var table: Table {
        search.words == nil
            ? SearchTable.statements(statements, outlets, phrases)
            : SearchTable.hits(hits, outlets, phrases)
    }

    private var statementList: HTML {
        guard !statements.isEmpty else {
            return HTML.emptyState(phrases["search.nothing"], cure: phrases["search.nothing.cure"])
        }
        let items = statements.map { recorded -> HTML in
            let sentence = StatementSentence(statement: recorded.statement, names: names).html
            return """
                <li><p class="sentence">\(HTML.link(question.evidence(recorded.statement), sentence))</p>
                <p class="quote" lang="\(recorded.article.language)">“\(HTML.foreign(recorded.statement.evidence.quote))”</p>
                <p class="meta">\(SpeakerChain(speakers: recorded.statement.speakers, names: names).html) · \
                \(SourceLine(article: recorded.article, outlet: outlets[recorded.article.id], names: names, question: question).html) · \
                \(HTML.link(question.statement(recorded.id), phrases["why"]))</p></li>

                """
        }
        let count = names.count(statements.count, "statement")
        return """
            <p class="counts" role="status">\(statements.count == Self.most ? phrases("search.newest", count) : count)</p>
            <ol class="hits">\(items)</ol>
            """
    }

    /// The same search for a feed reader and for a program.
    private var ways: HTML {
        let pairs = query.pairs.filter { $0.name != "export" }.map { ($0.name, Optional($0.value)) }
        let program = search.words == nil ? "statements" : "search"
        return """
            <p class="exports">\(phrases["search.keep"]) \
            \(HTML.link(Address("feed.atom", query: pairs), "Atom")) \
            <a href="\(question.export("\(table.id).csv").text)" download="">CSV</a> \
            \(HTML.link(Address("api", "v1", program, query: pairs), "JSON"))</p>
            """
    }

    private func item(_ hit: SearchHit) -> HTML {
        let anchor = question.article(hit.article.id, at: "b-\(hit.block.lowerBound)")
        let title: HTML =
            "<span lang=\"\(hit.article.language)\">\(HTML.foreign(hit.article.name))</span>"
        let date: HTML = names.published(hit.article.publication)
        return """
            <li><p class="title">\(HTML.link(anchor, title))</p>
            <p class="snippet" lang="\(hit.article.language)" dir="auto">\(snippet(hit))</p>
            <p class="meta">\(outlets[hit.article.id].map { HTML.foreign($0) } ?? phrases["outlet.unknown"]) · \(date)</p>
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
            let sentence = StatementSentence(statement: statement, names: names).html
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
