import Diplomacy

/// Parts of a year, and what goes on: *at the end of last year*, *since 2022 and to this day*.
extension DateReader {
    /// Between *the end* and *of last year*, or *2024*: a preposition, an article.
    private static let wordsBetween = 1
    /// Between a date and the words that say that it goes on: *in 2014 and continue to this day*.
    private static let wordsBeforeNow = 4

    /// *Early*, *in the middle of*, *late in* a year; the months of a year are not divided further.
    func narrowed(_ date: Dated, _ read: ReadSentence) -> Dated {
        let (year, month, _) = date.interval.first.civil
        guard month == 1, DayInterval(year: year).map({ $0.last == date.interval.last }) ?? false,
            date.reason != Dated.event
        else { return date }
        let parts = read.dates.compactMap { cue -> DateWord.YearPart? in
            guard case .part(let part) = cue.word,
                cue.tokens.upperBound <= date.tokens.lowerBound,
                date.tokens.lowerBound - cue.tokens.upperBound <= Self.wordsBetween
            else { return nil }
            return part
        }
        guard let part = parts.last,
            let first = DayInterval(year: year, month: part.months.lowerBound)?.first,
            let last = DayInterval(year: year, month: part.months.upperBound)?.last
        else { return date }
        return Dated(
            tokens: date.tokens,
            interval: DayInterval(first: first, last: last, isApproximate: true),
            reason: date.reason
        )
    }

    /// What began then and *continues now* lasts to the day of publication.
    func continued(_ date: Dated, _ read: ReadSentence) -> Dated {
        guard let published = knownPublication, date.interval.first <= published.first else {
            return date
        }
        let isOngoing = read.dates.contains { cue in
            cue.word == .untilNow && cue.tokens.lowerBound >= date.tokens.upperBound
                && cue.tokens.lowerBound - date.tokens.upperBound <= Self.wordsBeforeNow
        }
        guard isOngoing else { return date }
        return Dated(
            tokens: date.tokens,
            interval: DayInterval(
                first: date.interval.first,
                last: published.last,
                isApproximate: date.interval.isApproximate
            ),
            reason: date.reason
        )
    }
}

extension DateWord.YearPart {
    /// The months of a year that it means.
    fileprivate var months: ClosedRange<Int> {
        switch self {
        case .early: 1...3
        case .mid: 5...8
        case .late: 10...12
        case .end: 12...12
        }
    }
}
