package import Diplomacy

extension Commitment {
    package var isMultilateral: Bool { Set(parties.map(\.actor)).count > 2 }

    /// Whether it was in force on `day`.
    ///
    /// A date that is not exact counts from its first day and until its last: the wider reading.
    package func isInForce(on day: Day) -> Bool {
        if let begin = began ?? signed, day < begin.first { return false }
        if let ended, ended.last < day { return false }
        return true
    }

    /// Whether it binds `actor` on `day`.
    package func binds(_ actor: ActorCode, on day: Day) -> Bool {
        isInForce(on: day)
            && parties.contains { party in
                party.actor == actor && (party.entered.map { $0.first <= day } ?? true)
                    && (party.left.map { day <= $0.last } ?? true)
            }
    }

    /// What `promisor` owes `beneficiary` under it on `day`; nil where it does not bind the two.
    ///
    /// Empty where it binds them and obliges to nothing: a partnership of words. What is owed to every state is
    /// promised to none in particular, and counts between its parties alone.
    package func obligations(
        of promisor: ActorCode,
        to beneficiary: ActorCode,
        on day: Day
    ) -> [Obligation]? {
        guard promisor != beneficiary, binds(promisor, on: day) else { return nil }
        let isParty = binds(beneficiary, on: day)
        let owed = duties.filter { duty in
            (duty.by.isEmpty || duty.by.contains(promisor))
                && (isParty && (duty.isToAnyState || duty.to.isEmpty)
                    || duty.to.contains(beneficiary))
        }
        return owed.isEmpty && !isParty ? nil : owed.map(\.obligation)
    }
}
