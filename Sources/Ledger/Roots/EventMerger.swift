import Diplomacy

/// Puts the statements of one happening together, across articles and languages.
///
/// Statements are taken in the order in which they became known, and each joins the first happening that
/// fits or begins one: so what is known later never moves what was known before. What fits: the same
/// parties and family of acts; told both or foreseen both; kinds of support that do not exclude each
/// other; and days that agree. The opposite of what is told joins as a dispute. The rules with their
/// reasons stand in `Documentation/roots.md`. Linear in the statements, about 2 µs each.
struct EventMerger {
    /// "In June" and a day of June are one happening where only one is known; longer spans than this
    /// month are a season or a year, and join alike.
    static let closeDays = 31
    /// Beyond a year and a month a span says nothing of a day.
    static let longestSpan = 400
    /// The words of a voice are quoted for some weeks as what it has just said.
    static let echoDays = 31
    /// A report tells of the last few days.
    static let newsDays = 7

    private struct Draft {
        var items: [Int]
        /// The days on which the dates so far agree.
        var interval: DayInterval?
        var kind: SupportKind?
        /// What each article tells, denials aside.
        var told: [String: Told] = [:]
        var answers = Answers()
    }

    /// What an article tells on its own account, and what all its voices tell.
    private struct Told {
        var onItsOwn = Answers()
        var all = Answers()
    }

    /// Which of the two was said: that it was done, that it was not.
    private struct Answers {
        private var done = false
        private var notDone = false

        mutating func insert(_ saysDone: Bool) {
            if saysDone { done = true } else { notDone = true }
        }

        func contains(_ saysDone: Bool) -> Bool { saysDone ? done : notDone }
    }

    /// What two statements must share: parties, family, and whether they are foreseen.
    private struct Group: Hashable {
        let one: ActorCode?
        let other: ActorCode?
        let family: Act.Family
        let isForeseen: Bool

        init(_ statement: Statement) {
            let (source, target) = (statement.source, statement.target)
            // What two do together has no direction.
            let turns = statement.act.isMutual && (target?.rawValue ?? "~") < source.rawValue
            (one, other) = turns ? (target, source) : (source, target)
            family = statement.act.family
            isForeseen = statement.isForeseen
        }
    }

    /// The happenings of one group so far, by what leads to them.
    private struct Shelf {
        var byDay: [Int: [Int]] = [:]
        var bySpan: [DayInterval: [Int]] = [:]
        /// In the order in which they were told of, with the day.
        var recent: [(draft: Int, knownOn: Day)] = []
        var byStory: [String: [Int]] = [:]
        /// By the voice, with the day.
        var byVoice: [String: [(draft: Int, knownOn: Day)]] = [:]
    }

    private let items: [Testified]
    private var drafts: [Draft] = []

    /// The happenings of `items`, which stand in the order of the ledger, as the places of their statements;
    /// `decisions` are a person's.
    static func events(
        of items: [Testified],
        decisions: [EventDecision] = []
    ) -> [[Int]] {
        var merger = EventMerger(items)
        merger.merge()
        return Decided(merger.drafts.map(\.items), items, decisions).groups
    }

    private init(_ items: [Testified]) {
        self.items = items
    }

    private mutating func merge() {
        var shelves: [Group: Shelf] = [:]
        for place in items.indices {
            let group = Group(items[place].statement)
            var shelf = shelves.removeValue(forKey: group) ?? Shelf()
            let draft = candidate(for: place, on: shelf)
            let target = draft ?? drafts.count
            if draft == nil { drafts.append(Draft(items: [])) }
            add(place, to: target, on: &shelf)
            shelves[group] = shelf
        }
    }

    // MARK: What fits

    private func candidate(for place: Int, on shelf: Shelf) -> Int? {
        let item = items[place]
        // The same story, reprinted or translated, or told twice in one article.
        let story = shelf.byStory[item.source.article ?? item.source.key] ?? []
        if let draft = story.first(where: { fits(place, $0) }) { return draft }
        guard let date = item.statement.date else {
            return echoed(place, on: shelf) ?? undated(place, on: shelf)
        }
        if date.span > Self.longestSpan {
            return (shelf.bySpan[date] ?? []).first { fits(place, $0) }
        }
        if date.span > Self.closeDays { return onlyOne(place, within: date, on: shelf) }
        let tolerance = item.isDatedByArticle ? 1 : 0
        let days = (date.first.number - tolerance)...date.last.number
        if date.span <= 1 + tolerance {
            for day in days.reversed() {
                if let draft = (shelf.byDay[day] ?? []).first(where: { fits(place, $0) }) {
                    return draft
                }
            }
            return spans(around: date).lazy.flatMap { shelf.bySpan[$0] ?? [] }
                .first { fits(place, $0) }
        }
        return onlyOne(place, within: date, on: shelf)
    }

    /// The only happening that lies within the days; two are too many to choose from.
    private func onlyOne(_ place: Int, within date: DayInterval, on shelf: Shelf) -> Int? {
        if let same = (shelf.bySpan[date] ?? []).first(where: { fits(place, $0) }) {
            return same
        }
        var found: Set<Int> = []
        for day in date.first.number...date.last.number {
            for draft in shelf.byDay[day] ?? [] where fits(place, draft) { found.insert(draft) }
            if found.count > 1 { return nil }
        }
        return found.first
    }

    /// What the same voice, or the same outlet that is quoted, has said without more of a date.
    private func echoed(_ place: Int, on shelf: Shelf) -> Int? {
        let item = items[place]
        guard item.testimony.kind != .account || item.testimony.outlet != nil else { return nil }
        let earliest = item.knownOn.advanced(by: -Self.echoDays)
        return (shelf.byVoice[item.voiceKey] ?? []).last { entry in
            entry.knownOn >= earliest && fits(place, entry.draft) && agrees(place, entry.draft)
        }?.draft
    }

    /// What was told in the last days, where that is one thing and not its opposite.
    private func undated(_ place: Int, on shelf: Shelf) -> Int? {
        var found: Set<Int> = []
        let earliest = items[place].knownOn.advanced(by: -Self.newsDays)
        for (draft, knownOn) in shelf.recent.reversed() {
            guard knownOn >= earliest else { break }
            guard fits(place, draft), agrees(place, draft) else { continue }
            if let interval = drafts[draft].interval, interval.last < earliest { continue }
            found.insert(draft)
            if found.count > 1 { return nil }
        }
        return found.first
    }

    /// The month and the year of a day.
    private func spans(around date: DayInterval) -> [DayInterval] {
        let (year, month, _) = date.first.civil
        return [DayInterval(year: year, month: month), DayInterval(year: year)].compactMap(\.self)
    }

    /// Whether neither kind of support excludes the other, nor the days.
    ///
    /// An article that says both on its own account, or one of both, does not contradict itself: it tells
    /// of two things. Two voices that it quotes can contradict each other, and a denial always does.
    private func fits(_ place: Int, _ draft: Int) -> Bool {
        if let kind = items[place].statement.kind, let other = drafts[draft].kind,
            kind.basic != other.basic
        {
            return false
        }
        if let date = items[place].statement.date, let interval = drafts[draft].interval {
            let slack = items[place].isDatedByArticle ? 1 : 0
            let starts = date.first.advanced(by: -slack)
            guard starts <= interval.last, interval.first <= date.last else { return false }
        }
        guard items[place].statement.modality != .denied,
            let told = drafts[draft].told[items[place].statement.evidence.article]
        else { return true }
        let answers = items[place].testimony.kind == .account ? told.all : told.onItsOwn
        return !answers.contains(!items[place].statement.saysDone)
    }

    /// Whether it says the same, and not the opposite.
    private func agrees(_ place: Int, _ draft: Int) -> Bool {
        drafts[draft].answers.contains(items[place].statement.saysDone)
    }

    // MARK: Putting it there

    private mutating func add(_ place: Int, to draft: Int, on shelf: inout Shelf) {
        let item = items[place]
        drafts[draft].items.append(place)
        drafts[draft].kind = drafts[draft].kind ?? item.statement.kind
        drafts[draft].answers.insert(item.statement.saysDone)
        if item.statement.modality != .denied {
            let (article, saysDone) = (item.statement.evidence.article, item.statement.saysDone)
            let isAccount = item.testimony.kind == .account
            drafts[draft].told[article, default: Told()].all.insert(saysDone)
            if isAccount { drafts[draft].told[article]?.onItsOwn.insert(saysDone) }
        }
        let before = drafts[draft].interval
        if let date = item.statement.date {
            let after = before.map { $0.narrowed(to: date) } ?? date
            drafts[draft].interval = after
            if before != after { file(draft, under: after, insteadOf: before, on: &shelf) }
        }
        shelf.recent.append((draft, item.knownOn))
        shelf.byVoice[item.voiceKey, default: []].append((draft, item.knownOn))
        let story = item.source.article ?? item.source.key
        if !(shelf.byStory[story] ?? []).contains(draft) {
            shelf.byStory[story, default: []].append(draft)
        }
    }

    private func file(
        _ draft: Int,
        under after: DayInterval,
        insteadOf before: DayInterval?,
        on shelf: inout Shelf
    ) {
        if let before {
            shelf.bySpan[before]?.removeAll { $0 == draft }
            if before.span <= Self.closeDays {
                for day in before.first.number...before.last.number {
                    shelf.byDay[day]?.removeAll { $0 == draft }
                }
            }
        }
        shelf.bySpan[after, default: []].append(draft)
        if after.span <= Self.closeDays {
            for day in after.first.number...after.last.number {
                shelf.byDay[day, default: []].append(draft)
            }
        }
    }
}

extension Testified {
    /// Whether its date is that of the article, which may come out a day after.
    fileprivate var isDatedByArticle: Bool {
        statement.date.map { $0.first == knownOn && $0.last == knownOn } ?? false
    }
}

extension DayInterval {
    /// In days.
    fileprivate var span: Int { last.number - first.number + 1 }

    /// The days that both allow; the earlier where they only touch.
    fileprivate func narrowed(to other: DayInterval) -> DayInterval {
        guard overlaps(other) else { return self }
        return DayInterval(
            first: max(first, other.first),
            last: min(last, other.last),
            isApproximate: isApproximate && other.isApproximate
        )
    }
}

extension SupportKind {
    /// Kinds that reports of one delivery mix up.
    fileprivate var basic: SupportKind {
        switch self {
        case .airDefence: .arms
        case .trade: .money
        default: self
        }
    }
}
