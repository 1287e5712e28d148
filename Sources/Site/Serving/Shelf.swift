import Assessment
import Diplomacy
import Hummingbird
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
    let told = Kept<Clocks, [ActorCode]>(mostWeight: Self.mostClocks)
    let sources = Kept<Clocks, SourceReport>(mostWeight: Self.mostClocks)
    let outlooks = Kept<Clocks, OutlookAnswer>(mostWeight: Self.mostClocks)
    let overviews = Kept<OverviewKey, PatronOverview>(mostWeight: Self.mostParties)
    let briefs = Kept<BriefKey, Brief>(mostWeight: Self.mostStatements, weight: { $0.weight })
    let fingerprint = Kept<String, String>(mostWeight: 1)
    let counts = Kept<String, LedgerCounts>(mostWeight: 1)
    let marks = Kept<String, ArticleMarks>(mostWeight: 1)
    let size = Kept<String, Int>(mostWeight: 1)
    let kept = Kept<String, KeptAnswers?>(mostWeight: 1)
    /// Whole answers, in bytes: some thousand pages.
    let answers = Kept<AnswerKey, ReadyAnswer>(mostWeight: 48 << 20, weight: { $0.weight })

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

/// What an answer depends on besides the state of the ledger and what is the same from the start of the site to its
/// end.
///
/// Of a visitor's cookies guards look at the token before, and who decides is in the secret of forms.
struct AnswerKey: Hashable, Sendable {
    let host: String
    /// As the browser wrote it, with the query.
    let address: String
    let coding: ContentCoding
    let day: Day
    /// The secret of the forms that it may hold; nil for a page without forms.
    let secret: String?
}

/// An answer that only has to be sent.
struct ReadyAnswer: Sendable {
    /// The name of its content, by which a browser knows it.
    let name: String
    let coding: ContentCoding
    let response: Response
    let weight: Int

    init(_ reply: Reply, name: String, _ coding: ContentCoding) {
        self.name = name
        self.coding = coding
        response = reply.response(tag: coding.tag(name))
        weight = reply.bytes.count
    }

    /// `known` is what the browser has already, by its tags.
    func response(unless known: String?) -> Response {
        ContentCoding.isKnown(name, known) ? Reply.notModified(tag: coding.tag(name)) : response
    }
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
    /// How much it holds: about its statements where it is whole, a few thousand where it is an excerpt.
    fileprivate var weight: Int {
        let findings = [undelivered, inDoubt, promised, came].flatMap(\.held)
        return 1 + findings.reduce(0) { $0 + $1.citations.held.count }
            + disagreements.held.reduce(0) { $0 + $1.yes.held.count + $1.no.held.count }
            + pairs.held.count + read.articles.held.count
    }
}
