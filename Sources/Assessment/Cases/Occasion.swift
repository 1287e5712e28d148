import Diplomacy

/// A time in which somebody was attacked, pressed or struck: triggers near one another in time, or of one
/// occasion that the world knows.
struct Occasion {
    let beneficiary: ActorCode
    private(set) var triggers: [Trigger]
    /// Where they stand in each article, by its id: the first bytes of their words.
    private var places: [String: [Int]] = [:]
    /// Nil where no trigger is dated within a year, and the world knows none.
    private(set) var interval: DayInterval?
    /// What the world knows of it.
    let known: KnownOccasion?
    /// The adversaries and who fights on their side: none of them is a promisor.
    var hostile: Set<ActorCode> = []

    /// What tells of its triggers, as each of its cases shows it; filled by `settle`.
    private(set) var told: [AllianceCase.Entry] = []
    /// The first of its triggers' ids in the order of letters.
    private(set) var firstStatement: String?

    /// A war is told of in pieces; pieces two months apart belong to one.
    static let longestPause = 60
    /// A date wider than a year places nothing.
    static let widestDate = 366

    // What every statement of a beneficiary asks of every occasion is kept as triggers are added.

    /// Who is told to have used force; where nobody is, whom the world knows.
    private(set) var adversaries: [ActorCode]
    /// What the world knows it as, else the gravest of its triggers.
    private(set) var kind: AllianceCase.Trigger
    private var forces: Set<ActorCode> = []
    /// The roots of its triggers; a second one is all that is asked of them.
    private var roots: Set<String> = []
    /// The ids of the triggers that a sentence of help, or a plea, tells of.
    private var toldInPassing: Set<Statement.ID> = []
    private var isSurelyTold = false

    /// What was struck: as the world knows it, else as it is told.
    var struck: Set<ActorCode> {
        known.map { Set($0.targets) }
            ?? Set(triggers.filter { $0.kind == .attack }.compactMap(\.cited.statement.target))
    }

    /// Whether it happened, as far as can be seen: the world knows it, or one sure reading tells of it, or
    /// two roots do.
    var isFounded: Bool { isCertain || isSurelyTold }

    /// A strike of some days is over before help could come, so what comes after it may still be help in it.
    private static let longEnough = 14

    /// Whether what is told happened on the last day of a war whose end the world knows, or later: too late to help
    /// in it.
    func isOver(before cited: CitedStatement) -> Bool {
        guard known?.ended != nil, let interval, interval.length >= Self.longEnough,
            let date = cited.closeDate
        else { return false }
        return date.first >= interval.last
    }

    /// Whether it is a war of weeks, and no strike of some days.
    var isLong: Bool { (interval?.length ?? 0) >= Self.longEnough }

    /// Whether it still goes on, as far as the world knows.
    var goesOn: Bool { known.map { $0.ended == nil } ?? false }

    /// Whether more than one reading stands behind it.
    var isCertain: Bool { known != nil || roots.count > 1 }

    /// One that the world knows, before any trigger of it was told.
    init(of beneficiary: ActorCode, _ known: KnownOccasion, until: Day) {
        self.init(
            beneficiary: beneficiary,
            triggers: [],
            interval: known.interval(until: until),
            known: known
        )
    }

    private init(
        beneficiary: ActorCode,
        triggers: [Trigger],
        interval: DayInterval?,
        known: KnownOccasion?
    ) {
        self.beneficiary = beneficiary
        self.triggers = []
        self.interval = interval
        self.known = known
        adversaries = (known?.adversaries ?? []).sorted()
        kind = known?.kind ?? .untold
        for trigger in triggers { append(trigger) }
    }

    /// `base` with more triggers of one beneficiary: the dated ones in the order of time, then those without
    /// a date, one for each adversary.
    static func adding(
        _ triggers: [Trigger],
        to base: [Occasion],
        of beneficiary: ActorCode
    ) -> [Occasion] {
        var occasions = base
        // The closest dates make the occasions; wide ones join them.
        let dated = triggers.compactMap { trigger in
            trigger.cited.closeDate.map { (trigger, $0) }
        }
        .sorted { left, right in
            (left.1.length, left.1.first.number, left.0.cited.id)
                < (right.1.length, right.1.first.number, right.0.cited.id)
        }
        for (trigger, date) in dated {
            if let place = place(of: trigger, on: date, in: occasions) {
                occasions[place].add(trigger, date)
            } else {
                occasions.append(
                    Occasion(
                        beneficiary: beneficiary,
                        triggers: [trigger],
                        interval: date,
                        known: nil
                    )
                )
            }
        }
        occasions.sort { ($0.interval?.first.number ?? .max) < ($1.interval?.first.number ?? .max) }
        for trigger in triggers where trigger.cited.closeDate == nil {
            add(undated: trigger, to: &occasions, beneficiary)
        }
        for place in occasions.indices { occasions[place].settle() }
        return occasions
    }

    /// The shortest occasion known to the world that holds the date and fits; else the nearest of those that
    /// are told.
    private static func place(
        of trigger: Trigger,
        on date: DayInterval,
        in occasions: [Occasion]
    ) -> Int? {
        // What a sentence of help tells of in passing is dated by the help, which comes within a year.
        let after = trigger.isForce ? 0 : CaseBuilder.responseDays
        let known = occasions.indices.filter { place in
            occasions[place].isKnown(as: trigger)
                && occasions[place].interval?.lengthened(by: after).overlaps(date) == true
        }
        let shortest = known.min { left, right in
            let length = { (place: Int) in occasions[place].interval?.length ?? .max }
            return (length(left), -left) < (length(right), -right)
        }
        if let shortest { return shortest }
        let near = occasions.indices.filter {
            occasions[$0].known == nil && occasions[$0].isAlike(trigger)
                && (occasions[$0].interval?.distance(to: date) ?? .max) <= longestPause
        }
        let adversary = trigger.cited.statement.source
        return near.first { occasions[$0].adversaries.contains(adversary) } ?? near.first
    }

    /// Whether the world knows it as an occasion of this kind with this adversary.
    private func isKnown(as trigger: Trigger) -> Bool {
        guard let known else { return false }
        guard trigger.isForce else { return trigger.kind == known.kind }
        // What one calls force short of an attack another calls an attack, and the other way round.
        return known.adversaries.contains(trigger.cited.statement.source)
    }

    /// Force is told of together; what a sentence of help tells of stands by its kind.
    private func isAlike(_ trigger: Trigger) -> Bool {
        trigger.isForce ? kind.isForce : trigger.kind == kind
    }

    private mutating func append(_ trigger: Trigger) {
        triggers.append(trigger)
        places[trigger.cited.article.id, default: []].append(
            trigger.cited.statement.evidence.range.lowerBound
        )
        firstStatement = min(firstStatement ?? trigger.cited.id, trigger.cited.id)
        roots.insert(trigger.cited.witnessKey)
        isSurelyTold = isSurelyTold || trigger.cited.isSure
        if !trigger.isForce { toldInPassing.insert(trigger.cited.id) }
        if trigger.isForce, forces.insert(trigger.cited.statement.source).inserted {
            adversaries = forces.sorted()
        }
        if known == nil {
            kind = AllianceCase.Trigger.byGravity.first { $0 == kind || $0 == trigger.kind } ?? kind
        }
    }

    /// Writes down what tells of its triggers, once for all its cases.
    mutating func settle() {
        guard told.count != triggers.count else { return }
        told = triggers.map { AllianceCase.Entry($0.cited, .trigger, nil) }
            .sorted { Citation.isEarlier($0.citation, $1.citation) }
    }

    /// Whether `cited` may answer it: to a vote only a vote, or what tells of it, is an answer.
    func isAnswered(by cited: CitedStatement) -> Bool {
        kind != .vote || !cited.statement.act.isHelp || cited.statement.isVote
            || toldInPassing.contains(cited.id)
    }

    /// How far the nearest of its triggers in the same article is, in bytes; nil where it tells of none.
    func distance(to cited: CitedStatement) -> Int? {
        let place = cited.statement.evidence.range.lowerBound
        return places[cited.article.id]?.map { abs($0 - place) }.min()
    }

    func isTold(inArticle id: String) -> Bool { places[id] != nil }

    /// Whether `cited` names the place where only this happened.
    func isPlaced(in cited: CitedStatement) -> Bool {
        known?.isPlaced(in: cited.statement.evidence.quote) == true
    }

    /// Whether `cited` speaks of `party`, in an article that tells of this.
    func isTold(_ cited: CitedStatement, with party: ActorCode) -> Bool {
        isTold(inArticle: cited.article.id)
            && (cited.statement.source == party || cited.statement.target == party)
    }

    /// Whether its last day had come when what `cited` tells of happened.
    func isBefore(_ cited: CitedStatement) -> Bool {
        guard let date = cited.closeDate, let interval else { return false }
        return date.first >= interval.last
    }

    private mutating func add(_ trigger: Trigger, _ date: DayInterval) {
        append(trigger)
        // A year that holds a week does not widen it, and what the world knows is known.
        if known == nil, let interval, !date.overlaps(interval) {
            self.interval = interval.joined(with: date)
        }
    }

    /// A trigger without a date belongs to the occasion with its adversary of which its article tells, else
    /// to the last one before the article came out.
    private static func add(
        undated trigger: Trigger,
        to occasions: inout [Occasion],
        _ beneficiary: ActorCode
    ) {
        let adversary = trigger.cited.statement.source
        let same = occasions.indices.filter { place in
            let occasion = occasions[place]
            return occasion.isKnown(as: trigger)
                || occasion.isAlike(trigger) && trigger.isForce
                    && occasion.adversaries.contains(adversary)
        }
        let told = same.last { occasions[$0].distance(to: trigger.cited) != nil }
        let before = same.last { occasions[$0].hasBegun(by: trigger.cited.article) }
        if let place = told ?? before {
            occasions[place].append(trigger)
        } else {
            occasions.append(
                Occasion(
                    beneficiary: beneficiary,
                    triggers: [trigger],
                    interval: nil,
                    known: nil
                )
            )
        }
    }

    /// Whether it can have begun before the article came out.
    func hasBegun(by article: ReadArticle) -> Bool {
        guard let begin = interval?.first, let published = article.publication?.last else {
            return true
        }
        return begin <= published
    }

    /// Whether it was still of the day when the article came out: it ended within two years before.
    ///
    /// Longer ago it would be told of by its name.
    func isFresh(for article: ReadArticle, until: Day) -> Bool {
        guard let interval else { return true }
        let read = article.publication?.last ?? until
        return interval.first <= read && read.number - interval.last.number <= 2 * Self.widestDate
    }
}

extension Statement {
    /// Told as having happened, and no figure of speech.
    var isTold: Bool {
        (modality == .fact || modality == .claim)
            && !marks.contains(.joke) && !marks.contains(.metaphor)
    }
}

extension ActorCode {
    /// States and organisations fight from outside; a group is taken to fight within.
    var isOutsideForce: Bool { isState || isOrganisation }
}

extension CitedStatement {
    /// The date that the text gives, where it is not wider than a year.
    var closeDate: DayInterval? {
        statement.date.flatMap { $0.length <= Occasion.widestDate ? $0 : nil }
    }
}

extension DayInterval {
    /// The number of days, less one.
    var length: Int { last.number - first.number }

    /// The days between the two; 0 or less where they overlap.
    func distance(to other: DayInterval) -> Int {
        max(first.number, other.first.number) - min(last.number, other.last.number)
    }

    func lengthened(by days: Int) -> DayInterval {
        DayInterval(first: first, last: last.advanced(by: days))
    }

    func joined(with other: DayInterval) -> DayInterval {
        DayInterval(first: min(first, other.first), last: max(last, other.last))
    }
}
