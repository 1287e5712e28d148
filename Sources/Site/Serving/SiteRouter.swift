import Assessment
package import Diplomacy
package import Hummingbird
package import Ledger
package import Text

/// The addresses of the site and what answers at each.
///
/// | address | answer |
/// |---|---|
/// | `/` | the brief; `?actor=RUS&on=2025-06-13&known-by=2025-07-01` |
/// | `/pair/ARM/RUS` | one relationship, in both directions |
/// | `/article/<id>` | the evidence view |
/// | `/statement/<id>` | one statement with its trail and its citation |
/// | `/articles` | what was read |
/// | `/search?q=` | words in the articles |
/// | `/about` | what the words mean |
/// | `/api/v1/brief`, `/api/v1/statements`, `/api/v1/articles/<id>` | the same as JSON |
/// | `/assets/<hash>/<name>` | styles |
package struct SiteRouter: Sendable {
    private let desk: Desk
    private let layout: Layout
    private let assets: Assets

    /// - Parameters:
    ///   - ledger: What is shown. It is only read.
    ///   - names: The name of an actor in English.
    ///   - today: Gives the day on which a request is answered.
    ///   - resources: Where styles are found.
    /// - Throws: `TableError` where the styles, or the tables of Assessment, are not to be found.
    package init(
        ledger: LedgerDatabase,
        names: ActorNames,
        today: @escaping @Sendable () -> Day,
        resources: ResourceFolder = ResourceFolder()
    ) throws {
        desk = Desk(
            ledger: ledger,
            names: names,
            today: today,
            assessor: try Assessor(resources)
        )
        assets = try Assets(resources)
        layout = Layout(assets: assets)
    }

    /// What answers requests, guards included: for the server, and for tests without one.
    package func responder() -> RouterResponder<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SafetyHeaders())
        router.add(middleware: ErrorPages(layout: layout))
        router.add(middleware: HostGuard())
        addPages(router)
        addInterface(router)
        let assets = assets
        router.get("assets/:hash/:name") { request, context in
            try assets.response(
                context.parameters.get("name") ?? "",
                unless: request.headers.value(of: "If-None-Match")
            )
        }
        return router.buildResponder()
    }

    private func addPages(_ router: Router<SiteContext>) {
        page("/", router) { try BriefPage(desk: $0, asked: $1).page }
        page("pair/:source/:target", router) { try PairPage(desk: $0, asked: $1).page }
        page("article/:id", router) { try ArticlePage(desk: $0, asked: $1).page }
        page("statement/:id", router) { try StatementPage(desk: $0, asked: $1).page }
        page("articles", router) { try ArticlesPage(desk: $0, asked: $1).page }
        page("search", router) { try SearchPage(desk: $0, asked: $1).page }
        page("about", router) { try AboutPage(desk: $0, asked: $1).page }
    }

    private func addInterface(_ router: Router<SiteContext>) {
        reply("api/v1/brief", router) { try BriefResource(desk: $0, asked: $1) }
        reply("api/v1/statements", router) { try StatementsResource(desk: $0, asked: $1) }
        reply("api/v1/articles/:id", router) { try ArticleResource(desk: $0, asked: $1) }
    }

    private func page(
        _ path: RouterPath,
        _ router: Router<SiteContext>,
        _ make: @escaping @Sendable (Desk, Asked) throws -> Page
    ) {
        let (desk, layout) = (desk, layout)
        router.get(path) { request, context in
            layout.response(try make(desk, try Asked(request, context)))
        }
    }

    private func reply(
        _ path: RouterPath,
        _ router: Router<SiteContext>,
        _ make: @escaping @Sendable (Desk, Asked) throws -> any Encodable
    ) {
        let desk = desk
        router.get(path) { request, context in
            try JSONReply.response(try make(desk, try Asked(request, context)))
        }
    }
}

/// What every page is made from.
struct Desk: Sendable {
    let ledger: LedgerDatabase
    let names: ActorNames
    let today: @Sendable () -> Day
    let assessor: Assessor
}

/// A request as a page reads it.
struct Asked: Sendable {
    let query: Query
    /// The actor and the clocks of the query.
    let question: Question
    private let parameters: [String: String]

    init(_ request: Request, _ context: SiteContext) throws {
        query = try Query(encoded: request.uri.query ?? "")
        question = try Question(query)
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters {
            parameters[String(name)] = PercentDecoding.text(value.utf8)
        }
        self.parameters = parameters
    }

    /// A part of the path; empty where it is longer than anything that has a meaning.
    func part(_ name: String) -> String {
        let value = parameters[name] ?? ""
        return value.unicodeScalars.count <= Question.longestValue ? value : ""
    }
}
