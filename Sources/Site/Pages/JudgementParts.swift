import Assessment
import Diplomacy

/// The parts of a pair's page that judge: standing with its lanes, commitments in force, cases.
struct JudgementParts {
    let judgement: PairJudgement
    let disagreements: [Disagreement]
    /// Whose page it is.
    let pair: DirectedPair
    let until: Day
    let desk: Desk
    let question: Question

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var html: HTML { cases + standings + commitments + foundCommitments }

    var tables: [Table] {
        judgement.standings.enumerated().flatMap { place, standing in
            [pointTable(standing, place), eventTable(standing, place)]
        }
    }

    var drawings: [Drawing] { pictures.compactMap(\.file) }

    private var pictures: [PairDrawing] {
        judgement.standings.enumerated().map { place, standing in
            let (patron, ally) = (standing.pair.source, standing.pair.target)
            return PairDrawing(
                standing: standing,
                pair: pair,
                lanes: .init(
                    // They bind the two, so they stand under the first direction and are not told twice.
                    commitments: place == 0 ? judgement.commitments.map(\.commitment) : [],
                    cases: judgement.cases.filter { $0.promisor == patron },
                    disagreements: disagreements.enumerated().map { (place: $0, found: $1) }.filter
                    {
                        $0.found.source == patron && $0.found.target == ally
                    }
                ),
                until: until,
                place: place,
                names: names,
                question: question
            )
        }
    }

    // MARK: Standing

    private var standings: HTML {
        let figures = zip(pictures, judgement.standings).map { picture, standing -> HTML in
            let (patron, ally) = (
                names.heading(standing.pair.source), names.heading(standing.pair.target)
            )
            let content: HTML =
                picture.html.map {
                    """
                    <figure>\($0)<figcaption><p class="exports">\(phrases["export.save"]) \
                    <a href="\(question.export("\(picture.id).svg").text)" download="">SVG</a></p></figcaption></figure>
                    \(tables(standing, picture.place))
                    """
                }
                ?? "<p class=\"hint\">\(phrases("pair.figure.none", names.count(standing.conduct.missing, "account")))</p>"
            return """
                <section aria-labelledby="direction-\(picture.place)"><h3 id="direction-\(picture.place)">\
                \(HTML.foreign(patron)) \(HTML.sign("→", said: phrases["arrow.to"])) \(HTML.foreign(ally))</h3>
                \(content)</section>

                """
        }
        return """
            <section aria-labelledby="standing"><h2 id="standing">\(phrases["standing.head"])</h2>
            <p class="hint">\(phrases["standing.hint"])</p>
            \(figures)</section>

            """
    }

    private func tables(_ standing: Standing, _ place: Int) -> HTML {
        let count = shownSeries(standing).reduce(0) { $0 + $1.series.moves.count }
        return """
            <details class="more"><summary>\(phrases("pair.figure.events", names.count(count, "event")))</summary>
            \(eventTable(standing, place).html(question, phrases))\
            \(pointTable(standing, place).html(question, phrases))</details>
            """
    }

    private func series(_ standing: Standing) -> [(name: String, series: StandingSeries)] {
        [("conduct", standing.conduct), ("trust", standing.trust)]
    }

    /// Those whose events the page tells: one where both are the same.
    private func shownSeries(_ standing: Standing) -> [(name: String, series: StandingSeries)] {
        standing.isOneSeries ? [("both", standing.conduct)] : series(standing)
    }

    private func eventTable(_ standing: Standing, _ place: Int) -> Table {
        Table(
            "events-\(place)",
            caption: phrases["pair.events"],
            columns: [
                .init("day", phrases["column.day"]),
                .init("series", phrases["column.series"]),
                .init("event", phrases["column.event"]),
                .init("roots", phrases["column.roots"], isFigure: true),
                .init("value", phrases["column.value"], isFigure: true),
                .init("moved_by", phrases["column.moved"], isFigure: true),
                .init("statements", phrases["column.statements"], isLesser: true),
            ],
            of: series(standing).flatMap { name, series in series.moves.map { (name, $0) } },
            row: { event($0.1, $0.0) }
        )
    }

    private func event(_ move: StandingSeries.Move, _ series: String) -> [Table.Cell] {
        let reading = move.reading
        let links = reading.statements.map {
            HTML.link(question.statement($0), HTML(text: String($0.prefix(8))))
        }
        return [
            .init(names.time(reading.day), .text(reading.day.description)),
            .init(phrases["series.\(series)"], .text(series)),
            .init(
                HTML(text: names.deed(reading.act, reading.kind, reading.polarity)),
                .text(reading.words)
            ),
            .whole(reading.roots), .level(reading.value), .level(move.by),
            .init(HTML(joining: links, by: " "), .text(reading.statements.joined(separator: " "))),
        ]
    }

    private func pointTable(_ standing: Standing, _ place: Int) -> Table {
        Table(
            "levels-\(place)",
            caption: phrases["pair.levels"],
            columns: [
                .init("day", phrases["column.day"]),
                .init("series", phrases["column.series"]),
                .init("level", phrases["column.level"], isFigure: true),
                .init("low", phrases["column.low"], isFigure: true),
                .init("high", phrases["column.high"], isFigure: true),
            ],
            of: series(standing).flatMap { name, series in series.points.map { (name, $0) } },
            row: { name, point in
                [
                    .init(names.time(point.day), .text(point.day.description)),
                    .init(phrases["series.\(name)"], .text(name)),
                    .level(point.level), .level(point.low), .level(point.high),
                ]
            }
        )
    }

    // MARK: Commitments and cases

    private var commitments: HTML {
        guard !judgement.commitments.isEmpty else { return .empty }
        let items = judgement.commitments.map { binding -> HTML in
            let duties = binding.obligations.map { names.obligation($0) }.joined(separator: ", ")
            return """
                <li>\(phrases.named(binding.commitment.name)): \
                \(duties.isEmpty ? phrases["obligation.none"] : HTML(text: duties)) \
                <span class="meta">\(phrases.named(binding.commitment.source))</span></li>

                """
        }
        return """
            <section aria-labelledby="commitments"><h2 id="commitments">\(phrases["case.commitments"])</h2>
            \(LongList(items: items, most: 3, names: names, style: "in-force").html)</section>

            """
    }

    /// Those that articles tell of, marked as found.
    private var foundCommitments: HTML {
        guard !judgement.foundCommitments.isEmpty else { return .empty }
        let shown = judgement.foundCommitments.prefix(LongList.mostOnPage)
        let items = shown.map { found -> HTML in
            let one = found.kind.map { "commitment.\($0.rawValue)" } ?? "found.kind.none"
            let kind = phrases[found.isSeveral ? "found.several" : one]
            let made = found.made.map { names.time($0) } ?? phrases["found.undated"]
            let known: HTML =
                found.registered.isEmpty
                ? phrases["found.unregistered"]
                : phrases(
                    "found.registered",
                    HTML(text: found.registered.joined(separator: ", "))
                )
            let sentences = found.evidence.map { citation in
                HTML.link(
                    question.statement(citation.statement),
                    HTML.foreign("“\(citation.quote)”")
                )
            }
            return """
                <li>\(kind), \(made) \
                <span class="badge">\(names.count(found.rootCount, "root"))</span> \
                <span class="meta">\(known)</span><br>\(HTML(joining: sentences, by: "<br>"))</li>

                """
        }
        return """
            <section aria-labelledby="found"><h2 id="found">\(phrases["found.title"])</h2>
            <p class="hint">\(phrases["found.hint"])</p>\
            \(LongList(items: items, most: 2, names: names, style: "in-force").html)\
            \(LongList.note(judgement.foundCommitments.count - shown.count, phrases))</section>

            """
    }

    private var cases: HTML {
        guard !judgement.cases.isEmpty else { return .empty }
        let shown = judgement.cases.prefix(LongList.mostOnPage)
        let items = shown.map {
            CaseLine(found: $0, names: names, question: question).html
        }
        return """
            <section aria-labelledby="cases"><h2 id="cases">\(phrases["cases.title"])</h2>
            <p class="hint">\(phrases["cases.hint"])</p>
            <ul class="cases">\(items)</ul>\(LongList.note(judgement.cases.count - shown.count, phrases))</section>

            """
    }
}
