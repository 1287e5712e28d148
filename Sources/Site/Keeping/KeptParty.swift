import Assessment
import Diplomacy
import Ledger

extension Reach {
    /// As much as pages show, and texts, which show less.
    static let kept = Reach(
        entries: LongList.mostOnPage,
        citations: CitationList.mostOnPage,
        ids: 8
    )
    /// As much of a large ledger as programs get at once.
    static let program = Reach(
        entries: LongList.mostOnPage,
        citations: CitationList.mostOnPage,
        ids: LongList.mostOnPage
    )
}

/// With whom each party is told of, and in how many statements.
struct Partners: Sendable {
    private var partners: [ActorCode: Set<ActorCode?>] = [:]
    private var told: [ActorCode: Int] = [:]
    /// Of everybody.
    private var statements = 0

    init(_ counts: [PairCount]) {
        for count in counts {
            statements += count.statements
            for party in Set([count.source, count.target].compactMap(\.self)) {
                told[party, default: 0] += count.statements
            }
            partners[count.source, default: []].insert(count.target)
            if let target = count.target { partners[target, default: []].insert(count.source) }
        }
    }

    /// In how many statements these are told of, those with two of them twice; nil: everybody.
    func statements(of parties: Set<ActorCode>?) -> Int {
        parties.map { $0.reduce(0) { $0 + (told[$1] ?? 0) } } ?? statements
    }

    /// By code, nobody who is named at the end.
    func of(_ actor: ActorCode) -> [ActorCode?] {
        (partners[actor] ?? []).sorted { left, right in
            guard let left else { return false }
            return right.map { left < $0 } ?? true
        }
    }
}

/// What is kept of a party, or of everybody, as it is put together.
struct PartyDraft {
    var brief: BriefDraft
    /// Roots of what it did to parties that are named, as `mostToldPatron` counts.
    var rootsToNamed = 0
    fileprivate var overview: OverviewDraft?
    fileprivate var standings: StandingList.Draft
    private let reach: Reach

    /// `overview` is nil for everybody.
    init(_ overview: OverviewDraft? = nil, _ reach: Reach = .kept, _ frame: LedgerFrame) {
        self.overview = overview
        self.reach = reach
        brief = BriefDraft(reach, listed: reach.isWhole ? nil : frame.brief.listed(reach))
        standings = StandingList.Draft(reach)
    }

    mutating func add(_ pair: PairAtHand) {
        for standing in pair.standings {
            standings.add(reach.isWhole ? standing : standing.outline)
        }
        guard pair.first != pair.second, let standing = pair.standings.first else { return }
        overview?.add(pair.second, pair.statements, standing)
    }

    /// Takes in who says what is told of a party, or of everybody.
    mutating func hear(_ actor: ActorCode?, _ ledger: LedgerDatabase) throws {
        let filter = StatementFilter(clocks: ledger.clocks, party: actor)
        try ledger.eachTelling(filter) {
            brief.hear($0.statement, $0.speakers, article: $0.article)
        }
    }
}

/// What pages and texts of a party, or of everybody, are made from.
struct KeptParty {
    /// Nil: everybody.
    let actor: ActorCode?
    let brief: Brief
    let overview: PatronOverview?
    let standings: StandingList
    let rootsToNamed: Int

    init(_ actor: ActorCode?, _ draft: PartyDraft, _ frame: LedgerFrame) {
        self.actor = actor
        brief = draft.brief.brief(of: actor, frame.brief)
        overview = draft.overview?.overview
        standings = draft.standings.list
        rootsToNamed = draft.rootsToNamed
    }
}
