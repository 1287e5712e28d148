import Assessment
import Diplomacy
import Ledger

/// One statement: the sentence, its words in context, how each part was found, and a citation.
struct StatementPage {
    let desk: Desk
    let question: Question
    let recorded: RecordedStatement
    let article: Article

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
    }

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
                <p class="kicker">Statement</p>
                <h1 class="sentence">\(sentence.html)</h1>
                \(StatementBadges(statement: statement).html)
                </header>
                <h2>The words</h2>
                \(context)
                <p>\(HTML.link(question.evidence(statement), "Read it in the article"))</p>
                <h2>What was coded</h2>
                <dl class="facts">\(facts)</dl>
                <h2>Why</h2>
                \(trail)
                <h2>Cite this</h2>
                <blockquote class="citation"><p>\(HTML.foreign(CitationLine(recorded).text))</p></blockquote>
                """
        )
    }

    private var facts: HTML {
        let kind: HTML? = statement.kind.map { HTML(text: $0.words) }
        let date: HTML = statement.date.map { desk.names.time($0) } ?? "no date in the text"
        let marks = statement.marks.map(\.words).joined(separator: ", ")
        let places = statement.evidence.sourceScalars
        return HTML.fact("Who", party(statement.source))
            + HTML.fact("To whom", statement.target.map(party) ?? "nobody is named")
            + HTML.fact("Act", "\(statement.act.rawValue): \(statement.act.meaning)")
            + HTML.fact("Of the kind", kind)
            + HTML.fact("Done?", HTML(text: statement.polarity == .done ? "done" : "NOT done"))
            + HTML.fact(
                "How it is told",
                "\(statement.modality.rawValue): \(statement.modality.meaning)"
            )
            + HTML.fact(
                "Who says so",
                SpeakerChain(speakers: statement.speakers, names: desk.names).html
            )
            + HTML.fact("When", date)
            + HTML.fact("In the margin", HTML(text: marks))
            + HTML.fact("How sure", HTML(text: StatementBadges.percent(statement.confidence)))
            + HTML.fact(
                "Place",
                "characters \(places.lowerBound) to \(places.upperBound) of the file"
            )
            + HTML.fact("Id", "<code>\(statement.id)</code>")
    }

    private func party(_ code: ActorCode) -> HTML {
        "\(HTML.link(question.brief(code), HTML.foreign(desk.names(code)))) <code>\(code.rawValue)</code>"
    }

    /// The block in which the quote stands, the quote lit.
    private var context: HTML {
        let range = statement.evidence.range
        let bytes = ArticleBytes(article.text)
        let block = article.blocks.first { $0.range.overlaps(range) }?.range ?? range
        let whole =
            min(block.lowerBound, range.lowerBound)..<max(block.upperBound, range.upperBound)
        let before = bytes.words(whole.lowerBound..<range.lowerBound)
        let after = bytes.words(range.upperBound..<whole.upperBound)
        return """
            <blockquote class="context" lang="\(article.language)" dir="auto"><p>\(before)\
            <mark class="\(LitStyle([statement]).classes)">\(bytes.words(range))</mark>\(after)</p>
            <footer lang="en" dir="ltr">\(SourceLine(article: recorded.article, names: desk.names, question: question).html)</footer>
            </blockquote>
            """
    }

    private var trail: HTML {
        guard !statement.trail.isEmpty else {
            return HTML.emptyState(
                "This statement came without a trail: another program recorded it.",
                cure: "Read the article again with 'casus read' to get one."
            )
        }
        let steps = statement.trail.map { step -> HTML in "<li>\(HTML.foreign(step))</li>" }
        return "<ol class=\"trail\">\(steps)</ol>"
    }
}

/// Where something stands: outlet, title, date.
struct SourceLine {
    let article: ArticleSummary
    let names: Tongue
    let question: Question

    var html: HTML {
        let outlet: HTML = article.outlet.map { HTML.foreign($0) } ?? "outlet not known"
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

    init(_ recorded: RecordedStatement) {
        let (statement, article) = (recorded.statement, recorded.article)
        let voices = Citation.voices(statement.speakers)
        let date = article.publication.map { DateWords.words(for: $0) } ?? "undated"
        let parts = [
            "“\(statement.evidence.quote)” (\(voices))",
            article.outlet ?? "outlet not known",
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
