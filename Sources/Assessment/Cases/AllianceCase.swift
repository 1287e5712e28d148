package import Diplomacy

/// An occasion on which help from one party to another came due: what set it off, what was asked, what was
/// promised, what came, what became of it; and two verdicts that are never mixed.
///
/// It is found by rules over acts, dates and the register alone (`Documentation/measures.md`), and every
/// step holds the statements that filled it. A step that nothing filled stays empty and says so.
///
/// A class, because it never changes and many lists hold it, of which a large ledger has tens of thousands.
package final class AllianceCase: Sendable, Encodable, Identifiable {
    /// What set a case off.
    package enum Trigger: String, CaseIterable, Hashable, Sendable, Codable {
        /// By a state or an organisation.
        case attack
        /// By a group that fights within the beneficiary.
        case rebellion
        case blockade, coercion
        /// A seizure of power; help for whom it struck.
        case coup
        /// Protests or riots at home; help to withstand them.
        case unrest
        case disaster
        /// In an organisation, on something of the beneficiary's.
        case vote
        /// Help is told as missing, and no trigger is told.
        case untold
    }

    /// The five steps.
    package enum Step: String, CaseIterable, Hashable, Sendable, Codable {
        case trigger, asked, promised, response, outcome
    }

    /// One statement in a step.
    package struct Entry: Hashable, Sendable, Encodable {
        package let step: Step
        package let sentence: PlainSentence
        package let citation: Citation
        /// The root that it counts as: over one case a voice is one, see `Root.witness`.
        package let root: String
        /// Of a response: what it says of the help; nil in other steps.
        package let stance: Stance?

        var act: Act { sentence.act }
    }

    /// What one statement says of the help.
    package enum Stance: String, CaseIterable, Hashable, Sendable, Codable {
        case delivered, insufficient, withheld, refused, colluded
        /// Offered, and the beneficiary would not have it.
        case declined
        case wordsOnly = "words-only"
    }

    /// The two parties and the year, such as `RUS-IRN-2025`; a second one of the year has `-2` behind.
    package let id: String
    package let promisor: ActorCode
    package let beneficiary: ActorCode
    package let trigger: Trigger
    /// Who attacked or pressed; empty where nobody tells of it.
    package let adversaries: [ActorCode]
    /// The days of the trigger; nil where none is told or known, or none is dated.
    package let interval: DayInterval?
    /// The occasion as the world knows it; it gives the days, and the trigger where nobody tells of one.
    package let known: KnownOccasion?
    /// What tells of the trigger, in the order of time: the same for every case of one occasion, so kept apart.
    package let triggers: [Entry]
    /// The other steps in their order, then of time.
    package let answers: [Entry]
    /// What bound the two on the first day of the trigger.
    package let commitments: [BindingCommitment]
    package let legal: LegalFinding
    package let political: PoliticalFinding
    /// What its entries count to, also where it was handed on without them.
    package let tally: CaseTally

    init(
        id: String,
        promisor: ActorCode,
        beneficiary: ActorCode,
        trigger: Trigger,
        adversaries: [ActorCode],
        interval: DayInterval?,
        known: KnownOccasion?,
        triggers: [Entry],
        answers: [Entry],
        commitments: [BindingCommitment],
        legal: LegalFinding,
        political: PoliticalFinding,
        tally: CaseTally? = nil
    ) {
        self.id = id
        self.promisor = promisor
        self.beneficiary = beneficiary
        self.trigger = trigger
        self.adversaries = adversaries
        self.interval = interval
        self.known = known
        self.triggers = triggers
        self.answers = answers
        self.commitments = commitments
        self.legal = legal
        self.political = political
        self.tally = tally ?? CaseTally(triggers, answers)
    }

    /// The same for lists: with its verdicts and what it counts, and none of its sentences.
    package var withoutEntries: AllianceCase {
        AllianceCase(
            id: id,
            promisor: promisor,
            beneficiary: beneficiary,
            trigger: trigger,
            adversaries: adversaries,
            interval: interval,
            known: known,
            triggers: [],
            answers: [],
            commitments: commitments,
            legal: legal,
            political: PoliticalFinding(
                verdict: political.verdict,
                rule: political.rule,
                claims: [],
                wouldChange: political.wouldChange
            ),
            tally: tally
        )
    }

    /// The days by which it is called: of what still goes on, the first.
    package var calledDays: DayInterval? {
        known.flatMap { $0.ended == nil ? DayInterval($0.began) : nil } ?? interval
    }

    /// In the order of the steps, then of time.
    package var entries: [Entry] { triggers + answers }

    package func entries(_ step: Step) -> [Entry] {
        step == .trigger ? triggers : answers.filter { $0.step == step }
    }

    package func roots(_ step: Step) -> Int { Set(entries(step).map(\.root)).count }

    package var entryCount: Int { tally.statements }

    package var rootCount: Int { tally.roots }
}

extension AllianceCase {
    private enum CodingKeys: String, CodingKey {
        case id, promisor, beneficiary, trigger, adversaries, interval, known, entries
        case commitments, reasons, legal, political
    }

    /// The entries as one list.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(promisor, forKey: .promisor)
        try container.encode(beneficiary, forKey: .beneficiary)
        try container.encode(trigger, forKey: .trigger)
        try container.encode(adversaries, forKey: .adversaries)
        try container.encodeIfPresent(interval, forKey: .interval)
        try container.encodeIfPresent(known, forKey: .known)
        try container.encode(entries, forKey: .entries)
        try container.encode(commitments, forKey: .commitments)
        try container.encode(reasons, forKey: .reasons)
        try container.encode(legal, forKey: .legal)
        try container.encode(political, forKey: .political)
    }
}

/// A commitment with what it obliges the promisor to.
package struct BindingCommitment: Hashable, Sendable, Encodable {
    package let commitment: Commitment
    package let obligations: [Commitment.Obligation]

    package var hasDefenceDuty: Bool { obligations.contains(.defence) }

    /// Whether it lets help be hoped for: a duty to help, or a tie of two that stands by each other without one.
    ///
    /// Who promised not to attack, to stay neutral, to lend ground, or with many others to consult, has promised no
    /// help; nor has who owes it to the whole world.
    package var letsHopeForHelp: Bool {
        let duties = commitment.duties
        guard duties.isEmpty || !duties.allSatisfy(\.isToAnyState) else { return false }
        if !Self.help.isDisjoint(with: obligations) { return true }
        switch commitment.kind {
        case .alliance, .defencePact, .defenceCooperation, .umbrella, .partnership, .union:
            return true
        case .consultation: return !commitment.isMultilateral
        case .basing, .nonAggression, .neutrality, .assurance: return false
        }
    }

    /// How much it lets be hoped for: the lower the more.
    var rank: Int { hasDefenceDuty ? 0 : letsHopeForHelp ? 1 : 2 }

    private static let help: Set<Commitment.Obligation> = [
        .defence, .offence, .arms, .aid, .votes, .umbrella,
    ]
}

/// Whether a promise bound in a case, and was kept.
package struct LegalFinding: Hashable, Sendable, Codable {
    package enum Verdict: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable
    {
        case honoured, violated
        case notApplicable = "not-applicable"
        case disputed, unknown
    }

    package let verdict: Verdict
    /// The rule that gave it, as a sentence.
    package let rule: String
    /// What evidence would change it.
    package let wouldChange: String
}

/// What became of the help that was hoped for, whatever was owed.
package struct PoliticalFinding: Hashable, Sendable, Codable {
    package enum Verdict: String, CaseIterable, Hashable, Sendable, Codable {
        case delivered, partial, insufficient
        case wordsOnly = "words-only"
        case withheld, refused, colluded, unknown
    }

    /// What one root says.
    package struct Claim: Hashable, Sendable, Codable {
        package let root: String
        /// The voice as a text names it, or the outlet that carries it; of an outlet with the voices that it does not
        /// name: "Bloomberg (officials)".
        package let voice: String
        package let verdict: Verdict
        package let statements: [String]
    }

    /// On balance of the roots.
    package let verdict: Verdict
    package let rule: String
    package let claims: [Claim]
    package let wouldChange: String
}
