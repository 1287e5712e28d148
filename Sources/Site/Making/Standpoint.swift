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
    /// What is told of `actor`, put together a partner at a time.
    ///
    /// `visit` is handed each part, whether it comes here first of its two parties, and the two where somebody is
    /// named. Without `since` there is no overview; without `withStandings` no line is drawn.
    func draft(
        of actor: ActorCode,
        since: Day?,
        _ point: Standpoint,
        _ frame: LedgerFrame,
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
        var draft = PartyDraft(overview, listed: frame.brief.listed(.kept))
        for partner in point.partners.of(actor) {
            let told = try told(of: actor, with: partner, point.ledger)
            let part = BriefPart(told, .kept, helpFor: actor)
            draft.brief.add(part)
            draft.rootsToNamed += part.rootsOfDeeds(of: actor)
            // Of the two, one takes the part to everybody.
            let isFirst = partner.map { actor <= $0 } ?? true
            let pair = partner.map { partner in
                PairAtHand(
                    first: actor,
                    second: partner,
                    statements: told,
                    standings: withStandings
                        ? standings(of: actor, and: partner, in: told, point.until) : []
                )
            }
            if let pair { draft.add(pair) }
            try visit(part, isFirst, pair)
        }
        let own = StatementFilter(clocks: point.ledger.clocks, party: actor)
        try point.ledger.eachTelling(own) { draft.hear($0) }
        return draft
    }

    /// What pages and texts of a party show; `report` is told of the statements that were gone through.
    func party(
        _ actor: ActorCode,
        since: Day?,
        _ point: Standpoint,
        _ frame: LedgerFrame,
        withStandings: Bool,
        _ report: (_ statements: Int) throws -> Void
    ) throws -> KeptParty {
        var draft = try draft(of: actor, since: since, point, frame, withStandings: withStandings) {
            _,
            _,
            pair in
            try report(pair?.statements.count ?? 0)
        }
        draft.brief.comparePromisors()
        return KeptParty(actor, draft, frame)
    }

    /// The same of everybody.
    func everybody(
        _ point: Standpoint,
        _ frame: LedgerFrame,
        withStandings: Bool,
        _ report: (_ statements: Int) throws -> Void
    ) throws -> KeptParty {
        var everybody = PartyDraft(nil, listed: frame.brief.listed(.kept))
        for party in frame.actors {
            var draft = try draft(
                of: party.actor,
                since: nil,
                point,
                frame,
                withStandings: withStandings
            ) {
                part,
                isFirst,
                pair in
                if isFirst { everybody.brief.add(part, comparesHelp: false) }
                if isFirst, let pair { everybody.add(pair) }
                try report(pair?.statements.count ?? 0)
            }
            everybody.brief.add(draft.brief.comparePromisors())
        }
        let all = StatementFilter(clocks: point.ledger.clocks)
        try point.ledger.eachTelling(all) { everybody.hear($0) }
        return KeptParty(nil, everybody, frame)
    }

    /// What is told of the two; of `actor` and nobody who is named.
    private func told(
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
