import Assessment
import Diplomacy
import Ledger

/// What a patron stands for among those it is told with: the constellation, what changed since a day, the
/// cases that are open, where what was read disagrees, and what was read at all.
struct OverviewPage {
    /// A year: alliances move slowly, and the news of a month seldom moves a line.
    private static let usualReach = 365
    private static let changes = 8
    private static let cases = 5
    private static let disagreements = 5
    private static let articles = 6

    let desk: Desk
    let question: Question
    private let whole: WholeLedger
    private let disagreements: DisagreementList?
    /// Everybody who can be chosen.
    let actors: [PartyCount]
    let overview: PatronOverview?
    private let isChosen: Bool
    private let since: Day

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        let whole = try desk.whole(asked.question.clocks)
        self.whole = whole
        actors = try desk.choices(asked.question.clocks)
        let until = try desk.lastDay(asked.question.clocks)
        since = try asked.query.day("since") ?? Self.usualSince(until)
        isChosen = asked.question.actor != nil
        let patron = asked.question.actor ?? whole.patron
        overview = try patron.map { [since] in
            try desk.overview(of: $0, since: since, until: until, asked.question.clocks)
        }
        disagreements =
            try patron.map {
                try desk.brief(asked.question.clocks, of: $0).disagreements
            }
    }

    /// Since when changes are told of where nobody asks for a day.
    static func usualSince(_ until: Day) -> Day { until.advanced(by: -usualReach) }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        guard let overview else {
            return Page(
                phrases.text("overview.title"),
                in: .overview,
                question: question,
                body: "<h1>\(phrases["overview.title"])</h1>\(EmptyLedger.html(question, phrases))"
            )
        }
        let name = names.heading(overview.patron)
        let allies = AllyTable(overview: overview, names: names, question: question).table
        let constellation = Constellation(
            overview: overview,
            names: names,
            question: question,
            bonds: DefenceBonds(desk.assessor.register, on: overview.until)
        )
        let changes = ChangeTable(overview: overview, names: names, question: question).table
        return Page(
            isChosen ? name : phrases.text("overview.title"),
            in: .overview,
            question: question,
            body: """
                <h1>\(name)</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                \(form(overview))
                \(isChosen ? .empty : "<p class=\"hint\">\(phrases("overview.chosen", "\(name)"))</p>")
                <div class="beside-picture">
                \(overview.allies.isEmpty ? nobody(name) : picture(constellation, of: overview))
                <div>\(changesSection(overview))\(casesSection(overview))</div>
                </div>
                <div class="pair-of-sections">
                \(disagreementsSection(overview.patron))
                \(reliability(overview))
                </div>
                \(overview.allies.isEmpty ? .empty : alliesSection(allies))
                \(overview.changes.isEmpty ? .empty : allChanges(overview, changes))
                \(read)
                """,
            tables: [allies, changes],
            drawings: [constellation.file]
        )
    }

    private func form(_ overview: PatronOverview) -> HTML {
        """
        <form class="controls" action="/" method="get" aria-label="\(phrases["form.whom.when"])">
        \(ActorField(
            actors: actors,
            chosen: overview.patron,
            names: names,
            label: phrases["form.patron"],
            everybody: nil
        ).html)
        <div class="field"><label for="since">\(phrases["form.since"])</label>
        <input id="since" name="since" \(DayField.kind(phrases)) value="\(since.description)"></div>
        \(ClockForm(names: names).fields(question.clocks))
        \(LanguageField.hidden(question))<button>\(phrases["form.show"])</button>
        </form>
        """
    }

    private func nobody(_ name: String) -> HTML {
        HTML.emptyState(
            phrases("overview.nobody", HTML.foreign(name)),
            cure: phrases["overview.nobody.cure"]
        )
    }

    private func picture(_ constellation: Constellation, of overview: PatronOverview) -> HTML {
        """
        <section class="picture" aria-labelledby="constellation-head">
        <h2 id="constellation-head">\(phrases["constellation.head"])</h2>
        \(ConstellationWords(overview: overview, names: names).html)\
        <p class="hint">\(phrases["constellation.hint"])</p>
        <figure>\(constellation.html)
        <figcaption>\(LeanSign.legend(phrases))
        <p class="exports"><a href="#allies">\(phrases["constellation.table"])</a> · \
        \(HTML.link(question.own("world"), phrases["world.link"])) · \
        <a href="\(question.export("constellation.svg").text)" download="">SVG</a></p></figcaption></figure>
        </section>
        """
    }

    private func alliesSection(_ table: Table) -> HTML {
        """
        <section aria-labelledby="allies-head"><h2 id="allies-head">\(phrases["allies.head"])</h2>
        \(table.html(question, phrases))</section>
        """
    }

    // MARK: Sections

    private func changesSection(_ overview: PatronOverview) -> HTML {
        let shown = overview.changes.held.prefix(Self.changes)
        let items = shown.map { change -> HTML in
            ChangeItem(change: change, patron: overview.patron, names: names, question: question)
                .html
        }
        let content: HTML =
            items.isEmpty
            ? HTML.emptyState(
                phrases("changes.none", names.time(since)),
                cure: phrases["changes.none.cure"]
            )
            : """
            <ul class="changes">\(items)</ul>
            """
        return """
            <section aria-labelledby="changes-head"><h2 id="changes-head">\
            \(phrases("changes.head", names.time(since)))</h2>
            <p class="hint">\(phrases["changes.hint"])</p>\(content)</section>
            """
    }

    private func allChanges(_ overview: PatronOverview, _ table: Table) -> HTML {
        """
        <details class="more"><summary>\(phrases("changes.all", names.count(overview.changes.count, "event")))</summary>
        \(table.html(question, phrases))</details>
        """
    }

    private func casesSection(_ overview: PatronOverview) -> HTML {
        let open = overview.openCases
        let items = open.prefix(Self.cases).map { found -> HTML in
            CaseLine(found: found, names: names, question: question).html
        }
        let content: HTML =
            items.isEmpty
            ? HTML.emptyState(phrases["cases.open.none"], cure: phrases["cases.none.cure"])
            : "<ul class=\"cases\">\(items)</ul>"
        return """
            <section aria-labelledby="cases-head"><h2 id="cases-head">\(phrases["cases.open"]) \
            <span class="number-of">\(open.count)</span></h2>\(content)
            <p>\(HTML.link(ofPatron("cases", overview.patron), phrases("cases.all", names.count(overview.cases.count, "case"))))</p>
            </section>
            """
    }

    private func ofPatron(_ page: String, _ patron: ActorCode) -> Address {
        Address(page, query: [("actor", patron.rawValue)] + question.state)
    }

    private func disagreementsSection(_ patron: ActorCode) -> HTML {
        guard let found = disagreements else { return .empty }
        let kinds = Disagreement.Kind.allCases.compactMap { kind -> HTML? in
            let count = found.of(kind).count
            return count == 0 ? nil : "<li class=\"badge\">\(names.kind(kind)) \(count)</li>"
        }
        let items = found.held.prefix(Self.disagreements).map { disagreement -> HTML in
            let place = Address(
                "disagreements",
                query: [("actor", patron.rawValue), ("kind", disagreement.kind.rawValue)]
                    + question.state
            )
            let asked = DisagreementWords(disagreement, names).question
            return """
                <li><p class="sentence">\(HTML.link(place, asked))</p>
                <p class="meta">\(names.kind(disagreement.kind)): \
                \(phrases["answer.no"]) \(names.count(disagreement.no.rootCount, "root")), \
                \(phrases["answer.yes"]) \(names.count(disagreement.yes.rootCount, "root"))</p></li>

                """
        }
        let content: HTML =
            items.isEmpty
            ? HTML.emptyState(
                phrases["disagreements.none"],
                cure: phrases["disagreements.none.cure"]
            )
            : "<ul class=\"badges\">\(kinds)</ul><ul class=\"questions\">\(items)</ul>"
        return """
            <section aria-labelledby="disputed-head"><h2 id="disputed-head">\(phrases["disagreements.head"]) \
            <span class="number-of">\(found.count)</span></h2>\(content)
            <p>\(HTML.link(ofPatron("disagreements", patron), phrases["disagreements.all"]))</p></section>
            """
    }

    private func reliability(_ overview: PatronOverview) -> HTML {
        overview.reliability.map {
            ReliabilityPart(reliability: $0, names: names, question: question).html
        } ?? .empty
    }

    /// The last by the day that is shown of them: an article of which only the earliest is known stands there.
    private static func newest(_ articles: [ReadArticle]) -> some Sequence<ReadArticle> {
        let dated = articles.filter { $0.publication?.isApproximate == false }
        return (dated.isEmpty ? articles : dated).suffix(Self.articles).reversed()
    }

    private var read: HTML {
        let languages = whole.languages.map { "\(names.language($0.language)) \($0.count)" as HTML }
        let material = whole.material
        let newest = Self.newest(material.articles).map { article -> HTML in
            let title: HTML = """
                <span lang="\(article.language)">\(HTML.foreign(article.name))</span>
                """
            let date: HTML =
                names.published(article.publication)
            return """
                <li>\(HTML.link(question.article(article.id), title)) <span class="meta">\
                \(HTML.foreign(article.outlet ?? article.document)), \(date)</span></li>

                """
        }
        return """
            <section aria-labelledby="read-head"><h2 id="read-head">\(phrases["read.head"])</h2>
            <p class="counts">\(names.count(material.articles.count, "article")) \
            (\(HTML(joining: languages, by: ", "))), \(names.count(whole.statementCount, "statement")), \
            \(names.count(whole.rootCount, "root")).</p>
            <ul class="read">\(Array(newest))</ul>
            <p>\(HTML.link(question.articles, phrases["read.all"])) · \
            \(HTML.link(question.page("sources"), phrases["menu.sources"])) · \
            \(HTML.link(question.brief(nil), phrases["overview.brief"]))</p></section>
            """
    }
}

/// What a page says while nothing was read, or nothing was known on the days asked for.
enum EmptyLedger {
    static func html(_ question: Question, _ phrases: Phrases) -> HTML {
        question.clocks == .unset
            ? HTML.emptyState(phrases["empty.ledger"], cure: phrases["empty.ledger.cure"])
            : HTML.emptyState(phrases["empty.days"], cure: phrases["empty.days.cure"])
    }
}
