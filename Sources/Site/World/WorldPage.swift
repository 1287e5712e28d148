import Assessment
import Diplomacy

/// A patron and everybody it is told with, on the globe.
struct WorldPage {
    let desk: Desk
    let question: Question
    private let base: OverviewPage

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        base = try OverviewPage(desk: desk, asked: asked)
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        guard let overview = base.overview else {
            return Page(
                phrases.text("world.title"),
                in: .world,
                question: question,
                body: "<h1>\(phrases["world.title"])</h1>\(EmptyLedger.html(question, phrases))"
            )
        }
        let table = AllyTable(overview: overview, names: names, question: question).table
        let title = phrases.text("world.of", names(overview.patron))
        let world = drawing("world", title, .world, overview)
        let europe = drawing("europe", phrases.text("world.europe", title), .europe, overview)
        return Page(
            title,
            in: .world,
            question: question,
            body: """
                <h1>\(HTML(text: title))</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <form class="controls" action="/world" method="get" aria-label="\(phrases["form.whom.when"])">
                \(ActorField(
                    actors: base.actors,
                    chosen: overview.patron,
                    names: names,
                    label: phrases["form.patron"],
                    everybody: nil
                ).html)\(ClockForm(names: names).fields(question.clocks))\
                \(LanguageField.hidden(question))<button>\(phrases["form.show"])</button></form>
                <p class="hint">\(phrases["world.hint"])</p>\(LeanSign.legend(phrases, none: "world.none"))
                \(figure(world))<h2>\(phrases["world.europe.head"])</h2>\(figure(europe))
                \(placeless(overview))
                \(table.html(question, phrases))
                """,
            tables: [table],
            drawings: [world, europe],
            isWide: true
        )
    }

    private func drawing(
        _ id: String,
        _ title: String,
        _ frame: WorldFrame,
        _ overview: PatronOverview
    ) -> Drawing {
        WorldDrawing(
            id: id,
            title: title,
            frame: frame,
            overview: overview,
            capitals: desk.capitals,
            names: names,
            question: question
        ).drawing
    }

    private func figure(_ drawing: Drawing) -> HTML {
        """
        <figure><div class="scroll">\(drawing.html())</div>
        <figcaption><p class="exports"><a href="#allies">\(phrases["constellation.table"])</a> · \
        <a href="\(question.export("\(drawing.id).svg").text)" download="">SVG</a></p></figcaption></figure>

        """
    }

    /// Organisations, groups and persons stand on no map.
    private func placeless(_ overview: PatronOverview) -> HTML {
        let others = overview.allies.filter { desk.capitals[$0.actor] == nil }
        guard !others.isEmpty else { return .empty }
        let links = others.map { ally -> HTML in
            """
            <li>\(LeanSign.html(ally.lean, names.phrases)) \
            \(HTML.link(question.pair(overview.patron, ally.actor), "\(names.heading(ally.actor))"))</li>

            """
        }
        return """
            <section aria-labelledby="placeless-head"><h2 id="placeless-head">\(phrases["world.placeless"])</h2>
            <ul class="placeless">\(links)</ul></section>
            """
    }
}
