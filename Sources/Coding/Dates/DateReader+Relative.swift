import Diplomacy
import Language

/// Dates that count from the publication: *on Thursday*, *last year*, *three weeks ago*.
extension DateReader {
    /// What `make` makes of the day of publication.
    ///
    /// In an article of several days from all of them, where they nearly agree: the year before one of two years.
    func relative(_ tokens: Range<Int>, _ make: (Day) -> DayInterval?) -> Dated? {
        guard let published, let last = make(published.last), let first = make(published.first),
            first.overlaps(last) || first.last.advanced(by: 1) == last.first
        else { return nil }
        return Dated(
            tokens: tokens,
            interval: DayInterval(
                first: first.first,
                last: last.last,
                isApproximate: last.isApproximate
            ),
            reason: "counted from the publication"
        )
    }

    /// The last such day, the day of publication included; the first after it where the words say *next*.
    func weekday(_ weekday: Int, _ tokens: Range<Int>, isNext: Bool = false) -> Dated? {
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

    func week(_ day: Day, _ offset: Int) -> DayInterval {
        let monday = day.advanced(by: 1 - day.weekday + 7 * offset)
        return DayInterval(first: monday, last: monday.advanced(by: 6))
    }

    func month(_ day: Day, _ offset: Int) -> DayInterval? {
        let (year, month, _) = day.civil
        let count = year * 12 + month - 1 + offset
        return DayInterval(year: count / 12, month: count % 12 + 1)
    }

    /// *three weeks ago*: the number word or figure before the unit.
    func ago(_ unit: DateWord.AgoUnit, _ tokens: Range<Int>, _ read: ReadSentence) -> Dated? {
        let amount = count(tokens, read) ?? 1
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

    /// *A week and a half ago*: a third of it sooner or later, since nobody who says so has counted.
    func daysAgo(_ days: Int, _ tokens: Range<Int>) -> Dated? {
        relative(tokens) { around($0.advanced(by: -days), days / 3) }
    }

    /// *in the past 13 months*: from so long ago to the publication.
    func past(
        _ unit: DateWord.AgoUnit,
        _ tokens: Range<Int>,
        _ read: ReadSentence
    ) -> Dated? {
        let amount = count(tokens, read) ?? 1
        return relative(tokens) { day in
            let first: Day? =
                switch unit {
                case .day: day.advanced(by: -amount)
                case .week: day.advanced(by: -7 * amount)
                case .month: month(day, -amount)?.first
                case .year: month(day, -12 * amount)?.first
                case .decade: DayInterval(year: day.civil.year - 10 * amount)?.first
                }
            return first.map { DayInterval(first: $0, last: day) }
        }
    }

    /// The figure or the word of a number in a unit's words or shortly before, the nearest; *a* only beside the unit.
    func count(_ tokens: Range<Int>, _ read: ReadSentence) -> Int? {
        let near = max(0, tokens.lowerBound - 4)..<tokens.upperBound
        let words = read.dates.compactMap { cue -> Int? in
            guard case .number(let value) = cue.word, near.contains(cue.tokens.lowerBound),
                value > 1 || cue.tokens.upperBound >= tokens.lowerBound
            else { return nil }
            return value
        }
        return words.last ?? near.compactMap { number(read, $0, 1...99) }.last
    }

    func around(_ day: Day, _ slack: Int) -> DayInterval {
        DayInterval(
            first: day.advanced(by: -slack),
            last: day.advanced(by: slack),
            isApproximate: true
        )
    }
}
