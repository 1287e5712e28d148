import Assessment
import Diplomacy
import Ledger

/// The review desk: one statement at a time with its words, the most doubtful first, and a form to accept,
/// reject, correct or note it; below, what waits behind it.
struct ReviewPage {
    /// As many of the queue as fit under one statement.
    private static let most = 20

    let desk: Desk
    let question: Question
    private let query: Query
    private let queue: [ReviewItem]
    private let current: RecordedStatement?
    private let reasons: [String]
    private let article: Article?
    private let history: [ReviewEntry]
    private let last: ReviewEntry?
    private let outlets: [String: String]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        query = asked.query
        let skipped = try asked.query.number("skip", in: 0...100_000, default: 0)
        let waiting = try desk.ledger.reviewQueue(
            try StatementFilter(asked),
            limit: skipped + Self.most
        )
        queue = Array(waiting.dropFirst(skipped))
        let asks = asked.query["id"]
        current = try asks.map { try desk.ledger.statement($0) } ?? queue.first?.recorded
        guard asks == nil || current != nil else {
            throw SiteProblem(
                .notFound,
                "The ledger holds no statement of this id.",
                cure: "Go on with the queue."
            )
        }
        let id = current?.id
        reasons = waiting.first { $0.id == id }?.reasons ?? []
        article = try current.flatMap { try desk.ledger.article($0.article.id) }
        outlets = try desk.outlets(of: current.map { [$0.article.id] } ?? [])
        history = try id.map { try desk.ledger.history(of: $0) } ?? []
        last = try asked.query["done"].flatMap { done in
            try desk.ledger.history().last { $0.id == done && !$0.isUndone }
        }
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        Page(
            phrases.text("review.title"),
            in: .review,
            question: question,
            body: """
                <h1>\(phrases["review.title"])</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <p class="hint">\(phrases["review.hint"]) \
                \(HTML.link(question.page("agreement"), phrases["agreement.title"]))</p>
                \(lastWord)
                \(current.map(statement) ?? HTML.emptyState(phrases["review.none"], cure: phrases["review.none.cure"]))
                \(waiting)
                """
        )
    }

    /// What was decided a moment ago, to be taken back.
    private var lastWord: HTML {
        guard let last, let reviewer = desk.reviewer else { return .empty }
        let decision = last.decision
        return """
            <form class="last-word" method="post" action="/review">\(hidden(reviewer))\
            <input type="hidden" name="id" value="\(decision.id)">
            <p role="status">\(phrases["review.\(decision.kind.rawValue).done"]): “\(HTML.foreign(decision.anchor.exact))” \
            <button name="action" value="undo" data-key="u">\(phrases["review.undo"])</button></p></form>
            """
    }

    // MARK: One statement

    private func statement(_ recorded: RecordedStatement) -> HTML {
        let statement = recorded.statement
        return """
            <section class="desk" aria-labelledby="desk-head">
            <h2 id="desk-head" class="sentence">\(StatementSentence(statement: statement, names: names).html)</h2>
            \(StatementBadges(statement: statement, phrases: phrases).html)
            <p class="said">\(SpeakerChain(speakers: statement.speakers, names: names).html) · \
            \(statement.date.map { names.time($0) } ?? phrases["date.undated"])\
            \(reasons.isEmpty ? .empty : " · <span lang=\"en\">\(reasons.joined(separator: ", "))</span>")</p>
            \(article.map { QuoteInContext(statement: statement, article: $0).html })
            <p>\(SourceLine(article: recorded.article, outlet: outlets[recorded.article.id], names: names, question: question).html) · \
            \(HTML.link(question.evidence(statement), phrases["statement.read"])) · \
            \(HTML.link(question.statement(statement.id), phrases["why"]))</p>
            \(desk.reviewer.map { form(statement, $0) } ?? "<p class=\"hint\">\(phrases["review.readonly"])</p>")
            \(earlier)</section>
            """
    }

    private func form(_ statement: Statement, _ reviewer: Reviewer) -> HTML {
        """
        <form class="judgement" method="post" action="/review">\(hidden(reviewer))
        <input type="hidden" name="id" value="\(statement.id)">
        <p><button name="action" value="accept" data-key="a">\(phrases["review.accept"])</button> \
        \(HTML.link(question.here("skip", "\(skipped + 1)"), phrases["review.skip"]))</p>
        <div class="field"><label for="words">\(phrases["review.words"])</label>
        <input id="words" name="words" type="text" maxlength="\(Question.longestValue)" data-key="r"></div>
        <p><button name="action" value="reject">\(phrases["review.reject"])</button> \
        <button name="action" value="note">\(phrases["review.note"])</button></p>
        <details class="more"><summary>\(phrases["review.correct"])</summary>
        <div class="controls">
        \(text("source", phrases["statement.who"], statement.source.rawValue))
        \(text("target", phrases["statement.whom"], statement.target?.rawValue ?? ""))
        \(choice("act", phrases["statement.act"], Act.self, statement.act))
        \(choice("kind", phrases["statement.kind"], SupportKind.self, statement.kind, orNone: true))
        \(choice("polarity", phrases["statement.done"], Polarity.self, statement.polarity))
        \(choice("modality", phrases["statement.told"], Modality.self, statement.modality))
        \(text("date", phrases["review.date"], statement.date?.edtf ?? ""))
        <button name="action" value="correct">\(phrases["review.correct.save"])</button>
        </div></details></form>
        """
    }

    private var skipped: Int { query["skip"].flatMap(Int.init) ?? 0 }

    /// The token by which the desk knows its own forms, and what the address keeps.
    private func hidden(_ reviewer: Reviewer) -> HTML {
        let kept = query.pairs.filter { $0.name != "id" && $0.name != "done" }.map { name, value in
            "<input type=\"hidden\" name=\"keep-\(name)\" value=\"\(value)\">" as HTML
        }
        return "<input type=\"hidden\" name=\"token\" value=\"\(reviewer.token)\">"
            + HTML(joining: kept)
    }

    private func text(_ name: HTML, _ label: HTML, _ value: String) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label)</label>
        <input id="\(name)" name="\(name)" type="text" value="\(value)" maxlength="64"></div>

        """
    }

    private func choice<Code: RawRepresentable<String> & CaseIterable>(
        _ name: HTML,
        _ label: HTML,
        _: Code.Type,
        _ chosen: Code?,
        orNone: Bool = false
    ) -> HTML {
        let beginning = name.markup
        let options = Code.allCases.map { code -> HTML in
            let isChosen: HTML = code.rawValue == chosen?.rawValue ? " selected" : .empty
            let key = code.rawValue == "done" ? "statement.isdone" : "\(beginning).\(code.rawValue)"
            return "<option value=\"\(code.rawValue)\"\(isChosen)>\(phrases[key])</option>\n"
        }
        return """
            <div class="field"><label for="\(name)">\(label)</label><select id="\(name)" name="\(name)">\
            \(orNone ? "<option value=\"\">–</option>" : .empty)\(options)</select></div>

            """
    }

    // MARK: Lists

    /// What was decided on it before.
    private var earlier: HTML {
        guard !history.isEmpty else { return .empty }
        let items = history.map { entry -> HTML in
            let decision = entry.decision
            let undone: HTML = entry.isUndone ? " (\(phrases["review.undone"]))" : .empty
            return """
                <li>\(names.time(decision.decidedOn)), \(HTML.foreign(decision.reviewer)): \
                \(phrases["review.\(decision.kind.rawValue).done"])\(undone) \
                \(HTML.foreign(decision.words))</li>

                """
        }
        return "<h3>\(phrases["review.earlier"])</h3><ul class=\"decisions\">\(items)</ul>"
    }

    private var waiting: HTML {
        let rest = queue.filter { $0.id != current?.id }
        guard !rest.isEmpty else { return .empty }
        let items = rest.map { item -> HTML in
            let sentence = StatementSentence(statement: item.recorded.statement, names: names).html
            return """
                <li>\(HTML.link(question.here("id", item.id), sentence)) \
                <span class="meta" lang="en">\(item.reasons.joined(separator: ", "))</span></li>

                """
        }
        return "<h2>\(phrases["review.queue"])</h2><ol class=\"waiting\">\(items)</ol>"
    }
}
