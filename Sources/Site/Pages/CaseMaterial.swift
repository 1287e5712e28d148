package import Assessment
package import Diplomacy
package import Ledger

extension LedgerMaterial {
    /// Everything that can play a part in the cases of one promisor and one beneficiary: what concerns either,
    /// or a territory for which the beneficiary fights.
    ///
    /// A few questions to indexes; linear in what they find.
    package static func caseStatements(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        _ pair: DirectedPair,
        _ assessor: Assessor
    ) throws -> [CitedStatement] {
        try concerning(
            [pair.source, pair.target] + assessor.territories.defended(by: pair.target),
            ledger,
            clocks
        )
    }

    /// The statements in which one of `parties` stands on a side, weighed together, each once, in the order
    /// of the ledger.
    private static func concerning(
        _ parties: [ActorCode],
        _ ledger: LedgerDatabase,
        _ clocks: Clocks
    ) throws -> [CitedStatement] {
        var seen: Set<String> = []
        let recorded = try parties.flatMap {
            try ledger.statements(StatementFilter(clocks: clocks, party: $0))
        }
        .filter { seen.insert($0.id).inserted }
        .sorted { left, right in
            let (one, other) = (left.statement.evidence.range, right.statement.evidence.range)
            return (left.article.knownOn, left.article.id, one.lowerBound, left.id)
                < (right.article.knownOn, right.article.id, other.lowerBound, right.id)
        }
        return cited(recorded, try ledger.weighed(recorded, clocks: clocks))
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
        let territories = [first, second].flatMap { assessor.territories.defended(by: $0) }
        return PairJudgement(
            of: first,
            and: second,
            in: try concerning([first, second] + territories, ledger, clocks),
            until: until,
            assessor: assessor,
            withSensitivity: withSensitivity
        )
    }
}
