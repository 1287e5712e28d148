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

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        guard let recorded = try desk.ledger.statement(asked.part("id")),
            let article = try desk.ledger.article(recorded.article.id)
        else {
            throw SiteProblem(
                .notFound,
                "The ledger holds no statement of this id.",
                cure:
                    "A newer reading of its article may have given it another; search for its words."
            )
        }
        self.recorded = recorded
        self.article = article
        outlet = try desk.outlets(of: [article.id])[article.id]
    }

    private var phrases: Phrases { desk.names.phrases }

    private var statement: Statement { recorded.statement }
    private var sentence: StatementSentence {
        StatementSentence(statement: statement, names: desk.names)
    }

    var page: Page {
        Page(
            sentence.text,
            question: question,
            body: """
                <header class="article-head">
                <p class="kicker">\(phrases["statement.kicker"])</p>
                <h1 class="sentence">\(sentence.html)</h1>
                \(StatementBadges(statement: statement, phrases: phrases).html)
                </header>
                <h2>\(phrases["statement.words"])</h2>
                \(context)
                <p>\(HTML.link(question.evidence(statement), phrases["statement.read"]))</p>
                <h2>\(phrases["statement.coded"])</h2>
                <dl class="facts">\(facts)</dl>
                <h2>\(phrases["statement.why"])</h2>
                \(trail)
                <h2>\(phrases["statement.cite"])</h2>
                <blockquote class="citation"><p>\(HTML.foreign(CitationLine(recorded, outlet: outlet).text))</p></blockquote>
                """
        )
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
        let steps = statement.trail.map { step -> HTML in "<li>\(HTML.foreign(step))</li>" }
        return "<ol class=\"trail\">\(steps)</ol>"
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
        let date: HTML = article.publication.map { names.time($0) } ?? names.phrases["date.undated"]
        let title: HTML = "<span lang=\"\(article.language)\">\(HTML.foreign(article.name))</span>"
        return """
            <span class="source">\(outlet), \(HTML.link(question.article(article.id), title)), \(date)</span>
            """
    }
}

/// A statement with its source in one line of text, to be pasted.
struct CitationLine {
    let text: String

    init(_ recorded: RecordedStatement, outlet: String?) {
        let (statement, article) = (recorded.statement, recorded.article)
        let voices = Citation.voices(statement.speakers)
        let date = article.publication.map { DateWords.words(for: $0) } ?? "undated"
        let parts = [
            "“\(statement.evidence.quote)” (\(voices))",
            outlet ?? "outlet not known",
            "“\(article.name)”",
            date,
            article.address,
        ].compactMap(\.self)
        text =
            parts.joined(separator: ", ")
            + ". Casus statement \(statement.id), article \(article.id), read "
            + "\(DateWords.words(for: article.readOn))."
    }
}
