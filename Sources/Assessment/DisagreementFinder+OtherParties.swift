import Diplomacy

// Answers of two parties that are about one another, or about one another's members.
extension DisagreementFinder {
    /// An organisation that did not help beside a member of it that did, or the other way round.
    ///
    /// That is one claim whose promisor may be mistaken; that a stranger helped contradicts nobody.
    /// `asked`: the two parties of questions that were found already; `register` knows the members.
    func otherPromisors(
        beside asked: Set<[ActorCode?]>,
        _ register: CommitmentRegister
    ) -> [Disagreement] {
        let organisations = Set(statements.map(\.statement.source).filter(\.isOrganisation))
        let members = Dictionary(
            uniqueKeysWithValues: organisations.map { ($0, register.side(of: $0)) }
        )
        return compare(help(answer: false), help(answer: true)) { no, yes in
            no.target == yes.target && no.source != yes.source
                && no.source.isOrganisation != yes.source.isOrganisation
                && (members[no.source]?.contains(yes.source) == true
                    || members[yes.source]?.contains(no.source) == true)
                && !asked.contains([no.source, no.target])
        }
    }

    /// Help that one gave and did not get.
    func otherDirections() -> [Disagreement] {
        compare(help(answer: false), help(answer: true)) { no, yes in
            no.source == yes.target && no.target == yes.source
        }
    }

    private func help(answer: Bool) -> [DirectedPair: Side] {
        let told = statements.filter {
            $0.statement.act.isHelp && $0.statement.answer == answer
        }
        return Dictionary(grouping: told) {
            DirectedPair(
                source: $0.statement.source,
                target: $0.statement.target ?? $0.statement.source
            )
        }
    }

    private func compare(
        _ no: [DirectedPair: Side],
        _ yes: [DirectedPair: Side],
        _ isOther: (DirectedPair, DirectedPair) -> Bool
    ) -> [Disagreement] {
        // By target first, so that a large ledger is not compared pair with pair.
        var byParty: [ActorCode: Set<DirectedPair>] = [:]
        for pair in yes.keys {
            byParty[pair.target, default: []].insert(pair)
            byParty[pair.source, default: []].insert(pair)
        }
        return no.keys.sorted().flatMap { asked -> [Disagreement] in
            let others = (byParty[asked.target] ?? []).filter { isOther(asked, $0) }.sorted()
            return others.compactMap { other in
                guard let left = yes[other], let right = no[asked], areOfOneOccasion(left, right)
                else { return nil }
                return disagreement(.otherParty, left, right, other: other)
            }
        }
    }

    /// Whether one article tells both, or two of their days lie within two months: else nobody speaks of one occasion.
    private func areOfOneOccasion(_ yes: Side, _ no: Side) -> Bool {
        if !Set(yes.map(\.article.id)).isDisjoint(with: no.map(\.article.id)),
            yes.ownDates.isEmpty || no.ownDates.isEmpty
        {
            return true
        }
        return yes.ownDates.contains { date in
            no.ownDates.contains { $0.distance(to: date) <= Self.occasionDays }
        }
    }
}
