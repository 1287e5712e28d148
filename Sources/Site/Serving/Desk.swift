import Assessment
import Diplomacy
import Ledger
import Text

/// What every page is made from.
struct Desk: Sendable {
    let ledger: LedgerDatabase
    /// How the page speaks.
    private(set) var names: Tongue
    let today: @Sendable () -> Day
    let assessor: Assessor
    let resources: ResourceFolder
    let capitals: CapitalTable
    /// Whom a person may name in a form.
    let parties: @Sendable () throws -> PartyBook
    /// What a search may do without.
    let smallWords: SmallWords
    let shelf: Shelf
    let program: Program
    /// Who decides from the review desk; nil where the site only shows.
    private(set) var reviewer: Reviewer?
    /// What was dropped in; nil where the site only shows.
    let inbox: Inbox?
    /// The cases as they are just being kept; nil for who only asks.
    var cases: KeptCases?
    /// The two whose page is just being kept.
    var pair: PairAtHand?

    /// The same desk in another language of the interface.
    func speaking(_ names: Tongue) -> Desk {
        var desk = self
        desk.names = names
        return desk
    }

    /// The same desk for who decides now.
    func decided(by reviewer: Reviewer?) -> Desk {
        var desk = self
        desk.reviewer = reviewer
        return desk
    }

    /// What the ledger keeps of answers that were made ahead; nil where it keeps none, and under a clock.
    func kept(_ clocks: Clocks) throws -> KeptAnswers? {
        guard clocks == .unset, cases == nil else { return nil }
        return try shelf.kept.value("", ledger.changeStamp()) {
            try KeptAnswers(ledger, resources) { assessor.register }
        }
    }

    /// Everything that was true and known on the days asked for, with what is looked up in it.
    func whole(_ clocks: Clocks) throws -> WholeLedger {
        try shelf.wholes.value(clocks, ledger.changeStamp()) {
            WholeLedger(try LedgerMaterial.read(ledger, clocks))
        }
    }

    /// The same without.
    func material(_ clocks: Clocks) throws -> Material { try whole(clocks).material }

    /// Every case in that material.
    func cases(_ clocks: Clocks) throws -> [AllianceCase] {
        try shelf.cases.value(clocks, ledger.changeStamp()) {
            try refuseWhileKeeping()
            return assessor.cases(in: try material(clocks).statements, until: try lastDay(clocks))
        }
    }

    /// The case with its sentences, where it may be without.
    func whole(_ found: AllianceCase) throws -> AllianceCase {
        try cases?.whole(found.id, ledger, assessor.register) ?? found
    }

    /// The cases between two parties with their sentences, under clocks for which none are kept, and what they were
    /// found in; nil where that was read before.
    func cases(
        between one: ActorCode,
        and other: ActorCode,
        _ clocks: Clocks
    ) throws -> (cases: [AllianceCase], told: [CitedStatement]?) {
        if let cases { return (cases.between(one, and: other), nil) }
        let pair = DirectedPair(source: one, target: other)
        let told = try LedgerMaterial.caseStatements(ledger, clocks, pair, assessor)
        let until = try lastDay(clocks)
        return (assessor.cases(between: one, and: other, in: told, until: until), told)
    }

    func overview(
        of patron: ActorCode,
        since: Day,
        until: Day,
        _ clocks: Clocks
    ) throws -> PatronOverview {
        let key = OverviewKey(clocks: clocks, patron: patron, since: since)
        return try shelf.overviews.value(key, ledger.changeStamp()) {
            try refuseWhileKeeping()
            return PatronOverview(
                of: patron,
                in: try whole(clocks).statements(of: patron),
                cases: try cases(clocks),
                since: since,
                until: until,
                assessor: assessor
            )
        }
    }

    /// What is told between two parties, in the order of the ledger.
    func statements(
        between first: ActorCode,
        and second: ActorCode,
        _ clocks: Clocks
    ) throws -> [CitedStatement] {
        if let pair, pair.isOf(first, second) { return pair.statements }
        let filter = StatementFilter(clocks: clocks, pair: (first, second))
        return try LedgerMaterial.statements(ledger, filter)
    }

    /// What is said of the two in `statements`, without ties.
    func report(
        of first: ActorCode,
        and second: ActorCode,
        in statements: [CitedStatement]
    ) -> PairReport {
        if let report = pair?.report, (report.first, report.second) == (first, second) {
            return report
        }
        return PairReport(of: first, and: second, in: statements)
    }

    /// How two parties stand to each other, from what concerns either of them: the same as `casus pair`, whatever
    /// was asked before.
    ///
    /// Where cases are kept they stand in it without their sentences, unless it `isWhole` and these are few. `told` is
    /// what is told of the two.
    func judgement(
        of first: ActorCode,
        and second: ActorCode,
        in told: [CitedStatement],
        _ clocks: Clocks,
        isWhole: Bool
    ) throws -> PairJudgement {
        if let pair, pair.isOf(first, second) {
            return PairJudgement(
                of: first,
                and: second,
                in: pair.statements,
                cases: cases?.between(first, and: second),
                standings: pair.standings,
                until: try lastDay(clocks),
                assessor: assessor
            )
        }
        let known =
            try cases?.between(first, and: second)
            ?? (isWhole
                ? kept(clocks)?.wholeCases(
                    between: first,
                    and: second,
                    most: AnswerKeeper.mostSentences
                )
                : kept(clocks)?.cases(between: first, and: second))
        return try LedgerMaterial.judgement(
            ledger,
            clocks,
            of: first,
            and: second,
            until: try lastDay(clocks),
            assessor: assessor,
            told: told,
            cases: known
        )
    }

    func brief(_ clocks: Clocks, of actor: ActorCode?) throws -> Brief {
        let key = BriefKey(clocks: clocks, actor: actor)
        return try shelf.briefs.value(key, ledger.changeStamp()) {
            try refuseWhileKeeping()
            return Brief(
                of: try whole(clocks).material(of: actor),
                actor: actor,
                register: assessor.register
            )
        }
    }

    func sources(_ clocks: Clocks) throws -> SourceReport {
        try shelf.sources.value(clocks, ledger.changeStamp()) {
            try refuseWhileKeeping()
            return SourceReport(of: try material(clocks))
        }
    }

    /// Whether programs get beginnings of lists: of what lies ready of a large ledger.
    var showsBeginnings: Bool { cases != nil }

    /// While answers are kept no statements lie on the desk: what was not made before would come out empty.
    private func refuseWhileKeeping() throws {
        guard cases != nil else { return }
        throw SiteProblem(
            .badQuestion,
            "A part of a page that is kept was not made before.",
            cure: "This is a fault of the program; the last answers stand."
        )
    }

    func outlook(_ clocks: Clocks) throws -> OutlookAnswer {
        try shelf.outlooks.value(clocks, ledger.changeStamp()) {
            let cases = try cases(clocks)
            return OutlookAnswer(
                reliabilities: Set(cases.map(\.promisor)).sorted()
                    .map { Reliability(of: $0, in: cases) },
                outlook: Outlook(in: cases, until: try lastDay(clocks))
            )
        }
    }

    /// How much there is, whatever the clocks.
    func counts() throws -> LedgerCounts {
        try shelf.counts.value("", ledger.changeStamp()) {
            let kept = try kept(.unset)
            if let kept, kept.areFresh, let own = try kept.counts() { return own }
            return try ledger.counts()
        }
    }

    /// The articles with the numbers that they have among all.
    func book(_ articles: [ReadArticle]) throws -> ArticleBook {
        let marks = try shelf.marks.value("", ledger.changeStamp()) { try ledger.articleMarks() }
        let numbers = try ledger.numbers(ofArticles: articles.map(\.id), marks)
        return ArticleBook(articles, numbers: numbers)
    }

    /// The outlets of these articles by their ids, those known only by the name at the head of the page too.
    func outlets(of articles: [String]) throws -> [String: String] {
        try ledger.outlets(ofArticles: articles)
    }

    /// Every party that is told of on these days, by code, with how often.
    func actors(_ clocks: Clocks) throws -> [PartyCount] {
        try shelf.actors.value(clocks, ledger.changeStamp()) {
            if let kept = try kept(clocks), kept.areFresh, let actors = try kept.actors() {
                return actors
            }
            return try ledger.partyCounts(clocks)
        }
    }

    /// The same for who chooses one of them: as the ledger keeps them, which may be without what was read last.
    ///
    /// To count them takes two seconds for a million statements, too long for a field of a form.
    func choices(_ clocks: Clocks) throws -> [PartyCount] {
        try kept(clocks)?.actors() ?? actors(clocks)
    }

    /// The parties of whom anything is told under clocks, for who chooses one: without how often, which only counting all tells.
    func told(_ clocks: Clocks) throws -> [ActorCode] {
        guard let all = try kept(.unset)?.actors() else { return try actors(clocks).map(\.actor) }
        return try shelf.told.value(clocks, ledger.changeStamp()) {
            try ledger.told(of: all.map(\.actor), clocks)
        }
    }

    /// The last day that a question under `clocks` can be answered for; today for an empty ledger.
    func lastDay(_ clocks: Clocks) throws -> Day { try ledger.lastDay(clocks) ?? today() }

    /// The version of the ledger, as citations name it.
    func fingerprint() throws -> String {
        try shelf.fingerprint.value("", ledger.changeStamp()) {
            let kept = try kept(.unset)
            if let kept, kept.areFresh, let own = try kept.fingerprint() { return own }
            return try ledger.fingerprint()
        }
    }
}

/// What is told of two parties, and how they stand: read once for all that is kept of it.
struct PairAtHand: Sendable {
    let first: ActorCode
    let second: ActorCode
    /// In the order of the ledger.
    let statements: [CitedStatement]
    /// Of both directions.
    let standings: [Standing]
    /// From the side of which pages are made now.
    var report: PairReport?

    func isOf(_ one: ActorCode, _ other: ActorCode) -> Bool {
        (one, other) == (first, second) || (one, other) == (second, first)
    }
}
