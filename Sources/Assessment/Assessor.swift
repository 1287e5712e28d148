package import Diplomacy
package import Text

/// What judging needs besides what was read: the scale of intensities and the facts behind cases, loaded once
/// and shared.
package struct Assessor: Sendable {
    package let scale: IntensityScale
    package let facts: CaseFacts
    /// The words of treaties.
    package let treaties: WordList<TreatySense>

    package var register: CommitmentRegister { facts.register }
    package var territories: TerritoryTable { facts.territories }

    /// For everybody, or to judge what stands between `parties` alone where their cases are known.
    package init(_ resources: ResourceFolder, between parties: [ActorCode]? = nil) throws {
        try self.init(
            scale: IntensityScale(resources),
            facts: CaseFacts(resources, between: parties),
            treaties: WordList("treaty-words.tsv", resources)
        )
    }

    package init(scale: IntensityScale, facts: CaseFacts, treaties: WordList<TreatySense>) {
        self.scale = scale
        self.facts = facts
        self.treaties = treaties
    }

    package func standing(
        of pair: DirectedPair,
        in statements: [CitedStatement],
        until: Day
    ) -> Standing {
        Standing(of: pair, in: statements, until: until, scale: scale)
    }

    package func sensitivity(
        of pair: DirectedPair,
        in statements: [CitedStatement],
        until: Day
    ) -> StandingSensitivity {
        StandingSensitivity(of: pair, in: statements, until: until, scale: scale)
    }

    package func cases(in statements: [CitedStatement], until: Day) -> [AllianceCase] {
        CaseBuilder(facts: facts, until: until).cases(in: statements)
    }

    /// Finds cases a beneficiary at a time, where all statements together would not find room.
    ///
    /// `sides`: the two parties whose cases are asked for; nil: of everybody.
    package func caseBuilder(until: Day, between sides: Set<ActorCode>? = nil) -> CaseBuilder {
        CaseBuilder(facts: facts, until: until, between: sides)
    }

    /// The cases in which one of the two is the promisor and the other the beneficiary.
    ///
    /// They need what is told of the two, and of either alone the acts of `caseFamilies`.
    package func cases(
        between first: ActorCode,
        and second: ActorCode,
        in statements: [CitedStatement],
        until: Day
    ) -> [AllianceCase] {
        CaseBuilder(facts: facts, until: until, between: [first, second]).cases(in: statements)
    }

    /// What others than its two parties may play a part in a case by: force that sets it off, help for an
    /// adversary or in a disaster, a plea.
    package static let caseFamilies: Set<Act.Family> = [.force, .help, .ask]

    /// The commitments that articles tell of, of `actor` with anybody or of everybody.
    package func foundCommitments(
        in statements: [CitedStatement],
        of actor: ActorCode? = nil
    ) -> [FoundCommitment] {
        CommitmentFinder(register: register, words: treaties)
            .commitments(in: statements, of: actor)
    }
}
