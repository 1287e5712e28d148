import Assessment
import Diplomacy
import Ledger

/// A ledger under its two clocks, with what the views of all of it share: from here they are made a party at a time.
struct Standpoint: Sendable {
    /// Frozen, or as it stood: see `LedgerDatabase.asOf`.
    let ledger: LedgerDatabase
    /// The last day of its lines.
    let until: Day
    let partners: Partners
    /// Nil where nothing that is asked for shows it.
    var frame: LedgerFrame?
    /// Nil where nothing that is asked for needs them.
    var cases: KeptCases?

    /// That of `LedgerDatabase.changeStamp()` of a ledger that does not change.
    static let stamp = "frozen"
}

extension AnswerKeeper {
    /// Hands over what is told of `actor` a partner at a time: a part of a brief, whether it comes here first of its
    /// two parties, and the two where somebody is named.
    ///
    /// `drawsLines` says of which pairs, the first of their two or not, lines are drawn.
    private func eachPart(
        of actor: ActorCode,
        _ point: Standpoint,
        _ reach: Reach,
        drawsLines: (_ isFirst: Bool) -> Bool,
        visit: (BriefPart, _ isFirst: Bool, PairAtHand?) throws -> Void
    ) throws {
        for partner in point.partners.of(actor) {
            let told = try told(of: actor, with: partner, point.ledger)
            // Of the two, one takes the part to everybody.
            let isFirst = partner.map { actor <= $0 } ?? true
            let pair = partner.map { partner in
                PairAtHand(
                    first: actor,
                    second: partner,
                    statements: told,
                    standings: drawsLines(isFirst)
                        ? standings(of: actor, and: partner, in: told, point.until) : []
                )
            }
            try visit(BriefPart(told, reach, helpFor: actor), isFirst, pair)
        }
    }

    /// What is told of `actor`, put together; `visit` is handed each part, see `eachPart`.
    ///
    /// Without `since` there is no overview.
    func draft(
        of actor: ActorCode,
        since: Day?,
        _ point: Standpoint,
        _ frame: LedgerFrame,
        _ reach: Reach = .kept,
        withStandings: Bool = true,
        visit: (BriefPart, _ isFirst: Bool, PairAtHand?) throws -> Void
    ) throws -> PartyDraft {
        let overview = since.map {
            OverviewDraft(
                of: actor,
                cases: point.cases?.all ?? [],
                since: $0,
                until: point.until,
                assessor: assessor,
                mostChanges: Table.mostRows
            )
        }
        var draft = PartyDraft(overview, reach, frame)
        try eachPart(of: actor, point, reach, drawsLines: { _ in withStandings }) {
            part,
            isFirst,
            pair in
            draft.brief.add(part)
            draft.rootsToNamed += part.rootsOfDeeds(of: actor)
            if let pair { draft.add(pair) }
            try visit(part, isFirst, pair)
        }
        try draft.hear(actor, point.ledger)
        return draft
    }

    /// What is told of a party, for nil of everybody; `report` is told of the statements that were gone through.
    func whole(
        _ actor: ActorCode?,
        since: Day? = nil,
        _ point: Standpoint,
        _ reach: Reach = .kept,
        withStandings: Bool,
        _ report: (_ statements: Int) throws -> Void
    ) throws -> KeptParty {
        guard let frame = point.frame else {
            preconditionFailure("what is asked of a party is framed by what was read")
        }
        guard let actor else {
            return try everybody(point, frame, reach, withStandings: withStandings, report)
        }
        var draft = try draft(
            of: actor,
            since: since,
            point,
            frame,
            reach,
            withStandings: withStandings
        ) { _, _, pair in try report(pair?.statements.count ?? 0) }
        draft.brief.comparePromisors(assessor.register)
        return KeptParty(actor, draft, frame)
    }

    private func everybody(
        _ point: Standpoint,
        _ frame: LedgerFrame,
        _ reach: Reach,
        withStandings: Bool,
        _ report: (_ statements: Int) throws -> Void
    ) throws -> KeptParty {
        var everybody = PartyDraft(nil, reach, frame)
        for party in frame.actors {
            // Of each alone is asked only who helped it where another did not.
            var own = BriefDraft(Reach(entries: 0, citations: reach.citations, ids: 0))
            try eachPart(of: party.actor, point, reach, drawsLines: { $0 && withStandings }) {
                part,
                isFirst,
                pair in
                own.add(part)
                if isFirst { everybody.brief.add(part, comparesHelp: false) }
                if isFirst, let pair { everybody.add(pair) }
                try report(pair?.statements.count ?? 0)
            }
            everybody.brief.add(own.comparePromisors(assessor.register))
            point.ledger.giveMemoryBack()
        }
        try everybody.hear(nil, point.ledger)
        return KeptParty(nil, everybody, frame)
    }

    /// What is told of the two; of `actor` and nobody who is named.
    func told(
        of actor: ActorCode,
        with partner: ActorCode?,
        _ ledger: LedgerDatabase
    ) throws -> [CitedStatement] {
        var filter = StatementFilter(clocks: ledger.clocks)
        if let partner {
            filter.pair = (actor, partner)
        } else {
            filter.source = actor
            filter.hasNoTarget = true
        }
        return try LedgerMaterial.statements(ledger, filter)
    }

    private func standings(
        of first: ActorCode,
        and second: ActorCode,
        in told: [CitedStatement],
        _ until: Day
    ) -> [Standing] {
        let directions = [(first, second)] + (first == second ? [] : [(second, first)])
        return directions.map {
            assessor.standing(
                of: DirectedPair(source: $0.0, target: $0.1),
                in: told,
                until: until
            )
        }
    }
}
