import Assessment
import Diplomacy
import Ledger

/// The brief, of everybody or of one actor: what did not come and what is disputed first.
struct BriefPage {
    /// How many findings of a kind are shown before the rest is folded away: of what came, and did not, two.
    private static let findings = 2
    private static let lesserFindings = 1
    private static let disagreements = 1
    private static let articles = 4
    private static let pairs = 4
    private static let voices = 5

    let desk: Desk
    let question: Question
    private let brief: Brief
    private let index: Index
    private let actors: [PartyCount]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        brief = try desk.brief(question.clocks, of: question.actor)
        index = Index(try desk.whole(question.clocks).book, names: desk.names, question: question)
        actors = try desk.choices(question.clocks)
    }

    var page: Page {
        Page(
            title,
            in: .brief,
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

    private var phrases: Phrases { desk.names.phrases }

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
        brief.actor.map { phrases.text("brief.of", index.heading($0)) }
            ?? phrases.text("brief.title")
    }

    private var opening: HTML {
        let languages = brief.read.languages.map { language -> HTML in
            phrases(
                "brief.language",
                "\(language.count)",
                HTML(text: desk.names.language(language.language))
            )
        }
        let scope: HTML =
            brief.actor.map { " \(phrases("brief.scope", HTML.foreign(desk.names($0))))" } ?? .empty
        let undated = brief.read.undated
        let note: HTML =
            undated.isEmpty
            ? .empty
            : " " + phrases("brief.undated", index.numbers(ofArticles: undated.map(\.id)))
        return """
            <p class="counts">\(phrases(
                "brief.opening",
                desk.names.count(brief.read.articles.count, "article"),
                languages.isEmpty ? .empty : " (\(HTML(joining: languages, by: ", ")))",
                desk.names.count(brief.read.statementCount, "statement"),
                scope
            ))\(note)</p>
            """
    }

    private var contents: HTML {
        jumps
            + findings(
                brief.undelivered,
                phrases["brief.not-come"],
                id: "not-come",
                phrases["brief.not-come.hint"]
            )
            + findings(
                brief.inDoubt,
                phrases["brief.in-doubt"],
                id: "in-doubt",
                phrases["brief.in-doubt.hint"],
                most: Self.lesserFindings
            )
            + disagreements
            + findings(
                brief.promised,
                phrases["brief.promised"],
                id: "promised",
                phrases["brief.promised.hint"],
                most: Self.lesserFindings
            )
            + findings(
                brief.came,
                phrases["brief.came"],
                id: "came",
                phrases["brief.came.hint"]
            )
            + pairs + voices
    }

    /// The sections with how much is in each, as links.
    private var jumps: HTML {
        let sections: [(id: HTML, title: HTML, count: Int)] = [
            ("not-come", phrases["jump.not-come"], brief.undelivered.count),
            ("in-doubt", phrases["jump.in-doubt"], brief.inDoubt.count),
            ("disputed", phrases["jump.disputed"], brief.disagreements.count),
            ("promised", phrases["jump.promised"], brief.promised.count),
            ("came", phrases["jump.came"], brief.came.count),
            ("pairs", phrases["jump.pairs"], brief.pairs.count),
            ("voices", phrases["jump.voices"], brief.voices.count),
            ("read", phrases["jump.read"], brief.read.articles.count),
        ]
        let items = sections.filter { $0.count > 0 }.map { section -> HTML in
            "<li><a href=\"#\(section.id)\">\(section.title)</a> \(section.count)</li>"
        }
        return
            "<nav class=\"jumps\" aria-label=\"\(phrases["jumps.label"])\"><ul>\(items)</ul></nav>"
    }

    private func findings(
        _ findings: Excerpt<Finding>,
        _ title: HTML,
        id: HTML,
        _ note: HTML,
        most: Int = Self.findings
    ) -> HTML {
        guard !findings.isEmpty else { return .empty }
        let list = LongList(findings, most: most, names: desk.names, style: "findings") {
            FindingItem(finding: $0, index: index).html
        }
        return """
            <section aria-labelledby="\(id)"><h2 id="\(id)">\(title) <span class="number-of">\(findings.count)</span></h2>
            <p class="hint">\(note)</p>
            \(list.html)</section>

            """
    }

    private var disagreements: HTML {
        guard !brief.disagreements.isEmpty else { return .empty }
        let list = LongList(
            Excerpt(brief.disagreements.held, of: brief.disagreements.count),
            most: Self.disagreements,
            names: desk.names,
            style: "findings"
        ) { DisagreementItem(disagreement: $0, index: index).html }
        return """
            <section aria-labelledby="disputed"><h2 id="disputed">\(phrases["disagreements.title"]) \
            <span class="number-of">\(brief.disagreements.count)</span></h2>
            <p class="hint">\(phrases["disagreements.both"])</p>
            \(list.html)</section>

            """
    }

    private var pairs: HTML {
        let list = LongList(brief.pairs, most: Self.pairs, names: desk.names, style: "pairs") {
            pair in
            let names: HTML = """
                \(HTML.foreign(index.heading(pair.source))) \(HTML.sign("→", said: phrases["arrow.to"])) \
                \(HTML.foreign(index.heading(pair.target)))
                """
            let link = pair.target.map { HTML.link(question.pair(pair.source, $0), names) } ?? names
            return """
                <li><p class="pair">\(link) <span class="meta">\(desk.names.count(pair.statementCount, "statement")), \
                \(desk.names.count(pair.articles.count, "article"))</span></p>\(StrandList(pair: pair, phrases: phrases).html)</li>

                """
        }
        return """
            <section aria-labelledby="pairs"><h2 id="pairs">\(phrases["brief.pairs"]) \
            <span class="number-of">\(brief.pairs.count)</span></h2>
            <p class="hint">\(phrases["brief.pairs.hint"])</p>
            \(list.html)</section>

            """
    }

    private var voices: HTML {
        let list = LongList(brief.voices, most: Self.voices, names: desk.names, style: "voices") {
            voice in
            let name: HTML =
                voice.name.map { HTML.foreign($0) } ?? phrases["brief.articles.themselves"]
            let actor: HTML? = voice.actor.map {
                " <span class=\"for\">(\(index.heading($0)))</span>"
            }
            let says: HTML =
                voice.says.isEmpty
                ? .empty
                : "\(desk.names.count(voice.says.count, "statement")): \(index.links(toStatements: voice.says, most: 8))"
            let relays: HTML =
                voice.relays.isEmpty
                ? .empty
                : " \(phrases["brief.quoting"]) \(index.links(toStatements: voice.relays, most: 8))"
            return "<li><b>\(name)</b>\(actor) <span class=\"meta\">\(says)\(relays)</span></li>\n"
        }
        return """
            <section aria-labelledby="voices"><h2 id="voices">\(phrases["brief.voices"]) \
            <span class="number-of">\(brief.voices.count)</span></h2>
            <p class="hint">\(phrases["brief.voices.hint"])</p>
            \(list.html)</section>

            """
    }

    private var emptyState: HTML {
        if brief.read.articles.isEmpty {
            return EmptyLedger.html(question, phrases)
        }
        if let actor = brief.actor {
            return HTML.emptyState(
                phrases("brief.nobody", HTML.foreign(desk.names(actor))),
                cure: phrases["brief.nobody.cure"]
            )
        }
        return HTML.emptyState(
            phrases["brief.nothing"],
            cure: phrases["brief.nothing.cure"]
        )
    }

    private var read: HTML {
        guard !brief.read.articles.isEmpty else { return .empty }
        // The numbers before the titles are those of the whole list.
        let shown = brief.read.articles.held.prefix(LongList.mostOnPage)
        let items = shown.map { line -> HTML in
            let article = line.article
            let title: HTML = """
                <span lang="\(article.language)">\(HTML.foreign(article.name))</span>
                """
            let count: HTML =
                line.statements.isEmpty
                ? phrases["brief.coded.nothing"]
                : desk.names.count(line.statements.count, "statement")
            return """
                <li>\(HTML.link(question.article(article.id), title)) <span class="meta">\
                \(index.source(ofArticle: article.id)), \(desk.names.language(article.language)), \(count)</span></li>

                """
        }
        return """
            <section aria-labelledby="read"><h2 id="read">\(phrases["read.head"]) <span class="number-of">\(brief.read.articles.count)</span></h2>
            <ol class="read">\(Array(items.prefix(Self.articles)))</ol>\(others(items))
            \(LongList.note(brief.read.articles.count - shown.count, phrases))</section>
            """
    }

    /// The articles that are folded away, with the numbers that they have in the whole list.
    private func others(_ items: [HTML]) -> HTML {
        guard items.count > Self.articles else { return .empty }
        return """
            <details class="more"><summary>\(phrases("list.more", "\(items.count - Self.articles)"))</summary>
            <ol class="read" start="\(Self.articles + 1)">\(Array(items.dropFirst(Self.articles)))</ol></details>
            """
    }
}
