import Diplomacy

/// What part a statement plays between a promisor and a beneficiary.
struct StepReader {
    let promisor: ActorCode
    /// The beneficiary and the territories for which it fights.
    let beneficiaries: [ActorCode]

    /// The step that the statement fills, and what it says of the help; nil where it fills none.
    func step(
        _ statement: Statement
    ) -> (step: AllianceCase.Step, stance: AllianceCase.Stance?)? {
        guard !statement.marks.contains(.joke) else { return nil }
        guard let target = statement.target else { return nil }
        if statement.source == promisor, beneficiaries.contains(target) {
            return toBeneficiary(statement)
        }
        if target == promisor, beneficiaries.contains(statement.source) {
            return fromBeneficiary(statement)
        }
        return nil
    }

    private func toBeneficiary(
        _ statement: Statement
    ) -> (step: AllianceCase.Step, stance: AllianceCase.Stance?)? {
        let isDone = statement.polarity == .done
        // A refuge for somebody who has lost power tells how it ended.
        if statement.kind == .asylum { return statement.isTold ? (.outcome, nil) : nil }
        switch statement.act {
        case .support, .aid:
            switch statement.modality {
            case .fact, .claim:
                return (.response, isDone ? statement.delivery : statement.absence)
            case .denied:
                return (.response, isDone ? statement.absence : statement.delivery)
            case .expected: return isDone ? (.promised, nil) : nil
            case .feared, .hypothetical: return nil
            }
        case .agree: return statement.isTold && isDone ? (.promised, nil) : nil
        case .reject: return statement.isTold && isDone ? (.response, .refused) : nil
        case .sanction: return statement.isHaltedHelp ? (.response, .refused) : nil
        default: return nil
        }
    }

    private func fromBeneficiary(
        _ statement: Statement
    ) -> (step: AllianceCase.Step, stance: AllianceCase.Stance?)? {
        guard statement.isTold, statement.polarity == .done else { return nil }
        switch statement.act {
        case .request: return statement.kind == .words ? nil : (.asked, nil)
        case .agree: return (.promised, nil)
        default: return nil
        }
    }

    /// Whether it tells that the promisor sided with an adversary of the case.
    func isCollusion(_ statement: Statement, with adversaries: [ActorCode]) -> Bool {
        statement.isTold && statement.polarity == .done && statement.source == promisor
            && [.support, .aid].contains(statement.act)
            && (statement.target.map { adversaries.contains($0) } ?? false)
    }

    static func isDone(_ statement: Statement) -> Bool {
        (statement.polarity == .done) == (statement.modality != .denied)
    }
}

extension Statement {
    /// Help that came: support of which nothing material is told, votes and mediation are words.
    ///
    /// To deny that help stayed away is to say that it came, and no more of it than the charge names.
    fileprivate var delivery: AllianceCase.Stance {
        switch kind {
        case .words, .vote, .mediation: .wordsOnly
        case nil: act == .support ? .wordsOnly : .delivered
        default: .delivered
        }
    }

    /// Whether it tells that help of some kind was cut off; partners cut off much else.
    fileprivate var isHaltedHelp: Bool {
        let help: Set<SupportKind> = [
            .troops, .arms, .airDefence, .intelligence, .cyber, .money, .energy,
        ]
        return isTold && polarity == .done && (kind.map(help.contains) ?? false)
    }

    /// Whether it tells of a vote, of which alone a vote is the answer.
    var isVote: Bool { act.isHelp && kind == .vote }

    /// Whether it tells of a vote that was cast on the other's side.
    var isVoteCast: Bool { act.isHelp && StepReader.isDone(self) }

    /// Help that did not come; some came where the text says "not enough", "hardly", "insufficient".
    ///
    /// The coder's trail names the kind of negation that it saw.
    fileprivate var absence: AllianceCase.Stance {
        trail.contains { $0.hasSuffix(": negate-weak") } ? .insufficient : .withheld
    }
}
