import Hummingbird

/// What all pages share: the head, the menu, the foot with the citation.
struct Layout: Sendable {
    let assets: Assets
    let phrases: PhraseBook
    /// Whether nobody can change the ledger from here.
    let isReadOnly: Bool

    /// `imprint` is what a citation of the page names; nil for a page that cannot be cited.
    func html(_ page: Page, _ words: Phrases, _ imprint: Imprint? = nil) -> HTML {
        let around = around(page.frame, words, imprint)
        return "\(around.above)\(page.body)\(around.below)"
    }

    /// What stands above and below that which a page says.
    func around(
        _ page: PageFrame,
        _ words: Phrases,
        _ imprint: Imprint?
    ) -> (above: HTML, below: HTML) {
        (above(page, words), below(page, words, imprint))
    }

    private func above(_ page: PageFrame, _ words: Phrases) -> HTML {
        let styles = assets.styleSheets.map { sheet -> HTML in
            "<link rel=\"stylesheet\" href=\"\(sheet.text)\">\n"
        }
        let scripts = assets.scripts.map { script -> HTML in
            "<script src=\"\(script.text)\" defer=\"\"></script>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(words.language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(page.title) · Casus</title>
            <link rel="icon" href="\(assets.address("casus.svg").text)" type="image/svg+xml">
            \(styles)\(scripts)</head>
            <body class="\(page.isWide ? "wide" : "slim")\(isReadOnly ? " read-only" : .empty)">
            <a class="skip" href="#content">\(words["skip"])</a>
            <header class="top">
            <a class="home" href="\(page.question.overview(nil).text)">Casus</a>
            <nav aria-label="\(words["menu.label"])"><ul>\(menu(page, words))</ul></nav>
            \(languages(page, words))
            </header>
            <main id="content" tabindex="-1">
            \(page.note)
            """
    }

    private func below(_ page: PageFrame, _ words: Phrases, _ imprint: Imprint?) -> HTML {
        """

        </main>
        <footer>
        \(imprint.map { CitationPart(page: page, imprint: $0, phrases: words).html })
        <p>\(words["foot.sides"]) <span class="keys">\(words["foot.keys"])</span></p>
        </footer>
        \(KeyHelp.html(words))
        </body>
        </html>

        """
    }

    private func menu(_ page: PageFrame, _ words: Phrases) -> HTML {
        HTML(
            joining: Page.Section.allCases.filter { !(isReadOnly && $0.isForWriters) }.map {
                section in
                let question = page.question
                let address: Address =
                    switch section {
                    case .overview: question.overview(question.actor)
                    case .brief, .world, .cases, .disagreements, .commitments:
                        question.own(section.rawValue)
                    case .sources, .outlook, .articles, .search, .watches, .inbox, .review, .about:
                        question.page(section.rawValue)
                    }
                let current: HTML = section == page.section ? " aria-current=\"page\"" : ""
                return """
                    <li><a href="\(address.text)"\(current)>\(words["menu.\(section.rawValue)"])</a></li>
                    """
            }
        )
    }

    /// The same page in the other languages of the interface.
    private func languages(_ page: PageFrame, _ words: Phrases) -> HTML {
        let links = phrases.languages.filter { $0 != words.language }.map { language -> HTML in
            let other = phrases[language]
            let value = language == PhraseBook.standardLanguage ? nil : language
            return """
                <a lang="\(language)" hreflang="\(language)" href="\(page.question.here("lang", value).text)">\
                \(other["language.own"])</a>
                """
        }
        return "<p class=\"languages\">\(HTML(joining: links, by: " "))</p>"
    }
}

/// What the keys do: shown by `?`, and for those who read the page to its end.
enum KeyHelp {
    static func html(_ words: Phrases) -> HTML {
        let keys = [
            "palette", "help", "next", "previous", "evidence", "events", "article", "cite",
            "review",
            "correct", "many",
        ]
        let rows = keys.map { key -> HTML in
            "<div><dt><kbd>\(words["key.\(key)"])</kbd></dt><dd>\(words["key.\(key).does"])</dd></div>"
        }
        return """
            <dialog id="key-help" aria-labelledby="key-help-head"><h2 id="key-help-head">\(words["key.head"])</h2>
            <dl class="facts">\(rows)</dl>
            <form method="dialog"><button>\(words["key.close"])</button></form></dialog>
            <dialog id="palette" aria-label="\(words["palette.label"])"><form method="dialog">
            <input id="palette-words" type="search" role="combobox" aria-controls="palette-list" aria-expanded="true" \
            aria-label="\(words["palette.label"])" placeholder="\(words["palette.hint"])" autocomplete="off">
            </form><ul id="palette-list" role="listbox" aria-label="\(words["palette.label"])" \
            data-search="\(words["palette.search"])" data-party="\(words["palette.party"])" data-pair="\(words["palette.pair"])" \
            data-case="\(words["palette.case"])" data-commitment="\(words["palette.commitment"])"></ul></dialog>
            """
    }
}

/// What a page says when it cannot say what was asked.
struct ProblemPage {
    let problem: SiteProblem
    /// With the language and the days that the visitor has.
    let question: Question
    let phrases: Phrases

    var page: Page {
        let title = phrases.text("problem.\(problem.kind.rawValue)")
        return Page(
            title,
            question: question,
            body: """
                <h1>\(title)</h1>
                <p>\(phrases.said(problem.sentence)) \(phrases.said(problem.cure))</p>
                <p>\(HTML.link(question.overview(nil), phrases["problem.overview"])) · \
                \(HTML.link(question.page("search"), phrases["problem.search"]))</p>
                """
        )
    }
}
