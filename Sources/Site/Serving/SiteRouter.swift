import Assessment
package import Diplomacy
package import Hummingbird
package import Ledger
package import Text

/// Answers requests: finds the route, makes the reply or takes it from the shelf, dresses it.
///
/// What there is stands in `Route.pages` and `Route.interface`.
package struct SiteRouter: Sendable {
    private let desk: Desk
    private let names: ActorNames
    private let layout: Layout
    private let assets: Assets
    private let admission: Admission
    private let elapsed: @Sendable () -> Duration
    private let bounds: Bounds
    private let makings: Makings

    /// - Parameters:
    ///   - ledger: What is shown. It is only read, unless there is a reviewer.
    ///   - names: The name of an actor in a language.
    ///   - parties: Whom a person may name in a form; asked when the first form is made.
    ///   - today: Gives the day on which a request is answered.
    ///   - resources: Where styles and phrases are found.
    ///   - admission: Who is answered; this machine alone unless said otherwise.
    ///   - program: What shows it, by name and version.
    ///   - reviewer: Who decides from the review desk, and so writes to the ledger; nil: nobody does.
    ///   - inbox: Reads what is dropped into the inbox, and so writes to the ledger; nil: nothing can be.
    ///   - elapsed: The time since any fixed moment, by which the requests of a visitor are counted.
    ///   - bounds: How much is read while a reader waits.
    /// - Throws: `TableError` where the styles, the phrases or the tables of Assessment are not to be found.
    package init(
        ledger: LedgerDatabase,
        names: ActorNames,
        parties: @escaping @Sendable () throws -> PartyBook = { .empty },
        today: @escaping @Sendable () -> Day,
        resources: ResourceFolder = ResourceFolder(),
        admission: Admission = .thisMachine,
        program: Program = Program(name: "casus"),
        reviewer: Reviewer? = nil,
        inbox: InboxReader? = nil,
        elapsed: @escaping @Sendable () -> Duration = { .zero },
        bounds: Bounds = .usual
    ) throws {
        let phrases = try PhraseBook(resources)
        let assessor = try Assessor(resources)
        desk = Desk(
            ledger: ledger,
            names: Tongue(phrases[PhraseBook.standardLanguage], names),
            today: today,
            assessor: assessor,
            resources: resources,
            capitals: try CapitalTable(resources),
            parties: parties,
            smallWords: try SmallWords(resources),
            shelf: Shelf(),
            program: program,
            reviewer: reviewer,
            inbox: try inbox.map { reader in
                try Inbox(reader, ledger: ledger) {
                    try LedgerWatches.check(ledger, assessor: assessor, today: today()).map(\.id)
                }
            }
        )
        self.names = names
        assets = try Assets(resources)
        layout = Layout(assets: assets, phrases: phrases, isReadOnly: reviewer == nil)
        self.admission = admission
        self.elapsed = elapsed
        self.bounds = bounds
        makings = Makings(
            AnswerKeeper(desk, names: names, phrases: phrases, bounds),
            elapsed: elapsed
        )
    }

    /// What answers requests, guards included: for the server, and for tests without one.
    package func responder() -> RouterResponder<SiteContext> { router().buildResponder() }

    /// Makes what the first page of a small ledger needs, so that nobody waits for it; that of a large one is kept, or
    /// made when it is asked for, and only its articles are counted.
    ///
    /// Where it fails, the page will say why.
    func warm() {
        guard (try? desk.isLarge(bounds)) == false else {
            _ = try? desk.book([])
            return
        }
        guard let patron = try? desk.whole(.unset).patron, (try? desk.cases(.unset)) != nil else {
            return
        }
        _ = try? desk.brief(.unset, of: patron)
    }

    /// Every route with its method and path, as the router knows them: for the test of the OpenAPI document.
    package var paths: [String] { router().routes.map { "\($0.method) \($0.path)" } }

    private func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SafetyHeaders())
        router.add(middleware: ErrorPages(layout: layout))
        router.add(middleware: HostGuard(admission: admission))
        router.add(middleware: TokenGuard(admission: admission))
        router.add(middleware: RateGuard(admission: admission, elapsed: elapsed))
        for route in Route.pages + Route.interface { add(route, router) }
        addForms(router)
        addInbox(router)
        addMakings(router)
        let assets = assets
        router.get("assets/{hash}/{name}") { request, context in
            try assets.response(
                context.parameters.get("name") ?? "",
                ContentCoding(accepted: request.headers.value(of: "Accept-Encoding")),
                unless: request.headers.value(of: "If-None-Match")
            )
        }
        return router
    }

    private func add(_ route: Route, _ router: Router<SiteContext>) {
        router.get(RouterPath(route.path)) { request, context -> Response in
            let coding = ContentCoding(accepted: request.headers.value(of: "Accept-Encoding"))
            let secret = route.holdsSecret ? desk.reviewer?.token : nil
            let key = AnswerKey(
                host: request.head.authority ?? "",
                address: request.uri.string,
                coding: coding,
                day: desk.today()
            )
            let stamp = try desk.ledger.changeStamp()
            let known = request.headers.value(of: "If-None-Match")
            if let ready = desk.shelf.answers.value(key, stamp) {
                return ready.response(unless: known)
            }
            let asked = try Asked(request, context)
            let desk = desk.speaking(Tongue(layout.phrases[asked.question.language ?? ""], names))
            if let address = try redirection(route, asked, desk) {
                return Response.redirect(to: address.text, type: .normal)
            }
            if case .stream(let make) = route.answer { return try make(desk, asked) }
            if case .live(let make) = route.answer {
                let page = try make(desk, asked)
                return Reply.html(layout.html(page, desk.names.phrases)).passing()
            }
            let name = name(stamp, asked, desk)
            if ContentCoding.isKnown(name, known) {
                return Reply.notModified(tag: coding.tag(name))
            }
            @Sendable func ready(_ reply: Reply) -> ReadyAnswer {
                ReadyAnswer(reply.packed(coding, apart: secret), name: name, coding)
            }
            if let kept = try keptReply(route, asked, coding, desk) {
                return keeping(ready(kept), key, stamp, desk)
            }
            guard let wanted = try Wanted(route, asked, desk, bounds) else {
                return keeping(ready(try reply(route, asked, desk)), key, stamp, desk)
            }
            let names = desk.names
            let outcome = try makings.ask(wanted, key) { prepared in
                ready(try reply(route, asked, prepared.speaking(names)))
            }
            switch outcome {
            case .made(let answer): return answer.response(unless: known)
            case .waiting(let waiting):
                let page = WaitingPage(
                    wanted: wanted,
                    waiting: waiting,
                    question: asked.question,
                    names: names
                )
                return route.endpoint == nil ? page.response(layout) : try page.answer()
            }
        }
    }

    /// The answer, kept for who asks next.
    private func keeping(
        _ answer: ReadyAnswer,
        _ key: AnswerKey,
        _ stamp: String,
        _ desk: Desk
    ) -> Response {
        if answer.weight <= Shelf.largestReply { desk.shelf.answers.keep(answer, key, stamp) }
        return answer.response(unless: nil)
    }

    /// Where a page that waits for an answer hears how far it is.
    private func addMakings(_ router: Router<SiteContext>) {
        let (makings, names, layout) = (makings, names, layout)
        router.get("making/{id}/events") { request, context in
            let asked = try Asked(request, context)
            let tongue = Tongue(layout.phrases[asked.question.language ?? ""], names)
            return MakingEvents.response(Int(asked.part("id")) ?? 0, makings) {
                WaitingPage.state($0, tongue.phrases)
            }
        }
    }

    /// The addresses that change the ledger by a form.
    private func addForms(_ router: Router<SiteContext>) {
        guard let reviewer = desk.reviewer else { return }
        let desk = desk
        func form(_ path: RouterPath, _ act: @escaping @Sendable (Query) throws -> Address) {
            router.post(path) { request, _ -> Response in
                try request.refuseOtherSites()
                var request = request
                let body = try await request.collectBody(upTo: ReviewForm.largestBody)
                let address = try act(Query(encoded: String(buffer: body)))
                return Response.redirect(to: address.text, type: .normal)
            }
        }
        addReview(reviewer, router)
        form("watches") { try WatchForm($0, reviewer).act(desk) }
        form("search") { try SearchForm($0, reviewer).act(desk) }
    }

    /// Where a reviewer decides; what is refused comes back with what was typed.
    private func addReview(_ reviewer: Reviewer, _ router: Router<SiteContext>) {
        let (desk, layout, names) = (desk, layout, names)
        router.post("review") { request, _ -> Response in
            try request.refuseOtherSites()
            var request = request
            let body = try await request.collectBody(upTo: ReviewForm.largestBody)
            let form = try ReviewForm(
                try Query(encoded: String(buffer: body)),
                reviewer,
                desk.parties
            )
            do {
                let address = try form.decide(desk.ledger, on: desk.today())
                return Response.redirect(to: address.text, type: .normal)
            } catch let problem as SiteProblem where problem.kind == .badQuestion {
                let asked = try Asked(form.again, [:])
                let tongue = Tongue(layout.phrases[asked.question.language ?? ""], names)
                let page = try ReviewPage(
                    desk: desk.speaking(tongue),
                    asked: asked,
                    refused: RefusedForm(problem: problem, fields: form.fields)
                ).page
                var response = Reply.html(layout.html(page, tongue.phrases)).passing()
                response.status = .badRequest
                return response
            }
        }
    }

    /// Where files are put into the inbox.
    private func addInbox(_ router: Router<SiteContext>) {
        guard let inbox = desk.inbox, let reviewer = desk.reviewer else { return }
        router.post("inbox") { request, _ -> Response in
            try request.refuseOtherSites()
            var request = request
            let body = try await request.collectBody(upTo: Inbox.largestUpload)
            let form = try MultipartForm(
                Array(body.readableBytesView),
                type: request.headers.value(of: "Content-Type")
            )
            let trusted = try TrustedForm(form.fields, reviewer)
            guard (1...Inbox.mostFiles).contains(form.files.count) else {
                throw SiteProblem(
                    .badQuestion,
                    form.files.isEmpty
                        ? "No file was chosen." : "These are too many files at once.",
                    cure: "Choose 1 to \(Inbox.mostFiles) files."
                )
            }
            let id = try inbox.take(form.files)
            let address = Address("inbox", "\(id)", query: trusted.kept)
            return Response.redirect(to: address.text, type: .normal)
        }
        router.post("inbox/stop") { request, _ -> Response in
            try request.refuseOtherSites()
            var request = request
            let body = try await request.collectBody(upTo: ReviewForm.largestBody)
            let form = try TrustedForm(try Query(encoded: String(buffer: body)), reviewer)
            let id = Int(form.fields["id"] ?? "") ?? 0
            _ = inbox.stop(id)
            let address = Address("inbox", "\(id)", query: form.kept)
            return Response.redirect(to: address.text, type: .normal)
        }
    }

    /// What a reply depends on: the state of the ledger, the day, the styles, the program, the secret of its forms,
    /// and what was asked.
    private func name(_ stamp: String, _ asked: Asked, _ desk: Desk) -> String {
        ContentHash.name(
            of: stamp,
            desk.today().description,
            assets.version,
            desk.program.name,
            desk.reviewer?.token ?? "",
            asked.host,
            asked.address
        )
    }

    /// Where sliders were moved, the address with the days written out.
    private func redirection(_ route: Route, _ asked: Asked, _ desk: Desk) throws -> Address? {
        guard case .page = route.answer else { return nil }
        return try ClockSliders.address(asked.query, last: try desk.lastDay(.unset))
    }

    /// The answer made from what lies on the desk.
    private func reply(_ route: Route, _ asked: Asked, _ desk: Desk) throws -> Reply {
        switch route.answer {
        case .page(let make):
            let page = try make(desk, asked)
            if let name = asked.query["export"] {
                let mark = try mark(asked, desk, ledger: desk.fingerprint())
                return try page.file(name, assets.drawingStyles, mark).named(mark)
            }
            return try dressed(page, asked, desk)
        case .reply(let make): return try make(desk, asked)
        case .stream, .live: preconditionFailure("what is not kept is answered before")
        }
    }

    private func dressed(_ page: Page, _ asked: Asked, _ desk: Desk) throws -> Reply {
        let imprint = try imprint(page.hash, asked, desk)
        return .html(layout.html(page, desk.names.phrases, imprint))
    }

    /// Nil where it was packed otherwise.
    private func dressed(
        _ page: KeptPage,
        _ note: HTML,
        _ asked: Asked,
        _ coding: ContentCoding,
        _ desk: Desk
    ) throws -> Reply? {
        let around = layout.around(
            page.frame(asked.question, note: note),
            desk.names.phrases,
            try imprint(page.hash, asked, desk)
        )
        return .html(around.above, page.body, around.below, coding)
    }

    private func mark(_ asked: Asked, _ desk: Desk, ledger: String?) throws -> FileMark {
        FileMark(
            today: desk.today(),
            clocks: asked.question.clocks,
            ledger: ledger,
            address:
                "http://\(asked.host)\(asked.question.here("export", nil).within(asked.address))"
        )
    }

    private func imprint(_ content: String, _ asked: Asked, _ desk: Desk) throws -> Imprint {
        Imprint(
            address: "http://\(asked.host)\(asked.address)",
            ledger: try desk.fingerprint(),
            today: desk.today(),
            content: content
        )
    }

    /// The answer as the ledger keeps it, or a page with the cases that it keeps; nil where it is made from the ledger
    /// as it stands.
    private func keptReply(
        _ route: Route,
        _ asked: Asked,
        _ coding: ContentCoding,
        _ desk: Desk
    ) throws -> Reply? {
        guard let kept = try desk.kept(asked.question.clocks) else { return nil }
        let usual = try desk.usual(asked)
        switch route.answer {
        case .page(let make):
            if let name = asked.query["export"] {
                let address = try desk.usual(asked, without: "export")
                // What is older than the ledger has the version of that time, where it is kept.
                let version = try kept.areFresh ? desk.fingerprint() : kept.fingerprint()
                let mark = try mark(asked, desk, ledger: version)
                return try
                    (kept.file(name, of: address, coding)
                    ?? kept.files(address)?.drawing(name, assets.drawingStyles, mark))?.named(mark)
            }
            let note = kept.note(desk.names.phrases)
            if let page = try kept.page(usual),
                let reply = try dressed(page, note, asked, coding, desk)
            {
                return reply
            }
            guard route.showsKept else { return nil }
            return try dressed(try make(desk, asked).noted(note), asked, desk)
        case .reply(let make):
            if let reply = try kept.reply(usual, coding) { return reply }
            return route.showsKept && kept.areFresh ? try make(desk, asked) : nil
        case .stream, .live: preconditionFailure("what is not kept is answered before")
        }
    }
}

extension Desk {
    /// The address of what is asked as links of the site write it: forms send more, and in another order.
    fileprivate func usual(_ asked: Asked, without left: String? = nil) throws -> String {
        let links = ["actor", "kind", "since", "on", "known-by", "lang"]
        let isUsual =
            try asked.query.day("since").map { since in
                try since == OverviewPage.usualSince(lastDay(asked.question.clocks))
            } ?? false
        let pairs = asked.query.pairs.filter { name, value in
            name != left && !(name == "since" && isUsual)
                && !(name == "lang" && value == PhraseBook.standardLanguage)
        }
        .map { name, value in
            (name: name, value: String?.some(name == "actor" ? value.uppercased() : value))
        }
        let known = links.flatMap { link in pairs.filter { $0.name == link } }
        let query = Address(here: known + pairs.filter { !links.contains($0.name) }).text
        return String(asked.address.prefix { $0 != "?" }) + (query == "?" ? "" : query)
    }
}
