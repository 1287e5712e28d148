import Diplomacy
import Foundation
import Testing

struct DayIntervalTests {
    @Test(arguments: [
        ("a day", "2025-06-13", "2025-06-13", "2025-06-13", false),
        ("a month", "2025-06", "2025-06-01", "2025-06-30", false),
        ("a leap February", "2024-02", "2024-02-01", "2024-02-29", false),
        ("a year", "2025", "2025-01-01", "2025-12-31", false),
        ("days", "2025-06-13/2025-06-24", "2025-06-13", "2025-06-24", false),
        ("months", "2025-06/2025-08", "2025-06-01", "2025-08-31", false),
        ("months over a year's end", "2024-11/2025-02", "2024-11-01", "2025-02-28", false),
        ("years", "2014/2016", "2014-01-01", "2016-12-31", false),
        ("about a year", "1990~", "1990-01-01", "1990-12-31", true),
        ("about a month", "1990-05~", "1990-05-01", "1990-05-31", true),
        ("about a day", "1990-05-09~", "1990-05-09", "1990-05-09", true),
        ("about two days", "1990-05-09~/1990-05-12~", "1990-05-09", "1990-05-12", true),
    ])
    func `EDTF is read and written back`(
        _ what: String,
        _ edtf: String,
        _ first: String,
        _ last: String,
        _ isApproximate: Bool
    ) throws {
        let interval = try #require(DayInterval(edtf: edtf))
        #expect(interval.first.description == first)
        #expect(interval.last.description == last)
        #expect(interval.isApproximate == isApproximate)
        #expect(interval.edtf == edtf)
    }

    @Test(arguments: [
        ("a question mark", "1990?", "1990~"),
        ("both marks", "1990%", "1990~"),
        ("one end about", "1990-05-09~/1990-05-12", "1990-05-09~/1990-05-12~"),
        ("a month told by its days", "2025-06-01/2025-06-30", "2025-06"),
        ("a year told by its months", "2025-01/2025-12", "2025"),
        ("mixed ends", "2025-06/2025-07-15", "2025-06-01/2025-07-15"),
        ("one day twice", "2025-06-13/2025-06-13", "2025-06-13"),
    ])
    func `another way of writing leads to the shortest one`(
        _ what: String,
        _ written: String,
        _ shortest: String
    ) {
        #expect(DayInterval(edtf: written)?.edtf == shortest)
    }

    @Test(arguments: [
        "", "/", "2025/", "/2025", "..", "2025/..", "2025-21", "2025-13", "2025-02-30", "2025-6-1",
        "25-06-01", "20250613", "2025-06-13T10:00", "June 2025", "2025/2024", "+202", "2025-+1",
        "2025-06-13/2025-06-12", "2025/2026/2027", "2025-06-", "-2025", "٢٠٢٥",
    ])
    func `what is no interval of known days is refused`(_ text: String) {
        #expect(DayInterval(edtf: text) == nil)
    }

    @Test func `every interval of days comes back from its EDTF form`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let first = Day(number: Int.random(in: -20_000...30_000, using: &generator))
            let length = Int.random(in: 0...800, using: &generator)
            let interval = DayInterval(
                first: first,
                last: first.advanced(by: length),
                isApproximate: Bool.random(using: &generator)
            )
            #expect(DayInterval(edtf: interval.edtf) == interval, "\(interval.edtf)")
        }
    }

    @Test func `an interval holds its ends and touches its neighbours`() throws {
        let june = try #require(DayInterval(year: 2025, month: 6))
        #expect(june.contains(june.first))
        #expect(june.contains(june.last))
        #expect(!june.contains(june.last.advanced(by: 1)))
        let july = try #require(DayInterval(year: 2025, month: 7))
        #expect(!june.overlaps(july))
        #expect(june.overlaps(DayInterval(first: june.last, last: july.first)))
        #expect(DayInterval(year: 2025, month: 13) == nil)
    }

    @Test func `JSON holds the EDTF form, and says what is none`() throws {
        let data = Data(#"["2025-06","1990~"]"#.utf8)
        let intervals = try JSONDecoder().decode([DayInterval].self, from: data)
        #expect(try JSONEncoder().encode(intervals) == data)
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([DayInterval].self, from: Data(#"["last June"]"#.utf8))
        }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.debugDescription.contains("'last June'"))
    }
}
