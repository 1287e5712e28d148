import Diplomacy
import Hummingbird

/// The inbox: a form to drop files into, and what came before.
struct InboxPage {
    let desk: Desk
    let question: Question
    private let query: Query

    init(desk: Desk, asked: Asked) {
        self.desk = desk
        question = asked.question
        query = asked.query
    }

    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let batches = desk.inbox?.batches ?? []
        return Page(
            phrases.text("inbox.title"),
            in: .inbox,
            question: question,
            body: """
                <h1>\(phrases["inbox.title"])</h1>
                \(form ?? HTML.emptyState(phrases["inbox.readonly"], cure: phrases["inbox.readonly.cure"]))
                \(batches.isEmpty ? .empty : earlier(batches))
                """
        )
    }

    private var form: HTML? {
        guard desk.inbox != nil, let reviewer = desk.reviewer else { return nil }
        return """
            <p class="hint">\(phrases["inbox.hint"])</p>
            <form class="inbox" method="post" action="/inbox" enctype="multipart/form-data">\
            \(TrustedForm.hidden(reviewer, keeping: query))
            <div class="drop"><label for="files">\(phrases["inbox.files"])</label>
            <input id="files" name="files" type="file" multiple required \
            accept=".txt,.text,.html,.htm,.xhtml,.jsonl,.ndjson,text/plain,text/html">
            <button>\(phrases["inbox.read"])</button></div>
            <p class="meta">\(phrases(
                "inbox.bounds",
                "\(Inbox.mostFiles)",
                "\(Inbox.largestUpload >> 20)",
                "\(InboxReader.mostArticles)"
            ))</p></form>
            """
    }

    private func earlier(_ batches: [Inbox.Batch]) -> HTML {
        let items = batches.map { batch -> HTML in
            let files = batch.files.prefix(3).joined(separator: ", ")
            return """
                <li>\(HTML.link(BatchPage.address(batch.id, question), HTML.foreign(files + (batch.files.count > 3 ? ", …" : "")))) \
                <span class="meta">\(BatchState(batch: batch, names: desk.names).words)</span></li>

                """
        }
        return """
            <h2>\(phrases["inbox.earlier"])</h2>
            <p class="hint">\(phrases["inbox.forgets"])</p>
            <ol class="batches" reversed>\(items)</ol>
            """
    }
}

/// How far one batch is, and a card for each of its articles.
struct BatchPage {
    let desk: Desk
    let question: Question
    private let batch: Inbox.Batch
    private let query: Query

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        query = asked.query
        batch = try Self.batch(desk, asked)
    }

    static func batch(_ desk: Desk, _ asked: Asked) throws -> Inbox.Batch {
        guard let batch = Int(asked.part("id")).flatMap({ desk.inbox?.batch($0) }) else {
            throw SiteProblem(
                .notFound,
                "The inbox does not remember this batch.",
                cure: "What was read stands among the articles; the inbox remembers the last ones."
            )
        }
        return batch
    }

    static func address(_ id: Int, _ question: Question) -> Address {
        Address("inbox", "\(id)", query: question.state)
    }

    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        get throws {
            let card = ArticleCard(desk: desk, question: question)
            let events = Address(
                "inbox",
                "\(batch.id)",
                "events",
                query: [("from", "\(batch.lines.count)")] + question.state
            )
            let live: HTML = batch.isDone ? .empty : " data-events=\"\(events.text)\""
            return Page(
                phrases.text("inbox.title"),
                in: .inbox,
                question: question,
                body: """
                    <h1>\(phrases["inbox.title"])</h1>
                    <div class="batch"\(live)>
                    <div role="status" id="batch-state">\(BatchState(batch: batch, names: desk.names).html(question))</div>
                    \(batch.isDone ? .empty : underWay)
                    <ol class="cards" id="batch-cards">\(try batch.lines.map(card.html))</ol></div>
                    <p>\(HTML.link(question.page("inbox"), phrases["inbox.another"])) · \
                    \(HTML.link(question.overview(nil), phrases["menu.overview"])) · \
                    \(HTML.link(question.articles, phrases["menu.articles"]))</p>
                    """
            )
        }
    }
}

extension BatchPage {
    /// What can be done while it is being read: look again, without a script, and stop it.
    private var underWay: HTML {
        let stop = desk.reviewer.map { reviewer -> HTML in
            """
            <form method="post" action="/inbox/stop">\(TrustedForm.hidden(reviewer, keeping: query))
            <input type="hidden" name="id" value="\(batch.id)"><button>\(phrases["inbox.stop"])</button></form>
            """
        }
        return """
            <div class="reload"><p>\(HTML.link(Self.address(batch.id, question), phrases["inbox.reload"]))</p>
            \(batch.isStopped == true ? "<p>\(phrases["inbox.stopping"])</p>" : stop ?? .empty)</div>
            """
    }
}

/// How far a batch is, in words and as a bar.
struct BatchState {
    let batch: Inbox.Batch
    let names: Tongue

    private var phrases: Phrases { names.phrases }

    private var refused: Int {
        batch.lines.count { line in
            if case .skipped = line { true } else { false }
        }
    }

    /// "3 of 12 articles read", with what could not be.
    var words: HTML {
        let read = batch.lines.count - refused
        let main: HTML
        if batch.hasFailed {
            main = phrases["inbox.failed"]
        } else if batch.isDone, batch.isStopped == true {
            let total = batch.total ?? batch.lines.count
            main = phrases("inbox.stopped", "\(batch.lines.count)", "\(total)")
        } else if batch.isDone {
            main = phrases("inbox.done", names.count(read, "article"))
        } else if let total = batch.total {
            main = phrases("inbox.reading", "\(batch.lines.count)", "\(total)")
        } else {
            main = phrases["inbox.waiting"]
        }
        return refused == 0 ? main : "\(main), \(phrases("inbox.refused.count", "\(refused)"))"
    }

    func html(_ question: Question) -> HTML {
        let total = batch.total ?? batch.files.count
        let bar: HTML =
            batch.isDone
            ? .empty
            : """
            <progress max="\(max(1, total))" value="\(batch.lines.count)" aria-label="\(phrases["inbox.title"])"></progress>
            """
        let alerts: HTML =
            batch.alerts.isEmpty
            ? .empty
            : """
            <p class="alerted">\(HTML.link(question.page("watches"), phrases("inbox.alerts", names.count(batch.alerts.count, "alert"))))</p>
            """
        return "<p>\(words)</p>\(bar)\(alerts)"
    }
}
