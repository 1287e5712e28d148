import Assessment
import Diplomacy

/// One series of a standing as a drawing made on the server: the line, its band, a tick for each event, and
/// a table behind it that says the same.
///
/// It needs no script. Colours come from the page's own, so it follows light and dark; the band is told by
/// its edge too, and what moved the line by the direction of its tick.
struct StandingChart {
    let series: StandingSeries
    /// As the figure is called: "Conduct of Russia toward Armenia".
    let title: String
    /// Unique on the page, for the parts that name it.
    let id: String
    let question: Question

    // Units of the drawing; the style scales it to the width of the page.
    private static let width = 720.0
    private static let height = 200.0
    private static let margin = (left: 36.0, right: 8.0, top: 10.0, bottom: 24.0)
    /// More years than this get a label every second, fifth, … year.
    private static let mostLabels = 10

    var html: HTML {
        guard let last = series.last else { return missing }
        return """
            <figure class="standing"><figcaption>\(title): <strong>\(Self.number(last.level))</strong> \
            (\(Self.number(last.low)) to \(Self.number(last.high))) on \(HTML.time(last.day))</figcaption>
            \(drawing)
            \(table)</figure>

            """
    }

    private var missing: HTML {
        """
        <p class="hint">\(title): no line. It needs three accounts of events, each by a root of its \
        own, and has \(series.accounts).</p>

        """
    }

    // MARK: The drawing

    private var drawing: HTML {
        """
        <svg role="img" aria-labelledby="\(id)-title \(id)-desc" viewBox="0 0 720 200">
        <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(description)</desc>
        \(axes)<path class="band" d="\(band)"></path>
        <path class="line" d="\(line)"></path>
        \(ticks)</svg>
        """
    }

    private var description: String {
        guard let first = series.points.first, let last = series.last else { return "" }
        return
            "From \(first.day) to \(last.day) the level goes from \(Self.number(first.level)) to "
            + "\(Self.number(last.level)) on a scale from -10 to +10; the band that holds it with 90 "
            + "of 100 is \(Self.number(last.low)) to \(Self.number(last.high)) at the end. "
            + "\(series.moves.count) events moved it; the table below lists them."
    }

    private var days: (first: Int, last: Int) {
        let first = series.points.first?.day.number ?? 0
        return (first, max(first + 1, series.last?.day.number ?? 0))
    }

    private func x(_ day: Day) -> String {
        let room = Self.width - Self.margin.left - Self.margin.right
        let share = Double(day.number - days.first) / Double(days.last - days.first)
        return Self.tenths(Self.margin.left + room * share)
    }

    private func y(_ level: Double) -> String {
        let room = Self.height - Self.margin.top - Self.margin.bottom
        let inside = min(max(level, -10), 10)
        return Self.tenths(Self.margin.top + room * (10 - inside) / 20)
    }

    private var line: String {
        "M" + series.points.map { "\(x($0.day)) \(y($0.level))" }.joined(separator: "L")
    }

    private var band: String {
        let upper = series.points.map { "\(x($0.day)) \(y($0.high))" }
        let lower = series.points.reversed().map { "\(x($0.day)) \(y($0.low))" }
        return "M" + (upper + lower).joined(separator: "L") + "Z"
    }

    private var axes: HTML {
        let levels = [-10.0, -5, 0, 5, 10].map { level -> HTML in
            let place = y(level)
            let style: HTML = level == 0 ? "zero" : "grid"
            return """
                <path class="\(style)" d="M36 \(place)H712"></path>\
                <text class="scale" x="30" y="\(place)">\(Self.number(level, digits: 0))</text>

                """
        }
        return HTML(joining: levels) + HTML(joining: years)
    }

    private var years: [HTML] {
        let first = Day(number: days.first).civil.year + 1
        let last = Day(number: days.last).civil.year
        guard first <= last else { return [] }
        let step = (last - first) / Self.mostLabels + 1
        return stride(from: first, through: last, by: step).compactMap { year in
            Day(year: year, month: 1, day: 1).map { day -> HTML in
                """
                <path class="grid" d="M\(x(day)) 10V176"></path>\
                <text class="year" x="\(x(day))" y="194">\(year)</text>

                """
            }
        }
    }

    /// A triangle that points up where an event raised the line and down where it lowered it.
    private var ticks: HTML {
        let signs = series.moves.map { move -> HTML in
            let (place, level) = (x(move.reading.day), y(move.reading.value))
            let up = move.by >= 0
            let shape = up ? "l4 7h-8z" : "l4 -7h-8z"
            let style: HTML = up ? "raised" : "lowered"
            return """
                <path class="tick \(style)" d="M\(place) \(level)\(shape)"></path>

                """
        }
        return HTML(joining: signs)
    }

    // MARK: The table behind it

    private var table: HTML {
        let rows = series.moves.map { move -> HTML in
            let links = move.reading.statements.map { statement in
                HTML.link(question.statement(statement), HTML(text: String(statement.prefix(8))))
            }
            return """
                <tr><td>\(HTML.time(move.reading.day))</td><td>\(move.reading.words)</td>\
                <td>\(move.reading.roots)</td><td>\(Self.number(move.reading.value))</td>\
                <td>\(Self.number(move.by))</td><td>\(HTML(joining: links, by: " "))</td></tr>

                """
        }
        return """
            <details><summary>\(HTML.count(series.moves.count, "event")) behind this line</summary>
            <table><thead><tr><th scope="col">Day</th><th scope="col">Event</th>\
            <th scope="col">Roots</th><th scope="col">Worth</th><th scope="col">Moved it by</th>\
            <th scope="col">Statements</th></tr></thead><tbody>
            \(rows)</tbody></table></details>
            """
    }

    private static func tenths(_ number: Double) -> String { self.number(number) }

    /// With `digits` after the point.
    private static func number(_ number: Double, digits: Int = 1) -> String {
        let factor = digits == 0 ? 1 : 10
        let whole = Int((number * Double(factor)).rounded())
        let sign = whole < 0 ? "-" : ""
        guard digits > 0 else { return "\(whole)" }
        return "\(sign)\(abs(whole) / factor).\(abs(whole) % factor)"
    }
}
