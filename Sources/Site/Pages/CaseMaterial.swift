package import Assessment
package import Diplomacy
package import Ledger
import Text

extension LedgerMaterial {
    /// Everything that can play a part in the cases of one promisor and one beneficiary: what is told of the
    /// two, and of either or of a territory for which one fights what can set a case off or side with an
    /// adversary.
    ///
    /// A few questions to indexes; linear in what they find.
    package static func caseStatements(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        _ pair: DirectedPair,
        _ assessor: Assessor
    ) throws -> [CitedStatement] {
        let sides = [pair.source, pair.target].map { [$0] + assessor.territories.defended(by: $0) }
        let between = sides[0].flatMap { one in sides[1].map { (one, $0) } }
        return try together(
            between.filter { $0 != $1 }.map { StatementFilter(clocks: clocks, pair: $0) }
                + sides.joined().map {
                    StatementFilter(clocks: clocks, party: $0, families: Assessor.caseFamilies)
                },
            ledger,
            clocks
        )
    }

    /// The ids of the statements of the case that bears an id without days, of which `pair` are the parties; empty where
    /// none does.
    ///
    /// Of a ledger that keeps cases as it keeps them, of another read and found.
    package static func statements(
        ofCase id: AllianceCase.ID,
        _ pair: DirectedPair,
        _ ledger: LedgerDatabase,
        _ assessor: Assessor,
        _ kept: KeptAnswers?,
        until: () throws -> Day
    ) throws -> Set<Diplomacy.Statement.ID> {
        if let kept { return Set(try kept.statements(ofCase: id) ?? []) }
        let told = try caseStatements(ledger, .unset, pair, assessor)
        let cases = assessor.cases(
            between: pair.source,
            and: pair.target,
            in: told,
            until: try until()
        )
        return cases.first { $0.id == id }?.statementIDs ?? []
    }

    /// What the filters ask for, weighed together, each statement once, in the order of the ledger.
    static func together(
        _ filters: [StatementFilter],
        _ ledger: LedgerDatabase,
        _ clocks: Clocks
    ) throws -> [CitedStatement] {
        if let kept = try kept(ledger, clocks, filters) { return kept }
        let recorded = try filters.flatMap { try ledger.statements($0) }
            .eachOnce(by: \.id)
            .sorted { left, right in
                let (one, other) = (left.statement.evidence.range, right.statement.evidence.range)
                return (left.article.knownOn, left.article.id, one.lowerBound, left.id)
                    < (right.article.knownOn, right.article.id, other.lowerBound, right.id)
            }
        return cited(recorded, try ledger.weighed(recorded, clocks: clocks))
    }
}

extension LedgerMaterial {
    /// How the two parties of a pair stand to one another, and the cases between them: those in `cases` where they
    /// are known, which spares reading what is told of either alone; then `told` is what is told of the two.
    package static func judgement(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        of first: ActorCode,
        and second: ActorCode,
        until: Day,
        assessor: Assessor,
        told: [CitedStatement]? = nil,
        cases: [AllianceCase]? = nil,
        withSensitivity: Bool = false
    ) throws -> PairJudgement {
        let statements =
            try cases == nil
            ? caseStatements(ledger, clocks, DirectedPair(source: first, target: second), assessor)
            : told ?? statements(ledger, StatementFilter(clocks: clocks, pair: (first, second)))
        return PairJudgement(
            of: first,
            and: second,
            in: statements,
            cases: cases,
            until: until,
            assessor: assessor,
            withSensitivity: withSensitivity
        )
    }
}
