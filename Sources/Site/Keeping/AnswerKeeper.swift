import Assessment
package import Diplomacy
import Foundation
package import Ledger
package import Text

/// Makes ahead what pages and commands show of a large ledger, and has the ledger keep it.
///
/// It goes over one unchanging state of the ledger, two parties at a time, so that never more than what is told
/// between two is in memory: of a great party the parts are put together. The pages are made by what makes them for
/// a visitor; only what they are made from is put before them.
package struct AnswerKeeper: Sendable {
    /// Below, nothing is kept: of 20,000 statements the first page takes under a second of processor time once, and
    /// every other page under 150 ms, so nobody waits long for what is always new.
    package static let leastStatements = 20_000
    /// A pair of fewer statements is read, weighed and drawn in less than some 50 ms whenever it is asked for.
    ///
    /// Kept from 250 on, a million statements took some two fifths longer to keep.
    static let leastOfPair = 500
    /// The text of a pair is kept from 50 statements on where its pages are from 500: from 100 on, one of 85 took
    /// twice as long as the start of a command.
    ///
    /// It is small and costs little to keep, and a command that makes it has to start and to read the register besides.
    private static func leastOfText(_ leastOfPair: Int) -> Int { leastOfPair / 10 }
    /// The text of a case is kept from 50 statements on: looking them up and writing them takes some 0.1 ms each.
    var leastOfCase: Int { leastOfPair / 10 }

    /// Cases of more sentences stand without these in what programs get of a pair: looking a thousand up and writing
    /// them took 100 ms of 120, and each case is an address of its own.
    static let mostSentences = 400

    let ledger: LedgerDatabase
    let resources: ResourceFolder
    let assessor: Assessor
    let capitals: CapitalTable
    let phrases: PhraseBook
    let names: ActorNames
    let called: @Sendable (ActorCode) -> String
    let today: @Sendable () -> Day
    private let now: @Sendable () -> Int
    private let leastStatements: Int
    let leastOfPair: Int

    /// - Parameters:
    ///   - ledger: One that is open for writing.
    ///   - names: The name of an actor in a language, for pages.
    ///   - called: A party as the texts of commands name it.
    ///   - today: For an empty ledger, which has no last day.
    ///   - now: In seconds from 1970-01-01; says of a process that keeps answers how long it has been silent.
    ///   - resources: Where phrases and the tables of Assessment are found.
    ///   - leastStatements: Below, nothing is kept; tests keep answers of small ledgers too.
    ///   - leastOfPair: Below, a pair has no page that is kept.
    /// - Throws: `TableError` where the phrases or the tables are not to be found.
    package init(
        _ ledger: LedgerDatabase,
        names: ActorNames,
        called: @escaping @Sendable (ActorCode) -> String,
        today: @escaping @Sendable () -> Day,
        now: @escaping @Sendable () -> Int,
        resources: ResourceFolder = ResourceFolder(),
        leastStatements: Int = Self.leastStatements,
        leastOfPair: Int? = nil
    ) throws {
        self.ledger = ledger
        self.resources = resources
        self.names = names
        self.called = called
        self.today = today
        self.now = now
        self.leastStatements = leastStatements
        self.leastOfPair = leastOfPair ?? Self.leastOfPair
        assessor = try Assessor(resources)
        capitals = try CapitalTable(resources)
        phrases = try PhraseBook(resources)
    }

    /// For a site, which has most of it already, and whose pages name parties by themselves.
    init(_ desk: Desk, names: ActorNames, phrases: PhraseBook, _ bounds: Bounds) {
        (ledger, resources, assessor) = (desk.ledger, desk.resources, desk.assessor)
        (capitals, today, self.phrases, self.names) = (desk.capitals, desk.today, phrases, names)
        (called, now) = ({ $0.rawValue }, { 0 })
        (leastStatements, leastOfPair) = (bounds.leastStatements, bounds.leastOfPair)
    }

    /// Names who makes answers, so that those of another program or of another register are not taken for its own.
    ///
    /// The number goes up with every change of what a page or a text of it says.
    static func maker(_ resources: ResourceFolder) throws -> String {
        "14 \(try CommitmentRegister.name(resources))"
    }

    /// Whether the ledger is so large that answers are kept.
    package var isLarge: Bool { get throws { try ledger.statementNumber() >= leastStatements } }

    /// Whether the ledger keeps what is no longer so, or nothing although it is large.
    package var isBehind: Bool {
        get throws {
            guard try isLarge else { return false }
            return try KeptAnswers(ledger, resources)?.areFresh != true
        }
    }

    /// Makes all answers anew, and shows them in place of the last ones when all are there; how many.
    ///
    /// Whoever asks meanwhile gets the last ones. Some 0.8 ms of processor time a statement; nothing for a small
    /// ledger. Throws `LedgerError.Kind.locked` where another process makes them already.
    @discardableResult
    package func renew() throws -> Int {
        guard try isLarge else { return 0 }
        try ledger.weighWhatIsLeft()
        // What weighing needed lies in pieces that nothing after it would fill.
        ledger.giveMemoryBack()
        let frozen = try ledger.frozen()
        var count = 0
        try ledger.keepAnswers(since: try frozen.changeCount(), now: now) { write in
            func keep(_ answers: [KeptAnswer]) throws {
                count += answers.count
                try write(answers)
            }
            try keep([
                KeptAnswer(.word, "maker", Data(try Self.maker(resources).utf8)),
                KeptAnswer(.word, "fingerprint", Data(try frozen.fingerprint().utf8)),
                KeptAnswer(.word, "counts", try JSONEncoder().encode(frozen.counts())),
            ])
            let until = try frozen.lastDay(.unset) ?? today()
            // Every article and voice at once takes most, so this comes before there is anything else; and what
            // cases need comes before what all pages need.
            try keepSources(frozen, until, keep)
            frozen.giveMemoryBack()
            let cases = try CaseKeeper(ledger: frozen, assessor: assessor, until: until)
                .keep(text(of:), keep)
            // What a great beneficiary needed lies in pieces that nothing after it fills, 75 MB of them at a million
            // statements, and they would stay to the end.
            frozen.giveMemoryBack()
            let frame = try LedgerFrame(frozen)
            frozen.giveMemoryBack()
            try keepParties(frozen, frame, cases, until, keep)
        }
        return count
    }

    private func keepParties(
        _ frozen: LedgerDatabase,
        _ frame: LedgerFrame,
        _ cases: KeptCases,
        _ until: Day,
        _ keep: ([KeptAnswer]) throws -> Void
    ) throws {
        let point = Standpoint(
            ledger: frozen,
            until: until,
            partners: Partners(try frozen.pairCounts()),
            frame: frame,
            cases: cases
        )
        var everybody = PartyDraft(nil, .kept, frame)
        var patron: KeptParty?
        for party in frame.actors {
            let since = OverviewPage.usualSince(until)
            var draft = try draft(of: party.actor, since: since, point, frame) {
                part,
                isFirst,
                pair in
                if isFirst { everybody.brief.add(part, comparesHelp: false) }
                guard let pair else { return }
                if isFirst { everybody.add(pair) }
                let count = pair.statements.count
                if pair.first < pair.second, count >= Self.leastOfText(leastOfPair) {
                    var own = self.desk(point)
                    own.pair = pair
                    try keepPair(pair, own, withPages: count >= leastOfPair, keep)
                }
            }
            everybody.brief.add(draft.brief.comparePromisors(assessor.register))
            let kept = KeptParty(party.actor, draft, frame)
            try keepParty(kept, point, keep)
            if draft.rootsToNamed > (patron?.rootsToNamed ?? 0) { patron = kept }
            // What one party needed lies between what stays, and the next would be put behind it.
            frozen.giveMemoryBack()
        }
        try everybody.hear(nil, frozen)
        let everyone = KeptParty(nil, everybody, frame)
        let parties = [everyone, patron].compactMap(\.self)
        let desk = desk(point, parties, patron: patron?.actor)
        try keep([KeptAnswers.word(frame.actors)])
        for path in ["", "world", "brief", "disagreements", "cases", "outlook"] {
            frozen.giveMemoryBack()
            try keep(pages([path], of: nil, desk))
        }
        try keep(replies(of: nil, desk) + [caseList(of: nil, desk)])
        try keep(kinds(of: nil, desk))
        try keep(texts(of: everyone, point))
        try keep(outlooks(cases, until))
    }

    /// Where what was read comes from: every article and voice, of which nothing is held afterwards.
    private func keepSources(
        _ frozen: LedgerDatabase,
        _ until: Day,
        _ keep: ([KeptAnswer]) throws -> Void
    ) throws {
        let frame = try LedgerFrame(frozen)
        frozen.giveMemoryBack()
        let report = try SourceReport(frozen, frame)
        let desk = desk(
            Standpoint(ledger: frozen, until: until, partners: Partners([]), frame: frame)
        )
        desk.shelf.sources.keep(report, .unset, Standpoint.stamp)
        frozen.giveMemoryBack()
        try keep(pages(["sources"], of: nil, desk))
        frozen.giveMemoryBack()
        try keep(replies(of: nil, desk) { $0 == Self.sources })
        frozen.giveMemoryBack()
        try keep([text("sources", report.text(name: called))])
    }

    // MARK: Behind a server

    /// Seconds between two looks at the ledger; it is left alone until nothing was written between two.
    private static let pause: TimeInterval = 20

    /// Makes answers anew whenever the ledger is behind and nothing is being read, as long as the process runs.
    ///
    /// On a thread of its own, because it computes for minutes: tasks that answer visitors must not wait for it.
    /// Where it fails, as on a full disk or while another process keeps, the last answers stand and say how old they
    /// are; the next look tries again.
    func keepBehindTheServer() {
        let keeper = self
        Thread.detachNewThread {
            var last: ChangeCount?
            while true {
                let now = try? keeper.ledger.changeCount()
                if now == last, (try? keeper.isBehind) == true { _ = try? keeper.renew() }
                last = now
                Thread.sleep(forTimeInterval: Self.pause)
            }
        }
    }
}
