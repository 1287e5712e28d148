package import Assessment
package import Diplomacy
package import Ledger

extension LedgerMaterial {
    /// Everything that can play a part in the cases of one promisor and one beneficiary: what concerns the
    /// beneficiary or a territory for which it fights, and what the promisor did.
    ///
    /// Three questions to indexes; linear in what they find.
    package static func caseStatements(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        _ pair: DirectedPair,
        _ assessor: Assessor
    ) throws -> [CitedStatement] {
        var filters = [
            StatementFilter(clocks: clocks, party: pair.target),
            StatementFilter(clocks: clocks, source: pair.source),
        ]
        filters += assessor.territories.defended(by: pair.target).map {
            StatementFilter(clocks: clocks, target: $0)
        }
        var seen: Set<String> = []
        return try filters.flatMap { try statements(ledger, $0) }
            .filter { seen.insert($0.id).inserted }
    }
}

extension LedgerMaterial {
    /// How the two parties of a pair stand to one another, and the cases between them.
    package static func judgement(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        of first: ActorCode,
        and second: ActorCode,
        until: Day,
        assessor: Assessor,
        withSensitivity: Bool = false
    ) throws -> PairJudgement {
        var seen: Set<String> = []
        let pairs = [
            DirectedPair(source: first, target: second),
            DirectedPair(source: second, target: first),
        ]
        return PairJudgement(
            of: first,
            and: second,
            in: try pairs.flatMap { try caseStatements(ledger, clocks, $0, assessor) }
                .filter { seen.insert($0.id).inserted },
            until: until,
            assessor: assessor,
            withSensitivity: withSensitivity
        )
    }
}
