package import Diplomacy

/// What lists and forecasts ask of the entries of a case, counted once: so a case can be handed on without them.
package struct CaseTally: Hashable, Sendable, Codable {
    package let statements: Int
    package let roots: Int
    package let hasOutcome: Bool
    /// When the last of its statements was published; nil where one has no date.
    package let told: Day?

    init(_ triggers: [AllianceCase.Entry], _ answers: [AllianceCase.Entry]) {
        statements = triggers.count + answers.count
        roots = Set(triggers.map(\.root)).union(answers.map(\.root)).count
        hasOutcome = answers.contains { $0.step == .outcome }
        let published = [triggers, answers].joined().map(\.citation.published?.last)
        told = published.contains(nil) ? nil : published.compactMap(\.self).max()
    }
}

/// A case as it is written down: the judgement whole, of its entries the statements' ids.
package struct CaseRecord: Hashable, Sendable, Codable {
    private struct Binding: Hashable, Codable {
        let id: Commitment.ID
        let obligations: [Commitment.Obligation]
    }

    private struct Answer: Hashable, Codable {
        let step: AllianceCase.Step
        let stance: AllianceCase.Stance?
        let statement: Statement.ID
    }

    package let id: String
    private let promisor: ActorCode
    private let beneficiary: ActorCode
    private let trigger: AllianceCase.Trigger
    private let adversaries: [ActorCode]
    private let interval: DayInterval?
    private let known: KnownOccasion?
    private let triggers: [Statement.ID]
    private let answers: [Answer]
    private let commitments: [Binding]
    private let legal: LegalFinding
    private let political: PoliticalFinding
    private let tally: CaseTally

    package init(_ found: AllianceCase) {
        id = found.id
        promisor = found.promisor
        beneficiary = found.beneficiary
        trigger = found.trigger
        adversaries = found.adversaries
        interval = found.interval
        known = found.known
        triggers = found.triggers.map(\.citation.statement)
        answers = found.answers.map {
            Answer(step: $0.step, stance: $0.stance, statement: $0.citation.statement)
        }
        commitments = found.commitments.map {
            Binding(id: $0.commitment.id, obligations: $0.obligations)
        }
        legal = found.legal
        political = found.political
        tally = found.tally
    }

    /// Who promised, and who was to be helped.
    package var parties: [ActorCode] { [promisor, beneficiary] }

    /// The ids of the statements that fill its steps.
    package var statements: [Statement.ID] { triggers + answers.map(\.statement) }

    /// The case; with the entries that `cited` has the statements of.
    ///
    /// For lists an empty `cited` is enough: they ask for its tally.
    package func found(
        _ register: CommitmentRegister,
        _ cited: [Statement.ID: CitedStatement] = [:]
    ) -> AllianceCase {
        AllianceCase(
            id: id,
            promisor: promisor,
            beneficiary: beneficiary,
            trigger: trigger,
            adversaries: adversaries,
            interval: interval,
            known: known,
            triggers: triggers.compactMap { cited[$0] }.map {
                AllianceCase.Entry($0, .trigger, nil)
            },
            answers: answers.compactMap { answer in
                cited[answer.statement].map {
                    AllianceCase.Entry($0, answer.step, answer.stance)
                }
            },
            commitments: commitments.compactMap { binding in
                register.commitment(binding.id).map {
                    BindingCommitment(commitment: $0, obligations: binding.obligations)
                }
            },
            legal: legal,
            political: political,
            tally: tally
        )
    }
}
