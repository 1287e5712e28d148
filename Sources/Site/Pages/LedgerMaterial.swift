package import Assessment
package import Diplomacy
package import Ledger

/// Takes the material of a brief out of a ledger, under two clocks.
package enum LedgerMaterial {
    /// Everything in the ledger that was true and known on the days asked for.
    ///
    /// Linear in the ledger: about 20 µs a statement and 200 µs an article. What the ledger keeps is not weighed
    /// again.
    package static func read(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks
    ) throws -> Material {
        let (statements, graph) = try told(ledger, clocks)
        var material = try frame(ledger, clocks, relays: graph.relays)
        material.statements = statements
        return material
    }

    /// The same without the statements; `relays` are those among all articles.
    static func frame(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        relays: [Relay]
    ) throws -> Material {
        let articles = try ledger.heads(ofArticles: clocks)
        let leftOut = try ledger.leftOut()
        return Material(
            statements: [],
            articles: articles.map { ReadArticle($0) },
            relays: relays,
            leftOut: articles.map { article in
                LeftOutTally(
                    article: article.id,
                    omissions: leftOut[article.id]?.omissions ?? [:],
                    discards: leftOut[article.id]?.discards ?? [:]
                )
            },
            unread: try ledger.skips().map { UnreadSource(place: $0.place, reason: $0.reason) }
        )
    }

    /// All statements, and who passes on whom among all articles.
    private static func told(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks
    ) throws -> ([CitedStatement], RelayGraph) {
        if let kept = try kept(ledger, clocks, [StatementFilter(clocks: clocks)]) {
            return (kept, try ledger.relayGraph())
        }
        let recorded = try ledger.statements(StatementFilter(clocks: clocks))
        let weighed = try ledger.weighed(recorded, clocks: clocks, everyArticle: true)
        return (cited(recorded, weighed), weighed.graph)
    }

    /// What the filters ask for as it lies ready in the ledger; nil under other clocks than those of the ledger, and
    /// where something waits to be weighed.
    static func kept(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        _ filters: [StatementFilter],
        where isWanted: (Diplomacy.Statement) -> Bool = { _ in true }
    ) throws -> [CitedStatement]? {
        guard clocks == ledger.clocks else { return nil }
        var articles: [String: ReadArticle] = [:]
        return try ledger.weighedStatements(filters) { weighed -> CitedStatement? in
            isWanted(weighed.statement) ? cited(weighed, &articles) : nil
        }?.compactMap(\.self)
    }

    private static func cited(
        _ weighed: WeighedStatement,
        _ articles: inout [String: ReadArticle]
    ) -> CitedStatement {
        let article = articles[weighed.article.id] ?? ReadArticle(weighed.article)
        articles[article.id] = article
        return CitedStatement(
            weighed.statement,
            in: article,
            root: weighed.root,
            event: weighed.event
        )
    }

    /// What any of the filters asks for under the clocks of the ledger and `isWanted` lets through, each statement once.
    static func statements(
        _ ledger: LedgerDatabase,
        _ filters: [StatementFilter],
        where isWanted: (Diplomacy.Statement) -> Bool = { _ in true }
    ) throws -> [CitedStatement] {
        let filters = filters.map { filter in
            var filter = filter
            filter.clocks = ledger.clocks
            return filter
        }
        if let kept = try kept(ledger, ledger.clocks, filters, where: isWanted) { return kept }
        return try together(filters, ledger, ledger.clocks).filter { isWanted($0.statement) }
    }

    /// The statements of these ids that count now; those of a split by the ids of its parts.
    static func statements(
        _ ledger: LedgerDatabase,
        ids: [Diplomacy.Statement.ID]
    ) throws -> [CitedStatement] {
        var articles: [String: ReadArticle] = [:]
        let found = try ledger.weighedStatements(ids: ids) { cited($0, &articles) }
        if let found { return found }
        let recorded = try ids.compactMap { try ledger.statement($0) }
        return cited(recorded, try ledger.weighed(recorded, clocks: .unset))
    }

    /// The statements that `filter` asks for with their roots and events; see
    /// `LedgerDatabase.weighed(_:)` for what it may narrow.
    package static func statements(
        _ ledger: LedgerDatabase,
        _ filter: StatementFilter
    ) throws -> [CitedStatement] {
        if let kept = try kept(ledger, filter.clocks, [filter]) { return kept }
        let recorded = try ledger.statements(filter)
        return cited(recorded, try ledger.weighed(recorded, clocks: filter.clocks))
    }

    /// How the two stand to each other, as true and known on the days asked for.
    package static func ties(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        of first: ActorCode,
        and second: ActorCode
    ) throws -> [CitedTie] {
        try ledger.ties(TieFilter(clocks: clocks, parties: [first, second])).map {
            CitedTie($0.tie, in: ReadArticle($0.article))
        }
    }

    static func cited(
        _ recorded: [RecordedStatement],
        _ weighed: Weighed
    ) -> [CitedStatement] {
        recorded.map {
            CitedStatement(
                $0.statement,
                in: ReadArticle($0.article, weighed.graph),
                root: weighed.roots[$0.id],
                event: weighed.eventOfStatement[$0.id]
            )
        }
    }
}

extension ReadArticle {
    init(_ head: ArticleHead) {
        self.init(
            id: head.id,
            document: head.document,
            outlet: head.outlet,
            title: head.title,
            opening: head.opening,
            language: head.language,
            publication: head.publication
        )
    }

    /// `graph` knows the outlet of an article whose file does not name it, by the name at its head.
    package init(_ summary: ArticleSummary, _ graph: RelayGraph? = nil) {
        self.init(
            id: summary.id,
            document: summary.document,
            outlet: summary.outlet ?? graph?.outletName(of: summary.id),
            title: summary.title,
            opening: summary.opening,
            language: summary.language,
            publication: summary.publication
        )
    }
}
