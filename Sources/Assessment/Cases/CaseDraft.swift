import Diplomacy

/// A case while its steps are being filled.
struct CaseDraft {
    let promisor: ActorCode
    let beneficiary: ActorCode
    /// Nil where no trigger is told.
    let occasion: Occasion?
    private let register: CommitmentRegister
    /// The day on which commitments are looked up where nothing is dated.
    private let until: Day
    private(set) var entries: [AllianceCase.Entry] = []

    /// A patron that deals with the attacker within two months of the attack may have had a hand in it.
    private static let collusionDays = 60
    /// One reading of an attack may be a misreading; without any answer told it would make a case for each
    /// guarantor.
    private static let fewestRoots = 2

    init(
        promisor: ActorCode,
        beneficiary: ActorCode,
        occasion: Occasion?,
        register: CommitmentRegister,
        until: Day
    ) {
        self.promisor = promisor
        self.beneficiary = beneficiary
        self.occasion = occasion
        self.register = register
        self.until = until
        for trigger in occasion?.triggers ?? [] { add(trigger, .trigger, nil) }
    }

    mutating func add(
        _ cited: CitedStatement,
        _ step: AllianceCase.Step,
        _ stance: AllianceCase.Stance?
    ) {
        guard !entries.contains(where: { $0.step == step && $0.citation.statement == cited.id })
        else { return }
        entries.append(
            AllianceCase.Entry(
                step: step,
                sentence: PlainSentence(cited.statement),
                citation: Citation(cited),
                root: cited.rootKey,
                stance: stance
            )
        )
    }

    /// Adds what tells that the promisor sided with an adversary: within two months of the trigger, or
    /// without a closer date in the same passage as the trigger.
    ///
    /// `help` is what the promisor gave to anybody.
    mutating func addCollusion(_ help: [CitedStatement]) {
        guard let occasion else { return }
        let reader = StepReader(promisor: promisor, beneficiary: beneficiary)
        for cited in help where reader.isCollusion(cited.statement, with: occasion.adversaries) {
            let isBeside =
                occasion.distance(to: cited).map { $0 <= CaseBuilder.neighbourhood } ?? false
            let isNear =
                cited.closeDate.flatMap { date in
                    occasion.interval.map {
                        date.length <= Self.collusionDays
                            && $0.distance(to: date) <= Self.collusionDays
                    }
                } ?? false
            if isBeside || isNear { add(cited, .response, .colluded) }
        }
    }

    /// What makes it a case: somebody asks, or tells of help that came or did not; or somebody promised, and
    /// there was an attack; or two states alone are bound by a duty to defend, and two roots tell of an attack.
    ///
    /// A sanction alone is no answer to what another did.
    var isWorthTelling: Bool {
        let isAnswered = entries.contains { entry in
            entry.step == .asked
                || entry.step == .response && entry.act != .sanction && entry.act != .reject
        }
        guard let occasion, occasion.kind == .attack, !isAnswered else { return isAnswered }
        if entries.contains(where: { $0.step != .trigger }) { return true }
        return Set(occasion.triggers.map(\.rootKey)).count >= Self.fewestRoots
            && binding.contains { $0.hasDefenceDuty && !$0.commitment.isMultilateral }
    }

    /// Tells two cases of one time apart: the first id in the order of letters.
    var firstStatement: String { entries.map(\.citation.statement).min() ?? "" }

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
        register.binding(promisor, to: beneficiary, on: begin ?? until)
    }

    /// Before it is told apart from others of the same year.
    var name: String {
        let parties = [promisor, beneficiary].map {
            $0.isOrganisation ? String($0.rawValue.dropFirst(4)) : $0.rawValue
        }
        return (parties + (begin.map { ["\($0.civil.year)"] } ?? [])).joined(separator: "-")
    }

    func judged(id: String, territories: TerritoryTable) -> AllianceCase {
        let commitments = binding
        let political = PoliticalJudge(entries: entries.filter { $0.step == .response }).finding
        let legal = LegalJudge(
            promisor: promisor,
            beneficiary: beneficiary,
            occasion: occasion,
            commitments: commitments,
            territories: territories,
            response: political.verdict
        ).finding
        let steps = AllianceCase.Step.allCases
        return AllianceCase(
            id: id,
            promisor: promisor,
            beneficiary: beneficiary,
            trigger: occasion?.kind ?? .untold,
            adversaries: occasion?.adversaries ?? [],
            interval: occasion?.interval,
            entries: steps.flatMap { step in
                entries.filter { $0.step == step }
                    .sorted { Citation.isEarlier($0.citation, $1.citation) }
            },
            commitments: commitments,
            legal: legal,
            political: political
        )
    }
}
