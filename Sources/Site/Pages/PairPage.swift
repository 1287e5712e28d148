import Assessment
import Diplomacy
import Ledger

/// One relationship, both directions, in the order of what is told of.
struct PairPage {
    let desk: Desk
    let question: Question
    private let report: PairReport
    private let index: Index
    private let judgement: PairJudgement
    private let until: Day
    /// The first day that anything in the ledger is told of.
    private let firstDay: Day

    /// `isWhole`: the cases with their sentences, which the page does not show.
    init(desk: Desk, asked: Asked, isWhole: Bool = false) throws {
        self.desk = desk
        question = asked.question
        let first = try Question.actor(asked.part("source"))
        let second = try Question.actor(asked.part("target"))
        let statements = try desk.statements(
            between: first,
            and: second,
            asked.question.clocks
        )
        report = desk.report(of: first, and: second, in: statements)
        until = try desk.lastDay(asked.question.clocks)
        judgement = try desk.judgement(
            of: first,
            and: second,
            in: statements,
            asked.question.clocks,
            isWhole: isWhole
        )
        firstDay =
            statements.compactMap { ($0.statement.date ?? $0.article.publication)?.first }.min()
            ?? until
        index = Index(report.articles, names: desk.names, question: asked.question)
    }

    /// What a program gets.
    var answer: Beginning<Judged<PairReport, PairJudgement>> {
        let left = ["sentences": judgement.sentencesLeft].filter { $0.value > 0 }
        return Beginning(Judged(report, judgement), left: left)
    }

    /// What it gets of two of whom much is told.
    var beginning: Beginning<Judged<PairReport, PairJudgement>> {
        let shown = report.beginning(.program)
        return Beginning(Judged(shown, judgement.outline), left: report.left(by: shown))
    }

    private var title: String {
        phrases.text("pair.title", index.heading(report.first), index.heading(report.second))
    }

    private var parts: JudgementParts {
        JudgementParts(
            judgement: judgement,
            disagreements: report.disagreements,
            pair: DirectedPair(source: report.first, target: report.second),
            until: until,
            desk: desk,
            question: question
        )
    }

    var page: Page {
        get throws {
            Page(
                title,
                in: .overview,
                question: question,
                body: """
                    <h1>\(title)</h1>
                    \(ClockLine(clocks: question.clocks, names: desk.names).html)
                    \(ClockForm(names: desk.names).sliders(question.clocks, from: firstDay, to: try lastDay))
                    <details class="more on-screen"><summary>\(desk.names.phrases["sliders.days"])</summary>
                    <form class="controls" method="get" aria-label="\(desk.names.phrases["form.whom.when"])">\
                    \(ClockForm(names: desk.names).fields(question.clocks))\(LanguageField.hidden(question))\
                    <button>\(desk.names.phrases["form.show"])</button></form></details>
                    \(report.isEmpty ? emptyState : contents)
                    <p>\(HTML.link(question.brief(report.first), phrases("brief.of", "\(index.heading(report.first))"))) · \
                    \(HTML.link(question.brief(report.second), phrases("brief.of", "\(index.heading(report.second))"))) · \
                    <span class="watching">\(HTML.link(watching, phrases["watch.pair"]))</span></p>
                    """,
                tables: parts.tables,
                drawings: parts.drawings
            )
        }
    }

    /// The form of a new watch, filled with the two.
    private var watching: Address {
        let pair = [
            (name: "source", value: String?.some(report.first.rawValue)),
            (name: "target", value: String?.some(report.second.rawValue)),
        ]
        return Address("watches", query: pair + question.state, fragment: "add")
    }

    /// Where the sliders end: the last day of the ledger, whatever the clocks.
    private var lastDay: Day { get throws { try desk.lastDay(.unset) } }

    private var phrases: Phrases { desk.names.phrases }

    private var contents: HTML {
        directions
            + lines(
                report.dated,
                phrases["pair.dated"],
                id: "in-time",
                phrases["pair.dated.hint"],
                latest: Self.latest
            )
            + disagreements
            + parts.html
            + lines(
                report.undated,
                phrases["pair.undated"],
                id: "undated",
                phrases["pair.undated.hint"],
                latest: Self.latestUndated
            )
            + articles
    }

    private var directions: HTML {
        let items = report.directions.map { direction -> HTML in
            """
            <li><p class="pair">\(HTML.foreign(index.heading(direction.source))) \
            \(HTML.sign("→", said: phrases["arrow.to"])) \(HTML.foreign(index.heading(direction.target))) \
            <span class="meta">\(desk.names.count(direction.statementCount, "statement")), \
            \(desk.names.count(direction.articles.count, "article"))</span></p>\(StrandList(pair: direction, phrases: phrases).html)</li>

            """
        }
        return "<ul class=\"pairs\">\(items)</ul>"
    }

    private var disagreements: HTML {
        guard !report.disagreements.isEmpty else { return .empty }
        let shown = report.disagreements.prefix(LongList.mostOnPage)
        let items = shown.enumerated().map { place, found in
            DisagreementItem(disagreement: found, index: index, place: place).html
        }
        let list = LongList(items: items, most: 1, names: desk.names, style: "findings")
        return """
            <section aria-labelledby="disputed"><h2 id="disputed">\(phrases["disagreements.title"])</h2>
            <p class="hint">\(phrases["disagreements.both"])</p>
            \(list.html)\
            \(LongList.note(report.disagreements.count - shown.count, phrases))</section>

            """
    }

    private func lines(
        _ lines: [PairReport.Line],
        _ title: HTML,
        id: HTML,
        _ note: HTML,
        latest: Int
    ) -> HTML {
        guard !lines.isEmpty else { return .empty }
        // The latest are at the end.
        let shown = lines.suffix(LongList.mostOnPage)
        return """
            <section aria-labelledby="\(id)"><h2 id="\(id)">\(title) <span class="number-of">\(lines.count)</span></h2>
            <p class="hint">\(note)</p>
            \(earlier(shown.dropLast(latest), leftOut: lines.count - shown.count))
            <ol class="timeline">\(shown.suffix(latest).map(line))</ol></section>

            """
    }

    /// So many of the latest are shown at once: a screen of a phone, a third of that without a day.
    private static let (latest, latestUndated) = (3, 1)
    /// Of what was read.
    private static let articles = 4

    private func earlier(_ lines: ArraySlice<PairReport.Line>, leftOut: Int) -> HTML {
        guard !lines.isEmpty else { return .empty }
        return """
            <details class="more"><summary>\(phrases("list.earlier", "\(lines.count)"))</summary>
            \(LongList.note(leftOut, phrases))
            <ol class="timeline">\(lines.map(line))</ol></details>
            """
    }

    private func line(_ line: PairReport.Line) -> HTML {
        let isMissing = line.polarity == .notDone
        let published: HTML =
            line.citation.published.map { phrases("pair.published", desk.names.time($0)) }
            ?? phrases["date.undated"]
        let date: HTML =
            "<p class=\"day\">\(line.citation.date.map { desk.names.time($0) } ?? published)</p>"
        return """
            <li class="finding \(isMissing ? "missing" : line.act.side.rawValue)">\(date)
            <div><p class="sentence"><span class="sign" aria-hidden="true">\
            \(isMissing ? MissingSign.html : line.act.side.sign)</span> \
            \(StatementSentence(line.sentence, names: desk.names).html)\
            \(isMissing ? " <span class=\"flag\">\(phrases["polarity.not_done"])</span>" : .empty)</p>
            \(CitationList(line.citation, index: index).html)</div></li>

            """
    }

    private var articles: HTML {
        let shown = report.articles.prefix(LongList.mostOnPage)
        let items = shown.map { article -> HTML in
            let title: HTML = """
                <span lang="\(article.language)">\(HTML.foreign(article.name))</span>
                """
            return """
                <li>\(HTML.link(question.article(article.id), title)) <span class="meta">\
                \(index.source(ofArticle: article.id))</span></li>

                """
        }
        return """
            <section aria-labelledby="read"><h2 id="read">\(phrases["pair.read"])</h2>
            <ol class="read">\(Array(items.prefix(Self.articles)))</ol>\(others(items))
            \(LongList.note(report.articles.count - shown.count, phrases))</section>
            """
    }

    private func others(_ items: [HTML]) -> HTML {
        guard items.count > Self.articles else { return .empty }
        return """
            <details class="more"><summary>\(phrases("list.more", "\(items.count - Self.articles)"))</summary>
            <ol class="read" start="\(Self.articles + 1)">\(Array(items.dropFirst(Self.articles)))</ol></details>
            """
    }

    private var emptyState: HTML {
        HTML.emptyState(
            phrases(
                "pair.none",
                HTML.foreign(desk.names(report.first)),
                HTML.foreign(desk.names(report.second))
            ),
            cure: phrases["pair.none.cure"]
        )
    }
}
