import Diplomacy

/// Which statements set off a case of a beneficiary, and of what kind.
///
/// Force is one, if a state, an alliance or an armed group uses it: a court or a bloc of sanctions has none.
/// Where one is bound to help another, a single root that tells of force between them is taken for a
/// misreading. Coups, unrest, disasters and votes are no acts between two; the words of a sentence of help, or of a
/// plea, tell of them. So do those of a siege or a rising: then no other sentence need tell who fights.
struct TriggerReader {
    let beneficiary: ActorCode
    let register: CommitmentRegister
    let territories: TerritoryTable
    let words: WordList<AllianceCase.Trigger>
    /// The day on which what has no date is judged.
    let until: Day

    /// What somebody may strike that strikes the beneficiary: itself, and the territories it fights for.
    var targets: [ActorCode] { [beneficiary] + territories.defended(by: beneficiary) }

    /// The triggers in `statements`, in their order.
    func triggers(in statements: [CitedStatement]) -> [Trigger] {
        let all = statements.compactMap { cited in
            kind(of: cited).map { Trigger(cited: cited, kind: $0) }
        }
        let roots = Dictionary(grouping: all, by: \.cited.statement.source)
            .mapValues { Set($0.map(\.cited.witnessKey)).count }
        return all.filter { trigger in
            guard trigger.isForce else { return true }
            let source = trigger.cited.statement.source
            return (roots[source] ?? 0) >= Self.rootsAgainstFriend
                || !isFriend(source, on: trigger.cited.closeDate?.first ?? until)
        }
    }

    /// That a friend used force is believed of two roots.
    private static let rootsAgainstFriend = 2

    private func kind(of cited: CitedStatement) -> AllianceCase.Trigger? {
        let statement = cited.statement
        guard statement.isTold else { return nil }
        if let target = statement.target, targets.contains(target),
            statement.polarity == .done, [.assault, .coerce].contains(statement.act)
        {
            return force(of: cited)
        }
        let isHelp =
            statement.act.isHelp && statement.kind != .asylum
            && statement.target.map(targets.contains) == true
        let isPlea = statement.act == .request && statement.source == beneficiary
        guard isHelp || isPlea else { return nil }
        if isHelp, statement.kind == .vote { return .vote }
        let told = words.senses(in: statement.evidence.quote, language: cited.article.language)
            .first
        switch told {
        case .vote?: return isHelp && statement.act == .support ? .vote : nil
        case .coup?, .unrest?, .disaster?: return told
        case .blockade?, .rebellion?:
            // A group that is left alone is no state against which others rise.
            guard beneficiary.isState else { return nil }
            return told
        default: return nil
        }
    }

    private func force(of cited: CitedStatement) -> AllianceCase.Trigger? {
        let statement = cited.statement
        guard statement.source != beneficiary, !targets.contains(statement.source),
            hasForces(statement.source)
        else { return nil }
        if statement.act == .assault {
            return statement.source.isOutsideForce ? .attack : .rebellion
        }
        let isCut = statement.kind == .trade || statement.kind == .energy
        let told = words.senses(in: statement.evidence.quote, language: cited.article.language)
            .first
        return isCut || told == .blockade ? .blockade : .coercion
    }

    /// A state, a named group, or an organisation whose members owe each other a defence.
    ///
    /// The West is neither: nobody commands it.
    private func hasForces(_ actor: ActorCode) -> Bool {
        if actor.isOrganisation { return register.isAlliance(actor) }
        return actor != ActorCode("WEST")
    }

    /// Whether `adversary` owed the beneficiary help of some material kind on `day`.
    private func isFriend(_ adversary: ActorCode, on day: Day) -> Bool {
        register.binding(adversary, to: beneficiary, on: day).contains { binding in
            !Self.friendly.isDisjoint(with: binding.obligations)
        }
    }

    private static let friendly: Set<Commitment.Obligation> = [
        .defence, .offence, .arms, .bases, .aid, .umbrella,
    ]
}

/// A statement that sets off a case.
struct Trigger {
    let cited: CitedStatement
    let kind: AllianceCase.Trigger

    /// Whether it tells of force by its source, and not in passing what help was needed for.
    var isForce: Bool {
        kind.isForce && [.assault, .coerce].contains(cited.statement.act)
    }
}

extension AllianceCase.Trigger {
    /// Whether somebody used force, or cut somebody off.
    var isForce: Bool {
        switch self {
        case .attack, .rebellion, .blockade, .coercion: true
        case .coup, .unrest, .disaster, .vote, .untold: false
        }
    }

    /// The gravest first: what an occasion is called after.
    static let byGravity: [Self] = [
        .attack, .rebellion, .coup, .blockade, .coercion, .unrest, .disaster, .vote, .untold,
    ]

    /// Whether one has room in an article: that it was told of once is enough for what is said in it
    /// elsewhere.
    ///
    /// Force short of an attack, a coup, unrest, a disaster and a vote are answered beside their telling.
    var isWideTold: Bool { self == .attack || self == .rebellion }
}
