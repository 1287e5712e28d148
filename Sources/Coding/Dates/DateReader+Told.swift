import Diplomacy

/// Dates that count from the one told last: *that day*, *two weeks later*, *the year before*.
extension DateReader {
    /// *Days later*, without their number: two to six.
    private static let few = 2...6

    /// *That day*, *the following year*; where nothing was told before, from the publication.
    ///
    /// From a date that is wider than the unit, *that day* is as wide.
    func told(
        _ unit: DateWord.AgoUnit,
        _ offset: Int,
        _ tokens: Range<Int>,
        _ anchor: DayInterval?
    ) -> Dated? {
        guard let anchor = anchor ?? knownPublication else { return nil }
        return dated(moved(anchor, unit, offset...offset), tokens)
    }

    /// *Then*, said of a time: not the *then* of a condition, nor a conjunction.
    func then(_ tokens: Range<Int>, _ read: ReadSentence, _ anchor: DayInterval?) -> Dated? {
        let relation = read.tree.universals[read.tree.head(of: tokens)]
        guard relation == "advmod" || relation == "obl",
            !read.has(.conditional, in: 0..<read.tokens.count)
        else { return nil }
        return dated(anchor, tokens)
    }

    /// *Three days later*, *weeks earlier*: so many from the date told last; earlier ones from the publication, where nothing was told.
    func shifted(
        _ unit: DateWord.AgoUnit,
        _ direction: Int,
        _ tokens: Range<Int>,
        _ read: ReadSentence,
        _ anchor: DayInterval?
    ) -> Dated? {
        guard let anchor = anchor ?? (direction < 0 ? knownPublication : nil) else { return nil }
        let amounts = count(tokens, read).map { $0...$0 } ?? Self.few
        let signed = [direction * amounts.lowerBound, direction * amounts.upperBound].sorted()
        return dated(moved(anchor, unit, signed[0]...signed[1]), tokens)
    }

    private func dated(_ interval: DayInterval?, _ tokens: Range<Int>) -> Dated? {
        interval.map { Dated(tokens: tokens, interval: $0, reason: Dated.counted) }
    }

    /// `anchor` moved by that many units; as wide as the unit, the anchor or the doubt of the number is.
    private func moved(
        _ anchor: DayInterval,
        _ unit: DateWord.AgoUnit,
        _ amounts: ClosedRange<Int>
    ) -> DayInterval? {
        let (low, high) = (amounts.lowerBound, amounts.upperBound)
        let days = anchor.last.number - anchor.first.number + 1
        switch unit {
        case .day:
            // *The next day* of a month is about that month.
            guard days <= 7 else { return anchor }
            let day = high > 0 ? anchor.last : anchor.first
            return DayInterval(first: day.advanced(by: low), last: day.advanced(by: high))
        case .week:
            guard days <= 7 else { return days < 32 && high <= 0 ? anchor : nil }
            if amounts == 0...0 { return week(anchor.first, 0) }
            return DayInterval(
                first: anchor.first.advanced(by: 7 * low - 3),
                last: anchor.last.advanced(by: 7 * high + 3),
                isApproximate: true
            )
        case .month:
            guard days < 100 else { return nil }
            return joined(month(anchor.first, low), month(anchor.last, high))
        case .year:
            return joined(
                DayInterval(year: anchor.first.civil.year + low),
                DayInterval(year: anchor.last.civil.year + high)
            )
        case .decade:
            return joined(
                DayInterval(year: anchor.first.civil.year + 10 * low, isApproximate: true),
                DayInterval(year: anchor.last.civil.year + 10 * high, isApproximate: true)
            )
        }
    }

    private func joined(_ first: DayInterval?, _ last: DayInterval?) -> DayInterval? {
        guard let first, let last else { return nil }
        return DayInterval(first: first.first, last: last.last)
    }
}
