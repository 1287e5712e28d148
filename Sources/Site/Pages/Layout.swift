import Hummingbird

/// A page before it is dressed: what differs from the others.
struct Page: Sendable {
    /// A place in the menu.
    enum Section: String, CaseIterable, Sendable {
        case brief, articles, search, about
    }

    let title: String
    let section: Section?
    let question: Question
    let body: HTML

    init(
        _ title: String,
        in section: Section? = nil,
        question: Question = .open,
        body: HTML
    ) {
        self.title = title
        self.section = section
        self.question = question
        self.body = body
    }
}

/// What all pages share: the head, the menu, the foot.
struct Layout: Sendable {
    let assets: Assets

    func response(_ page: Page) -> Response {
        var response = Response(
            status: .ok,
            body: ResponseBody(byteBuffer: ByteBuffer(string: html(page).markup))
        )
        response.headers.set("Content-Type", "text/html; charset=utf-8")
        // A page is as new as the ledger; only the browser itself may keep it, and asks again.
        response.headers.set("Cache-Control", "private, no-cache")
        return response
    }

    func html(_ page: Page) -> HTML {
        let styles = assets.styleSheets.map { sheet -> HTML in
            "<link rel=\"stylesheet\" href=\"\(sheet.text)\">\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(page.title) · Casus</title>
            <link rel="icon" href="\(assets.address("casus.svg").text)" type="image/svg+xml">
            \(styles)</head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header class="top">
            <a class="home" href="\(page.question.brief(nil).text)">Casus</a>
            <nav aria-label="Main"><ul>\(menu(page))</ul></nav>
            </header>
            <main id="content" tabindex="-1">
            \(page.body)
            </main>
            <footer>
            <p>Casus takes no side: it records who claims what. Every line opens into the sentence behind it.</p>
            </footer>
            </body>
            </html>

            """
    }

    private func menu(_ page: Page) -> HTML {
        HTML(
            joining: Page.Section.allCases.map { section in
                let (address, words): (Address, HTML) =
                    switch section {
                    case .brief: (page.question.brief(page.question.actor), "Brief")
                    case .articles: (page.question.articles, "Articles")
                    case .search: (page.question.search(), "Search")
                    case .about: (Address("about"), "About")
                    }
                let current: HTML = section == page.section ? " aria-current=\"page\"" : ""
                return "<li><a href=\"\(address.text)\"\(current)>\(words)</a></li>"
            }
        )
    }
}

/// What a page says when it cannot say what was asked.
struct ProblemPage {
    let problem: SiteProblem

    var page: Page {
        Page(
            problem.title,
            body: """
                <h1>\(problem.title)</h1>
                <p>\(problem.sentence) \(problem.cure)</p>
                <p>\(HTML.link(Address(""), "To the brief")) · \(HTML.link(Address("search"), "Search"))</p>
                """
        )
    }
}
