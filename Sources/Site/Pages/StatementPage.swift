import Assessment
import Diplomacy
import Ledger

/// One statement: the sentence, its words in context, how each part was found, and a citation.
struct StatementPage {
    let desk: Desk
    let question: Question
    let recorded: RecordedStatement
    let article: Article
    private let outlet: String?
    /// The cases in which it stands.
    private let cases: [AllianceCase]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        recorded = try desk.statement(asked.part("id"), question.clocks)
        article = try desk.article(recorded.article.id, .unset).article
        outlet = try desk.outlets(of: [article.id])[article.id]
        cases = try desk.cases(holding: recorded.statement, question.clocks)
    }

    private var phrases: Phrases { desk.names.phrases }

    private var statement: Statement { recorded.statement }
    private var sentence: StatementSentence {
        StatementSentence(statement: statement, names: desk.names)
    }

    var page: Page {
        var page = Page(
            sentence.text,
            question: question,
            body: """
                <header class="article-head">
                <p class="kicker">\(phrases["statement.kicker"])</p>
                <h1 class="sentence">\(sentence.html)</h1>
                \(StatementBadges(statement: statement, phrases: phrases).html)
                </header>
                \(ClockLine(clocks: question.clocks, names: desk.names).html)
                <h2>\(phrases["statement.words"])</h2>
                \(context)
                <nav aria-label="\(phrases["statement.onward"])"><ul class="onward">\(onward)</ul></nav>
                <h2>\(phrases["statement.coded"])</h2>
                <dl class="facts">\(facts)</dl>
                <h2>\(phrases["statement.why"])</h2>
                \(trail)
                """
        )
        page.cited = CitedWords(recorded, outlet: outlet, reading: sentence.text)
        return page
    }

    /// Where to go from here: its place in the article, the article where it was published, the two parties, the cases.
    private var onward: HTML {
        let place: HTML = HTML.link(question.evidence(statement), phrases["statement.read"])
        let published = recorded.article.address.map { HTML.outward($0) }
        let pair = statement.target.map { target -> HTML in
            HTML.link(
                question.pair(statement.source, target),
                phrases(
                    "statement.pair",
                    HTML.foreign(desk.names.heading(statement.source)),
                    HTML.foreign(desk.names.heading(target))
                )
            )
        }
        let found = cases.map { found -> HTML? in
            HTML.link(
                question.found(found.id),
                phrases("statement.case", HTML.foreign(desk.names.headline(found)))
            )
        }
        let ways = ([place, pair] + found + [published]).compactMap(\.self)
        return HTML(joining: ways.map { way -> HTML in "<li>\(way)</li>" })
    }

    private var facts: HTML {
        let kind: HTML? = statement.kind.map { phrases["kind.\($0.rawValue)"] }
        let date: HTML = statement.date.map { desk.names.time($0) } ?? phrases["statement.nodate"]
        let marks = statement.marks.map { phrases.text("mark.\($0.rawValue)") }.joined(
            separator: ", "
        )
        let places = statement.evidence.sourceScalars
        return HTML.fact(phrases["statement.who"], party(statement.source))
            + HTML.fact(
                phrases["statement.whom"],
                statement.target.map(party) ?? phrases["statement.nobody"]
            )
            + HTML.fact(
                phrases["statement.act"],
                "\(phrases["act.\(statement.act.rawValue)"]): \(phrases["act.\(statement.act.rawValue).meaning"])"
            )
            + HTML.fact(phrases["statement.kind"], kind)
            + HTML.fact(
                phrases["statement.done"],
                statement.polarity == .done
                    ? phrases["statement.isdone"] : phrases["polarity.not_done"]
            )
            + HTML.fact(
                phrases["statement.told"],
                "\(phrases["modality.\(statement.modality.rawValue)"]): \(phrases["modality.\(statement.modality.rawValue).meaning"])"
            )
            + HTML.fact(
                phrases["statement.says"],
                SpeakerChain(speakers: statement.speakers, names: desk.names).html
            )
            + HTML.fact(phrases["statement.when"], date)
            + HTML.fact(phrases["statement.margin"], HTML(text: marks))
            + HTML.fact(
                phrases["statement.sure"],
                HTML(text: StatementBadges.percent(statement.confidence))
            )
            + HTML.fact(phrases["review.state"], review)
            + HTML.fact(
                phrases["statement.place"],
                phrases("statement.place.is", "\(places.lowerBound)", "\(places.upperBound)")
            )
            + HTML.fact("Id", "<code>\(statement.id)</code>")
    }

    private func party(_ code: ActorCode) -> HTML {
        "\(HTML.link(question.overview(code), HTML.foreign(desk.names(code)))) <code>\(code.rawValue)</code>"
    }

    /// The block in which the quote stands, the quote lit, and where that is.
    private var context: HTML {
        """
        \(QuoteInContext(statement: statement, article: article).html)
        <p>\(SourceLine(article: recorded.article, outlet: outlet, names: desk.names, question: question).html)</p>
        """
    }

    /// What a person has made of it.
    private var review: HTML? {
        recorded.review.map { mark in
            """
            \(phrases["review.state.\(mark.state.rawValue)"]), \(HTML.foreign(mark.reviewer)), \
            \(desk.names.time(mark.decidedOn)) \(HTML.foreign(mark.words))
            """
        }
    }

    private var trail: HTML {
        guard !statement.trail.isEmpty else {
            return HTML.emptyState(
                phrases["statement.notrail"],
                cure: phrases["statement.notrail.cure"]
            )
        }
        let told = statement.trail.map { step -> HTML in
            "<li>\(ToldStep(step: step, names: desk.names).html)</li>"
        }
        let steps = statement.trail.map { step -> HTML in "<li>\(HTML.foreign(step))</li>" }
        return """
            <ol class="trail">\(told)</ol>
            <details class="more"><summary>\(phrases["statement.trail"])</summary>
            <ol class="trail technical" lang="en">\(steps)</ol></details>
            """
    }
}

/// Where something stands: outlet, title, date.
struct SourceLine {
    let article: ArticleSummary
    /// Also where only the head of the page names it; nil where it is not known.
    let outlet: String?
    let names: Tongue
    let question: Question

    var html: HTML {
        let outlet = outlet.map { HTML.foreign($0) } ?? names.phrases["outlet.unknown"]
        let date: HTML = names.published(article.publication)
        let title: HTML = "<span lang=\"\(article.language)\">\(HTML.foreign(article.name))</span>"
        return """
            <span class="source">\(outlet), \(HTML.link(question.article(article.id), title)), \(date)</span>
            """
    }
}

extension Desk {
    /// The cases in which a statement stands, where finding them takes no pass over a large ledger: of these, those
    /// that are kept with their sentences.
    fileprivate func cases(
        holding statement: Statement,
        _ clocks: Clocks
    ) throws -> [AllianceCase] {
        guard let target = statement.target else { return [] }
        let found: [AllianceCase]
        if let kept = try kept(clocks) {
            found =
                try kept.wholeCases(
                    between: statement.source,
                    and: target,
                    most: AnswerKeeper.mostSentences
                ) ?? []
        } else {
            found = try isLarge(.usual) ? [] : cases(clocks)
        }
        return found.filter { $0.entries.contains { $0.citation.statement == statement.id } }
    }
}
