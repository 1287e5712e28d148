import Assessment
import Diplomacy
import Ledger

/// Where what was read comes from: outlets, voices, roots, and who repeats whom.
struct SourcesPage {
    private static let voices = 60

    let desk: Desk
    let question: Question
    private let report: SourceReport
    private let index: Index

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        report = try desk.sources(asked.question.clocks)
        index = Index(
            try desk.whole(asked.question.clocks).book,
            names: desk.names,
            question: asked.question
        )
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let (outlets, voices, relays) = (outletTable, voiceTable, relayTable)
        let drawing = RelayDrawing(report: report, names: names, question: question)
        return Page(
            phrases.text("sources.title"),
            in: .sources,
            question: question,
            body: """
                <h1>\(phrases["sources.title"])</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <p class="counts">\(phrases(
                    "sources.counts",
                    names.count(report.statementCount, "statement"),
                    names.count(report.rootCount, "root"),
                    names.count(report.articles.count, "article")
                ))</p>
                <p class="hint">\(phrases["sources.hint"])</p>
                \(report.articles.isEmpty ? EmptyLedger.html(question, phrases) : contents(drawing, outlets, voices, relays))
                """,
            tables: [outlets, voices, relays],
            drawings: drawing.isEmpty ? [] : [drawing.drawing]
        )
    }

    private func contents(
        _ drawing: RelayDrawing,
        _ outlets: Table,
        _ voices: Table,
        _ relays: Table
    ) -> HTML {
        let picture: HTML =
            drawing.isEmpty
            ? HTML.emptyState(phrases["relays.none"], cure: phrases["relays.none.cure"])
            : """
            <figure><div class="scroll" role="region" tabindex="0" \
            aria-label="\(phrases["relays.head"])">\(drawing.drawing.html())</div><figcaption><p class="exports">\
            <a href="#relays">\(phrases["constellation.table"])</a> · \
            <a href="\(question.export("relay-graph.svg").text)" download="">SVG</a></p></figcaption></figure>
            \(relays.html(question, phrases))
            """
        return """
            <section aria-labelledby="relays-head"><h2 id="relays-head">\(phrases["relays.head"])</h2>
            <p class="hint">\(phrases["relays.hint"])</p>\(picture)</section>
            <section aria-labelledby="outlets-head"><h2 id="outlets-head">\(phrases["outlets.head"])</h2>
            \(outlets.html(question, phrases))</section>
            <section aria-labelledby="voices-head"><h2 id="voices-head">\(phrases["voices.head"])</h2>
            <p class="hint">\(phrases["voices.hint"])</p>
            \(voices.html(question, phrases))</section>
            """
    }

    // MARK: Tables

    private var outletTable: Table {
        Table(
            "outlets",
            caption: names.count(report.outlets.count, "outlet"),
            columns: [
                .init("outlet", phrases["column.outlet"]),
                .init("roots", phrases["column.firstroots"], isFigure: true),
                .init("statements", phrases["column.statements"], isFigure: true),
                .init("articles", phrases["column.articles"]),
                .init("repeating", phrases["column.repeating"], isLesser: true),
            ],
            of: report.outlets,
            row: { outlet in
                [
                    .init(
                        outlet.name.map { HTML.foreign($0) } ?? phrases["outlet.unknown"],
                        outlet.name.map { .text($0) } ?? .none
                    ),
                    .whole(outlet.roots), .whole(outlet.statements),
                    articles(outlet.articles), articles(outlet.repeating),
                ]
            }
        )
    }

    private var voiceTable: Table {
        let voices = report.voices.prefix(Self.voices)
        return Table(
            "voices",
            caption:
                report.voices.count > voices.count
                ? phrases("voices.first", "\(voices.count)", "\(report.voices.count)")
                : names.count(report.voices.count, "voice"),
            columns: [
                .init("voice", phrases["column.voice"]),
                .init("actor", phrases["column.speaksfor"]),
                .init("kind", phrases["column.kind"], isLesser: true),
                .init("happenings", phrases["column.happenings"], isFigure: true),
                .init("articles", phrases["column.articles"]),
            ],
            of: Array(voices),
            row: { voice in
                [
                    .text(voice.name),
                    .init(
                        voice.actor.map { HTML.foreign(names.heading($0)) } ?? .empty,
                        voice.actor.map { .text($0.rawValue) } ?? .none
                    ),
                    .init(phrases["voice.\(voice.kind.rawValue)"], .text(voice.kind.rawValue)),
                    .whole(voice.happenings),
                    articles(voice.articles),
                ]
            }
        )
    }

    private var relayTable: Table {
        Table(
            "relays",
            caption: names.count(report.relays.count, "relay"),
            columns: [
                .init("article", phrases["column.passeson"]),
                .init("reason", phrases["column.how"]),
                .init("origin", phrases["column.origin"]),
                .init("probability", phrases["column.probability"], isFigure: true),
                .init("detail", phrases["column.seen"], isLesser: true),
            ],
            of: report.relays,
            row: { step in
                let origin: Table.Cell =
                    switch step.relay.origin {
                    case .article(let id):
                        .init(
                            "\(index.number(ofArticle: id)) \(HTML.foreign(step.from ?? ""))",
                            .text(id)
                        )
                    case .outlet(let name): .text(name)
                    }
                return [
                    .init(
                        "\(index.number(ofArticle: step.relay.article)) \(HTML.foreign(step.by ?? phrases.text("outlet.unknown")))",
                        .text(step.relay.article)
                    ),
                    .init(
                        phrases["relay.\(step.relay.reason.rawValue)"],
                        .text(step.relay.reason.rawValue)
                    ),
                    origin,
                    .init(
                        "\(Int((step.relay.probability * 100).rounded())) %",
                        .number(step.relay.probability)
                    ),
                    .init(
                        phrases.said(step.relay.detail),
                        .text(step.relay.detail)
                    ),
                ]
            }
        )
    }

    private func articles(_ ids: [String]) -> Table.Cell {
        .init(index.numbers(ofArticles: ids), .text(ids.joined(separator: " ")))
    }
}
