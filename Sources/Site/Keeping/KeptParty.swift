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
}

/// With whom each party is told of.
struct Partners {
    private var partners: [ActorCode: Set<ActorCode?>] = [:]

    init(_ counts: [PairCount]) {
        for count in counts {
            partners[count.source, default: []].insert(count.target)
            if let target = count.target { partners[target, default: []].insert(count.source) }
        }
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
    fileprivate var standings = StandingList.Draft(most: Reach.kept.entries)

    /// `overview` is nil for everybody; `listed` are the articles that briefs list.
    init(_ overview: OverviewDraft?, listed: Set<String>) {
        self.overview = overview
        brief = BriefDraft(.kept, listed: listed)
    }

    mutating func add(_ pair: PairAtHand) {
        for standing in pair.standings { standings.add(standing.outline) }
        guard pair.first != pair.second, let standing = pair.standings.first else { return }
        overview?.add(pair.second, pair.statements, standing)
    }

    mutating func hear(_ telling: Telling) {
        brief.hear(telling.statement, telling.speakers, article: telling.article)
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
