import Assessment
import Diplomacy
import Ledger

/// One case: what set it off, what was asked, promised, what came, how it ended, each with its sentences;
/// two verdicts that are never mixed, the rule that gave each, and what would change it.
struct CasePage {
    let desk: Desk
    let question: Question
    let found: AllianceCase
    private let book: ArticleBook

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        let id = asked.part("id").uppercased()
        let kept = try desk.kept(question.clocks)
        let known = try kept?.found(id)
        let pair = try kept == nil ? desk.parties(ofCase: id) : nil
        let clocks = asked.question.clocks
        let between = try pair.map {
            try desk.cases(between: $0.source, and: $0.target, clocks)
        }
        guard let found = known?.found ?? between?.cases.first(where: { $0.id == id }) else {
            throw SiteProblem(
                .notFound,
                "The ledger has no case of this id on these days.",
                cure: "Look for it in the list of cases, or choose later days."
            )
        }
        self.found = found
        book =
            try kept == nil
            ? desk.book(of: found, among: between?.told, question.clocks)
            : desk.book(known?.articles ?? [])
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let (steps, claims) = (stepTable, claimTable)
        let index = Index(book, names: names, question: question)
        return Page(
            "\(found.id): \(names.headline(found))",
            in: .cases,
            question: question,
            body: """
                <header class="article-head"><p class="kicker">\(phrases["column.case"]) <code>\(found.id)</code></p>
                <h1>\(names.headline(found))</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <p class="counts">\(names.count(found.rootCount, "root")), \
                \(names.count(found.entryCount, "statement")) · \
                \(HTML.link(question.pair(found.promisor, found.beneficiary), phrases["case.pair"]))</p></header>
                <div class="verdicts">\(legal)\(political)</div>
                <h2>\(phrases["case.steps"])</h2>
                <div class="steps-of-case">\(AllianceCase.Step.allCases.map { step($0, index) })</div>
                \(ways(steps))
                <h2>\(phrases["case.claims"])</h2>
                <p class="hint">\(phrases["case.claims.hint"])</p>
                \(found.political.claims.isEmpty ? "<p>\(phrases["case.claims.none"])</p>" : claims.html(question, phrases))
                """,
            tables: [steps, claims],
            isWide: true
        )
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

    // MARK: Steps

    private func step(_ step: AllianceCase.Step, _ index: Index) -> HTML {
        let entries = found.entries(step)
        let chip: HTML =
            entries.isEmpty
            ? .empty : " <span class=\"badge\">\(names.count(found.roots(step), "root"))</span>"
        let content: HTML =
            entries.isEmpty
            ? "<p class=\"meta\">\(phrases["step.\(step.rawValue).none"])</p>"
            // Three sentences show what a step rests on; the rest folds away.
            : LongList(entries, most: 3, names: names, style: "entries") { item($0, index) }.html
        return """
            <section class="step" aria-labelledby="step-\(step.rawValue)"><h3 id="step-\(step.rawValue)">\
            \(phrases["step.\(step.rawValue)"])\(chip)</h3>
            \(step == .trigger ? known : .empty)\(step == .response ? reasons : .empty)\(content)\(step == .promised ? commitments : .empty)</section>

            """
    }

    /// The occasion as the world knows it.
    private var known: HTML {
        guard let known = found.known else { return .empty }
        let source: HTML =
            known.source.isEmpty ? .empty : " <cite lang=\"en\">\(known.source)</cite>"
        return """
            <p class="meta">\(phrases["case.known"]) <span lang="en">\(known.name)</span>, \
            <span class="days">\(names.days(of: known))</span>.\(source)</p>

            """
    }

    /// Why help stayed away, as those say who tell that it did.
    private var reasons: HTML {
        guard !found.reasons.isEmpty else { return .empty }
        let told = found.reasons.map { told -> HTML in
            let words = phrases["mark.\(told.reason.rawValue)"]
            return "\(words) (\(names.count(told.roots, "root")))"
        }
        return """
            <p class="meta">\(phrases("case.reasons", HTML(joining: told, by: "; ")))</p>

            """
    }

    private func item(_ entry: AllianceCase.Entry, _ index: Index) -> HTML {
        let stance: HTML =
            entry.stance.map { "<b>\(phrases["stance.\($0.rawValue)"])</b>. " } ?? .empty
        let sentence = StatementSentence(entry.sentence, names: names).html
        return """
            <li><p class="sentence">\(stance)\(sentence)</p>
            \(CitationList(entry.citation, index: index).html)</li>

            """
    }

    private var commitments: HTML {
        guard !found.commitments.isEmpty else {
            return "<p class=\"meta\">\(phrases["case.commitments.none"])</p>"
        }
        let items = found.commitments.map { binding -> HTML in
            let duties = binding.obligations.map { names.obligation($0) }.joined(separator: ", ")
            let address = Address(
                "commitments",
                query: [("id", binding.commitment.id), ("lang", question.language)]
            )
            return """
                <li>\(HTML.link(address, HTML(text: binding.commitment.name))) \
                <span class="meta">\(duties.isEmpty ? phrases["obligation.none"] : HTML(text: duties))</span></li>

                """
        }
        // Those with a duty to defend come first, and seldom are more of them.
        let list = LongList(items: items, most: 3, names: names, style: "in-force").html
        return """
            <p class="meta">\(phrases["case.commitments"])</p>\(list)
            """
    }

    // MARK: Tables

    /// The steps go out as files; on the page they stand in columns.
    private func ways(_ table: Table) -> HTML {
        """
        <p class="exports">\(phrases["export.save"]) \
        <a href="\(question.export("\(table.id).csv").text)" download="">CSV</a> \
        <a href="\(question.export("\(table.id).json").text)" download="">JSON</a></p>
        """
    }

    private var stepTable: Table {
        Table(
            "steps",
            caption: phrases["case.steps"],
            columns: [
                "step", "stance", "sentence", "voice", "modality", "date", "quote", "root",
                "statement", "article",
            ].map { .init($0, HTML(text: $0)) },
            of: found.entries,
            row: { entry in
                let citation = entry.citation
                return [
                    .text(entry.step.rawValue), .text(entry.stance?.rawValue),
                    .text(entry.sentence.text { names($0) }), .text(citation.voices),
                    .text(citation.modality.rawValue), .text(citation.date?.edtf),
                    .text(citation.quote), .text(entry.root), .text(citation.statement),
                    .text(citation.article),
                ]
            }
        )
    }

    private var claimTable: Table {
        Table(
            "claims",
            caption: names.count(found.political.claims.count, "root"),
            columns: [
                .init("voice", phrases["column.voice"]),
                .init("verdict", phrases["column.political"]),
                .init("statements", phrases["column.statements"]),
            ],
            rows: found.political.claims.map { claim in
                let links = claim.statements.map {
                    HTML.link(question.statement($0), HTML(text: String($0.prefix(8))))
                }
                return [
                    .text(claim.voice),
                    .init(
                        VerdictChip.chip(
                            VerdictChip.style(claim.verdict),
                            VerdictChip.sign(claim.verdict),
                            names.verdict(claim.verdict)
                        ),
                        .text(claim.verdict.rawValue)
                    ),
                    .init(
                        HTML(joining: links, by: " "),
                        .text(claim.statements.joined(separator: " "))
                    ),
                ]
            }
        )
    }
}

extension Desk {
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
