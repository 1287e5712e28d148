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
    /// How it stands in the queue; nil where it does not wait.
    private let waits: ReviewItem?
    private let article: Article?
    private let history: [ReviewEntry]
    /// What was decided a moment ago.
    private let done: [ReviewDecision]
    private let outlets: [String: String]
    /// What was refused a moment ago.
    private let refused: RefusedForm?

    init(desk: Desk, asked: Asked, refused: RefusedForm? = nil) throws {
        self.refused = refused
        self.desk = desk
        question = asked.question
        query = asked.query
        let skipped = try asked.query.number("skip", in: 0...100_000, default: 0)
        let waiting = try desk.ledger.reviewQueue(
            try StatementFilter(asked),
            for: desk.reviewer?.name,
            limit: skipped + Self.most
        )
        queue = Array(waiting.dropFirst(skipped))
        let asks = asked.query["id"]
        current =
            try asks.map { try desk.ledger.statement($0, for: desk.reviewer?.name) }
            ?? queue.first?.recorded
        guard asks == nil || current != nil else {
            throw SiteProblem(
                .notFound,
                "The ledger holds no statement of this id.",
                cure: "Go on with the queue."
            )
        }
        let id = current?.id
        waits = waiting.first { $0.id == id }
        article = try current.flatMap { try desk.ledger.article($0.article.id) }
        outlets = try desk.outlets(of: current.map { [$0.article.id] } ?? [])
        history = Self.shown(
            try id.map { try desk.ledger.history(of: $0) } ?? [],
            to: desk.reviewer
        )
        done =
            try asked.query["done"].map { done in
                let together = try desk.ledger.batch(done)
                return together.isEmpty
                    ? try desk.ledger.history().filter { $0.id == done && !$0.isUndone }.map(
                        \.decision
                    )
                    : together
            } ?? []
    }

    /// What was decided before, by all for who has decided too: until then a reviewer is not led by the others.
    private static func shown(_ history: [ReviewEntry], to reviewer: Reviewer?) -> [ReviewEntry] {
        guard let reviewer else { return history }
        let own = history.filter { $0.decision.reviewer == reviewer.name }
        let hasDecided = own.contains { !$0.isUndone && $0.decision.kind != .note }
        return hasDecided ? history : own
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        get throws { try page(of: desk.reviewer.map { _ in try desk.parties() }) }
    }

    private func page(of parties: PartyBook?) -> Page {
        Page(
            phrases.text("review.title"),
            in: .review,
            question: question,
            body: """
                <h1>\(phrases["review.title"])</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <p class="hint">\(phrases["review.hint"]) \
                \(HTML.link(question.page("agreement"), phrases["agreement.title"])) · \
                \(HTML.link(question.page("codebook"), phrases["codebook.title"]))</p>
                \(who)
                \(lastWord)
                \(current.map { statement($0, parties) } ?? HTML.emptyState(phrases["review.none"], cure: phrases["review.none.cure"]))
                \(waiting)
                """
        )
    }

    /// Who decides, and a form for somebody else at the same machine.
    private var who: HTML {
        guard let reviewer = desk.reviewer else { return .empty }
        return """
            <details class="who"><summary>\(phrases("review.who", "<b>\(HTML.foreign(reviewer.name))</b>"))</summary>
            <form class="controls" method="post" action="/reviewer">\(hidden(reviewer))
            <div class="field"><label for="reviewer">\(phrases["review.who.name"])</label>
            <input id="reviewer" name="reviewer" type="text" required maxlength="\(Reviewer.longestName)" autocomplete="name"></div>
            <button>\(phrases["review.who.save"])</button></form></details>
            """
    }

    /// What was decided a moment ago, to be taken back.
    private var lastWord: HTML {
        guard let first = done.first, let reviewer = desk.reviewer else { return .empty }
        let what: HTML =
            done.count == 1
            ? "“\(HTML.foreign(first.anchor.exact))”" : names.count(done.count, "statement")
        let (id, action): (String, HTML) =
            done.count == 1 ? (first.id, "undo") : (first.batch ?? first.id, "undo-all")
        return """
            <form class="last-word" method="post" action="/review">\(hidden(reviewer))\
            <input type="hidden" name="id" value="\(id)">
            <p role="status">\(phrases["review.\(first.kind.rawValue).done"]): \(what) \
            <button name="action" value="\(action)" data-key="u">\(phrases["review.undo"])</button></p></form>
            """
    }

    // MARK: One statement

    private func statement(_ recorded: RecordedStatement, _ parties: PartyBook?) -> HTML {
        let statement = recorded.statement
        return """
            <section class="desk" aria-labelledby="desk-head">
            <h2 id="desk-head" class="sentence">\(StatementSentence(statement: statement, names: names).html)</h2>
            \(StatementBadges(statement: statement, phrases: phrases).html)
            <p class="said">\(SpeakerChain(speakers: statement.speakers, names: names).html) · \
            \(statement.date.map { names.time($0) } ?? phrases["date.undated"])\
            \(waits.map { " · " + doubts($0) } ?? .empty)</p>
            \(article.map { QuoteInContext(statement: statement, article: $0).html })
            <p>\(SourceLine(article: recorded.article, outlet: outlets[recorded.article.id], names: names, question: question).html) · \
            \(HTML.link(question.evidence(statement), phrases["statement.read"])) · \
            \(HTML.link(question.statement(statement.id), phrases["why"]))</p>
            \(desk.reviewer.map { JudgementForm(
                statement: statement,
                hidden: hidden($0),
                later: question.here("skip", "\(skipped + 1)"),
                refused: refused.flatMap { $0.isOnMany ? nil : $0 },
                names: names,
                parties: parties ?? .empty
            ).html } ?? "<p class=\"hint\">\(phrases["review.readonly"])</p>")
            \(earlier)</section>
            """
    }

    private var skipped: Int { query["skip"].flatMap(Int.init) ?? 0 }

    private func hidden(_ reviewer: Reviewer) -> HTML {
        TrustedForm.hidden(reviewer, keeping: query, without: ["id", "done"])
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

    /// The queue; who may decide can mark some of it and say one word on all.
    private var waiting: HTML {
        let rest = queue.filter { $0.id != current?.id }
        guard !rest.isEmpty else { return .empty }
        let head: HTML = "<h2>\(phrases["review.queue"])</h2>"
        guard let reviewer = desk.reviewer else {
            return "\(head)<ol class=\"waiting\">\(rest.map { item($0, isMarkable: false) })</ol>"
        }
        return """
            \(head)<form class="judgement" method="post" action="/review">\(hidden(reviewer))
            <ol class="waiting">\(rest.map { item($0, isMarkable: true) })</ol>
            \(refused.flatMap { $0.isOnMany ? $0.html(phrases) : nil })
            <div class="field"><label for="all-words">\(phrases["review.all.words"])</label>
            <input id="all-words" name="words" type="text" maxlength="\(Question.longestValue)" \
            value="\(refused.flatMap { $0.isOnMany ? $0.fields["words"] : nil } ?? "")" required data-key="R"></div>
            <p><button name="action" value="reject-all">\(phrases["review.all.reject"])</button> \
            <button name="action" value="accept-all" formnovalidate data-key="A">\(phrases["review.all.accept"])</button></p></form>
            """
    }

    /// Why it stands where it stands: "a guess (34 of 100), one root, did not happen".
    private func doubts(_ item: ReviewItem) -> HTML {
        let statement = item.recorded.statement
        let sure = "\(Int((statement.confidence * 100).rounded()))" as HTML
        let doubts: [HTML?] = [
            phrases("review.doubt.\(item.doubt.rawValue)", sure),
            item.roots == 1 ? phrases["review.doubt.one-root"] : nil,
            statement.polarity == .notDone ? phrases["review.doubt.not-done"] : nil,
        ]
        return HTML(joining: doubts.compactMap(\.self), by: ", ")
    }

    private func item(_ item: ReviewItem, isMarkable: Bool) -> HTML {
        let sentence = StatementSentence(statement: item.recorded.statement, names: names)
        let isMarked = refused?.fields["pick-\(item.id)"] != nil
        let box: HTML =
            isMarkable
            ? """
            <input type="checkbox" name="pick-\(item.id)"\(isMarked ? " checked" : .empty) aria-label="\(phrases.text("review.mark", sentence.text))"> \

            """ : .empty
        return """
            <li>\(box)\(HTML.link(question.here("id", item.id), sentence.html)) \
            <span class="meta">\(doubts(item))</span></li>

            """
    }
}
