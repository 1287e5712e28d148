package import Diplomacy

/// Days as text: `13 June 2025`, `June 2025`, `13–24 June 2025`, `about 1990`.
package struct DateWords: Sendable {
    /// The months as they stand alone: `June 2025`.
    private let names: [String]
    /// And behind a day: `13 June`; the same in English.
    private let namesBehindDays: [String]

    /// Months in order, between bars; English where they are not given.
    init(months: String? = nil, inMonths: String? = nil) {
        let listed = months.map { $0.split(separator: "|").map(String.init) }
        names = listed.flatMap { $0.count == 12 ? $0 : nil } ?? Self.english
        let behind = inMonths.map { $0.split(separator: "|").map(String.init) }
        namesBehindDays = behind.flatMap { $0.count == 12 ? $0 : nil } ?? names
    }

    package static func words(for interval: DayInterval) -> String {
        DateWords().words(for: interval, about: "about")
    }

    package static func words(for day: Day) -> String { words(for: DayInterval(day)) }

    func words(for interval: DayInterval, about: @autoclosure () -> String) -> String {
        let words = plain(interval)
        return interval.isApproximate ? "\(about()) \(words)" : words
    }

    private typealias Civil = (year: Int, month: Int, day: Int)

    private func plain(_ interval: DayInterval) -> String {
        let (from, to) = (interval.first.civil, interval.last.civil)
        let startsMonth = from.day == 1
        let endsMonth = to.day == Day.length(ofMonth: to.month, year: to.year)
        if interval.first == interval.last { return "\(day(from)) \(from.year)" }
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
        let end = "\(day(to)) \(to.year)"
        if from.year != to.year { return "\(day(from)) \(from.year) – \(end)" }
        if from.month != to.month { return "\(day(from)) – \(end)" }
        return "\(from.day)–\(end)"
    }

    private func month(_ date: Civil) -> String { names[date.month - 1] }

    private func day(_ date: Civil) -> String { "\(date.day) \(namesBehindDays[date.month - 1])" }

    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
