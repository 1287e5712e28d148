import Assessment
import Diplomacy
import Ledger

/// A ledger under two clocks with what was made of it last: from here pages come at once.
struct Prepared: Sendable {
    /// The state of the ledger.
    let count: ChangeCount
    let clocks: Clocks
    /// Of whom everything is weighed; nil: of everybody.
    let parties: Set<ActorCode>?
    fileprivate(set) var point: Standpoint
    fileprivate(set) var desk: Desk
    fileprivate var done: Set<Wanted.Subject> = []

    /// Whether the answer comes at once from here.
    ///
    /// All cases, all sources and two of whom much is told take up to a second to draw, so they are drawn behind the
    /// site too.
    func serves(_ wanted: Wanted, _ count: ChangeCount) -> Bool {
        switch wanted.subject {
        case .brief, .overview, .parties:
            self.count == count && clocks == wanted.clocks && done.contains(wanted.subject)
        case .cases, .sources, .pair: false
        }
    }

    /// Whether what is wanted can be made from here.
    func isBase(of wanted: Wanted, _ count: ChangeCount, _ assessor: Assessor) -> Bool {
        self.count == count && clocks == wanted.clocks
            && (parties == nil || parties == wanted.parties(assessor))
    }
}

/// What work costs, in µs of processor time a statement, measured at a million: only the share of what is done is told
/// by it.
private enum Cost {
    static let weighing = 25
    static let frame = 6
    static let cases = 60
    static let party = 70
    static let everybody = 170
    static let sources = 12
}

/// Who is told how much there is to do, in any unit, and how much has been done since; the latter may throw to give up.
struct WorkReport {
    let plan: (_ cost: Int) -> Void
    let did: (_ cost: Int) throws -> Void

    /// For who tells nobody.
    static var none: WorkReport { WorkReport(plan: { _ in }, did: { _ in }) }
}

extension AnswerKeeper {
    /// Makes what is wanted; what was prepared `earlier` is taken where it serves.
    ///
    /// Two parties at a time are in memory, and what frames all articles.
    func prepare(
        _ wanted: Wanted,
        on earlier: Prepared? = nil,
        _ report: WorkReport = .none
    ) throws -> Prepared {
        var prepared = try lay(wanted, on: earlier, report)
        try add(wanted.subject, to: &prepared, report)
        return prepared
    }

    /// Lays ready what the subject is made from.
    func lay(
        _ wanted: Wanted,
        on earlier: Prepared? = nil,
        _ report: WorkReport = .none
    ) throws -> Prepared {
        let now = try ledger.changeCount()
        let base = earlier.flatMap { $0.isBase(of: wanted, now, assessor) ? $0 : nil }
        let partners = try base?.point.partners ?? Partners(ledger.pairCounts(wanted.clocks))
        report.plan(cost(of: wanted, partners, on: base?.point))
        var prepared = try base ?? self.base(of: wanted, partners, report)
        let ledger = prepared.point.ledger
        let all = partners.statements(of: nil)
        if wanted.needsFrame, prepared.point.frame == nil {
            prepared.point.frame = try LedgerFrame(ledger)
            try report.did(all * Cost.frame)
        }
        if wanted.needsCases, prepared.point.cases == nil {
            prepared.point.cases = try cases(ledger, prepared.point.until, report)
        }
        return prepared
    }

    private func base(
        of wanted: Wanted,
        _ partners: Partners,
        _ report: WorkReport
    ) throws -> Prepared {
        let (clocks, parties) = (wanted.clocks, wanted.parties(assessor))
        let own = try ledger.asOf(clocks, of: parties) { try report.did($0 * Cost.weighing) }
        let point = Standpoint(
            ledger: own,
            until: try own.lastDay(clocks) ?? today(),
            partners: partners
        )
        return Prepared(
            count: try own.changeCount(),
            clocks: clocks,
            parties: own.hasOwnWeights ? parties : nil,
            point: point,
            desk: desk(point)
        )
    }

    /// `base`: what need not be made again.
    private func cost(of wanted: Wanted, _ partners: Partners, on base: Standpoint?) -> Int {
        let all = partners.statements(of: nil)
        let own = partners.statements(of: wanted.parties(assessor))
        let isKept = wanted.clocks == .unset
        let shared =
            (base == nil && !isKept ? own * Cost.weighing : 0)
            + (wanted.needsFrame && base?.frame == nil ? all * Cost.frame : 0)
            + (wanted.needsCases && base?.cases == nil ? all * Cost.cases : 0)
        switch wanted.subject {
        case .brief(nil): return shared + all * Cost.everybody
        case .brief, .pair: return shared + own * Cost.party
        case .overview(let actor, _):
            return shared + (actor.map { partners.statements(of: [$0]) } ?? all / 4) * Cost.party
        case .sources: return shared + all * Cost.sources
        case .cases, .parties: return shared
        }
    }

    private func cases(
        _ ledger: LedgerDatabase,
        _ until: Day,
        _ report: WorkReport
    ) throws -> KeptCases {
        if ledger.clocks == .unset, let kept = try KeptAnswers(ledger, resources),
            let cases = try kept.allCases(assessor.register)
        {
            return cases
        }
        return try CaseKeeper(ledger: ledger, assessor: assessor, until: until)
            .hold { try report.did($0 * Cost.cases) }
    }

    private func add(
        _ subject: Wanted.Subject,
        to prepared: inout Prepared,
        _ report: WorkReport
    ) throws {
        let point = prepared.point
        let goOn: (Int) throws -> Void = { try report.did($0 * Cost.party) }
        var done = [subject]
        switch subject {
        case .brief(let actor):
            let party = try whole(actor, point, withStandings: false, goOn)
            prepared.desk = desk(point, [party])
        case .overview(let chosen, let since):
            let patron = try chosen ?? point.ledger.mostToldPatron()
            let day = since ?? OverviewPage.usualSince(point.until)
            let parties = try patron.map {
                try [whole($0, since: day, point, withStandings: true, goOn)]
            }
            prepared.desk = desk(point, parties ?? [], patron: patron)
            done += patron.map { [.brief($0), .overview($0, since: day)] } ?? []
            if since == nil { done += patron.map { [.overview($0, since: nil)] } ?? [] }
        case .cases, .parties: prepared.desk = desk(point)
        case .sources:
            guard let frame = point.frame else { break }
            prepared.desk = desk(point)
            prepared.desk.shelf.sources.keep(
                try SourceReport(point.ledger, frame),
                point.ledger.clocks,
                Standpoint.stamp
            )
        case .pair(let one, let other):
            var own = point
            let keeper = CaseKeeper(ledger: point.ledger, assessor: assessor, until: point.until)
            own.cases = KeptCases(try keeper.between(one, and: other))
            prepared.desk = desk(own)
            done.append(.pair(other, one))
        }
        // What was done before lies on a desk that was put away.
        prepared.done = Set(done)
    }
}
