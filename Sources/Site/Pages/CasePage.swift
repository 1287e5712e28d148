import Assessment
import Diplomacy
import Ledger

/// One case: what set it off, what was asked, promised, what came, how it ended, each with its sentences;
/// two verdicts that are never mixed, the rule that gave each, and what would change it.
struct CasePage {
    let desk: Desk
    let question: Question
    let found: AllianceCase
    /// That the id means another case without the days.
    private let change: CaseOnDays.Change?
    private let book: ArticleBook

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        let id = asked.part("id").uppercased()
        let clocks = asked.question.clocks
        if let kept = try desk.kept(clocks) {
            guard let known = try kept.found(id) else {
                let pair = try desk.parties(ofCase: id)
                throw SiteProblem(
                    noCase: id,
                    among: try pair.map { try kept.ids(between: $0.source, and: $0.target) } ?? []
                )
            }
            (found, change) = (known.found, nil)
            book = try desk.book(known.articles)
            return
        }
        let pair = try desk.parties(ofCase: id)
        let between = try pair.map { try desk.cases(between: $0.source, and: $0.target, clocks) }
        let now = try pair.map { try desk.statementsNow(ofCase: id, $0, clocks) } ?? []
        guard let then = CaseOnDays(id, among: between?.cases ?? [], now: now) else {
            throw SiteProblem(noCase: id, among: between?.cases.map(\.id) ?? [])
        }
        (found, change) = (then.found, then.change)
        book = try desk.book(of: found, among: between?.told, clocks)
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let tables = CaseTables(found: found, names: names, question: question)
        let (steps, claims) = (tables.steps, tables.claims)
        let columns = CaseSteps(
            found: found,
            index: Index(book, names: names, question: question),
            names: names,
            question: question
        )
        return Page(
            "\(found.id): \(names.headline(found))",
            in: .cases,
            question: question,
            body: """
                <header class="article-head"><p class="kicker">\(phrases["column.case"]) <code>\(found.id)</code></p>
                <h1>\(names.headline(found))</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)\(changeLine)
                <p class="counts">\(names.count(found.rootCount, "root")), \
                \(names.count(found.entryCount, "statement")) · \
                \(HTML.link(question.pair(found.promisor, found.beneficiary), phrases["case.pair"]))</p></header>
                <div class="verdicts">\(legal)\(political)</div>
                <h2>\(phrases["case.steps"])</h2>
                \(columns.html)
                \(ways(steps))
                <h2>\(phrases["case.claims"])</h2>
                <p class="hint">\(phrases["case.claims.hint"])</p>
                \(found.political.claims.isEmpty ? "<p>\(phrases["case.claims.none"])</p>" : claims.html(question, phrases))
                """,
            tables: [steps, claims],
            isWide: true
        )
    }

    private var changeLine: HTML {
        guard let change else { return .empty }
        let words: HTML =
            switch change {
            case .renamed(let id):
                phrases("case.renamed", "<code>\(id)</code>", "<code>\(found.id)</code>")
            case .other(let id?):
                phrases(
                    "case.other",
                    "<code>\(found.id)</code>",
                    HTML.link(question.found(id), "<code>\(id)</code>")
                )
            case .other(nil): phrases("case.other.unknown", "<code>\(found.id)</code>")
            }
        return "\n<p class=\"hint\" role=\"status\">\(words)</p>"
    }

    // MARK: Verdicts

    private var legal: HTML {
        verdict(
            phrases["verdict.legal"],
            VerdictChip.legal(found, names),
            rule: found.legal.rule,
            wouldChange: found.legal.wouldChange
        )
    }

    private var political: HTML {
        verdict(
            phrases["verdict.political"],
            VerdictChip.political(found, names),
            rule: found.political.rule,
            wouldChange: found.political.wouldChange
        )
    }

    private func verdict(_ title: HTML, _ chip: HTML, rule: String, wouldChange: String) -> HTML {
        """
        <section class="verdict"><h2>\(title) \(chip)</h2>
        <p>\(ToldStep(rule: rule, names: names).html)</p>
        <p class="meta">\(phrases["verdict.change"]) \(ToldStep(rule: wouldChange, names: names).html)</p></section>

        """
    }

    /// The steps go out as files; on the page they stand in columns.
    private func ways(_ table: Table) -> HTML {
        """
        <p class="exports">\(phrases["export.save"]) \
        <a href="\(question.export("\(table.id).csv").text)" download="">CSV</a> \
        <a href="\(question.export("\(table.id).json").text)" download="">JSON</a></p>
        """
    }
}

extension SiteProblem {
    /// More ids than help nobody.
    private static let mostIDs = 6

    /// `others` are the ids of the cases of the same two parties.
    fileprivate init(noCase id: AllianceCase.ID, among others: [AllianceCase.ID]) {
        self.init(
            .notFound,
            "The ledger has no case of this id on these days.",
            cure: others.isEmpty
                ? "Look for it in the list of cases, or choose later days."
                : "Of these two it has: \(others.prefix(Self.mostIDs).joined(separator: ", "))."
        )
    }
}

extension Desk {
    /// The statements of the case that bears the id without clocks; nobody looks without clocks, nor where a large
    /// ledger keeps no cases.
    fileprivate func statementsNow(
        ofCase id: AllianceCase.ID,
        _ pair: DirectedPair,
        _ clocks: Clocks
    ) throws -> Set<Diplomacy.Statement.ID> {
        guard clocks != .unset else { return [] }
        let kept = try KeptAnswers(ledger, resources) { assessor.register }
        guard kept != nil || cases == nil else { return [] }
        return try LedgerMaterial.statements(ofCase: id, pair, ledger, assessor, kept) {
            try lastDay(.unset)
        }
    }

    /// The articles that a case cites, with the numbers that they have among all under the clocks.
    fileprivate func book(
        of found: AllianceCase,
        among told: [CitedStatement]?,
        _ clocks: Clocks
    ) throws -> ArticleBook {
        let ids = Set(found.entries.map(\.citation.statement))
        let cited =
            try told?.filter { ids.contains($0.id) }
            ?? LedgerMaterial.statements(ledger, ids: ids.sorted())
        let articles = cited.map(\.article)
        return ArticleBook(
            articles,
            numbers: try ledger.numbers(ofArticles: articles.map(\.id), clocks)
        )
    }
}
