import Assessment
import Diplomacy

/// The patron and everybody it is told with, each where it is governed from.
///
/// Shape and colour say how the patron stands to it, as in the constellation. States that nobody tells of
/// are dots.
struct WorldDrawing {
    let id: String
    let title: String
    let frame: WorldFrame
    let overview: PatronOverview
    let capitals: CapitalTable
    let names: Tongue
    let question: Question

    private struct Body {
        let ally: PatronOverview.Ally
        let x: Double
        let y: Double
        let reach: Double
    }

    var drawing: Drawing {
        let bodies = overview.allies.compactMap(body)
        var room = LabelRoom(width: frame.width, height: frame.height)
        let patron = place(of: overview.patron)
        if let patron { room.take(x: patron.x, y: patron.y, reach: 12) }
        for body in bodies { room.take(x: body.x, y: body.y, reach: body.reach) }
        let marks = bodies.map { body in
            mark(body, label: room.label(x: body.x, y: body.y, reach: body.reach))
        }
        return Drawing(
            id: id,
            title: title,
            description: description(bodies.map(\.ally)),
            width: frame.width,
            height: frame.height,
            style: "world",
            content: graticule + dots(without: Set(bodies.map(\.ally.actor)))
                // The largest last would hide the small: who is told of least is drawn on top.
                + HTML(joining: marks) + (patron.map(centre) ?? .empty),
            legend: LeanSign.lines(names.phrases, none: "world.none")
        )
    }

    private func description(_ allies: [PatronOverview.Ally]) -> String {
        func list(_ lean: StandingSeries.Lean?) -> String {
            let found = allies.filter { $0.lean == lean }.map { names.heading($0.actor) }
            return found.isEmpty ? "–" : found.joined(separator: ", ")
        }
        return names.phrases.text(
            "constellation.description",
            list(.friendly),
            list(.open),
            list(.hostile),
            list(nil)
        )
    }

    // MARK: Parts

    private func place(of state: ActorCode) -> (x: Double, y: Double)? {
        capitals[state].flatMap {
            frame.holds($0) ? frame.place(north: $0.north, east: $0.east) : nil
        }
    }

    private func body(_ ally: PatronOverview.Ally) -> Body? {
        place(of: ally.actor).map {
            Body(ally: ally, x: $0.x, y: $0.y, reach: LeanMark.reach(ally))
        }
    }

    private var graticule: HTML {
        HTML(joining: frame.graticule.map { "<path class=\"grid\" d=\"\($0)\"></path>" }) + "\n"
    }

    private func dots(without told: Set<ActorCode>) -> HTML {
        let others = capitals.capitals.filter {
            !told.contains($0.state) && $0.state != overview.patron
        }
        let dots = others.compactMap { place(of: $0.state) }.map { place -> HTML in
            "<circle class=\"dot\" cx=\"\(n(place.x))\" cy=\"\(n(place.y))\" r=\"1.6\"></circle>"
        }
        return "<g aria-hidden=\"true\">\(dots)</g>\n"
    }

    private func mark(_ body: Body, label: (x: Double, y: Double)?) -> HTML {
        let ally = body.ally
        let hint = LeanMark.label(ally, names)
        let code: HTML? = label.map { place in
            """
            <text class="code" x="\(n(place.x))" y="\(n(place.y))">\(ally.actor.rawValue)</text>
            """
        }
        return """
            <a class="body \(Constellation.style(ally.lean))" \
            href="\(question.pair(overview.patron, ally.actor).text)" aria-label="\(hint)"><title>\(hint)</title>\
            \(LeanMark.html(ally.lean, x: body.x, y: body.y, reach: body.reach))\(code)</a>

            """
    }

    private func centre(_ place: (x: Double, y: Double)) -> HTML {
        """
        <g class="patron"><title>\(names.heading(overview.patron))</title>\
        <circle class="ring" cx="\(n(place.x))" cy="\(n(place.y))" r="10"></circle>\
        <text x="\(n(place.x))" y="\(n(place.y))">\(overview.patron.rawValue)</text></g>

        """
    }

    private func n(_ number: Double) -> String { Drawing.number(number) }
}
