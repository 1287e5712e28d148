import Diplomacy
import Synchronization

/// The moment of an answer as HTTP writes it (RFC 9110, 5.6.7), made once a second.
final class HTTPDate: Sendable {
    private let last = Mutex((second: -1, text: ""))
    private let now: @Sendable () -> Int

    /// `now` gives the seconds since 1970 began, in UTC.
    init(now: @escaping @Sendable () -> Int) {
        self.now = now
    }

    var text: String {
        let now = now()
        return last.withLock { last in
            if last.second != now { last = (now, Self.text(of: now)) }
            return last.text
        }
    }

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Thu, 26 Nov 2026 21:21:27 GMT`; `second` is 0 or more.
    static func text(of second: Int) -> String {
        let day = Day(number: second / 86_400)
        let (date, rest) = (day.civil, second % 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        // 1970 began on a Thursday.
        return """
            \(weekdays[day.number % 7]), \(two(date.day)) \(months[date.month - 1]) \(date.year) \
            \(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)) GMT
            """
    }
}
