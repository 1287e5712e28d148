import Assessment
import Diplomacy

/// One series of a standing: the line, its band, and a triangle for each event that points up where the
/// event raised the line and down where it lowered it; it leads to a statement that tells of the event.
struct SeriesPanel {
    let series: StandingSeries
    let title: String
    let top: Double
    let height: Double
    let axis: TimeAxis
    let names: Tongue
    let question: Question

    var html: HTML {
        """
        <g class="panel"><text class="title" x="\(n(axis.left))" y="\(n(top - 14))">\(title)\(last)</text>
        \(scale)\(curve)\(ticks)</g>

        """
    }

    private var last: HTML {
        series.last.map { ": \(LevelWords.band($0))" } ?? .empty
    }

    private func y(_ level: Double) -> Double {
        top + height * (10 - min(max(level, -10), 10)) / 20
    }

    private var scale: HTML {
        let levels: [(Double, HTML)] = [(10, "+10"), (5, "+5"), (0, "0"), (-5, "−5"), (-10, "−10")]
        let lines = levels.map { level, label -> HTML in
            let style: HTML = level == 0 ? "zero" : "grid"
            return """
                <path class="\(style)" d="M\(n(axis.left)) \(n(y(level)))H\(n(axis.right))"></path>\
                <text class="scale" x="\(n(axis.left - 5))" y="\(n(y(level)))">\(label)</text>

                """
        }
        return HTML(joining: lines)
    }

    private var curve: HTML {
        guard series.hasLine else {
            return """
                <text class="missing" x="\(n((axis.left + axis.right) / 2))" y="\(n(y(5)))">\
                \(names.phrases("series.missing", names.count(series.missing, "account")))</text>

                """
        }
        let upper = series.points.map { "\(n(axis.x($0.day))) \(n(y($0.high)))" }
        let lower = series.points.reversed().map { "\(n(axis.x($0.day))) \(n(y($0.low)))" }
        let line = series.points.map { "\(n(axis.x($0.day))) \(n(y($0.level)))" }
        return """
            <path class="band" d="M\((upper + lower).joined(separator: "L"))Z"></path>\
            <path class="line" d="M\(line.joined(separator: "L"))"></path>

            """
    }

    /// More would lie upon one another: those that moved the line most are drawn.
    private static let mostTicks = 150

    private var drawn: [StandingSeries.Move] {
        guard series.moves.count > Self.mostTicks else { return series.moves }
        let largest = series.moves.indices.sorted { left, right in
            (-abs(series.moves[left].by), left) < (-abs(series.moves[right].by), right)
        }
        return largest.prefix(Self.mostTicks).sorted().map { series.moves[$0] }
    }

    private var ticks: HTML {
        let signs = drawn.map { move -> HTML in
            let (place, level) = (n(axis.x(move.reading.day)), n(y(move.reading.value)))
            let isUp = move.by > 0 || (move.by == 0 && move.reading.value >= 0)
            let shape: HTML = isUp ? "l4.5 8h-9z" : "l4.5 -8h-9z"
            let style: HTML = isUp ? "raised" : "lowered"
            let reading = move.reading
            let deed = names.deed(reading.act, reading.kind, reading.polarity)
            let roots = names.phrases.count(reading.roots, "root")
            let hint =
                "\(names.words(for: reading.day)): \(deed), \(roots), \(LevelWords.signed(move.by))"
            let mark: HTML = """
                <path class="tick \(style)" d="M\(place) \(level)\(shape)"><title>\(hint)</title></path>
                """
            guard let statement = reading.statements.first else { return mark }
            return """
                <a class="event" href="\(question.statement(statement).text)" aria-label="\(hint)">\(mark)</a>

                """
        }
        return HTML(joining: signs)
    }

    private func n(_ number: Double) -> String { Drawing.number(number) }
}
