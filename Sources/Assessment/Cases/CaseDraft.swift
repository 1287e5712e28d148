import Diplomacy

/// A case while its steps are being filled.
struct CaseDraft {
    let promisor: ActorCode
    let beneficiary: ActorCode
    /// Nil where no trigger is told.
    let occasion: Occasion?
    private let facts: CaseFacts
    /// The day on which commitments are looked up where nothing is dated.
    private let until: Day
    /// All but the triggers, which are those of the occasion.
    private(set) var entries: [AllianceCase.Entry] = []
    private var added: Set<Added> = []

    private struct Added: Hashable {
        let step: AllianceCase.Step
        let statement: String
    }

    /// A patron that deals with the attacker within two months of the attack may have had a hand in it.
    private static let collusionDays = 60
    /// One reading may be a misreading; of an attack without any answer told it would make a case for each
    /// guarantor.
    private static let fewestRoots = 2

    init(
        promisor: ActorCode,
        beneficiary: ActorCode,
        occasion: Occasion?,
        facts: CaseFacts,
        until: Day
    ) {
        self.promisor = promisor
        self.beneficiary = beneficiary
        self.occasion = occasion
        self.facts = facts
        self.until = until
    }

    mutating func add(
        _ cited: CitedStatement,
        _ step: AllianceCase.Step,
        _ stance: AllianceCase.Stance?
    ) {
        guard added.insert(Added(step: step, statement: cited.id)).inserted else { return }
        entries.append(AllianceCase.Entry(cited, step, stance))
    }

    /// Whether help is told as missing in the same sentence as `cited`, or in the one beside it: how it ended
    /// without is told there.
    func tellsOfNone(beside cited: CitedStatement) -> Bool {
        guard occasion?.mayFall(cited, (.outcome, nil)) != false else { return false }
        let place = cited.statement.evidence.range.lowerBound
        return entries.contains { entry in
            entry.stance?.isMissing == true && entry.citation.article == cited.article.id
                && abs(entry.citation.firstByte - place) <= CaseBuilder.neighbourhood
        }
    }

    /// Adds what tells that the promisor sided with an adversary: beside the trigger, or, where it gave
    /// something material, within two months of it.
    ///
    /// `help` is what was given to anybody.
    mutating func addCollusion(_ help: HelpGiven) {
        guard let occasion else { return }
        let reader = StepReader(
            promisor: promisor,
            beneficiaries: [beneficiary],
            helpWords: facts.helpWords
        )
        let adversaries = occasion.adversaries
        guard !adversaries.isEmpty else { return }
        for cited in help.by(promisor, to: adversaries)
        where reader.isCollusion(cited.statement, with: adversaries) {
            let isNear = cited.statement.date.flatMap { date in
                occasion.interval.map { $0.distance(to: date) <= Self.collusionDays }
            }
            let isClose = (cited.statement.date?.length ?? .max) <= Self.collusionDays
            let isBeside = occasion.isTold(in: cited, within: CaseBuilder.neighbourhood)
            if isBeside, isNear ?? true {
                add(cited, .response, .colluded)
            } else if cited.statement.act == .aid, isClose, isNear ?? false {
                add(cited, .response, .colluded)
            }
        }
    }

    /// What makes it a case: somebody expected help, and somebody tells of what became of it.
    ///
    /// Help that came and help that did not found one alike. Or two states alone are bound by a duty to defend, and
    /// two roots tell of an attack. A reading that is a guess makes none, nor does a refusal where no defence was owed:
    /// partners refuse each other much. Where no defence was owed, words are no answer to force that one root alone
    /// tells of: they are given for much else. Where nobody is bound, whoever asked is answered by who tells of this
    /// occasion, or of its day.
    var isWorthTelling: Bool {
        // Without an occasion a reading stands alone, and must be sure.
        let sure = occasion == nil ? entries.filter(\.citation.isSure) : entries.believed
        let pleas = sure.filter { $0.step == .asked && $0.citation.isDone }
        let isAsked = !pleas.isEmpty
        let isPromised = sure.contains { $0.step == .promised && $0.citation.modality == .expected }
        let response = sure.filter { $0.step == .response }
        let answers = response.filter { $0.stance.map(\.isOfHelp) == true }.compactMap(\.stance)
        let isAnswered = answers.contains { $0 != .wordsOnly }
        let binding = binding.filter(\.letsHopeForHelp)
        let isBound = !binding.isEmpty
        guard let occasion else {
            // Nothing that happened: somebody pleaded, or a duty names this help. A habit and a mood are no occasion.
            return isAnswered && hasAnswer(in: response, after: pleas)
                || response.contains { entry in
                    entry.stance?.isMissing == true && binding.contains { $0.owes(entry) }
                }
        }
        // Votes are cast for allies all the time, and are no promise that came due.
        if occasion.kind == .vote, !isAsked, !isPromised, !binding.contains(where: \.owesVotes) {
            return false
        }
        if isAnswered {
            return isBound || (isAsked || isPromised) && isAnsweredBeside(occasion)
                || occasion.kind.isWideTold && isAnsweredSurely && isAnsweredBeside(occasion)
        }
        guard !occasion.triggers.isEmpty else { return false }
        let isOwedDefence = binding.contains(where: \.hasDefenceDuty)
        if occasion.kind == .attack, isOwedDefence, response.contains(where: \.isTurnedDown) {
            return true
        }
        let hasWords = answers.contains(.wordsOnly) && (occasion.isCertain || isOwedDefence)
        if isAsked, answers.isEmpty { return isBound && areTold(pleas, beside: occasion) }
        if isAsked || hasWords { return isBound || isAsked }
        return occasion.kind == .attack
            && Set(occasion.triggers.map(\.cited.witnessKey)).count >= Self.fewestRoots
            && binding.contains { $0.isPlainDefenceOfTwo }
    }

    /// Whether more than one root's claim stands behind it that help did not come.
    private var isMissedSurely: Bool {
        isSurely { $0.stance.map(\.tellsOfNone) == true }
    }

    /// Whether more than one root's claim stands behind it that help came, or that it did not.
    private var isAnsweredSurely: Bool {
        isSurely { $0.stance == .delivered }
            || isSurely { $0.stance.map(\.tellsOfNone) == true }
    }

    private func isSurely(_ isMeant: (AllianceCase.Entry) -> Bool) -> Bool {
        let told = entries.filter { $0.isBelieved && isMeant($0) }
        return told.contains { $0.citation.modality == .fact }
            || Set(told.map(\.root)).count >= Self.fewestRoots
    }

    /// Whether what is told to have become of help is not all of a time before the pleas: what was before a plea is no answer to it.
    private func hasAnswer(
        in response: [AllianceCase.Entry],
        after pleas: [AllianceCase.Entry]
    ) -> Bool {
        response.filter { $0.stance?.isOfHelp == true }.contains { answer in
            pleas.contains { plea in
                guard let asked = plea.citation.date, let told = answer.citation.date else {
                    return true
                }
                return asked.first <= told.last
            }
        }
    }

    /// Whether a plea is told where its occasion is, or within two months of it, or of an occasion that the world or two roots know.
    ///
    /// Two states ask each other for much: a plea that nobody answers, told months after some force, need not be for it.
    private func areTold(_ pleas: [AllianceCase.Entry], beside occasion: Occasion) -> Bool {
        occasion.isCertain
            || pleas.contains { plea in
                if occasion.isTold(inArticle: plea.citation.article) { return true }
                guard let asked = plea.citation.date, let interval = occasion.interval else {
                    return false
                }
                return interval.distance(to: asked) <= CaseBuilder.pleaDays
            }
    }

    /// Whether who tells what became of the help tells of its occasion, or of its day.
    ///
    /// Where nothing let it be hoped for, the last occasion before an article need not be the one that it means.
    private func isAnsweredBeside(_ occasion: Occasion) -> Bool {
        entries.contains { entry in
            entry.isBelieved && entry.stance.map { $0.isOfHelp && $0 != .wordsOnly } == true
                && (entry.citation.date != nil
                    || occasion.isTold(inArticle: entry.citation.article))
        }
    }

    /// Tells two cases of one time apart: the first id in the order of letters.
    var firstStatement: String {
        let triggers = [occasion?.firstStatement].compactMap(\.self)
        return (entries.map(\.citation.statement) + triggers).min() ?? ""
    }

    /// When it began, as a number that orders cases; what has no date comes before all.
    var order: Int { begin?.number ?? .min }

    /// The first day of the trigger, else of what was asked or answered.
    private var begin: Day? {
        occasion?.interval?.first
            ?? entries.filter { $0.step == .asked || $0.step == .response }
            .compactMap(\.citation.date).filter { $0.length <= Occasion.widestDate }
            .map(\.first).min()
    }

    private var binding: [BindingCommitment] {
        facts.register.binding(promisor, to: beneficiary, on: begin ?? until)
    }

    /// What tells of the trigger; what became of the help is no trigger of its own.
    private var triggers: [AllianceCase.Entry] {
        let own = Set(entries.map(\.citation.statement))
        return (occasion?.told ?? []).filter { !own.contains($0.citation.statement) }
    }

    /// Whether anybody tells that the promise was kept: the promisor's own side, or another root.
    ///
    /// One voice against another is a dispute, and the promisor is heard in its own cause.
    private var isContested: Bool {
        let side = facts.register.side(of: promisor)
        return entries.contains { entry in
            guard entry.step == .response, entry.isBelieved else { return false }
            return entry.stance == .delivered
                || [.wordsOnly, .declined, .insufficient].contains(entry.stance)
                    && entry.citation.isTold(bySide: side)
        }
    }

    /// Before it is told apart from others of the same year.
    var name: String {
        let parties = [promisor, beneficiary].map {
            $0.isOrganisation ? String($0.rawValue.dropFirst(4)) : $0.rawValue
        }
        return (parties + (begin.map { ["\($0.civil.year)"] } ?? [])).joined(separator: "-")
    }

    func judged(id: String) -> AllianceCase {
        let commitments = binding
        let political = PoliticalJudge(
            side: facts.register.side(of: promisor),
            entries: entries.filter { $0.step == .response }
        ).finding
        let legal = LegalJudge(
            promisor: promisor,
            beneficiary: beneficiary,
            occasion: occasion,
            commitments: commitments,
            territories: facts.territories,
            response: political.verdict,
            isBreachTold: isMissedSurely
                || entries.contains { $0.step == .asked && $0.citation.isDone },
            isContested: isContested,
            isUnasked: entries.contains { $0.isUnasked }
        ).finding
        return AllianceCase(
            id: id,
            promisor: promisor,
            beneficiary: beneficiary,
            trigger: occasion?.kind ?? .untold,
            adversaries: occasion?.adversaries ?? [],
            interval: occasion?.interval,
            known: occasion?.known,
            triggers: triggers,
            answers: AllianceCase.Step.allCases.flatMap { step in
                entries.filter { $0.step == step }
                    .sorted { Citation.isEarlier($0.citation, $1.citation) }
            },
            commitments: commitments,
            legal: legal,
            political: political
        )
    }
}

extension BindingCommitment {
    var owesVotes: Bool { obligations.contains(.votes) }

    /// Whether a duty of it names the help that `entry` tells of: arms, aid in money or fuel, a vote, soldiers.
    func owes(_ entry: AllianceCase.Entry) -> Bool {
        switch entry.citation.kind {
        case .arms?, .airDefence?: obligations.contains(.arms)
        case .money?, .energy?: obligations.contains(.aid)
        case .vote?: owesVotes
        case .troops?: hasDefenceDuty
        default: false
        }
    }

    /// A pact of two with a duty to defend that holds wherever the attack is.
    fileprivate var isPlainDefenceOfTwo: Bool {
        hasDefenceDuty && !commitment.isMultilateral
            && !commitment.conditions.contains { $0.key == .territory }
    }
}
