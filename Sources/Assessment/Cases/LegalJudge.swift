import Diplomacy

/// Whether a duty bound in a case, and whether it was kept: rules in an order, the first that fits decides.
struct LegalJudge {
    let promisor: ActorCode
    let beneficiary: ActorCode
    let occasion: Occasion?
    let commitments: [BindingCommitment]
    let territories: TerritoryTable
    let response: PoliticalFinding.Verdict
    /// Whether help was asked for, or more than one root's claim says that it did not come.
    let isBreachTold: Bool
    /// Whether anybody tells that the promise was kept, the promisor's side among them.
    let isContested: Bool
    /// Whether it is told that the beneficiary did not ask, or declined what was offered.
    let isUnasked: Bool

    var finding: LegalFinding {
        guard !commitments.isEmpty else {
            return LegalFinding(
                verdict: .unknown,
                rule: "The register has no commitment between the two on that day.",
                wouldChange: "A treaty or declaration that was in force, with its duties."
            )
        }
        let kind = occasion?.kind ?? .untold
        let owed = kind.owed
        let bound = commitments.filter { $0.obligations.contains(owed) }
        guard !bound.isEmpty else {
            let names = Self.names(commitments)
            return LegalFinding(
                verdict: .notApplicable,
                rule: "No duty \(owed.asDuty) was in force between the two, only: \(names).",
                wouldChange:
                    "A duty \(owed.asDuty) in one of these texts, or in another that was in force."
            )
        }
        let names = Self.names(bound)
        guard let occasion else {
            return LegalFinding(
                verdict: .unknown,
                rule: "A duty to defend was in force (\(names)), and no attack is told of.",
                wouldChange: "A statement of what happened to the beneficiary, by whom and when."
            )
        }
        switch kind {
        case .attack: return afterAttack(occasion, bound, names)
        case .disaster, .vote: return answered("A duty \(owed.asDuty) (\(names)) came due")
        case .rebellion, .coup, .unrest:
            return LegalFinding(
                verdict: .notApplicable,
                rule:
                    "A duty to defend (\(names)) answers an attack from outside; what is told is a "
                    + "fight within.",
                wouldChange: "A statement that another state took part in the attack."
            )
        case .blockade, .coercion, .untold:
            return LegalFinding(
                verdict: .notApplicable,
                rule: "A duty to defend (\(names)) answers an armed attack; what is told is force "
                    + "short of one.",
                wouldChange: "A statement of an armed attack on the beneficiary."
            )
        }
    }

    /// The first three; a reader finds the rest beside the promises.
    private static func names(_ commitments: [BindingCommitment]) -> String {
        let most = 3
        let names = commitments.prefix(most).map(\.commitment.name)
        let rest = commitments.count - names.count
        return (names + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: "; ")
    }

    private func afterAttack(
        _ occasion: Occasion,
        _ defence: [BindingCommitment],
        _ names: String
    ) -> LegalFinding {
        let targets = occasion.struck
        if !targets.contains(beneficiary) {
            let foreign = targets.sorted().compactMap { territory in
                territories.foreignSovereign(of: territory, to: promisor).map { (territory, $0) }
            }
            if let (territory, sovereign) = foreign.first {
                return LegalFinding(
                    verdict: .disputed,
                    rule: "The attack was on \(territory.rawValue), which the promisor holds to be "
                        + "\(sovereign.rawValue)'s; a guarantee (\(names)) covers the beneficiary's "
                        + "own territory. Those who claim a breach read it otherwise.",
                    wouldChange:
                        "A statement that the beneficiary's own territory was attacked too, "
                        + "or a text that names this territory."
                )
            }
        }
        let against = defence.filter { $0.commitment.holds(against: occasion.adversaries) }
        guard !against.isEmpty else {
            return LegalFinding(
                verdict: .notApplicable,
                rule: "The duty (\(names)) holds against other adversaries than those told of.",
                wouldChange: "A statement that an adversary named in the text took part."
            )
        }
        let conditions = against.flatMap(\.commitment.conditions).filter { $0.key == .territory }
        let isConditional = against.allSatisfy { binding in
            binding.commitment.conditions.contains { $0.key == .territory }
        }
        if let condition = conditions.first, isConditional {
            return LegalFinding(
                verdict: .disputed,
                rule: "The duty (\(names)) holds under a condition that a reader must judge: "
                    + "\(condition.key.rawValue) \(condition.words).",
                wouldChange: "The text of the commitment beside the place and the attacker."
            )
        }
        return answered("A duty to defend (\(names)), an attack from outside")
    }

    /// What came decides.
    private func answered(_ duty: String) -> LegalFinding {
        switch response {
        case .delivered:
            return LegalFinding(
                verdict: .honoured,
                rule: "\(duty), and help that came.",
                wouldChange: "A root that tells that what came was not what was owed."
            )
        case .insufficient, .wordsOnly, .withheld, .refused, .colluded:
            // Who is attacked must ask: International Court of Justice, Nicaragua v. United States (1986), §199.
            if !isBreachTold, isUnasked {
                return LegalFinding(
                    verdict: .notApplicable,
                    rule:
                        "\(duty); the beneficiary did not ask for help, or declined what was offered.",
                    wouldChange: "A statement that help was asked for."
                )
            }
            guard isBreachTold else {
                return LegalFinding(
                    verdict: .unknown,
                    rule:
                        "\(duty); nobody tells that help was asked for, and no fact or second root "
                        + "that it stayed away.",
                    wouldChange: "A statement that help was asked for, or a second root."
                )
            }
            guard !isContested else {
                return LegalFinding(
                    verdict: .disputed,
                    rule:
                        "\(duty); one says that help did not come, another, or the promisor's own "
                        + "side, that it did.",
                    wouldChange:
                        "A root of its own that tells, as a fact, what came or did not come."
                )
            }
            return LegalFinding(
                verdict: .violated,
                rule: "\(duty), and help that did not come.",
                wouldChange: "A root that tells of help that came, or that none was asked for."
            )
        case .partial:
            return LegalFinding(
                verdict: .disputed,
                rule: "\(duty), and help that came in part.",
                wouldChange: "The text of the duty: whether it asks for what came."
            )
        case .unknown:
            return LegalFinding(
                verdict: .unknown,
                rule: "\(duty); whether help came is not told, or the roots divide.",
                wouldChange: "A root that tells what came."
            )
        }
    }
}

extension AllianceCase.Trigger {
    /// The obligation that answers it, if any does.
    fileprivate var owed: Commitment.Obligation {
        switch self {
        case .disaster: .aid
        case .vote: .votes
        case .attack, .rebellion, .blockade, .coercion, .coup, .unrest, .untold: .defence
        }
    }
}

extension Commitment.Obligation {
    /// After "a duty".
    fileprivate var asDuty: String {
        switch self {
        case .aid: "to give aid"
        case .votes: "to vote alike"
        default: "to defend"
        }
    }
}

extension Commitment {
    /// Whether it holds against one of `attackers`: it names none by code, or it names one of them.
    func holds(against attackers: [ActorCode]) -> Bool {
        let named = conditions.filter { $0.key == .adversary }
            .flatMap { $0.words.split { !$0.isLetter } }
            .map { ActorCode(String($0)) }
            .filter(\.isState)
        return named.isEmpty || attackers.contains(where: named.contains)
    }
}
