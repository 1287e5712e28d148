package import Diplomacy

/// Days as English text: `13 June 2025`, `June 2025`, `13–24 June 2025`, `about 1990`.
package enum DateWords {
    package static func words(for interval: DayInterval) -> String {
        let words = plain(interval)
        return interval.isApproximate ? "about \(words)" : words
    }

    package static func words(for day: Day) -> String { words(for: DayInterval(day)) }

    private static func plain(_ interval: DayInterval) -> String {
        let (from, to) = (interval.first.civil, interval.last.civil)
        let startsMonth = from.day == 1
        let endsMonth = to.day == Day.length(ofMonth: to.month, year: to.year)
        if interval.first == interval.last { return "\(from.day) \(month(from)) \(from.year)" }
        if startsMonth, endsMonth {
            if from.month == 1, to.month == 12 {
                return from.year == to.year ? "\(from.year)" : "\(from.year)–\(to.year)"
            }
            if from.year == to.year {
                let end = "\(month(to)) \(to.year)"
                return from.month == to.month ? end : "\(month(from))–\(end)"
            }
            return "\(month(from)) \(from.year) – \(month(to)) \(to.year)"
        }
        let end = "\(to.day) \(month(to)) \(to.year)"
        if from.year != to.year { return "\(from.day) \(month(from)) \(from.year) – \(end)" }
        if from.month != to.month { return "\(from.day) \(month(from)) – \(end)" }
        return "\(from.day)–\(end)"
    }

    private static func month(_ date: (year: Int, month: Int, day: Int)) -> String {
        names[date.month - 1]
    }

    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
