import Assessment
import Diplomacy
import Ledger

/// What this ledger holds, what the words mean, and how the numbers are made.
struct AboutPage {
    let desk: Desk
    let question: Question
    private let counts: LedgerCounts
    private let fingerprint: String
    private let known: (first: Day, last: Day)?

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        counts = try desk.counts()
        fingerprint = try desk.fingerprint()
        known = try desk.ledger.knownDays()
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let table = holdings
        return Page(
            phrases.text("about.title"),
            in: .about,
            question: question,
            body: """
                <h1>\(phrases["about.title"])</h1>
                <div class="prose">
                <p>\(phrases["about.lead"])</p>
                <h2>\(phrases["about.ledger"])</h2>
                <dl class="facts">\(facts)</dl>
                \(table.html(question, phrases))
                <h2>\(phrases["about.words"])</h2>
                \(explained(["statement", "root", "notdone", "days.two", "leftout"]))
                <h2>\(phrases["about.numbers"])</h2>
                \(explained(["standing", "case", "reliability", "disagreement"]))
                <p class="hint">\(phrases["about.more"])</p>
                <h2>\(phrases["about.told"])</h2>
                <dl class="facts">\(Modality.allCases.map { fact("modality.\($0.rawValue)", sign: .empty) })</dl>
                <h2>\(phrases["about.acts"])</h2>
                <p class="hint">\(phrases["about.acts.hint"]) \
                \(HTML.link(question.page("codebook"), phrases["codebook.title"]))</p>
                <dl class="facts">\(Act.allCases.map { fact("act.\($0.rawValue)", sign: "\($0.side.sign) ") })</dl>
                <h2>\(phrases["about.programs"])</h2>
                <p>\(phrases["about.programs.is"]) \
                \(HTML.link(Address("api", "v1", "openapi.json"), "/api/v1/openapi.json")).</p>
                </div>
                """,
            tables: [table]
        )
    }

    /// A term with its meaning, as a heading with a paragraph.
    private func explained(_ terms: [String]) -> HTML {
        let (kept, tested) = (BaseRate.since1945.kept, BaseRate.since1945.tested)
        let parts = terms.map { term -> HTML in
            """
            <h3>\(phrases["about.\(term)"])</h3>
            <p>\(phrases("about.\(term).is", "\(kept)", "\(tested)"))</p>

            """
        }
        return HTML(joining: parts)
    }

    private func fact(_ key: String, sign: HTML) -> HTML {
        HTML.fact("\(sign)\(phrases[key])", phrases["\(key).meaning"])
    }

    private var facts: HTML {
        let program = desk.program
        let span: HTML? = known.map { "\(names.time($0.first)) – \(names.time($0.last))" }
        return HTML.fact(phrases["about.version"], "<code>\(fingerprint)</code>")
            + HTML.fact(
                phrases["about.statements"],
                phrases("about.statements.are", "\(counts.statements)", "\(counts.notDone)")
            )
            + HTML.fact(phrases["about.omissions"], names.count(counts.omissions, "passage"))
            + HTML.fact(phrases["about.skips"], names.count(counts.skips, "source"))
            + HTML.fact(phrases["about.days"], span)
            + HTML.fact(
                phrases["about.register"],
                names.count(desk.assessor.register.commitments.count, "commitment")
            )
            + HTML.fact(phrases["about.program"], HTML(text: program.name))
            + HTML.fact(phrases["about.models"], HTML(text: program.models.joined(separator: ", ")))
    }

    private var holdings: Table {
        Table(
            "languages",
            caption: names.count(counts.articles, "article"),
            columns: [
                .init("language", phrases["article.language"]),
                .init("articles", phrases["about.articles"], isFigure: true),
                .init("statements", phrases["about.statements"], isFigure: true),
            ],
            rows: counts.languages.map { language in
                [
                    .init("\(names.language(language.language))", .text(language.language)),
                    .whole(language.articles), .whole(language.statements),
                ]
            }
        )
    }
}
