import Diplomacy

/// Days from left to right.
struct TimeAxis: Sendable {
    let first: Day
    let last: Day
    let left: Double
    let right: Double
    let mostLabels: Int

    func x(_ day: Day) -> Double {
        let share = Double(day.number - first.number) / Double(max(1, last.number - first.number))
        return left + (right - left) * min(max(share, 0), 1)
    }

    /// Lines at the beginnings of years, or of months where the time is short, with their names under them.
    func html(top: Double, bottom: Double) -> HTML {
        let marks = marks.map { day, label -> HTML in
            let place = Drawing.number(x(day))
            return """
                <path class="grid" d="M\(place) \(Drawing.number(top))V\(Drawing.number(bottom))"></path>\
                <text class="year" x="\(place)" y="\(Drawing.number(bottom + 14))">\(label)</text>

                """
        }
        return HTML(joining: marks)
    }

    /// Where a label stands, and what it says.
    var marks: [(day: Day, label: String)] {
        let years = (first.civil.year + 1)...max(first.civil.year + 1, last.civil.year)
        let begins = years.compactMap { year in
            Day(year: year, month: 1, day: 1).flatMap { $0 <= last ? ($0, "\(year)") : nil }
        }
        if begins.count >= 3 {
            let step = begins.count / mostLabels + 1
            return begins.filter { $0.0.civil.year % step == 0 || step == 1 }
        }
        return months
    }

    private var months: [(day: Day, label: String)] {
        let start = first.civil
        let count = (last.civil.year - start.year) * 12 + last.civil.month - start.month
        let step = count / mostLabels + 1
        return stride(from: step, through: max(step, count), by: step).compactMap { place in
            let month = start.month - 1 + place
            let year = start.year + month / 12
            return Day(year: year, month: month % 12 + 1, day: 1).flatMap { day in
                // The month as ISO writes it: it has no language.
                day <= last ? (day, "\(day)".prefix(7).description) : nil
            }
        }
    }
}

/// What lasted or happened, on one line under the panels.
struct Lane {
    struct Span {
        let first: Day
        let last: Day
        let hint: String
        let link: Address?
    }

    let label: String
    let style: HTML
    let spans: [Span]

    func html(top: Double, axis: TimeAxis) -> HTML {
        let bar = top + 16
        let drawn = spans.filter { $0.last >= axis.first && $0.first <= axis.last }.map {
            span -> HTML in
            let (start, end) = (axis.x(span.first), axis.x(span.last))
            // A day is a mark, and not a line too short to be seen.
            let shape: HTML =
                end - start < 6
                ? "<path d=\"M\(Drawing.number(start)) \(Drawing.number(bar))l5 5l-5 5l-5 -5Z\"></path>"
                : """
                <rect x="\(Drawing.number(start))" y="\(Drawing.number(bar + 2))" \
                width="\(Drawing.number(end - start))" height="6"></rect>
                """
            let inside: HTML = "<title>\(span.hint)</title>\(shape)"
            return span.link.map {
                "<a href=\"\($0.text)\" aria-label=\"\(span.hint)\">\(inside)</a>"
            } ?? "<g>\(inside)</g>"
        }
        return """
            <g class="lane \(style)"><text x="\(Drawing.number(axis.left))" y="\(Drawing.number(top + 11))">\(label)</text>\
            \(drawn)</g>

            """
    }
}
