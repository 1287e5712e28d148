import Assessment
import Diplomacy
import Ledger

/// The brief, of everybody or of one actor: what did not come and what is disputed first.
struct BriefPage {
    /// How many findings of a kind are shown before the rest is folded away.
    private static let findings = 12
    private static let pairs = 30
    private static let voices = 15

    let desk: Desk
    let question: Question
    private let brief: Brief
    private let index: Index
    private let actors: [ActorCount]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        let material = try desk.material(question.clocks)
        brief = Brief(of: material, actor: question.actor)
        index = Index(material.articles, names: desk.names, question: question)
        actors = ActorCount.all(in: material.statements)
    }

    var page: Page {
        Page(
            title,
            in: .overview,
            question: question,
            body: """
                <h1>\(title)</h1>
                \(ClockLine(clocks: question.clocks, names: desk.names).html)
                \(opening)
                \(form)
                \(brief.read.statementCount == 0 ? emptyState : contents)
                \(LeftOutSection(leftOut: brief.leftOut, index: index).html)
                \(read)
                """
        )
    }

    private var form: HTML {
        """
        <form class="controls" action="/brief" method="get" aria-label="\(desk.names.phrases["form.whom.when"])">
        \(ActorField(
            actors: actors,
            chosen: question.actor,
            names: desk.names,
            label: desk.names.phrases["form.brief"],
            everybody: desk.names.phrases["form.everybody"]
        ).html)\(ClockForm(names: desk.names).fields(question.clocks))\
        \(LanguageField.hidden(question))<button>\(desk.names.phrases["form.show"])</button></form>
        """
    }

    private var title: String {
        brief.actor.map { "Brief on \(index.heading($0))" } ?? "Brief"
    }

    private var opening: HTML {
        let languages = brief.read.languages.map { language -> HTML in
            "\(language.count) \(desk.names.language(language.language))"
        }
        let scope: HTML =
            brief.actor.map { " with \(desk.names($0)) as a party" } ?? .empty
        let undated = brief.read.undated
        let note: HTML =
            undated.isEmpty
            ? .empty
            : " Without a date of publication: \(index.numbers(ofArticles: undated.map(\.id)))."
        return """
            <p class="counts">\(HTML.count(brief.read.articles.count, "article")) read\
            \(languages.isEmpty ? .empty : " (\(HTML(joining: languages, by: ", ")))"), \
            \(HTML.count(brief.read.statementCount, "statement"))\(scope).\(note)</p>
            """
    }

    private var contents: HTML {
        jumps
            + findings(
                brief.undelivered,
                "What did not come",
                id: "not-come",
                "Help and cooperation told as missing, too little, stopped or withheld."
            )
            + findings(
                brief.inDoubt,
                "What may not come",
                id: "in-doubt",
                "Expected or feared to stay away, or only under a condition."
            )
            + disagreements
            + findings(
                brief.promised,
                "What was promised",
                id: "promised",
                "Agreements, and help announced for later."
            )
            + findings(
                brief.came,
                "What came",
                id: "came",
                "Support, aid and cooperation told as having happened."
            )
            + pairs + voices
    }

    /// The sections with how much is in each, as links.
    private var jumps: HTML {
        let sections: [(id: HTML, title: HTML, count: Int)] = [
            ("not-come", "did not come", brief.undelivered.count),
            ("in-doubt", "may not come", brief.inDoubt.count),
            ("disputed", "disputed", brief.disagreements.count),
            ("promised", "promised", brief.promised.count),
            ("came", "came", brief.came.count),
            ("pairs", "pairs", brief.pairs.count),
            ("voices", "voices", brief.voices.count),
            ("read", "articles", brief.read.articles.count),
        ]
        let items = sections.filter { $0.count > 0 }.map { section -> HTML in
            "<li><a href=\"#\(section.id)\">\(section.title)</a> \(section.count)</li>"
        }
        return "<nav class=\"jumps\" aria-label=\"On this page\"><ul>\(items)</ul></nav>"
    }

    private func findings(_ findings: [Finding], _ title: HTML, id: HTML, _ note: HTML) -> HTML {
        guard !findings.isEmpty else { return .empty }
        let items = findings.map { FindingItem(finding: $0, index: index).html }
        return """
            <section aria-labelledby="\(id)"><h2 id="\(id)">\(title) <span class="number-of">\(findings.count)</span></h2>
            <p class="hint">\(note)</p>
            \(LongList(items: items, most: Self.findings, names: desk.names, style: "findings").html)</section>

            """
    }

    private var disagreements: HTML {
        guard !brief.disagreements.isEmpty else { return .empty }
        let items = brief.disagreements.map {
            DisagreementItem(disagreement: $0, index: index).html
        }
        return """
            <section aria-labelledby="disputed"><h2 id="disputed">Where what was read disagrees \
            <span class="number-of">\(items.count)</span></h2>
            <p class="hint">Both answers as they stand; no verdict.</p>
            \(LongList(items: items, most: Self.findings, names: desk.names, style: "findings").html)</section>

            """
    }

    private var pairs: HTML {
        let items = brief.pairs.map { pair -> HTML in
            let names: HTML = """
                \(HTML.foreign(index.heading(pair.source))) \(HTML.sign("→", said: "to")) \
                \(HTML.foreign(index.heading(pair.target)))
                """
            let link = pair.target.map { HTML.link(question.pair(pair.source, $0), names) } ?? names
            return """
                <li><p class="pair">\(link) <span class="meta">\(HTML.count(pair.statementCount, "statement")), \
                \(HTML.count(pair.articles.count, "article"))</span></p>\(StrandList(pair: pair).html)</li>

                """
        }
        return """
            <section aria-labelledby="pairs"><h2 id="pairs">Who stands how to whom \
            <span class="number-of">\(items.count)</span></h2>
            <p class="hint">What is told of each pair, in numbers. A name opens the sentences.</p>
            \(LongList(items: items, most: Self.pairs, names: desk.names, style: "pairs").html)</section>

            """
    }

    private var voices: HTML {
        let items = brief.voices.map { voice -> HTML in
            let name: HTML = voice.name.map { HTML.foreign($0) } ?? "the articles themselves"
            let actor: HTML? = voice.actor.map {
                " <span class=\"for\">(\(index.heading($0)))</span>"
            }
            let says: HTML =
                voice.says.isEmpty
                ? .empty
                : "\(HTML.count(voice.says.count, "statement")): \(index.links(toStatements: voice.says, most: 8))"
            let relays: HTML =
                voice.relays.isEmpty
                ? .empty
                : " quoting others: \(index.links(toStatements: voice.relays, most: 8))"
            return "<li><b>\(name)</b>\(actor) <span class=\"meta\">\(says)\(relays)</span></li>\n"
        }
        return """
            <section aria-labelledby="voices"><h2 id="voices">Who says so \
            <span class="number-of">\(items.count)</span></h2>
            <p class="hint">Voices, not independent sources: several may repeat one and the same.</p>
            \(LongList(items: items, most: Self.voices, names: desk.names, style: "voices").html)</section>

            """
    }

    private var emptyState: HTML {
        if brief.read.articles.isEmpty {
            return question.clocks == .unset
                ? HTML.emptyState(
                    "Nothing has been read into this ledger yet.",
                    cure:
                        "Run “casus read” with files or folders of articles, then load this page again."
                )
                : HTML.emptyState(
                    "No article was known on the days asked for.",
                    cure: "Choose a later day, or empty the two days above."
                )
        }
        if let actor = brief.actor {
            return HTML.emptyState(
                "No statement names \(HTML.foreign(desk.names(actor))) as a party.",
                cure: "Choose one of the parties above: they are the ones that are named."
            )
        }
        return HTML.emptyState(
            "No statement about two parties was found in what was read.",
            cure: "What was left out, and why, stands below; each article shows it in place."
        )
    }

    private var read: HTML {
        guard !brief.read.articles.isEmpty else { return .empty }
        let items = brief.read.articles.map { line -> HTML in
            let article = line.article
            let title: HTML = """
                <span lang="\(article.language)">\(HTML.foreign(article.title ?? article.document))</span>
                """
            let count: HTML =
                line.statements.isEmpty
                ? "nothing coded" : HTML.count(line.statements.count, "statement")
            return """
                <li>\(HTML.link(question.article(article.id), title)) <span class="meta">\
                \(index.source(ofArticle: article.id)), \(desk.names.language(article.language)), \(count)</span></li>

                """
        }
        return """
            <section aria-labelledby="read"><h2 id="read">What was read <span class="number-of">\(items.count)</span></h2>
            <ol class="read">\(items)</ol></section>
            """
    }
}
