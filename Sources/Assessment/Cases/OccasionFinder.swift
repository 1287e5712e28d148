import Diplomacy

/// Finds to which occasion of a beneficiary a statement belongs: by its date; without one, by the trigger
/// nearest to it in its article, then by the day of publication.
struct OccasionFinder {
    private let occasions: [Occasion]
    private let until: Day
    /// The places of those that may be a case of the promisor.
    private let open: [Int]

    init(occasions: [Occasion], promisor: ActorCode, until: Day) {
        self.occasions = occasions
        self.until = until
        open = occasions.indices.filter { place in
            occasions[place].isFounded && !occasions[place].hostile.contains(promisor)
        }
    }

    typealias Found = (step: AllianceCase.Step, stance: AllianceCase.Stance?)

    /// The place of the occasion; nil where it belongs to none.
    func occasion(for cited: CitedStatement, _ found: Found) -> Int? {
        let isDelivery = found.step == .response && found.stance?.isMissing != true
        if let date = cited.ownDate, !isDelivery || date.length <= CaseBuilder.deliveryDays {
            return dated(cited, date, found)
        }
        // A date that is too wide says that it was not at any time.
        if let date = cited.statement.date, date.length > Occasion.widestDate { return nil }
        if let beside = beside(cited, found, isDelivery) { return beside }
        // Of help that is told as missing, the last occasion before the article is meant.
        guard found.step == .response, found.stance?.isMissing == true,
            cited.statement.date == nil || cited.isDatedByArticle
        else { return nil }
        return open.last { place in
            occasions[place].kind.isWideTold && occasions[place].isCertain
                && occasions[place].isFresh(for: cited.article, until: until)
        }
    }

    /// The one told of in the same passage, else the nearest in time, of several the last.
    private func dated(
        _ cited: CitedStatement,
        _ date: DayInterval,
        _ found: Found
    ) -> Int? {
        let fitting = open.filter { place in
            occasions[place].isAnswered(by: cited)
                && occasions[place].window(of: found, cited.statement.act)?.overlaps(date) ?? false
        }
        let nearest = fitting.min { left, right in
            let rank = { (place: Int) -> [Int] in
                let isBeside = occasions[place].isTold(in: cited, within: CaseBuilder.passage)
                let days = max(0, occasions[place].interval?.distance(to: date) ?? .max)
                return [isBeside ? 0 : 1, days, -place]
            }
            return rank(left).lexicographicallyPrecedes(rank(right))
        }
        // A trigger without a date may be of that day, where both stand in one passage.
        return nearest
            ?? open.first { place in
                occasions[place].interval == nil && occasions[place].isAnswered(by: cited)
                    && occasions[place].isTold(in: cited, within: CaseBuilder.passage)
            }
    }

    /// The one whose trigger is nearest in the article, if it is near enough.
    private func beside(
        _ cited: CitedStatement,
        _ found: Found,
        _ isDelivery: Bool
    ) -> Int? {
        let near = open.filter {
            occasions[$0].isAnswered(by: cited) && occasions[$0].mayFall(cited, found)
        }.compactMap { place in
            occasions[place].distance(to: cited).map { (place, $0) }
        }
        guard let nearest = near.min(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }) else { return nil }
        // That help came is told of many times; only beside the trigger is it an answer to it. Of a war a
        // whole article speaks, of force short of it a passage.
        let reach =
            isDelivery
            ? CaseBuilder.neighbourhood
            : occasions[nearest.0].kind.isWideTold && found.stance != .refused
                ? Int.max : CaseBuilder.passage
        return nearest.1 <= reach ? nearest.0 : nil
    }
}

extension AllianceCase.Stance {
    /// Whether help is told as not having come, in whole or in part.
    var isMissing: Bool { self == .withheld || self == .insufficient }
}

extension Occasion {
    /// The days in which a statement of a step belongs to it; nil where it has no date.
    func window(of found: OccasionFinder.Found, _ act: Act) -> DayInterval? {
        guard let interval else { return nil }
        let (before, after) =
            switch found.step {
            case .trigger: (0, 0)
            case .asked: (CaseBuilder.pleaDays, CaseBuilder.responseDays)
            case .promised: (CaseBuilder.promiseDays, CaseBuilder.responseDays)
            case .response:
                (0, act.isHelp && found.stance != .wordsOnly ? answerDays : CaseBuilder.refusalDays)
            case .outcome: (0, CaseBuilder.responseDays)
            }
        return DayInterval(
            first: interval.first.advanced(by: -before),
            last: interval.last.advanced(by: after)
        )
    }

    /// Whether the date of the statement, if it has one of its own, does not keep it out.
    func mayFall(_ cited: CitedStatement, _ found: OccasionFinder.Found) -> Bool {
        guard let date = cited.ownDate, let window = window(of: found, cited.statement.act) else {
            return true
        }
        return window.overlaps(date)
    }

    /// A single act of pressing, and a vote, are answered soon or not at all.
    private var answerDays: Int {
        kind == .coercion || kind == .vote ? CaseBuilder.refusalDays : CaseBuilder.responseDays
    }

    func isTold(in cited: CitedStatement, within reach: Int) -> Bool {
        distance(to: cited).map { $0 <= reach } ?? false
    }
}

extension CitedStatement {
    /// The close date of what is told; nil where it is only that of telling it.
    fileprivate var ownDate: DayInterval? { isDatedByArticle ? nil : closeDate }
}
