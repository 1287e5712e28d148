package import Diplomacy

/// How a patron stands to everybody it is told with, and what changed since a day.
///
/// A pure function of what was read: the constellation of a page, and its table, are this in another form.
package struct PatronOverview: Sendable, Encodable {
    /// Somebody the patron is told with.
    package struct Ally: Sendable, Encodable {
        package let actor: ActorCode
        /// Of the patron toward it, and its trust in the patron.
        package fileprivate(set) var standing: Standing
        /// The levels on the day since which changes are asked for; nil where no line reached so far back.
        package let conductBefore: StandingSeries.Point?
        package let trustBefore: StandingSeries.Point?
        /// Between the two, in either direction.
        package let statements: Int
        package let roots: Int
        /// The ids of the commitments that bind the patron to it.
        package let commitments: [String]
        /// The ids of the cases in which the patron is the promisor and it the beneficiary.
        package let cases: [String]

        package var lean: StandingSeries.Lean? { standing.conduct.lean }
    }

    /// An event after the day since which changes are asked for, with what it did to a line.
    package struct Change: Sendable, Encodable {
        package let pair: DirectedPair
        /// Whether it moved the trust of the ally; else the conduct of the patron.
        package let isOfTrust: Bool
        package let move: StandingSeries.Move
    }

    package let patron: ActorCode
    package let since: Day
    package let until: Day
    /// Those of whom most roots tell first.
    package private(set) var allies: [Ally]
    /// Those that were surely read before guesses, the largest first.
    package let changes: Excerpt<Change>
    /// The cases of the patron as promisor, the latest first.
    package private(set) var cases: [AllianceCase]
    /// Nil where no promise of it came due.
    package let reliability: Reliability?

    /// Those of whose outcome nothing is told.
    package var openCases: [AllianceCase] { cases.filter { !$0.tally.hasOutcome } }

    /// `found` are all cases in `statements`, also those of others: one rule of reliability needs them.
    package init(
        of patron: ActorCode,
        in statements: [CitedStatement],
        cases found: [AllianceCase],
        since: Day,
        until: Day,
        assessor: Assessor
    ) {
        var draft = OverviewDraft(
            of: patron,
            cases: found,
            since: since,
            until: until,
            assessor: assessor
        )
        var told: [ActorCode: [CitedStatement]] = [:]
        for cited in statements {
            let (source, target) = (cited.statement.source, cited.statement.target)
            guard let target, source != target else { continue }
            if source == patron { told[target, default: []].append(cited) }
            if target == patron { told[source, default: []].append(cited) }
        }
        for (actor, statements) in told {
            let pair = DirectedPair(source: patron, target: actor)
            draft.add(actor, statements, assessor.standing(of: pair, in: statements, until: until))
        }
        self = draft.overview
    }

    /// Of each line its end, and the first cases: with two hundred parties the lines are megabytes, and each stands
    /// whole in the report of its pair.
    package func beginning(_ reach: Reach) -> PatronOverview {
        var overview = self
        for place in allies.indices { overview.allies[place].standing = allies[place].standing.end }
        overview.cases = Array(cases.prefix(reach.entries))
        return overview
    }

    /// How many of the entries of this overview are not in a beginning of it, by the names of the lists.
    package func left(by beginning: PatronOverview) -> [String: Int] {
        func points(_ allies: [Ally]) -> Int {
            allies.flatMap { [$0.standing.conduct, $0.standing.trust] }
                .reduce(0) { $0 + $1.points.count }
        }
        return [
            "changes": beginning.changes.left, "cases": cases.count - beginning.cases.count,
            "points": points(allies) - points(beginning.allies),
        ].filter { $0.value > 0 }
    }

    fileprivate init(_ draft: OverviewDraft) {
        (patron, since, until) = (draft.patron, draft.since, draft.until)
        allies = draft.allies.sorted { left, right in
            (-left.roots, -left.statements, left.actor)
                < (-right.roots, -right.statements, right.actor)
        }
        changes = draft.changes.excerpt
        cases = draft.cases
        reliability = draft.reliability
    }
}

/// Puts an overview together an ally at a time.
package struct OverviewDraft {
    fileprivate let patron: ActorCode
    fileprivate let since: Day
    fileprivate let until: Day
    fileprivate let cases: [AllianceCase]
    fileprivate let reliability: Reliability?
    fileprivate private(set) var allies: [PatronOverview.Ally] = []
    fileprivate private(set) var changes:
        Ranking<PatronOverview.Change.Place, PatronOverview.Change>
    private let assessor: Assessor
    /// Whether the lines are held without the events that moved them.
    private let isOutline: Bool

    /// Holds at most `mostChanges` changes, and lines whole only where all are held.
    package init(
        of patron: ActorCode,
        cases found: [AllianceCase],
        since: Day,
        until: Day,
        assessor: Assessor,
        mostChanges: Int = .max
    ) {
        self.patron = patron
        self.since = since
        self.until = until
        self.assessor = assessor
        cases = found.filter { $0.promisor == patron }
        reliability = cases.isEmpty ? nil : Reliability(of: patron, in: found)
        changes = Ranking(most: mostChanges)
        isOutline = mostChanges < .max
    }

    /// Takes in what is told of the patron and `actor`, and how the patron stands to it.
    package mutating func add(
        _ actor: ActorCode,
        _ statements: [CitedStatement],
        _ standing: Standing
    ) {
        allies.append(
            PatronOverview.Ally(
                actor: actor,
                standing: isOutline ? standing.outline : standing,
                conductBefore: standing.conduct.point(on: since),
                trustBefore: standing.trust.point(on: since),
                statements: statements.count,
                roots: Set(statements.map(\.witnessKey)).count,
                commitments: assessor.register.binding(patron, to: actor, on: until)
                    .map(\.commitment.id),
                cases: cases.filter { $0.beneficiary == actor }.map(\.id)
            )
        )
        func moved(_ series: StandingSeries, isOfTrust: Bool) -> [PatronOverview.Change] {
            series.moves.filter { $0.reading.day > since && $0.by != 0 }.map {
                PatronOverview.Change(pair: standing.pair, isOfTrust: isOfTrust, move: $0)
            }
        }
        changes.add(
            (moved(standing.conduct, isOfTrust: false) + moved(standing.trust, isOfTrust: true))
                .map { (weight: PatronOverview.Change.Place($0), element: $0) }
        )
    }

    package var overview: PatronOverview { PatronOverview(self) }
}

extension PatronOverview.Change {
    /// Those that were surely read before guesses, the largest first.
    struct Place: Comparable, Sendable {
        private let isGuess: Int
        private let by: Double
        private let pair: DirectedPair
        private let event: String

        init(_ change: PatronOverview.Change) {
            isGuess = change.move.reading.isSure ? 0 : 1
            by = -abs(change.move.by)
            pair = change.pair
            event = change.move.reading.event
        }

        static func < (left: Self, right: Self) -> Bool {
            (left.isGuess, left.by, left.pair, left.event)
                < (right.isGuess, right.by, right.pair, right.event)
        }
    }
}

extension StandingSeries {
    /// On which side of nothing a level lies, so far as its band tells.
    package enum Lean: String, CaseIterable, Hashable, Sendable, Codable {
        /// The whole band lies above 0.
        case friendly
        /// The band holds 0.
        case open
        /// The whole band lies below 0.
        case hostile
    }

    /// Where the line ends; nil where there is none.
    package var lean: Lean? { last.map { $0.low > 0 ? .friendly : $0.high < 0 ? .hostile : .open } }

    /// The last point on `day` or before.
    package func point(on day: Day) -> Point? { points.last { $0.day <= day } }
}

/// The party of which most is told as one that acts, for a page on which nobody was chosen.
///
/// Counted are roots toward named parties; of as many, the first by code. Nil where nothing is told.
package func mostToldPatron(in statements: [CitedStatement]) -> ActorCode? {
    var roots: [ActorCode: Set<String>] = [:]
    for cited in statements where cited.statement.target != nil {
        roots[cited.statement.source, default: []].insert(cited.rootKey)
    }
    return roots.min { ($1.value.count, $0.key) < ($0.value.count, $1.key) }?.key
}
