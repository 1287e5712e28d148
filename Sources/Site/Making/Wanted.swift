import Assessment
import Diplomacy
import Ledger

/// What has to be made before an answer can be given that asks about more of a large ledger than can be read at once.
struct Wanted: Hashable, Sendable {
    enum Subject: Hashable, Sendable {
        /// Brief and disagreements of a party; nil: of everybody.
        case brief(ActorCode?)
        /// The overview of a party, and its brief; nil: of the party of which most is told.
        case overview(ActorCode?, since: Day?)
        /// All cases.
        case cases
        /// Outlets, voices and roots.
        case sources
        /// Who is told of, and how often.
        case parties
        /// What is told of two, and the cases between them.
        case pair(ActorCode, ActorCode)
    }

    let clocks: Clocks
    let subject: Subject

    /// Nil where the answer is made while the reader waits, because the ledger is small, or asks about little.
    init?(_ route: Route, _ asked: Asked, _ desk: Desk, _ bounds: Bounds) throws {
        guard let view = route.view, try desk.isLarge(bounds) else { return nil }
        clocks = asked.question.clocks
        let actor = asked.question.actor
        switch view {
        case .brief: subject = .brief(actor)
        case .overview: subject = .overview(actor, since: try asked.query.day("since"))
        case .cases: subject = .cases
        case .sources: subject = .sources
        case .parties: subject = .parties
        case .pair, .found:
            guard try desk.kept(clocks) == nil, let pair = try desk.pair(of: view, asked),
                try desk.ledger.isGreat(pair.source, pair.target, bounds)
            else { return nil }
            subject = .pair(pair.source, pair.target)
        }
    }

    init(_ subject: Subject, _ clocks: Clocks) {
        (self.subject, self.clocks) = (subject, clocks)
    }

    /// Of whom all that is told has to be weighed; nil: of everybody.
    func parties(_ assessor: Assessor) -> Set<ActorCode>? {
        switch subject {
        case .brief(let actor): actor.map { [$0] }
        case .overview, .cases, .sources: nil
        case .parties: []
        case .pair(let one, let other):
            Set([one, other].flatMap { [$0] + assessor.territories.defended(by: $0) })
        }
    }

    var needsFrame: Bool {
        if case .pair = subject { false } else { true }
    }

    var needsCases: Bool {
        switch subject {
        case .overview, .cases: true
        case .brief, .sources, .parties, .pair: false
        }
    }
}

/// How much of a ledger is read while a reader waits.
package struct Bounds: Sendable {
    /// From so many statements on, views of a whole party or of everybody are made before or behind the site.
    let leastStatements: Int
    /// A pair that is told of as often is read, weighed and drawn in more than the 150 ms of a page.
    let leastOfPair: Int
    /// Of a party that is told of as often, what may set a case off takes as long: some 40 µs a statement, about half
    /// of all.
    let leastOfParty: Int

    package static let usual = Bounds(
        leastStatements: AnswerKeeper.leastStatements,
        leastOfPair: AnswerKeeper.leastOfPair,
        leastOfParty: 2_000
    )

    /// For commands: what is told of a greater party takes more than 500 MB, and of a smaller one is read in less time
    /// than it takes to weigh everything of both.
    package static let memory = Bounds(
        leastStatements: AnswerKeeper.leastStatements,
        leastOfPair: 50_000,
        leastOfParty: 50_000
    )

    /// For tests: everything that may be made behind the site is.
    package static let none = Bounds(leastStatements: 0, leastOfPair: 0, leastOfParty: 0)
}

extension Desk {
    /// The two parties of a pair, or of a case by its id; nil where the id names none.
    fileprivate func pair(of view: Route.View, _ asked: Asked) throws -> DirectedPair? {
        if view == .found { return try parties(ofCase: asked.part("id").uppercased()) }
        return DirectedPair(
            source: try Question.actor(asked.part("source")),
            target: try Question.actor(asked.part("target"))
        )
    }

    /// The promisor and the beneficiary that an id such as `RUS-IRN-2025` names; organisations stand in it without
    /// their prefix.
    func parties(ofCase id: String) throws -> DirectedPair? {
        let parties = try id.split(separator: "-").prefix(2).map { name in
            let codes = [ActorCode(String(name)), ActorCode("IGO:\(name)")]
            let told = try codes.first { try ledger.isTold(StatementFilter(party: $0), atLeast: 1) }
            return told ?? codes[0]
        }
        return parties.count == 2
            ? DirectedPair(source: parties[0], target: parties[1]) : nil
    }

    /// Whether the ledger is one of those that keep answers.
    func isLarge(_ bounds: Bounds) throws -> Bool {
        try shelf.size.value("", ledger.changeStamp()) { try ledger.statementNumber() }
            >= bounds.leastStatements
    }
}

extension LedgerDatabase {
    /// Whether so much is told of the two, or of either, that a page of them takes longer than a reader waits.
    func isGreat(_ one: ActorCode, _ other: ActorCode, _ bounds: Bounds) throws -> Bool {
        let pair = StatementFilter(pair: (one, other))
        if try isTold(pair, atLeast: bounds.leastOfPair) { return true }
        return try [one, other].contains {
            try isTold(StatementFilter(party: $0), atLeast: bounds.leastOfParty)
        }
    }
}
