import Diplomacy
import Testing

struct DayTests {
    struct KnownDay: CustomTestStringConvertible {
        let year, month, day, number, weekday: Int
        let what: String

        var testDescription: String { what }
    }

    // Numbers and weekdays from Debian's `date -u -d … +%s` and `+%u`.
    static let known = [
        KnownDay(year: 1970, month: 1, day: 1, number: 0, weekday: 4, what: "the first day"),
        KnownDay(year: 1969, month: 12, day: 31, number: -1, weekday: 3, what: "the day before it"),
        KnownDay(
            year: 2000,
            month: 2,
            day: 29,
            number: 11_016,
            weekday: 2,
            what: "a leap day of a century"
        ),
        KnownDay(year: 2024, month: 2, day: 29, number: 19_782, weekday: 4, what: "a leap day"),
        KnownDay(
            year: 2024,
            month: 12,
            day: 8,
            number: 20_065,
            weekday: 7,
            what: "a Sunday in 2024"
        ),
        KnownDay(
            year: 2026,
            month: 1,
            day: 16,
            number: 20_469,
            weekday: 5,
            what: "a Friday in 2026"
        ),
        KnownDay(
            year: 1900,
            month: 3,
            day: 1,
            number: -25_508,
            weekday: 4,
            what: "no leap year before it"
        ),
        KnownDay(
            year: 1815,
            month: 6,
            day: 9,
            number: -56_454,
            weekday: 5,
            what: "the Congress of Vienna"
        ),
    ]

    @Test(arguments: known)
    func `a day has its number, its date and its weekday`(_ known: KnownDay) throws {
        let day = try #require(Day(year: known.year, month: known.month, day: known.day))
        #expect(day.number == known.number)
        #expect(day.weekday == known.weekday)
        #expect(Day(number: known.number).civil == (known.year, known.month, known.day))
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0),
    ])
    func `a day that the calendar lacks is none`(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test func `four hundred years are walked day by day without a gap`() throws {
        let first = try #require(Day(year: 1700, month: 1, day: 1))
        var (year, month, day) = (1700, 1, 1)
        for number in first.number..<(first.number + 146_097) {
            let today = Day(number: number)
            let civil = today.civil
            guard civil == (year, month, day), Day(year: year, month: month, day: day) == today
            else {
                Issue.record("\(number) is \(civil), not \(year)-\(month)-\(day)")
                return
            }
            day += 1
            if day > Day.length(ofMonth: month, year: year) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect((year, month, day) == (2100, 1, 1))
    }

    @Test func `days are written as ISO dates and ordered in time`() throws {
        let early = try #require(Day(year: 987, month: 3, day: 4))
        #expect(early.description == "0987-03-04")
        let late = early.advanced(by: 365)
        #expect(early < late)
        #expect(late.description == "0988-03-03")
        #expect(late.advanced(by: -365) == early)
    }
}
