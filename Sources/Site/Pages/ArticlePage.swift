import Assessment
import Diplomacy
import Ledger

/// One article as evidence: what is known of it, the article itself, and its neighbours.
///
/// Of what is known of it outlet, day and language stand above its words; how the day is known, whom it names and
/// where it was read is folded, so that the first sentence stands on the first screen of a telephone.
struct ArticlePage {
    let desk: Desk
    let question: Question
    let article: Article
    let statements: [Statement]
    let omissions: [Omission]
    let people: [Person]
    private let outlet: String?
    /// The first words, where there is no title.
    private let opening: String?

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        (article, statements) = try desk.article(asked.part("id"), question.clocks)
        omissions = try desk.ledger.omissions(ofArticle: article.id)
        people = try desk.ledger.people(ofArticle: article.id)
        outlet = try desk.outlets(of: [article.id])[article.id]
        opening = try desk.ledger.opening(ofArticle: article.id)
    }

    var page: Page {
        get throws {
            Page(
                title,
                in: .articles,
                question: question,
                body: """
                    \(head)
                    \(emptyState)
                    \(evidence)
                    \(try neighbours)
                    """
            )
        }
    }

    private var phrases: Phrases { desk.names.phrases }

    private var title: String { article.title ?? opening ?? article.document }

    private var evidence: HTML {
        EvidenceView(
            article: article,
            statements: statements,
            omissions: omissions,
            names: desk.names,
            question: question
        ).html
    }

    private var head: HTML {
        """
        <header class="article-head">
        <p class="kicker">\(outlet.map { HTML.foreign($0) } ?? phrases["article.outlet.unknown"]) · \(published) · \
        \(desk.names.language(article.language))</p>
        <h1 lang="\(article.language)">\(HTML.foreign(title))</h1>
        <p class="counts">\(counts)</p>
        \(ClockLine(clocks: question.clocks, names: desk.names).html)
        <div class="helps">
        <details class="known-of-it"><summary>\(phrases["article.facts"])</summary>
        <dl class="facts">\(facts)</dl></details>
        \(EvidenceLegend.html(phrases))
        </div>
        </header>
        """
    }

    private var counts: HTML {
        let told = desk.names.count(statements.count, "statement")
        let rest = [
            desk.names.count(omissions.count, "passage"),
            desk.names.count(article.blocks.filter { !$0.isKept }.count, "block"),
        ]
        guard !statements.isEmpty else {
            return phrases("article.counts.none", told, rest[0], rest[1])
        }
        let missing = statements.filter { $0.polarity == .notDone }.count
        return phrases("article.counts", told, "\(missing)", rest[0], rest[1])
    }

    private var published: HTML {
        article.publication.interval.map { desk.names.published($0) } ?? phrases["date.unknown"]
    }

    private var facts: HTML {
        let publication = article.publication
        let reasons = HTML(
            joining: publication.reasons.map { "<li>\(HTML.foreign($0))</li>" }
        )
        return HTML.fact(
            phrases["article.published"],
            """
            \(published)\(reasons.isEmpty ? .empty : "<ul class=\"reasons\">\(reasons)</ul>")
            """
        )
            + HTML.fact(
                phrases["article.language"],
                HTML(text: desk.names.language(article.language))
            )
            + HTML.fact(phrases["article.byline"], article.byline.map { HTML.foreign($0) })
            + HTML.fact(phrases["article.people"], named)
            + HTML.fact(phrases["article.address"], article.address.map { HTML.outward($0) })
            + HTML.fact(phrases["article.file"], HTML.foreign(article.document))
            + HTML.fact(
                "Id",
                """
                <code>\(article.id)</code> · <a href="\(Address("api", "v1", "articles", article.id).text)">JSON</a>
                """
            )
    }

    /// Whom it names with a role: the name, what they are and for whom, and the article's own words.
    private var named: HTML? {
        guard !people.isEmpty else { return nil }
        let lines = people.map { person -> HTML in
            let role = phrases.text("role.\(person.role.rawValue)")
            let former = person.isFormer ? ", \(phrases.text("role.former"))" : ""
            return """
                <li>\(HTML.foreign(person.name)), \(role), \(desk.names(person.party))\(former): \
                <q lang="\(article.language)">\(HTML.foreign(person.evidence.quote))</q></li>
                """
        }
        return "<ul class=\"reasons\">\(HTML(joining: lines))</ul>"
    }

    private var emptyState: HTML {
        guard statements.isEmpty else { return .empty }
        return HTML.emptyState(
            phrases["article.none"],
            cure: omissions.isEmpty
                ? phrases["article.none.cure"]
                : phrases["article.none.dotted"]
        )
    }

    /// The articles before and after it in the order of the list, under the same clocks.
    private var neighbours: HTML {
        get throws {
            let (before, after) = try desk.ledger.neighbours(
                ofArticle: article.id,
                question.clocks
            )
            guard before != nil || after != nil else { return .empty }
            func link(_ neighbour: ArticleSummary, _ relation: HTML, _ words: HTML) -> HTML {
                """
                <a rel="\(relation)" href="\(question.article(neighbour.id).text)">\(words) \
                <span lang="\(neighbour.language)">\(HTML.foreign(neighbour.name))</span></a>
                """
            }
            return """
                <nav class="neighbours" aria-label="\(phrases["article.neighbours"])">\
                \(before.map { link($0, "prev", phrases["article.before"]) })\
                \(after.map { link($0, "next", phrases["article.after"]) })</nav>
                """
        }
    }
}

/// What the colours, lines and signs of the evidence view mean.
enum EvidenceLegend {
    static func html(_ phrases: Phrases) -> HTML {
        """
        <details class="legend">
        <summary>\(phrases["legend.head"])</summary>
        <ul>
        <li><mark class="lit cooperation deed">\(phrases["legend.cooperation"])</mark> ● \(phrases["legend.deed"]); \
        <mark class="lit cooperation word">\(phrases["legend.word"])</mark></li>
        <li><mark class="lit conflict deed">\(phrases["legend.conflict"])</mark> ◆ \(phrases["legend.deed"]); \
        <mark class="lit conflict word">\(phrases["legend.word"])</mark></li>
        <li><mark class="lit neutral word">\(phrases["legend.request"])</mark> ○ \(phrases["legend.neither"])</li>
        <li><mark class="lit missing deed">\(phrases["legend.missing"])</mark> ✕ \(phrases["legend.missing.means"])</li>
        <li><span class="omitted">\(phrases["legend.omitted"])</span>, \(phrases["legend.omitted.means"])</li>
        <li class="left-out">\(phrases["legend.leftout"])</li>
        <li>\(phrases["legend.number"])</li>
        </ul>
        </details>
        """
    }
}
