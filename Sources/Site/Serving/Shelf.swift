import Assessment
import Diplomacy
import Ledger

/// What was made for one state of the ledger and may be given again.
///
/// A page is a pure function of the ledger's state and of what is asked, so nothing here can be stale.
struct Shelf: Sendable {
    /// Everything under two clocks, by the clocks: a person compares a few, and of a large ledger one has room.
    let wholes = Kept<Clocks, WholeLedger>(
        mostWeight: Self.mostStatements,
        weight: { 1 + $0.material.statements.count + $0.material.articles.count }
    )
    let cases = Kept<Clocks, [AllianceCase]>(mostWeight: Self.mostClocks)
    let actors = Kept<Clocks, [PartyCount]>(mostWeight: Self.mostClocks)
    let sources = Kept<Clocks, SourceReport>(mostWeight: Self.mostClocks)
    let outlooks = Kept<Clocks, OutlookAnswer>(mostWeight: Self.mostClocks)
    let overviews = Kept<OverviewKey, PatronOverview>(mostWeight: Self.mostParties)
    let briefs = Kept<BriefKey, Brief>(mostWeight: Self.mostStatements, weight: { $0.weight })
    let fingerprint = Kept<String, String>(mostWeight: 1)
    let counts = Kept<String, LedgerCounts>(mostWeight: 1)
    /// Whole replies by their tags, in bytes: some thousand pages.
    let replies = Kept<String, Reply>(mostWeight: 48 << 20, weight: { $0.bytes.count })

    /// A reply that is larger than this is seldom asked for twice.
    static let largestReply = 2 << 20
    /// About a gigabyte of them.
    private static let mostStatements = 1_200_000
    private static let mostClocks = 6
    private static let mostParties = 400
}

/// What the page of the outlook shows.
struct OutlookAnswer: Sendable {
    /// Of each promisor, by code.
    let reliabilities: [Reliability]
    let outlook: Outlook
}

/// Of whom an overview is, and since when it tells of changes.
struct OverviewKey: Hashable, Sendable {
    let clocks: Clocks
    let patron: ActorCode
    let since: Day
}

/// Of whom a brief is; nil for everybody.
struct BriefKey: Hashable, Sendable {
    let clocks: Clocks
    let actor: ActorCode?
}

extension Brief {
    /// How many statements it holds.
    fileprivate var weight: Int { 1 + read.statementCount }
}
