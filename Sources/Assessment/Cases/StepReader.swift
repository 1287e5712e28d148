import Diplomacy

/// What part a statement plays between a promisor and a beneficiary.
struct StepReader {
    let promisor: ActorCode
    let beneficiary: ActorCode

    /// The step that the statement fills, and what it says of the help; nil where it fills none.
    func step(
        _ statement: Statement
    ) -> (step: AllianceCase.Step, stance: AllianceCase.Stance?)? {
        guard !statement.marks.contains(.joke) else { return nil }
        switch (statement.source, statement.target) {
        case (promisor, beneficiary): return toBeneficiary(statement)
        case (beneficiary, promisor): return fromBeneficiary(statement)
        default: return nil
        }
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
        case .reject, .sanction: return statement.isTold && isDone ? (.response, .refused) : nil
        default: return nil
        }
    }

    private func fromBeneficiary(
        _ statement: Statement
    ) -> (step: AllianceCase.Step, stance: AllianceCase.Stance?)? {
        guard statement.isTold, statement.polarity == .done else { return nil }
        switch statement.act {
        case .request: return (.asked, nil)
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
}

extension Statement {
    /// Help that came: words, votes and mediation are words.
    fileprivate var delivery: AllianceCase.Stance {
        switch kind {
        case .words, .vote, .mediation: .wordsOnly
        default: .delivered
        }
    }

    /// Help that did not come; some came where the text says "not enough", "hardly", "insufficient".
    ///
    /// The coder's trail names the kind of negation that it saw.
    fileprivate var absence: AllianceCase.Stance {
        trail.contains { $0.hasSuffix(": negate-weak") } ? .insufficient : .withheld
    }
}
