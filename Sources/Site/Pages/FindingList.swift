import Assessment
import Diplomacy

/// What the parts of a brief and of a pair need to name and link things.
struct Index {
    let names: Tongue
    let question: Question
    private let book: ArticleBook
    private let naming: Naming

    init(_ articles: [ReadArticle], names: Tongue, question: Question) {
        self.init(ArticleBook(articles), names: names, question: question)
    }

    init(_ book: ArticleBook, names: Tongue, question: Question) {
        self.names = names
        self.question = question
        self.book = book
        naming = Naming(book.naming) { names($0) }
    }

    func language(ofArticle id: String) -> String { book[id]?.language ?? "und" }

    /// A party at the head of a line: `United States`.
    func heading(_ code: ActorCode?) -> String { naming.heading(code) }

    /// `[3]`, as the list of what was read counts.
    func number(ofArticle id: String) -> HTML {
        "<a class=\"article-number\" href=\"\(question.article(id).text)\">\(naming.article(id))</a>"
    }

    /// The numbers of at most `most` articles.
    func numbers(ofArticles ids: [String], most: Int = 12) -> HTML {
        let shown = HTML(joining: ids.prefix(most).map(number), by: " ")
        return ids.count > most ? "\(shown) … +\(ids.count - most)" : shown
    }

    func source(ofArticle id: String) -> HTML {
        guard let article = book[id] else { return .empty }
        let date: HTML = names.published(article.publication)
        return "\(HTML.foreign(article.outlet ?? article.name)), \(date)"
    }

    /// Statements as links, counted from 1.
    func links(toStatements ids: Excerpt<String>, most: Int) -> HTML {
        let shown = ids.held.prefix(most).enumerated().map { place, id in
            HTML.link(question.statement(id), "\(place + 1)")
        }
        let rest: HTML = ids.count > most ? " … +\(ids.count - most)" : ""
        return "\(HTML(joining: shown, by: " "))\(rest)"
    }
}

/// One act between two parties, with everybody who tells of it.
struct FindingItem {
    /// Voices that are shown at once.
    static let citations = 1

    let finding: Finding
    let index: Index

    var html: HTML {
        let isMissing = finding.polarity == .notDone
        let sentence = StatementSentence(finding.sentence, names: index.names).html
        return """
            <li class="finding \(isMissing ? "missing" : finding.act.side.rawValue)">
            <p class="sentence"><span class="sign" aria-hidden="true">\(sign)</span> \(sentence)\
            \(isMissing ? " <span class=\"flag\">\(index.names.phrases["polarity.not_done"])</span>" : .empty)</p>
            <p class="meta">\(index.names.phrases(
                "count.roots.in.articles",
                index.names.count(finding.citations.rootCount, "root"),
                index.names.count(finding.citations.articleCount, "article")
            ))</p>
            \(CitationList(finding.citations, index: index, most: Self.citations).html)
            </li>

            """
    }

    private var sign: HTML {
        finding.polarity == .notDone ? MissingSign.html : finding.act.side.sign
    }
}

/// Who says it, in which words: each leads to the sentence in its article.
struct CitationList {
    /// A list of findings has one of these each: nobody reads more voices of one act on one page.
    static let mostOnPage = 10

    private let citations: Excerpt<Citation>
    private let index: Index
    private let most: Int

    init(_ citations: Citations, index: Index, most: Int) {
        self.citations = Excerpt(citations.held, of: citations.count)
        self.index = index
        self.most = most
    }

    init(_ citation: Citation, index: Index) {
        citations = Excerpt([citation])
        self.index = index
        most = 1
    }

    var html: HTML {
        LongList(
            citations,
            most: most,
            mostOnPage: Self.mostOnPage,
            names: index.names,
            style: "citations",
            item
        ).html
    }

    private func item(_ citation: Citation) -> HTML {
        let evidence = index.question.article(citation.article, at: "s-\(citation.statement)")
        let speakers = SpeakerChain(speakers: citation.speakers, names: index.names).html
        return """
            <li><p class="quote" lang="\(index.language(ofArticle: citation.article))">\
            \(HTML.link(evidence, "“\(HTML.foreign(citation.quote))”"))</p>
            <p class="meta">\(speakers): \(manner(of: citation)) · \
            \(index.number(ofArticle: citation.article)) \(index.source(ofArticle: citation.article)) · \
            \(HTML.link(index.question.statement(citation.statement), index.names.phrases["why"]))</p></li>

            """
    }

    /// How it is told, when it was, and what to know before quoting it.
    private func manner(of citation: Citation) -> HTML {
        let warnings = citation.marks.filter(\.isWarning).map {
            index.names.phrases["mark.\($0.rawValue)"]
        }
        let date: HTML =
            citation.date.map { index.names.time($0) } ?? index.names.phrases["date.undated"]
        let told = index.names.phrases["told.\(citation.modality.rawValue)"]
        let parts = [told, date] + warnings
        return HTML(
            joining: citation.isSure ? parts : parts + [index.names.phrases["reading.unsure"]],
            by: ", "
        )
    }
}

extension Mark {
    /// Whether it is about what is said, the reason given among it; the others tell how the reading was made.
    fileprivate var isWarning: Bool {
        switch self {
        case .joke, .metaphor, .scareQuotes, .hearsay, .assessment, .exLeader, .corrected: true
        case .noCapacity, .noWill, .otherPriority, .noDuty: true
        case .carriedOver, .nominal, .genericTarget: false
        }
    }
}

/// Both answers to one question, as they stand.
struct DisagreementItem {
    let disagreement: Disagreement
    let index: Index
    /// Whether a heading above says already what makes this kind.
    var isUnderItsKind = false
    /// Its number on the page, where a drawing leads to it.
    var place: Int?

    var html: HTML {
        let phrases = index.names.phrases
        let words = DisagreementWords(disagreement, index.names)
        let isSaid = isUnderItsKind && !words.isParticular
        let reason: HTML = isSaid ? .empty : "<p class=\"meta\">\(words.reason)</p>"
        let cautions = disagreement.cautions.map { phrases["caution.\($0.rawValue)"] }
        return """
            <li class="disagreement"\(place.map { " id=\"d-\($0)\"" as HTML } ?? .empty)>
            <p class="sentence">\(words.question)</p>
            \(reason)
            <div class="sides">
            <div><h3>\(phrases["answer.no"]): \(count(disagreement.no))</h3>\(list(disagreement.no))</div>
            <div><h3>\(phrases["answer.yes"]): \(count(disagreement.yes))</h3>\(list(disagreement.yes))</div>
            </div>
            \(cautions.isEmpty ? .empty : "<p class=\"caution\">\(phrases["caution.mind"]) \(HTML(joining: cautions, by: " "))</p>")
            </li>

            """
    }

    private func count(_ side: Citations) -> HTML {
        index.names.phrases(
            "count.roots.in.articles",
            index.names.count(side.rootCount, "root"),
            index.names.count(side.articleCount, "article")
        )
    }

    private func list(_ side: Citations) -> HTML {
        CitationList(side, index: index, most: 1).html
    }
}

/// The parts that statements play, in numbers.
struct StrandList {
    let pair: PairLine
    let phrases: Phrases

    var html: HTML {
        let items = pair.rows.map { row -> HTML in
            let (style, sign) = Self.look(row.strand)
            return """
                <li class="badge \(style)" title="\(row.acts.map(\.rawValue).joined(separator: ", "))">\
                <span aria-hidden="true">\(sign)</span> \(phrases["strand.\(row.strand.rawValue)"]) \(row.roots.count)</li>
                """
        }
        return "<ul class=\"badges\">\(items)</ul>"
    }

    private static func look(_ strand: Strand) -> (style: HTML, sign: HTML) {
        switch strand {
        case .didNotCome, .inDoubt: ("missing", MissingSign.html)
        case .promised, .came, .talked, .yielded: ("cooperation", ActSide.cooperation.sign)
        case .refused, .blamed, .threatened, .punished, .attacked:
            ("conflict", ActSide.conflict.sign)
        case .asked, .heldBack, .foreseen, .denied: ("neutral", ActSide.neutral.sign)
        }
    }
}
