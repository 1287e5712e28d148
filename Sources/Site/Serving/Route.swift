import Hummingbird

/// One address of the site and what answers there.
struct Route: Sendable {
    enum Answer: Sendable {
        case page(@Sendable (Desk, Asked) throws -> Page)
        case reply(@Sendable (Desk, Asked) throws -> Reply)
        /// A page that shows more than the ledger, so nobody keeps it.
        case live(@Sendable (Desk, Asked) throws -> Page)
        /// Written as it is read, for what may be large.
        case stream(@Sendable (Desk, Asked) throws -> Response)
    }

    /// With names in braces: `/pair/{first}/{second}`.
    let path: String
    let answer: Answer
    /// How a program is told of it; nil for pages.
    var endpoint: Endpoint?
    /// Whether the secret of forms stands beside words of the address, and so must be sent apart from them.
    var holdsSecret = false
    /// See `kept`.
    private(set) var isKept = false
    /// Whether it shows cases or parties as the ledger keeps them, where it does; to programs only where these are as
    /// new as the ledger.
    private(set) var showsKept = false
    /// What of a large ledger it asks about, where that is more than can be read at once.
    private(set) var view: View?

    enum View: Sendable {
        case overview, brief, cases, sources, parties, pair, found
    }

    func of(_ view: View) -> Route {
        var route = self
        route.view = view
        return route
    }

    /// The same route, whose answers a large ledger keeps of each party and of everybody.
    ///
    /// These hold as much of a list as a page shows, and say how long it is.
    var kept: Route {
        var route = self
        route.isKept = true
        return route
    }

    /// The same route, see `showsKept`.
    var showingKept: Route {
        var route = self
        route.showsKept = true
        return route
    }

    static func page(
        _ path: String,
        _ make: @escaping @Sendable (Desk, Asked) throws -> Page
    ) -> Route {
        Route(path: path, answer: .page(make))
    }

    static let pages: [Route] = [
        page("/") { try OverviewPage(desk: $0, asked: $1).page }.of(.overview),
        page("/world") { try WorldPage(desk: $0, asked: $1).page }.of(.overview),
        page("/brief") { try BriefPage(desk: $0, asked: $1).page }.of(.brief),
        Route(
            path: "/pair/{source}/{target}",
            answer: .page { try PairPage(desk: $0, asked: $1).page }
        ).of(.pair).showingKept,
        page("/cases") { try CasesPage(desk: $0, asked: $1).page }.of(.cases),
        Route(
            path: "/cases/{id}",
            answer: .page { try CasePage(desk: $0, asked: $1).page }
        ).of(.found).showingKept,
        page("/commitments") { try CommitmentsPage(desk: $0, asked: $1).page },
        page("/disagreements") { try DisagreementsPage(desk: $0, asked: $1).page }.of(.brief),
        page("/outlook") { try OutlookPage(desk: $0, asked: $1).page }.of(.cases),
        page("/sources") { try SourcesPage(desk: $0, asked: $1).page }.of(.sources),
        page("/article/{id}") { try ArticlePage(desk: $0, asked: $1).page },
        page("/statement/{id}") { try StatementPage(desk: $0, asked: $1).page },
        page("/codebook") { CodebookPage(desk: $0, asked: $1).page },
        Route(
            path: "/review",
            answer: .page { try ReviewPage(desk: $0, asked: $1).page },
            holdsSecret: true
        ),
        page("/agreement") { try AgreementPage(desk: $0, asked: $1).page },
        Route(
            path: "/watches",
            answer: .page { try WatchesPage(desk: $0, asked: $1).page },
            holdsSecret: true
        ),
        Route(path: "/inbox", answer: .live { InboxPage(desk: $0, asked: $1).page }),
        Route(path: "/inbox/{id}", answer: .live { try BatchPage(desk: $0, asked: $1).page }),
        Route(
            path: "/inbox/{id}/events",
            answer: .stream { try BatchEvents.response(desk: $0, asked: $1) }
        ),
        page("/articles") { try ArticlesPage(desk: $0, asked: $1).page },
        Route(
            path: "/search",
            answer: .page { try SearchPage(desk: $0, asked: $1).page },
            holdsSecret: true
        ),
        page("/about") { try AboutPage(desk: $0, asked: $1).page },
    ]
}
