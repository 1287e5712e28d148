import Diplomacy
import Language

/// Reads the dates of a sentence: absolute ones, ones relative to the publication, named events.
///
/// A day without a year, a weekday and every relative word need the publication date; in an
/// undated article they stay unknown.
struct DateReader {
    let published: DayInterval?

    struct Dated: Hashable {
        let tokens: Range<Int>
        let interval: DayInterval
        let reason: String

        /// Whether the text itself gives the year.
        var namesYear: Bool {
            reason == Self.written || reason == Self.year || reason == Self.writtenSeason
        }

        static let written = "date in the text"
        static let year = "year in the text"
        static let writtenSeason = "season in the text"
    }

    /// The dates of a sentence in its order; `year` is the one that its paragraph spoke of last.
    func dates(in read: ReadSentence, year: Int? = nil) -> [Dated] {
        var found: [Dated] = []
        for cue in read.dates {
            if found.last.map({ $0.tokens.overlaps(cue.tokens) }) == true { continue }
            let dated: Dated? =
                switch cue.word {
                case .month(let month): monthDate(month, cue.tokens, read, year)
                case .weekday(let weekday): self.weekday(weekday, cue.tokens)
                case .nextWeekday(let weekday): self.weekday(weekday, cue.tokens, isNext: true)
                case .season(let season): self.season(season, cue.tokens, read, year)
                case .day(let offset): relative(cue.tokens) { DayInterval($0.advanced(by: offset)) }
                case .week(let offset): relative(cue.tokens) { week($0, offset) }
                case .monthRelative(let offset): relative(cue.tokens) { month($0, offset) }
                case .yearRelative(let offset): yearRelative(offset, cue.tokens, read)
                case .ago(let unit): ago(unit, cue.tokens, read)
                case .event(let interval):
                    Dated(tokens: cue.tokens, interval: interval, reason: "named event")
                case .number, .part: nil
                }
            if let dated { found.append(dated) }
        }
        for year in years(read) where !found.contains(where: { $0.tokens.overlaps(year.tokens) }) {
            found.append(year)
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    // MARK: Absolute

    /// *January 10, 2023*, *10 січня 2023 року*, *Anfang Januar*: a month with a day and a year
    /// near it.
    ///
    /// Without a year: that of the account, else the last such day before the publication.
    private func monthDate(
        _ month: Int,
        _ tokens: Range<Int>,
        _ read: ReadSentence,
        _ context: Int?
    ) -> Dated? {
        let day =
            number(read, tokens.lowerBound - 1, 1...31)
            ?? dotted(read, before: tokens.lowerBound) ?? number(read, tokens.upperBound, 1...31)
        let near = (tokens.upperBound..<min(read.tokens.count, tokens.upperBound + 4))
        let stated = near.compactMap { number(read, $0, 1900...2099) }.first
        let start = max(0, tokens.lowerBound - (day == nil ? 0 : 2))
        let end = min(read.tokens.count, tokens.upperBound + (stated == nil ? 0 : 3))
        let told = context.flatMap { year in yearBefore(month, day).map { min($0, year) } }
        guard
            let year = stated ?? relativeYear(near: tokens, read) ?? told ?? yearBefore(month, day)
        else { return nil }
        let interval =
            day.flatMap { Day(year: year, month: month, day: $0) }.map(DayInterval.init(_:))
            ?? DayInterval(year: year, month: month)
        return interval.map {
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
    private func yearBefore(_ month: Int, _ day: Int?) -> Int? {
        guard let published else { return nil }
        let (year, lastMonth, lastDay) = published.last.civil
        if month > lastMonth { return year - 1 }
        if month == lastMonth, let day, day > lastDay, published.first == published.last {
            return year - 1
        }
        return year
    }

    /// *on February 4 last year*.
    private func relativeYear(near tokens: Range<Int>, _ read: ReadSentence) -> Int? {
        guard let published else { return nil }
        for cue in read.dates {
            if case .yearRelative(let offset) = cue.word,
                (tokens.upperBound...(tokens.upperBound + 3)).contains(cue.tokens.lowerBound)
            {
                return published.last.civil.year + offset
            }
        }
        return nil
    }

    /// *In the spring of 2022*, *этим летом*: three months, those of a winter over the new year.
    private func season(
        _ season: Int,
        _ tokens: Range<Int>,
        _ read: ReadSentence,
        _ context: Int?
    ) -> Dated? {
        let near = tokens.upperBound..<min(read.tokens.count, tokens.upperBound + 4)
        let stated = near.compactMap { number(read, $0, 1900...2099) }.first
        // EDTF counts the seasons from 21, spring.
        let month = 3 * (season - 20)
        let told = context.flatMap { year in yearBefore(month, nil).map { min($0, year) } }
        guard
            let year = stated ?? relativeYear(near: tokens, read) ?? told ?? yearBefore(month, nil),
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
            guard let year = number(read, place, 1900...2099),
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

    private func number(_ read: ReadSentence, _ place: Int, _ range: ClosedRange<Int>) -> Int? {
        guard read.tokens.indices.contains(place), read.tokens[place].kind == .number,
            let value = Int(read.tokens[place].folded), range.contains(value)
        else { return nil }
        return value
    }

    // MARK: Relative to the publication

    private func relative(_ tokens: Range<Int>, _ make: (Day) -> DayInterval?) -> Dated? {
        guard let published else { return nil }
        return make(published.last).map {
            Dated(tokens: tokens, interval: $0, reason: "counted from the publication")
        }
    }

    /// The last such day, the day of publication included; the first after it where the words say *next*.
    private func weekday(_ weekday: Int, _ tokens: Range<Int>, isNext: Bool = false) -> Dated? {
        guard let published, published.first == published.last else { return nil }
        let back = (published.first.weekday - weekday + 7) % 7
        return Dated(
            tokens: tokens,
            interval: DayInterval(published.first.advanced(by: isNext ? 7 - back : -back)),
            reason: isNext
                ? "the next such weekday after the publication"
                : "the last such weekday before the publication"
        )
    }

    private func week(_ day: Day, _ offset: Int) -> DayInterval {
        let monday = day.advanced(by: 1 - day.weekday + 7 * offset)
        return DayInterval(first: monday, last: monday.advanced(by: 6))
    }

    private func month(_ day: Day, _ offset: Int) -> DayInterval? {
        let (year, month, _) = day.civil
        let count = year * 12 + month - 1 + offset
        return DayInterval(year: count / 12, month: count % 12 + 1)
    }

    private func yearRelative(_ offset: Int, _ tokens: Range<Int>, _ read: ReadSentence) -> Dated? {
        relative(tokens) { DayInterval(year: $0.civil.year + offset) }
    }

    /// *three weeks ago*: the number word or figure before the unit.
    private func ago(_ unit: DateWord.AgoUnit, _ tokens: Range<Int>, _ read: ReadSentence) -> Dated?
    {
        let near = max(0, tokens.lowerBound - 4)..<tokens.lowerBound
        var count = near.compactMap { number(read, $0, 1...99) }.last
        for cue in read.dates {
            if case .number(let value) = cue.word, near.contains(cue.tokens.lowerBound) {
                count = value
            }
        }
        let amount = count ?? 1
        return relative(tokens) { day in
            switch unit {
            case .day: DayInterval(day.advanced(by: -amount))
            case .week: around(day.advanced(by: -7 * amount), 3)
            case .month: month(day, -amount)
            case .year: DayInterval(year: day.civil.year - amount)
            case .decade:
                DayInterval(year: day.civil.year - 10 * amount, isApproximate: true)
            }
        }
    }

    private func around(_ day: Day, _ slack: Int) -> DayInterval {
        DayInterval(
            first: day.advanced(by: -slack),
            last: day.advanced(by: slack),
            isApproximate: true
        )
    }
}
