package import Diplomacy

/// How a patron stands to everybody it is told with, and what changed since a day.
///
/// A pure function of what was read: the constellation of a page, and its table, are this in another form.
package struct PatronOverview: Sendable, Encodable {
    /// Somebody the patron is told with.
    package struct Ally: Sendable, Encodable {
        package let actor: ActorCode
        /// Of the patron toward it, and its trust in the patron.
        package let standing: Standing
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
    package let allies: [Ally]
    /// The largest first.
    package let changes: [Change]
    /// The cases of the patron as promisor, the latest first.
    package let cases: [AllianceCase]
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
        self.patron = patron
        self.since = since
        self.until = until
        let own = found.filter { $0.promisor == patron }
        cases = own
        reliability = own.isEmpty ? nil : Reliability(of: patron, in: found)

        var told: [ActorCode: [CitedStatement]] = [:]
        for cited in statements {
            let (source, target) = (cited.statement.source, cited.statement.target)
            guard let target, source != target else { continue }
            if source == patron { told[target, default: []].append(cited) }
            if target == patron { told[source, default: []].append(cited) }
        }
        let allies = told.map { actor, statements in
            let pair = DirectedPair(source: patron, target: actor)
            let standing = assessor.standing(of: pair, in: statements, until: until)
            return Ally(
                actor: actor,
                standing: standing,
                conductBefore: standing.conduct.point(on: since),
                trustBefore: standing.trust.point(on: since),
                statements: statements.count,
                roots: Set(statements.map(\.rootKey)).count,
                commitments: assessor.register.binding(patron, to: actor, on: until)
                    .map(\.commitment.id),
                cases: own.filter { $0.beneficiary == actor }.map(\.id)
            )
        }
        self.allies = allies.sorted { left, right in
            (-left.roots, -left.statements, left.actor)
                < (-right.roots, -right.statements, right.actor)
        }
        changes = self.allies.flatMap { ally -> [Change] in
            func changes(_ series: StandingSeries, isOfTrust: Bool) -> [Change] {
                series.moves.filter { $0.reading.day > since && $0.by != 0 }.map {
                    Change(pair: ally.standing.pair, isOfTrust: isOfTrust, move: $0)
                }
            }
            return changes(ally.standing.conduct, isOfTrust: false)
                + changes(ally.standing.trust, isOfTrust: true)
        }
        .sorted { left, right in
            (-abs(left.move.by), left.pair, left.move.reading.event)
                < (-abs(right.move.by), right.pair, right.move.reading.event)
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
