import Diplomacy
import Language

/// Reads the dates of a sentence: absolute ones, ones relative to the publication or to what was told
/// before, named events.
///
/// A day without a year, a weekday and every word that counts from the publication need its date; in an
/// undated article they stay unknown.
struct DateReader {
    let published: DayInterval?

    /// The publication where it is known about to the month: what is inferred is wider.
    var knownPublication: DayInterval? {
        published.flatMap { $0.last.number - $0.first.number <= 31 ? $0 : nil }
    }

    /// What the sentences before spoke of.
    struct Told: Hashable {
        /// The year that the paragraph named last, and the latest date that it told since.
        var year: Int?
        var inParagraph: DayInterval?
        /// The date that *two days later* counts from.
        var last: DayInterval?
    }

    /// The dates of a sentence in its order, after what was told before it.
    func dates(in read: ReadSentence, after told: Told = Told()) -> [Dated] {
        let years = years(read)
        var found: [Dated] = []
        for cue in read.dates {
            if found.last.map({ $0.tokens.overlaps(cue.tokens) }) == true { continue }
            // The date told last before this word.
            var anchor: DayInterval? {
                (found + years).filter { $0.tokens.upperBound <= cue.tokens.lowerBound }
                    .max { $0.tokens.upperBound < $1.tokens.upperBound }?.interval ?? told.last
            }
            let dated: Dated? =
                switch cue.word {
                case .month(let month):
                    monthDate(month, cue.tokens, read, told, after: found.last { $0.namesYear })
                case .weekday(let weekday): self.weekday(weekday, cue.tokens)
                case .nextWeekday(let weekday): self.weekday(weekday, cue.tokens, isNext: true)
                case .season(let season): self.season(season, cue.tokens, read, told)
                case .day(let offset): relative(cue.tokens) { DayInterval($0.advanced(by: offset)) }
                case .week(let offset): relative(cue.tokens) { week($0, offset) }
                case .monthRelative(let offset): relative(cue.tokens) { month($0, offset) }
                case .yearRelative(let offset):
                    relative(cue.tokens) { DayInterval(year: $0.civil.year + offset) }
                case .ago(let unit): ago(unit, cue.tokens, read)
                case .past(let unit): past(unit, cue.tokens, read)
                case .daysAgo(let days): daysAgo(days, cue.tokens)
                case .told(let unit, let offset): self.told(unit, offset, cue.tokens, anchor)
                case .then: then(cue.tokens, read, anchor)
                case .later(let unit): shifted(unit, 1, cue.tokens, read, anchor)
                case .earlier(let unit): shifted(unit, -1, cue.tokens, read, anchor)
                case .event(let interval):
                    Dated(tokens: cue.tokens, interval: interval, reason: Dated.event)
                case .number, .part, .untilNow, .end: nil
                }
            if let dated { found.append(dated) }
        }
        for year in years where !found.contains(where: { $0.tokens.overlaps(year.tokens) }) {
            found.append(year)
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
            .map { continued(narrowed($0, read), read) }
    }

    // MARK: Absolute

    /// *January 10, 2023*, *10 січня 2023 року*, *Anfang Januar*: a month with a day and a year
    /// near it.
    ///
    /// Without a year: that of the date `previous` to it in its sentence, that of the account, else the last such day before
    /// the publication.
    private func monthDate(
        _ month: Int,
        _ tokens: Range<Int>,
        _ read: ReadSentence,
        _ told: Told,
        after previous: Dated?
    ) -> Dated? {
        let day =
            number(read, tokens.lowerBound - 1, 1...31)
            ?? dotted(read, before: tokens.lowerBound) ?? number(read, tokens.upperBound, 1...31)
        let behind = tokens.upperBound..<min(read.tokens.count, tokens.upperBound + 4)
        let stated = behind.compactMap { number(read, $0, 1900...2099) }.first
        let start = max(0, tokens.lowerBound - (day == nil ? 0 : 2))
        let end = min(read.tokens.count, tokens.upperBound + (stated == nil ? 0 : 3))
        func interval(_ year: Int) -> DayInterval? {
            day.flatMap { Day(year: year, month: month, day: $0) }.map(DayInterval.init(_:))
                ?? DayInterval(year: year, month: month)
        }
        // An account goes on: after August comes the January of the next year, if that is over.
        let latest = yearBefore(month, day)
        let context = told.year.flatMap { year -> Int? in
            guard let latest else { return nil }
            let isBefore =
                interval(year).flatMap { date in told.inParagraph.map { date.last < $0.first } }
                ?? false
            return min(isBefore ? year + 1 : year, latest)
        }
        // *In January 2022 A expelled B; by August B had left*.
        let goingOn = previous.flatMap { previous -> Int? in
            let year = previous.interval.last.civil.year
            guard let date = interval(year), date.last >= previous.interval.first else {
                return nil
            }
            return year
        }
        let near = goingOn ?? soon(month, day) ?? recent(latest.flatMap(interval))
        guard
            let year = stated ?? relativeYear(near: tokens, read, told) ?? near ?? context ?? latest
        else { return nil }
        return interval(year).map {
            Dated(
                tokens: start..<end,
                interval: $0,
                reason: stated == nil ? "month, year from the publication" : Dated.written
            )
        }
    }

    /// German and Slavic write *10.
    ///
    /// Januar*: number, stop, month.
    private func dotted(_ read: ReadSentence, before place: Int) -> Int? {
        guard place >= 2, read.tokens[place - 1].kind == .stop else { return nil }
        return number(read, place - 2, 1...31)
    }

    /// The year in which this month, or this day of it, last came before the publication.
    ///
    /// Before a publication that may be of several years, the one nearest to its first day: that is the day of
    /// the latest thing that the account dates.
    private func yearBefore(_ month: Int, _ day: Int?) -> Int? {
        guard let published else { return nil }
        let last = yearBefore(month, day, published.last)
        guard knownPublication == nil else { return last }
        func distance(_ year: Int) -> Int {
            guard let date = DayInterval(year: year, month: month) else { return .max }
            return max(
                date.first.number - published.first.number,
                published.first.number - date.last.number,
                0
            )
        }
        let first = min(yearBefore(month, day, published.first), last)
        // Of more than two years none is likely.
        guard last - first <= 1 else { return nil }
        return (first...last).min { distance($0) < distance($1) }
    }

    private func yearBefore(_ month: Int, _ day: Int?, _ publication: Day) -> Int {
        let (year, lastMonth, lastDay) = publication.civil
        if month > lastMonth { return year - 1 }
        if month == lastMonth, let day, day > lastDay, published?.first == published?.last {
            return year - 1
        }
        return year
    }

    /// A day that the next weeks bring is to come, since the last such day was ten months ago: *on 31 December*, just before it.
    private static let daysAhead = 45
    /// News of *January* in February means the last one, whatever year was spoken of.
    private static let recentDays = 75

    private func soon(_ month: Int, _ day: Int?) -> Int? {
        guard let published, let day, published.first == published.last else { return nil }
        let year = published.last.civil.year
        return [year, year + 1].first { year in
            guard let next = Day(year: year, month: month, day: day) else { return false }
            return (1...Self.daysAhead).contains(next.number - published.last.number)
        }
    }

    private func recent(_ latest: DayInterval?) -> Int? {
        guard let published = knownPublication, let latest,
            published.last.number - latest.first.number <= Self.recentDays
        else { return nil }
        return latest.first.civil.year
    }

    /// *on February 4 last year*, *in June of that year*.
    private func relativeYear(
        near tokens: Range<Int>,
        _ read: ReadSentence,
        _ told: Told
    ) -> Int? {
        let near = tokens.upperBound...(tokens.upperBound + 3)
        return read.dates.lazy.filter { near.contains($0.tokens.lowerBound) }.compactMap { cue in
            switch cue.word {
            case .yearRelative(let offset): published.map { $0.last.civil.year + offset }
            case .told(.year, let offset): told.last.map { $0.last.civil.year + offset }
            default: nil
            }
        }.first
    }

    /// *In the spring of 2022*, *этим летом*: three months, those of a winter over the new year.
    private func season(
        _ season: Int,
        _ tokens: Range<Int>,
        _ read: ReadSentence,
        _ told: Told
    ) -> Dated? {
        let near = tokens.upperBound..<min(read.tokens.count, tokens.upperBound + 4)
        let stated = near.compactMap { number(read, $0, 1900...2099) }.first
        // EDTF counts the seasons from 21, spring.
        let month = 3 * (season - 20)
        let context = told.year.flatMap { year in yearBefore(month, nil).map { min($0, year) } }
        guard
            let year = stated ?? relativeYear(near: tokens, read, told) ?? context
                ?? yearBefore(month, nil),
            let first = DayInterval(year: year, month: month)?.first,
            let last = DayInterval(
                year: month == 12 ? year + 1 : year,
                month: month == 12 ? 2 : month + 2
            )?.last
        else { return nil }
        return Dated(
            tokens: tokens.lowerBound..<(stated == nil ? tokens.upperBound : near.upperBound),
            interval: DayInterval(first: first, last: last),
            reason: stated == nil
                ? "season, year from the publication"
                : Dated.writtenSeason
        )
    }

    /// A bare year, or two with a dash between.
    private func years(_ read: ReadSentence) -> [Dated] {
        read.tokens.indices.compactMap { place in
            guard let year = number(read, place, 1900...2099), !isAmount(read, place),
                place == 0 || read.tokens[place - 1].kind != .dash
                    || !read.tokens[place - 1].isGlued
            else { return nil }
            if place + 2 < read.tokens.count, read.tokens[place + 1].kind == .dash,
                let end = number(read, place + 2, year...2099),
                let first = DayInterval(year: year), let last = DayInterval(year: end)
            {
                return Dated(
                    tokens: place..<(place + 3),
                    interval: DayInterval(first: first.first, last: last.last),
                    reason: "years"
                )
            }
            return DayInterval(year: year).map {
                Dated(tokens: place..<(place + 1), interval: $0, reason: Dated.year)
            }
        }
    }

    /// *2000 Soldaten*: a number that counts the plural noun after it is no year.
    private func isAmount(_ read: ReadSentence, _ place: Int) -> Bool {
        guard read.tree.universals[place] == "nummod", let head = read.tree.heads[place] else {
            return false
        }
        return head > place && read.tree.features[head].contains("Number=Plur")
    }

    func number(_ read: ReadSentence, _ place: Int, _ range: ClosedRange<Int>) -> Int? {
        guard read.tokens.indices.contains(place), read.tokens[place].kind == .number,
            let value = Int(read.tokens[place].folded), range.contains(value)
        else { return nil }
        return value
    }
}
