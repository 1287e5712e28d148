import Diplomacy

/// What part a statement plays between a promisor and a beneficiary.
struct StepReader {
    let promisor: ActorCode
    /// The beneficiary and the territories for which it fights.
    let beneficiaries: [ActorCode]
    /// The words of help that can be cut off, and of counting on help.
    let helpWords: WordList<HelpWord>

    /// The step that the statement fills, and what it says of the help; nil where it fills none.
    func step(
        _ cited: CitedStatement
    ) -> (step: AllianceCase.Step, stance: AllianceCase.Stance?)? {
        let statement = cited.statement
        guard !statement.marks.contains(.joke) else { return nil }
        guard let target = statement.target else { return nil }
        if statement.source == promisor, beneficiaries.contains(target) {
            return isHabit(cited) ? nil : toBeneficiary(statement, cited.article.language)
        }
        if target == promisor, beneficiaries.contains(statement.source) {
            return fromBeneficiary(statement, cited.article.language)
        }
        return nil
    }

    private func toBeneficiary(
        _ statement: Statement,
        _ language: String
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
        // Help that was flowing and was cut off is help that did not come.
        case .sanction: return isHaltedHelp(statement, language) ? (.response, .withheld) : nil
        default: return nil
        }
    }

    private func fromBeneficiary(
        _ statement: Statement,
        _ language: String
    ) -> (step: AllianceCase.Step, stance: AllianceCase.Stance?)? {
        // That it did not ask, or will not, stands where its plea would stand.
        if statement.act == .request, statement.polarity == .notDone,
            statement.isTold || statement.modality == .expected
        {
            return statement.kind == .words ? nil : (.asked, nil)
        }
        guard statement.isTold, statement.polarity == .done else { return nil }
        switch statement.act {
        case .request: return statement.kind == .words ? nil : (.asked, nil)
        case .agree: return (.promised, nil)
        // Partners turn down much that was no help, and a guess of it would acquit who never offered any.
        case .reject
        where isOfHelp(statement, language) && statement.confidence >= Citation.sureReading:
            return (.response, .declined)
        default: return nil
        }
    }

    /// Whether it tells that help of some kind was cut off; partners cut off much else.
    private func isHaltedHelp(_ statement: Statement, _ language: String) -> Bool {
        statement.isTold && statement.polarity == .done && isOfHelp(statement, language)
    }

    private static let help: Set<SupportKind> = [
        .troops, .arms, .airDefence, .intelligence, .cyber, .money, .energy,
    ]

    /// Whether what is cut off or turned down is help: by its kind, else by its words.
    private func isOfHelp(_ statement: Statement, _ language: String) -> Bool {
        if let kind = statement.kind { return Self.help.contains(kind) }
        return helpWords.senses(in: statement.evidence.quote, language: language)
            .contains { $0 != .reliance }
    }

    /// *Its defences depended on A's technical help*: help that one was used to, on no day, is no answer on an occasion.
    private func isHabit(_ cited: CitedStatement) -> Bool {
        let statement = cited.statement
        guard statement.act.isHelp, StepReader.isDone(statement), cited.closeDate == nil else {
            return false
        }
        return helpWords.senses(in: statement.evidence.quote, language: cited.article.language)
            .contains(.reliance)
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
