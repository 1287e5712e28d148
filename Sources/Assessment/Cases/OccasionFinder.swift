import Diplomacy

/// Finds to which occasion of a beneficiary a statement belongs: by the place that it names; by its date; without one,
/// by the trigger nearest to it in its article, then by the day of publication.
struct OccasionFinder {
    private let occasions: [Occasion]
    private let until: Day
    /// The places of those that may be a case of the promisor.
    private let open: [Int]
    private let words: WordList<AllianceCase.Trigger>

    init(
        occasions: [Occasion],
        promisor: ActorCode,
        until: Day,
        words: WordList<AllianceCase.Trigger>
    ) {
        self.occasions = occasions
        self.words = words
        self.until = until
        open = occasions.indices.filter { place in
            occasions[place].isFounded && !occasions[place].hostile.contains(promisor)
        }
    }

    typealias Found = (step: AllianceCase.Step, stance: AllianceCase.Stance?)

    /// The place of the occasion; nil where it belongs to none.
    ///
    /// Help that came and help that did not are looked for by the same rules, but for the last one.
    func occasion(for cited: CitedStatement, _ found: Found) -> Int? {
        if let date = cited.ownDate { return dated(cited, date, found) }
        // A date that is too wide says that it was not at any time.
        if let date = cited.statement.date, date.length > Occasion.widestDate { return nil }
        if let beside = beside(cited, found) { return beside }
        // Of help that is told as missing, the last occasion before the article is meant. Of help that came only one
        // that still goes on: it is told of for its own sake, years later too.
        guard found.step == .response, let stance = found.stance, !stance.isTurnedDown,
            cited.statement.date == nil || cited.isDatedByArticle
        else { return nil }
        let isMissing = stance.isMissing
        guard isMissing || stance == .delivered else { return nil }
        return named(in: cited, open).last { place in
            // Short of an attack, what still goes on is what is meant by help that is missed now.
            (occasions[place].kind.isWideTold || occasions[place].isPlaced(in: cited)
                || isMissing && occasions[place].goesOn)
                && occasions[place].isCertain
                && occasions[place].isFresh(for: cited.article, until: until)
                && (isMissing || occasions[place].goesOn)
        }
    }

    /// What the words of `cited` name decides before time and place in the text do: those of `places` that happened
    /// where it says, else those that are what it says that help was needed for; all of them where it says nothing.
    private func named(in cited: CitedStatement, _ places: [Int]) -> [Int] {
        let there = places.filter { occasions[$0].isPlaced(in: cited) }
        guard there.isEmpty else { return there }
        let told = words.senses(
            in: cited.statement.evidence.quote,
            language: cited.article.language
        )
        let alike = places.filter { told.contains(occasions[$0].kind) }
        return alike.isEmpty ? places : alike
    }

    /// Of those in whose time the date falls the one that holds it, then the one told of in the same passage, then the
    /// nearest in time; none where two fit equally.
    private func dated(
        _ cited: CitedStatement,
        _ date: DayInterval,
        _ found: Found
    ) -> Int? {
        let isWide = date.length > CaseBuilder.deliveryDays
        let fitting = named(
            in: cited,
            open.filter { place in
                // What is dated by a year may have been before the first shot.
                occasions[place].isAnswered(by: cited)
                    && occasions[place].window(of: found, cited.statement.act)?.overlaps(date)
                        ?? false
                    && (!isWide || occasions[place].isToldOrHeld(cited, in: date))
            }
        )
        let rank = { (place: Int) -> [Int] in
            let isBeside = occasions[place].isTold(in: cited, within: CaseBuilder.passage)
            let days = max(0, occasions[place].interval?.distance(to: date) ?? .max)
            return [days == 0 ? 0 : 1, isBeside ? 0 : 1, days]
        }
        let ranked = fitting.map { (place: $0, rank: rank($0)) }
            .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
        if let first = ranked.first {
            return ranked.dropFirst().first?.rank == first.rank ? nil : first.place
        }
        // A trigger without a date may be of that day, where both stand in one passage.
        return open.first { place in
            occasions[place].interval == nil && occasions[place].isAnswered(by: cited)
                && occasions[place].isTold(in: cited, within: CaseBuilder.passage)
        }
    }

    /// The one whose trigger is nearest in the article, if it is near enough.
    private func beside(_ cited: CitedStatement, _ found: Found) -> Int? {
        let near = named(
            in: cited,
            open.filter {
                occasions[$0].isAnswered(by: cited) && occasions[$0].mayFall(cited, found)
            }
        ).compactMap { place in
            occasions[place].distance(to: cited).map { (place, $0) }
        }
        guard let nearest = near.min(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }) else { return nil }
        // Of a war a whole article speaks, if it speaks of one; of force short of it a passage. A promise, a refusal and a
        // declined offer may be of much else.
        let isWide =
            near.count == 1 && occasions[nearest.0].kind.isWideTold && found.step != .promised
            && found.stance?.isTurnedDown != true
        return nearest.1 <= (isWide ? Int.max : CaseBuilder.passage) ? nearest.0 : nil
    }
}

extension AllianceCase.Stance {
    /// Whether help is told as not having come, in whole or in part.
    var isMissing: Bool { self == .withheld || self == .insufficient }

    /// Whether one side turned the other down.
    var isTurnedDown: Bool { self == .refused || self == .declined }
}

extension Occasion {
    /// The days in which a statement of a step belongs to it; nil where it has no date.
    func window(of found: OccasionFinder.Found, _ act: Act) -> DayInterval? {
        guard let interval else { return nil }
        let (before, after) =
            switch found.step {
            case .trigger: (0, 0)
            case .asked: (CaseBuilder.pleaDays, CaseBuilder.responseDays)
            // A promise comes before what it is kept in; of a war of weeks also while it goes on.
            case .promised: (CaseBuilder.promiseDays, isLong ? -1 : -interval.length - 1)
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

    /// Whether the article of `cited` tells of it, or all of it lies in `date`, which then is not of another year.
    func isToldOrHeld(_ cited: CitedStatement, in date: DayInterval) -> Bool {
        isTold(inArticle: cited.article.id)
            || interval.map { date.first <= $0.first && $0.last <= date.last } ?? false
    }

    func isTold(in cited: CitedStatement, within reach: Int) -> Bool {
        distance(to: cited).map { $0 <= reach } ?? false
    }
}

extension CitedStatement {
    /// The close date of what is told; nil where it is only that of telling it.
    fileprivate var ownDate: DayInterval? { isDatedByArticle ? nil : closeDate }
}
