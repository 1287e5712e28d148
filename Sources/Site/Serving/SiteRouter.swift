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
        SiteForms(desk: desk, layout: layout, names: names).add(to: router)
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
            let reviewer = desk.reviewer?.visiting(request)
            let secret = route.holdsSecret ? reviewer?.token : nil
            let key = AnswerKey(
                host: request.head.authority ?? "",
                address: request.uri.string,
                coding: coding,
                day: desk.today(),
                secret: secret
            )
            let stamp = try desk.ledger.changeStamp()
            let known = request.headers.value(of: "If-None-Match")
            if let ready = desk.shelf.answers.value(key, stamp) {
                return ready.response(unless: known)
            }
            let asked = try Asked(request, context)
            let desk = desk.decided(by: reviewer)
                .speaking(Tongue(layout.phrases[asked.question.language ?? ""], names))
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
            let maker = ReplyMaker(
                route: route,
                asked: asked,
                desk: desk,
                layout: layout,
                assets: assets
            )
            if let kept = try maker.kept(coding) {
                return keeping(ready(kept), key, stamp, desk)
            }
            guard let wanted = try Wanted(route, asked, desk, bounds) else {
                return keeping(ready(try maker.made()), key, stamp, desk)
            }
            let names = desk.names
            let outcome = try makings.ask(wanted, key) { prepared in
                ready(try maker.from(prepared.speaking(names)).made())
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
}
