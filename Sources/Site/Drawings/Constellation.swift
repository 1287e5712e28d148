import Assessment
import Diplomacy

/// The patron in the middle, around it everybody it is told with: near and round where its conduct is
/// friendly, far and pointed where it is hostile, hollow where too little is told for a line.
///
/// A line to a party is green where the end of its level is above nothing, dashed and red where it is below, and thin
/// where its band holds both.
struct Constellation {
    /// More names than this around one circle cannot be read; the table has all.
    static let most = 22

    let overview: PatronOverview
    let names: Tongue
    let question: Question
    /// Those who are bound to one another by a treaty of defence, whatever the patron owes them.
    let bonds: DefenceBonds

    private var shown: [PatronOverview.Ally] { Array(overview.allies.prefix(Self.most)) }
    private var phrases: Phrases { names.phrases }

    /// Two drawings of the same: with names for a wide page, with codes for a narrow one.
    var html: HTML {
        drawing(.wide, id: "constellation").html(variant: "wide")
            + drawing(.narrow, id: "constellation-narrow").html(variant: "narrow")
    }

    var file: Drawing { drawing(.wide, id: "constellation") }

    private func drawing(_ size: ConstellationLayout.Size, id: String) -> Drawing {
        let allies = shown
        let bound = bonds.among(allies.map(\.actor))
        let layout = ConstellationLayout(
            allies.map { ally in
                .init(
                    code: ally.actor.rawValue,
                    level: ally.standing.conduct.last?.level,
                    bonds: Set((bound[ally.actor] ?? []).map(\.rawValue))
                )
            },
            size: size
        )
        let byCode = Dictionary(
            allies.map { ($0.actor.rawValue, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let bodies = layout.places.compactMap { place in
            byCode[place.code].map { body($0, place, layout) }
        }
        return Drawing(
            id: id,
            title: phrases.text("constellation.title", names(overview.patron)),
            description: description(allies),
            width: size.width,
            height: size.height,
            style: "constellation",
            content: rings(layout) + lines(layout, bound) + HTML(joining: bodies) + centre(layout),
            legend: LeanSign.lines(phrases) + [phrases.text("constellation.hint")]
        )
    }

    private func description(_ allies: [PatronOverview.Ally]) -> String {
        func list(_ lean: StandingSeries.Lean?) -> String {
            let found = allies.filter { $0.lean == lean }.map { names.heading($0.actor) }
            return found.isEmpty ? "–" : found.joined(separator: ", ")
        }
        return phrases.text(
            "constellation.description",
            list(.friendly),
            list(.open),
            list(.hostile),
            list(nil)
        )
    }

    // MARK: Parts

    private func rings(_ layout: ConstellationLayout) -> HTML {
        let (x, y) = layout.middle
        let rings = [5.0, 0, -5, -10].map { level -> HTML in
            let radius = ConstellationLayout.reach(of: level) * layout.size.radius
            let style: HTML = level == 0 ? "ring zero" : "ring"
            return """
                <circle class="\(style)" cx="\(n(x))" cy="\(n(y))" r="\(n(radius))"></circle>\
                <text class="scale" x="\(n(x))" y="\(n(y - radius))">\
                \(level == 0 ? "0" : level > 0 ? "+5" : level == -5 ? "−5" : "−10")</text>

                """
        }
        let outer = ConstellationLayout.reach(of: nil) * layout.size.radius
        return HTML(joining: rings) + """
            <circle class="ring none" cx="\(n(x))" cy="\(n(y))" r="\(n(outer))"></circle>

            """
    }

    /// A thin line between two who are bound to one another.
    private func lines(
        _ layout: ConstellationLayout,
        _ bound: [ActorCode: Set<ActorCode>]
    ) -> HTML {
        let places = Dictionary(
            layout.places.map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let lines = bound.keys.sorted().flatMap { one in
            (bound[one] ?? []).filter { $0 > one }.sorted().compactMap { other -> HTML? in
                guard let from = places[one.rawValue], let to = places[other.rawValue] else {
                    return nil
                }
                return """
                    <path class="bond" d="M\(n(from.x)) \(n(from.y))L\(n(to.x)) \(n(to.y))"></path>
                    """
            }
        }
        return HTML(joining: lines)
    }

    private func centre(_ layout: ConstellationLayout) -> HTML {
        let (x, y) = layout.middle
        return """
            <text class="patron" x="\(n(x))" y="\(n(y))">\(Self.code(overview.patron))</text>

            """
    }

    private func body(
        _ ally: PatronOverview.Ally,
        _ place: ConstellationLayout.Place,
        _ layout: ConstellationLayout
    ) -> HTML {
        let middle = layout.middle
        let style = Self.style(ally.lean)
        let hint = LeanMark.label(ally, names)
        let anchor: HTML = place.isOnRight ? "start" : "end"
        // The line to the label ends a letter's width before it.
        let lineEnd = place.labelX + (place.isOnRight ? -6 : 6)
        return """
            <a class="body \(style)" href="\(question.pair(overview.patron, ally.actor).text)" aria-label="\(hint)">\
            <title>\(hint)</title>\
            <path class="spoke \(HTML(text: Leaning(ally).rawValue))" d="M\(n(middle.x)) \(n(middle.y))L\(n(place.x)) \(n(place.y))"></path>\
            <path class="leader" d="M\(n(place.x)) \(n(place.y))L\(n(lineEnd)) \(n(place.labelY))"></path>\
            \(LeanMark.html(ally.lean, x: place.x, y: place.y, reach: LeanMark.reach(ally)))\
            <text class="name" text-anchor="\(anchor)" x="\(n(place.labelX))" y="\(n(place.labelY))">\
            \(shortName(ally.actor))</text>\
            <text class="code" text-anchor="\(anchor)" x="\(n(place.labelX))" y="\(n(place.labelY))">\
            \(Self.code(ally.actor))</text></a>

            """
    }

    /// As many letters as stand beside the picture.
    private func shortName(_ code: ActorCode) -> String {
        TextLayout.shortened(names.heading(code), to: 20)
    }

    private static func code(_ code: ActorCode) -> String {
        code.isOrganisation
            ? String(code.rawValue.dropFirst(4).prefix(5)) : String(code.rawValue.prefix(5))
    }

    static func style(_ lean: StandingSeries.Lean?) -> HTML {
        switch lean {
        case .friendly: "friendly"
        case .open: "open"
        case .hostile: "hostile"
        case nil: "none"
        }
    }

    private func n(_ number: Double) -> String { Drawing.number(number) }
}

/// The shapes of the constellation with their meaning, for a legend and for cells of a table.
enum LeanSign {
    static func html(_ lean: StandingSeries.Lean?, _ phrases: Phrases) -> HTML {
        let sign: HTML =
            switch lean {
            case .friendly: "●"
            case .open: "◆"
            case .hostile: "▼"
            case nil: "○"
            }
        return """
            <span class="lean \(Constellation.style(lean))"><span aria-hidden="true">\(sign)</span> \
            \(phrases["lean.\(lean?.rawValue ?? "none")"])</span>
            """
    }

    /// The same as lines of a file.
    static func lines(_ phrases: Phrases, none: String = "lean.none.meaning") -> [String] {
        let signs: [(StandingSeries.Lean?, String)] = [
            (.friendly, "●"), (.open, "◆"), (.hostile, "▼"), (nil, "○"),
        ]
        return signs.map { lean, sign in
            let key = lean.map { "lean.\($0.rawValue)" }
            let meaning = phrases.text(key.map { "\($0).meaning" } ?? none)
            return "\(sign) \(phrases.text(key ?? "lean.none")): \(meaning)"
        }
    }

    /// `none` is the key of what the absence of a line means in the drawing.
    static func legend(_ phrases: Phrases, none: String = "lean.none.meaning") -> HTML {
        let items = (StandingSeries.Lean.allCases.map { Optional($0) } + [nil]).map {
            lean -> HTML in
            "<li>\(html(lean, phrases)): \(phrases[lean.map { "lean.\($0.rawValue).meaning" } ?? none])</li>"
        }
        return "<ul class=\"key\">\(items)</ul>"
    }
}
