import Assessment
import Diplomacy
import Ledger

extension Route {
    /// The interface for programs.
    static let interface: [Route] =
        documents + statements + watches + [
            reply(
                "/api/v1/overview",
                Endpoint(
                    "A patron: everybody it is told with, and what changed since a day.",
                    [.actor, .query("since", "Changes after this day.", .day)] + .clocks,
                    .dated(.record)
                )
            ) { desk, asked in
                guard let overview = try OverviewPage(desk: desk, asked: asked).overview else {
                    throw SiteProblem(
                        .notFound,
                        "Nothing is told of anybody on these days.",
                        cure: "Choose later days, or read articles."
                    )
                }
                let shown = desk.showsBeginnings ? overview.beginning(.program) : overview
                let left = overview.left(by: shown)
                return try .json(Dated(Beginning(shown, left: left), desk: desk, asked: asked))
            }.kept.of(.overview),
            reply(
                "/api/v1/brief",
                Endpoint(
                    "What did not come, what came, what is disputed, who says so.",
                    [.actor] + .clocks,
                    .object(["brief": .record], optional: ["on": .day, "knownBy": .day])
                )
            ) { desk, asked in
                let clocks = asked.question.clocks
                let brief = try desk.brief(clocks, of: asked.question.actor)
                return try .json(BriefResource(brief, clocks))
            }.kept.of(.brief),
            reply(
                "/api/v1/pairs/{source}/{target}",
                Endpoint(
                    "Everything told of two parties, their standing, cases and commitments.",
                    [.path("source", "One party."), .path("target", "The other.")] + .clocks,
                    .dated(.record)
                )
            ) { desk, asked in
                let page = try PairPage(desk: desk, asked: asked, isWhole: true)
                let answer = desk.showsBeginnings ? page.beginning : page.answer
                return try .json(Dated(answer, desk: desk, asked: asked))
            }.of(.pair),
            reply(
                "/api/v1/cases",
                Endpoint(
                    "Occasions on which a promise came due, the latest first.",
                    [.actor] + .clocks + Endpoint.Parameter.paging(usual: usualCases),
                    .listing(.reference("Case"))
                )
            ) { desk, asked in
                if let kept = try desk.kept(asked.question.clocks), kept.areFresh,
                    let ids = try kept.caseIDs(asked.question.actor)
                {
                    let listing = try Listing(ids, asked.query, usual: usualCases) { $0 }
                    return try .json(try listing.all { try kept.found($0) })
                }
                let cases = try CasesPage(desk: desk, asked: asked).cases
                let listing = try Listing(cases, asked.query, usual: usualCases, name: \.id)
                return try .json(try listing.map { try desk.whole($0) })
            }.of(.cases).showingKept,
            reply(
                "/api/v1/cases/{id}",
                Endpoint(
                    "One case with its five steps and both verdicts.",
                    [.path("id", "Such as RUS-IRN-2025.")] + .clocks,
                    .reference("Case")
                )
            ) { try .json(CasePage(desk: $0, asked: $1).found) }
            .of(.found),
            reply(
                "/api/v1/commitments",
                Endpoint(
                    "The register of commitments; with `on`, those in force, with `known-by` those made by then.",
                    [.actor] + .clocks + .paging,
                    .listing(.reference("Commitment"))
                )
            ) { desk, asked in
                let commitments = try CommitmentsPage(desk: desk, asked: asked).commitments
                return try .json(Listing(commitments, asked.query, name: \.id))
            },
            reply(
                "/api/v1/disagreements",
                Endpoint(
                    "Where what was read disagrees, and of what kind each disagreement is.",
                    [
                        .actor,
                        .query(
                            "kind",
                            "Of one kind.",
                            .member(Disagreement.Kind.allCases.map(\.rawValue))
                        ),
                    ] + .clocks,
                    .object(
                        ["items": .list(.reference("Disagreement"))],
                        optional: ["count": .whole]
                    )
                )
            ) { try .json(DisagreementsResource(DisagreementsPage(desk: $0, asked: $1).shown)) }
            .kept.of(.brief),
            reply(
                "/api/v1/sources",
                Endpoint(
                    "Outlets, voices, roots, and who repeats whom.",
                    .clocks,
                    .dated(.record)
                )
            ) { desk, asked in
                let report = try desk.sources(asked.question.clocks)
                let shown = desk.showsBeginnings ? report.beginning(.program) : report
                let left = report.left(by: shown)
                return try .json(Dated(Beginning(shown, left: left), desk: desk, asked: asked))
            }.kept.of(.sources),
            reply(
                "/api/v1/outlook",
                Endpoint(
                    "How often promises that come due are kept: published base rates and posteriors.",
                    .clocks,
                    .dated(.list(.record))
                )
            ) { desk, asked in
                let rows = try OutlookPage(desk: desk, asked: asked).reliabilities
                return try .json(Dated(rows, desk: desk, asked: asked))
            }.kept.of(.cases),
            reply(
                "/api/v1/actors",
                Endpoint(
                    "The parties that are named, those with most statements first.",
                    .clocks + .paging,
                    .listing(.reference("Actor"))
                )
            ) { desk, asked in
                let actors = try ActorLine.all(desk: desk, asked: asked)
                return try .json(Listing(actors, asked.query, name: \.code))
            }.of(.parties).showingKept,
        ]

    private static let documents = [
        reply(
            "/api/v1/openapi.json",
            Endpoint("This document.", [], .record)
        ) { _, _ in try .json(OpenAPI.document) },
        reply(
            "/api/v1/articles",
            Endpoint(
                "What was read, in the order in which it became known.",
                .clocks + .paging,
                .listing(.reference("ArticleLine"))
            )
        ) { desk, asked in
            let listing = try Listing(asked.query, name: \ArticleLine.id) { cursor, most in
                if let cursor, try desk.ledger.article(cursor)?.id != cursor {
                    throw Cursor.unknown
                }
                return try desk.ledger.articles(
                    asked.question.clocks,
                    after: cursor,
                    limit: most
                ).map(ArticleLine.init)
            }
            return try .json(listing)
        },
        reply(
            "/api/v1/articles/{id}",
            Endpoint(
                "An article with everything that was found in it; not found where it was not known then.",
                [.path("id", "The id, or its beginning.")] + .clocks,
                .reference("Article")
            )
        ) { try .json(ArticleResource(desk: $0, asked: $1)) },
        reply(
            "/api/v1/places",
            Endpoint(
                "Parties, pairs, cases and commitments that a few letters may mean, by names in any language.",
                [.query("q", "A name or its beginning, or two of them; with a year.", .string)]
                    + .clocks,
                .object(["items": .list(.reference("Place"))])
            )
        ) { desk, asked in
            let finder = try PlaceFinder(desk: desk, question: asked.question)
            return try .json(["items": finder.places(asked.query["q"] ?? "")])
        },
        reply(
            "/api/v1/search",
            Endpoint(
                "Paragraphs in which all words stand, the best first; where there is none, those without "
                    + "small words, then those with some of the words.",
                [.words] + .filters + [.limit],
                .object(["items": .list(.reference("Hit")), "isWidened": .boolean])
            )
        ) { desk, asked in
            let limit = try asked.query.number(
                "limit",
                in: StatementsResource.limits,
                default: StatementsResource.usualLimit
            )
            let found = try desk.ledger.found(
                SearchQuery(
                    words: asked.query["q"] ?? "",
                    filter: StatementFilter(asked),
                    limit: limit,
                    breadths: desk.smallWords.wide
                )
            )
            return try .json(SearchResource(found))
        },
    ]

    private static let watches = [
        reply(
            "/api/v1/watches",
            Endpoint(
                "What is watched, and what was told of it.",
                .clocks + .paging,
                .listing(.reference("Watch"))
            )
        ) { desk, asked in
            let watched = try WatchesPage(desk: desk, asked: asked).watched.map(WatchResource.init)
            return try .json(Listing(watched, asked.query, name: \.id))
        },
        reply(
            "/watch/{id}/feed.atom",
            Endpoint(
                "What was told of one watch, as a feed.",
                [.path("id", "The id of a watch, or its beginning.")] + .clocks,
                type: "application/atom+xml",
                .string
            )
        ) { try WatchFeed(desk: $0, asked: $1).reply },
    ]

    private static let statements = [
        reply(
            "/api/v1/statements",
            Endpoint(
                "Statements, in the order in which they became known.",
                .filters + .paging,
                .object(
                    ["statements": .list(.reference("Statement")), "isCut": .boolean],
                    optional: ["next": .string]
                )
            )
        ) { try .json(StatementsResource(desk: $0, asked: $1)) },
        Route(
            path: "/api/v1/statements.jsonl",
            answer: .stream { try StatementStream.response(desk: $0, asked: $1) },
            endpoint: Endpoint(
                "All of them as a stream, one JSON object a line.",
                .filters,
                type: "application/jsonl",
                .reference("Statement")
            )
        ),
        reply(
            "/api/v1/statements/{id}",
            Endpoint(
                "One statement; not found where it was not known then, or had not happened.",
                [.path("id", "The id, or its beginning.")] + .clocks,
                .reference("Statement")
            )
        ) { desk, asked in
            let recorded = try desk.statement(asked.part("id"), asked.question.clocks)
            return try .json(StatementResource(recorded.statement))
        },
        reply(
            "/feed.atom",
            Endpoint(
                "A saved search as a feed: the newest statements that fit.",
                [.words] + .filters,
                type: "application/atom+xml",
                .string
            )
        ) { try AtomFeed(desk: $0, asked: $1).reply },
    ]

    /// A case comes with all its sentences, some 20 kB: a hundred took twice as long as a page may.
    private static let usualCases = 50

    private static func reply(
        _ path: String,
        _ endpoint: Endpoint,
        _ make: @escaping @Sendable (Desk, Asked) throws -> Reply
    ) -> Route {
        Route(path: path, answer: .reply(make), endpoint: endpoint)
    }
}

extension [Endpoint.Parameter] {
    fileprivate static let clocks = Endpoint.Parameter.clocks
    fileprivate static let paging = Endpoint.Parameter.paging
    fileprivate static let filters = Endpoint.Parameter.filters
}
