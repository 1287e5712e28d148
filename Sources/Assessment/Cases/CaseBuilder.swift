package import Diplomacy

/// Finds the cases in what was read: triggers meet commitments and expectations.
package struct CaseBuilder: Sendable {
    private let register: CommitmentRegister
    private let territories: TerritoryTable
    /// The day on which what has no date is judged.
    private let until: Day

    /// Help that answers a trigger comes within a year, or is no answer to it.
    static let responseDays = 365
    /// Mobilising for an answer may begin a month before the first shot.
    static let leadDays = 30
    /// A promise is looked for ten years back: the longest that treaties of friendship usually run.
    static let promiseDays = 3_653
    /// A passage, about two paragraphs of news, in UTF-8 bytes: what is dated there dates a trigger there.
    static let passage = 1_200
    /// The neighbouring sentence, in UTF-8 bytes: two sentences of 25 words of six letters.
    static let neighbourhood = 300

    package init(register: CommitmentRegister, territories: TerritoryTable, until: Day) {
        self.register = register
        self.territories = territories
        self.until = until
    }

    /// Every case, the latest first, the undated last.
    ///
    /// Linear in statements but for those of one beneficiary, which are compared with its occasions.
    package func cases(in statements: [CitedStatement]) -> [AllianceCase] {
        let help = Dictionary(
            grouping: statements.filter { $0.statement.act.isHelp },
            by: \.statement.source
        )
        var drafts: [CaseDraft] = []
        for (beneficiary, told) in concerning(statements) {
            let occasions = Occasion.all(of: beneficiary, in: told, territories: territories)
            drafts += self.drafts(of: beneficiary, told, occasions, help)
        }
        let ordered = drafts.sorted { left, right in
            (left.order, left.promisor, left.beneficiary, left.firstStatement)
                < (right.order, right.promisor, right.beneficiary, right.firstStatement)
        }
        var used: [String: Int] = [:]
        let named = ordered.map { draft -> AllianceCase in
            used[draft.name, default: 0] += 1
            let number = used[draft.name] ?? 1
            return draft.judged(
                id: number == 1 ? draft.name : "\(draft.name)-\(number)",
                territories: territories
            )
        }
        return named.reversed()
    }

    /// The statements that concern each party that somebody might have helped: as a side, or by its
    /// territory.
    private func concerning(
        _ statements: [CitedStatement]
    ) -> [(ActorCode, [CitedStatement])] {
        var told: [ActorCode: [CitedStatement]] = [:]
        for cited in statements {
            var parties = Set([cited.statement.source])
            if let target = cited.statement.target {
                parties.insert(target)
                if let defender = territories.defender(of: target) { parties.insert(defender) }
            }
            for party in parties { told[party, default: []].append(cited) }
        }
        return told.sorted { $0.key < $1.key }
    }

    // MARK: The cases of one beneficiary

    private func drafts(
        of beneficiary: ActorCode,
        _ told: [CitedStatement],
        _ occasions: [Occasion],
        _ help: [ActorCode: [CitedStatement]]
    ) -> [CaseDraft] {
        var drafts: [Key: CaseDraft] = [:]
        func draft(_ promisor: ActorCode, _ place: Int?, _ year: Int?) -> Key {
            let key = Key(promisor: promisor, occasion: place, year: year)
            if drafts[key] == nil {
                drafts[key] = CaseDraft(
                    promisor: promisor,
                    beneficiary: beneficiary,
                    occasion: place.map { occasions[$0] },
                    register: register,
                    until: until
                )
            }
            return key
        }
        for cited in told {
            let other =
                cited.statement.source == beneficiary
                ? cited.statement.target : cited.statement.source
            guard let promisor = other, promisor != beneficiary,
                territories.defender(of: beneficiary) != promisor,
                let found = StepReader(promisor: promisor, beneficiary: beneficiary)
                    .step(cited.statement)
            else { continue }
            let place = occasion(for: cited, found.step, promisor, occasions)
            // Without a trigger only missing help makes a case.
            guard place != nil || found.stance?.isMissing == true else { continue }
            let year = place == nil ? cited.closeDate?.first.civil.year : nil
            let key = draft(promisor, place, year)
            drafts[key]?.add(cited, found.step, found.stance)
        }
        for (place, occasion) in occasions.enumerated() {
            for promisor in register.guarantors(
                of: beneficiary,
                on: occasion.interval?.first ?? until
            )
            where !occasion.adversaries.contains(promisor)
                && territories.defender(of: beneficiary) != promisor
            {
                _ = draft(promisor, place, nil)
            }
        }
        return drafts.values.map { draft in
            var draft = draft
            draft.addCollusion(help[draft.promisor] ?? [])
            return draft
        }
        .filter(\.isWorthTelling)
    }

    private struct Key: Hashable {
        let promisor: ActorCode
        let occasion: Int?
        let year: Int?
    }

    // MARK: Which occasion a statement belongs to

    /// By its date; without one, by the trigger nearest to it in its article, then by the day of
    /// publication.
    private func occasion(
        for cited: CitedStatement,
        _ step: AllianceCase.Step,
        _ promisor: ActorCode,
        _ occasions: [Occasion]
    ) -> Int? {
        let open = occasions.indices.filter { !occasions[$0].adversaries.contains(promisor) }
        if let date = cited.closeDate {
            let fitting = open.filter { occasions[$0].window(of: step)?.overlaps(date) ?? false }
            let dated = fitting.min { left, right in
                let distance = { (place: Int) in
                    max(0, occasions[place].interval?.distance(to: date) ?? .max)
                }
                return (distance(left), -left) < (distance(right), -right)
            }
            // A trigger without a date may be of that day, where both stand in one passage.
            return dated
                ?? open.first { place in
                    guard occasions[place].interval == nil else { return false }
                    return occasions[place].distance(to: cited).map { $0 <= Self.passage } ?? false
                }
        }
        guard cited.statement.date == nil else { return nil }
        let near = open.compactMap { place in
            occasions[place].distance(to: cited).map { (place, $0) }
        }
        if let nearest = near.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
            // That help came is told of many times; only beside the trigger is it an answer to it.
            let mustBeNear = step == .response && StepReader.isDone(cited.statement)
            return mustBeNear && nearest.1 > Self.neighbourhood ? nil : nearest.0
        }
        // Of help that is told as missing, the last occasion before the article is meant.
        guard step == .response, !StepReader.isDone(cited.statement) else { return nil }
        return open.last { occasions[$0].hasBegun(by: cited.article) }
    }
}

extension StepReader {
    static func isDone(_ statement: Statement) -> Bool {
        (statement.polarity == .done) == (statement.modality != .denied)
    }
}

extension AllianceCase.Stance {
    /// Whether help is told as not having come, in whole or in part.
    var isMissing: Bool { self == .withheld || self == .insufficient }
}

extension Occasion {
    /// The days in which a statement of `step` belongs to it; nil where it has no date.
    func window(of step: AllianceCase.Step) -> DayInterval? {
        guard let interval else { return nil }
        let (before, after) =
            switch step {
            case .trigger: (0, 0)
            case .asked: (CaseBuilder.responseDays, CaseBuilder.responseDays)
            case .promised: (CaseBuilder.promiseDays, CaseBuilder.responseDays)
            case .response, .outcome: (CaseBuilder.leadDays, CaseBuilder.responseDays)
            }
        return DayInterval(
            first: interval.first.advanced(by: -before),
            last: interval.last.advanced(by: after)
        )
    }

    /// How far the nearest of its triggers in the same article is, in bytes; nil where it tells of none.
    func distance(to cited: CitedStatement) -> Int? {
        let place = cited.statement.evidence.range.lowerBound
        return triggers.filter { $0.article.id == cited.article.id }
            .map { abs($0.statement.evidence.range.lowerBound - place) }.min()
    }
}
