/// When something was: an interval of days, as exact as the text is, written in EDTF
/// (ISO 8601-2): `2025-06-13`, `2025-06`, `2025`, `2025-06-13/2025-06-24`, `1990~`.
package struct DayInterval: Hashable, Sendable {
    /// The first and the last day that the text allows, both included.
    package let first: Day
    package let last: Day
    /// The text says "about", "around", "more than three decades ago".
    package let isApproximate: Bool

    package init(first: Day, last: Day, isApproximate: Bool = false) {
        precondition(first <= last, "an interval ends after it begins")
        self.first = first
        self.last = last
        self.isApproximate = isApproximate
    }

    package init(_ day: Day) {
        self.init(first: day, last: day)
    }

    package init?(year: Int, month: Int? = nil, isApproximate: Bool = false) {
        let months = month.map { $0...$0 } ?? 1...12
        guard let first = Day(year: year, month: months.lowerBound, day: 1),
            let last = Day(
                year: year,
                month: months.upperBound,
                day: Day.length(ofMonth: months.upperBound, year: year)
            )
        else { return nil }
        self.init(first: first, last: last, isApproximate: isApproximate)
    }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }

    package func overlaps(_ other: Self) -> Bool { first <= other.last && other.first <= last }
}

extension DayInterval {
    /// Reads a day, a month, a year, or two of them with `/` between; `~`, `?` and `%` mean about.
    ///
    /// Nil for anything else: open ends and seasons are not intervals of known days.
    package init?(edtf: String) {
        let parts = edtf.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let bounds = parts.compactMap { Self.plain($0.utf8) }
        guard bounds.count == parts.count, let first = bounds.first, let last = bounds.last,
            first.first <= last.last
        else { return nil }
        self.init(
            first: first.first,
            last: last.last,
            isApproximate: bounds.contains { $0.isApproximate }
        )
    }

    /// Byte by byte: registers and kept answers hold thousands.
    private static func plain(_ text: Substring.UTF8View) -> DayInterval? {
        // Year, month and day, and how many digits the last of them has so far.
        var (numbers, place, length, approximate) = ((0, 0, 0), 0, 0, false)
        for byte in text {
            switch byte {
            case UInt8(ascii: "~"), UInt8(ascii: "?"), UInt8(ascii: "%"): approximate = true
            case UInt8(ascii: "-"):
                guard length == (place == 0 ? 4 : 2), place < 2 else { return nil }
                (place, length) = (place + 1, 0)
            case 48...57:
                guard length < 4 else { return nil }
                length += 1
                let digit = Int(byte - 48)
                switch place {
                case 0: numbers.0 = numbers.0 * 10 + digit
                case 1: numbers.1 = numbers.1 * 10 + digit
                default: numbers.2 = numbers.2 * 10 + digit
                }
            default: return nil
            }
        }
        guard length == (place == 0 ? 4 : 2) else { return nil }
        switch place {
        case 0: return DayInterval(year: numbers.0, isApproximate: approximate)
        case 1 where (1...12).contains(numbers.1):
            return DayInterval(year: numbers.0, month: numbers.1, isApproximate: approximate)
        case 2:
            guard let day = Day(year: numbers.0, month: numbers.1, day: numbers.2)
            else { return nil }
            return DayInterval(first: day, last: day, isApproximate: approximate)
        default: return nil
        }
    }

    /// The shortest EDTF form that means these days.
    package var edtf: String {
        let mark = isApproximate ? "~" : ""
        let (from, to) = (first.civil, last.civil)
        let endsMonth = to.day == Day.length(ofMonth: to.month, year: to.year)
        if first == last { return "\(first)\(mark)" }
        if from.day == 1, endsMonth {
            if from.year == to.year, from.month == to.month {
                return "\(padded(from.year, to: 4))-\(padded(from.month, to: 2))\(mark)"
            }
            if from.month == 1, to.month == 12 {
                let (start, end) = (padded(from.year, to: 4), padded(to.year, to: 4))
                return from.year == to.year ? "\(start)\(mark)" : "\(start)\(mark)/\(end)\(mark)"
            }
            let start = "\(padded(from.year, to: 4))-\(padded(from.month, to: 2))"
            let end = "\(padded(to.year, to: 4))-\(padded(to.month, to: 2))"
            return "\(start)\(mark)/\(end)\(mark)"
        }
        return "\(first)\(mark)/\(last)\(mark)"
    }
}

extension DayInterval: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let interval = DayInterval(edtf: text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(text)' is no EDTF day, month, year or interval of them"
            )
        }
        self = interval
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(edtf)
    }
}
