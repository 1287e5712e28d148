package import Assessment
package import Diplomacy
package import Ledger
import Synchronization
import Text

/// What a command prints of a large ledger with every sentence, in the memory of two parties at a time: each entry of
/// a list is written as soon as it is made, and laid aside until all are in their order.
extension AnswerKeeper {
    package enum Form: Sendable {
        /// As long as it is; `scope` says under which clocks.
        case text(scope: String?)
        case json
    }

    /// Hands the whole brief of a party, or of everybody, to `hand`; false where it tells of no statement.
    package func writeBrief(
        of actor: ActorCode?,
        _ clocks: Clocks,
        as form: Form,
        to hand: @escaping (_ bytes: [UInt8]) throws -> Void
    ) throws -> Bool {
        let point = try lay(Wanted(.cases, clocks)).point
        let (spool, naming) = (try Spool(), naming(point))
        let reach = Reach(
            Aside(spool) { entry in
                switch form {
                case .json: try SortedJSON.bytes(entry, isSpread: true, depth: 2)
                case .text: entry.text(naming, .none)
                }
            }
        )
        let party = try whole(actor, point, reach, withStandings: true) { _ in }
        try spool.check()
        point.ledger.giveMemoryBack()
        let cases = point.cases ?? KeptCases([])
        let judgement = BriefJudgement(of: actor, standings: party.standings, cases: cases.all)
        switch form {
        case .json:
            try party.brief.write(judgement, to: hand) {
                try cases.each(cases.ids(of: actor), point.ledger, assessor.register, $0)
            }
        case .text(let scope):
            let text = BriefText(
                party.brief,
                scope: scope,
                limits: .none,
                judgement: judgement,
                naming: naming
            )
            try text.write { try hand(Array($0.utf8)) }
        }
        try spool.check()
        return party.brief.read.statementCount > 0
    }

    /// The cases between two parties with their sentences, the latest first; nil where so little is told of them that
    /// it is quicker to read that alone.
    package func cases(
        between one: ActorCode,
        and other: ActorCode,
        _ clocks: Clocks,
        _ bounds: Bounds = .memory
    ) throws -> [AllianceCase]? {
        guard try ledger.isGreat(one, other, bounds) else { return nil }
        let point = try lay(Wanted(.pair(one, other), clocks)).point
        return try CaseKeeper(ledger: point.ledger, assessor: assessor, until: point.until)
            .between(one, and: other)
    }

    /// The two parties of a pair as `casus pair` tells of them, with the sentences of their cases; nil where so little
    /// is told of them that it is quicker to read that alone.
    package func pair(
        _ one: ActorCode,
        _ other: ActorCode,
        _ clocks: Clocks,
        _ bounds: Bounds = .memory,
        withSensitivity: Bool = false
    ) throws -> (report: PairReport, judgement: PairJudgement)? {
        guard try ledger.isGreat(one, other, bounds) else { return nil }
        let point = try lay(Wanted(.pair(one, other), clocks)).point
        let own = point.ledger
        let cases = try CaseKeeper(ledger: own, assessor: assessor, until: point.until)
            .between(one, and: other)
        // What either beneficiary needed is let go before the two are read.
        own.giveMemoryBack()
        let told = try told(of: one, with: other, own)
        let judgement = PairJudgement(
            of: one,
            and: other,
            in: told,
            cases: cases,
            until: point.until,
            assessor: assessor,
            withSensitivity: withSensitivity
        )
        let ties = try LedgerMaterial.ties(own, clocks, of: one, and: other)
        return (PairReport(of: one, and: other, in: told, ties: ties), judgement)
    }

    /// Every forecast for a promisor, or for everybody.
    package func outlook(of promisor: ActorCode?, _ clocks: Clocks) throws -> Outlook {
        let point = try lay(Wanted(.cases, clocks)).point
        return Outlook(of: promisor, in: point.cases?.all ?? [], until: point.until)
    }

    /// Every outlet and voice, and who repeats whom.
    package func sources(_ clocks: Clocks) throws -> SourceReport {
        try prepare(Wanted(.sources, clocks)).desk.sources(clocks)
    }

    /// Hands every case of a party, or of everybody, with its sentences to `visit`, the latest first.
    package func eachCase(
        of actor: ActorCode?,
        _ clocks: Clocks,
        _ visit: (AllianceCase) throws -> Void
    ) throws {
        let point = try lay(Wanted(.cases, clocks)).point
        guard let cases = point.cases else { return }
        try cases.each(cases.ids(of: actor), point.ledger, assessor.register, visit)
    }

    /// Hands all disagreements of a kind, or all, to `hand`, as JSON one a line; false where there are none.
    package func writeDisagreements(
        of actor: ActorCode?,
        _ kind: Disagreement.Kind?,
        _ clocks: Clocks,
        as form: Form,
        to hand: (_ bytes: [UInt8]) throws -> Void
    ) throws -> Bool {
        let point = try lay(Wanted(.brief(actor), clocks)).point
        let (spool, naming, cited) = (try Spool(), naming(point), CitedArticles())
        let reach = Reach(
            Aside(spool) { entry in
                guard let found = entry as? Disagreement, found.kind == kind ?? found.kind else {
                    return []
                }
                if case .json = form { return try SortedJSON.bytes(found) + "\n".utf8 }
                cited.add(found)
                return found.text(naming, DisagreementText.limits)
            }
        )
        let party = try whole(actor, point, reach, withStandings: false) { _ in }
        try spool.check()
        let found = party.brief.disagreements.only(kind)
        switch form {
        case .json: try found.all.eachLaid(hand)
        case .text where found.isEmpty: break
        case .text(let scope):
            try DisagreementText.write(
                found,
                articles: point.frame?.material.articles ?? [],
                naming: naming,
                scope: scope,
                all: true,
                cited: cited.articles
            ) { try hand(Array($0.utf8)) }
        }
        try spool.check()
        return !found.isEmpty
    }
}

/// The articles of disagreements that were laid aside.
private final class CitedArticles: Sendable {
    private let ids = Mutex(Set<String>())

    var articles: Set<String> { ids.withLock { $0 } }

    func add(_ found: Disagreement) {
        ids.withLock { ids in
            for side in [found.yes, found.no] { ids.formUnion(side.map(\.article)) }
        }
    }
}
