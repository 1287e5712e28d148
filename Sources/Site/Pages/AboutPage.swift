import Assessment
import Diplomacy
import Ledger

/// What the words mean, and what this ledger holds.
struct AboutPage {
    let question: Question
    let counts: LedgerCounts

    init(desk: Desk, asked: Asked) throws {
        question = asked.question
        counts = try desk.ledger.counts()
    }

    var page: Page {
        Page(
            "About",
            in: .about,
            question: question,
            body: """
                <h1>What the words mean</h1>
                <div class="prose">
                <p>Casus reads news about states and writes down, sentence by sentence, who says that \
                who did, or did not do, what to whom. It never rewrites an article, and turns no \
                outlet's view into a fact: what somebody says stands under their name.</p>
                <h2>A statement</h2>
                <p>One line of the ledger: who acts, towards whom, by which act, whether it was done, \
                how it is told, who says so, when, and the exact words. Its reading can be wrong. \
                That is why the words always stand beside it, and “Why?” shows how each part was \
                found.</p>
                <h2>Not done</h2>
                <p>Help that was expected, asked for or promised and did not come is a record of its \
                own, marked ✕ and “not done”.</p>
                <h2>How it is told</h2>
                <dl class="facts">\(modalities)</dl>
                <h2>The acts</h2>
                <p>The sixteen types of PLOVER. ● is cooperation, ◆ is conflict, ○ is neither.</p>
                <dl class="facts">\(acts)</dl>
                <h2>The two days</h2>
                <p><b>As true on</b> a day: what had begun by then; what has no date counts from the \
                day on which its article was known. <b>As known on</b> a day: only articles that \
                could be read then. Both stand in the address of a page, so a link keeps them.</p>
                <h2>Left out</h2>
                <p>Advertisements, captions, teasers and the like are greyed, with the reason. Passages \
                that were read and could not be coded are dotted, with the reason.</p>
                <h2>This ledger</h2>
                <dl class="facts">\(holdings)</dl>
                <h2>For programs</h2>
                <ul class="addresses">
                <li>\(HTML.link(Address("api", "v1", "brief"), "/api/v1/brief"))</li>
                <li>\(HTML.link(Address("api", "v1", "statements"), "/api/v1/statements"))</li>
                <li>/api/v1/articles/<i>id</i></li>
                </ul>
                </div>
                """
        )
    }

    private var modalities: HTML {
        HTML(
            joining: Modality.allCases.map {
                HTML.fact(HTML(text: $0.rawValue), HTML(text: $0.meaning))
            }
        )
    }

    private var acts: HTML {
        HTML(
            joining: Act.allCases.map { act in
                HTML.fact("\(act.side.sign) \(act.rawValue)", HTML(text: act.meaning))
            }
        )
    }

    private var holdings: HTML {
        let languages = counts.languages.map { language -> HTML in
            "\(LanguageName.of(language.language)) \(language.articles)"
        }
        return HTML.fact("Articles", "\(counts.articles) (\(HTML(joining: languages, by: ", ")))")
            + HTML.fact("Statements", "\(counts.statements), of which \(counts.notDone) not done")
            + HTML.fact("Not coded", HTML.count(counts.omissions, "passage"))
            + HTML.fact("Could not be read", HTML.count(counts.skips, "source"))
    }
}
