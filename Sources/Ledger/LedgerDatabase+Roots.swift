import Diplomacy
import GRDB

extension LedgerDatabase {
    /// The statements that `filter` asks for, weighed: their roots, the happenings they tell of, and the
    /// relays among the articles known then.
    ///
    /// A happening is one between two parties, so the filter may name a pair or a party, and the clocks;
    /// what narrows further (an act, a speaker, a limit) would tear happenings apart. About 20 µs a
    /// statement.
    package func weighed(_ filter: StatementFilter = StatementFilter()) throws -> Weighed {
        let statements = try statements(filter)
        return try weighed(statements, clocks: filter.clocks)
    }

    /// Weighs `statements`, which stand in the order of the ledger, under the clocks they were asked
    /// with.
    ///
    /// The graph is that of their articles and of what these pass on; with `everyArticle`, of all
    /// articles known then.
    package func weighed(
        _ statements: [RecordedStatement],
        clocks: Clocks,
        everyArticle: Bool = false
    ) throws -> Weighed {
        try read { database in
            var topics: [String: Set<Set<ActorCode>>] = [:]
            for recorded in statements {
                let parties = Set(
                    [recorded.statement.source, recorded.statement.target].compactMap(\.self)
                )
                topics[recorded.article.id, default: []].insert(parties)
            }
            let reader = RelayReader(
                database: database,
                clocks: clocks,
                articles: everyArticle ? nil : Set(statements.map(\.article.id))
            )
            let graph = RelayGraph(
                try reader.nodes(),
                pairs: try reader.pairs(),
                topics: topics
            )
            let testimonies = try reader.testimonies(of: statements.map(\.id))
            let items = statements.map { recorded in
                Testified(
                    statement: recorded.statement,
                    testimony: testimonies[recorded.id] ?? .unread,
                    knownOn: recorded.article.knownOn,
                    source: graph.source(of: recorded.article.id)
                )
            }
            return Weighed(items, graph: graph, decisions: try reader.decisions())
        }
    }

    /// Writes down that two statements tell of one happening, or of two; an earlier word on the same two
    /// gives way.
    package func decide(_ decision: EventDecision) throws {
        try writeWeighed { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO eventDecision (one, other, isTogether, decidedOn, reason)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    decision.one, decision.other, decision.isTogether,
                    decision.decidedOn.number, decision.reason,
                ]
            )
        }
    }

    /// Takes back what was decided on the two; whether there was anything.
    package func undoDecision(_ first: String, _ second: String) throws -> Bool {
        try writeWeighed { database in
            try database.execute(
                sql: "DELETE FROM eventDecision WHERE one = ? AND other = ?",
                arguments: [min(first, second), max(first, second)]
            )
            return database.changesCount > 0
        }
    }

    /// Everything that was decided, by the ids.
    package func decisions() throws -> [EventDecision] {
        try read { try RelayReader(database: $0, clocks: .unset).decisions() }
    }
}

extension Testimony {
    /// Of a statement whose article has not been related.
    static let unread = Testimony(
        kind: .account,
        voice: "",
        name: nil,
        actor: nil,
        outlet: nil,
        outletName: nil
    )
}
