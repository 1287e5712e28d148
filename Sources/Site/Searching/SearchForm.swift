import Diplomacy
import Ledger

/// What a form of the search page sends: a search to keep, or one to forget.
struct SearchForm {
    /// More letters than a list can show in a line.
    static let longestTitle = 100

    private let form: TrustedForm

    init(_ fields: Query, _ reviewer: Reviewer) throws {
        form = try TrustedForm(fields, reviewer)
    }

    /// Does it, and gives the address of the page.
    func act(_ desk: Desk) throws -> Address {
        switch form.fields["action"] {
        case "keep": try keep(desk)
        case "forget": _ = try desk.ledger.forgetSearch(form.fields["id"] ?? "")
        default:
            throw SiteProblem(
                .badQuestion,
                "The form does not say what to do.",
                cure: "Use the buttons of the page."
            )
        }
        return Address("search", query: form.kept, fragment: "kept")
    }

    private func keep(_ desk: Desk) throws {
        let asked = try Asked(Address("search", query: form.kept), [:])
        let search = try SavedSearch(asked, desk.smallWords)
        guard !search.isEmpty else {
            throw SiteProblem(
                .badQuestion,
                "This search asks for nothing.",
                cure: "Write words, or narrow it, before it is kept."
            )
        }
        let title = form.fields["title"].map { String($0.prefix(Self.longestTitle)) }
        let kept = KeptSearch(
            title: title ?? search.title(desk.names),
            asked: asked.query.pairs.filter { $0.name != "lang" && $0.name != "export" }
                .map { KeptSearch.Value(name: $0.name, value: $0.value) },
            since: desk.today()
        )
        guard try desk.ledger.keep(kept) else {
            throw SiteProblem(
                .badQuestion,
                "No more searches can be kept.",
                cure: "Remove one of the \(LedgerDatabase.mostSearches) first."
            )
        }
    }
}

/// The searches that are kept, and the form that keeps the open one; a site that only shows has the list alone.
struct KeptSearchList {
    let desk: Desk
    let asked: Asked
    /// The search that is open; nil where none is.
    let open: SavedSearch?
    let searches: [KeptSearch]

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var html: HTML {
        guard !searches.isEmpty else { return keeping }
        return """
            \(keeping)
            <section id="kept" aria-labelledby="kept-head"><h2 id="kept-head">\(phrases["search.kept"])</h2>
            <ul class="kept">\(searches.map(item))</ul></section>

            """
    }

    private func item(_ search: KeptSearch) -> HTML {
        let language = asked.question.language.map { [("lang", Optional($0))] } ?? []
        let query = search.asked.map { ($0.name, Optional($0.value)) } + language
        return """
            <li>\(HTML.link(Address("search", query: query), HTML.foreign(search.title))) \
            <span class="meta">\(phrases("search.kept.since", names.time(search.since))) · \
            \(HTML.link(Address("feed.atom", query: query), "Atom"))\(removal(search))</span></li>

            """
    }

    private func removal(_ search: KeptSearch) -> HTML {
        guard let reviewer = desk.reviewer else { return .empty }
        return """
             <form class="inline" method="post" action="/search">\(TrustedForm.hidden(reviewer, keeping: asked.query))\
            <input type="hidden" name="id" value="\(search.id)">\
            <button name="action" value="forget" aria-label="\(phrases("search.forget.this", HTML(text: search.title)))">\
            \(phrases["search.forget"])</button></form>
            """
    }

    private var keeping: HTML {
        guard let reviewer = desk.reviewer, let open else { return .empty }
        return """
            <form class="keep" method="post" action="/search">\(TrustedForm.hidden(reviewer, keeping: asked.query, without: ["export"]))
            <label for="title">\(phrases["search.keep.title"])</label>
            <div class="field"><input id="title" name="title" type="text" value="\(open.title(names))" \
            maxlength="\(SearchForm.longestTitle)" dir="auto" autocomplete="off">\
            <button name="action" value="keep">\(phrases["search.keep.save"])</button></div></form>
            """
    }
}
