import Assessment
import Diplomacy
import Ledger

/// What is watched, where each line stands, and what was told, with the sentences that caused it.
struct WatchesPage {
    /// A watch with what was told of it under the clocks asked for.
    struct Watched: Sendable {
        let watch: Watch
        /// Nil where there is no line yet.
        let level: WatchAlert.Level?
        /// The newest first.
        let alerts: [WatchAlert]
    }

    let desk: Desk
    let question: Question
    let watched: [Watched]
    private let query: Query
    /// Those with most statements first; empty where nobody can add a watch.
    private let parties: [PartyCount]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        query = asked.query
        let clocks = asked.question.clocks
        let until = try desk.lastDay(clocks)
        watched = try desk.ledger.watches().map { watch in
            try Watched(
                watch: watch,
                level: LedgerWatches.reader(of: watch, desk.ledger, clocks, desk.assessor)
                    .level(on: until),
                alerts: desk.ledger.alerts(of: watch.id).filter { $0.isKnown(clocks) }.reversed()
            )
        }
        parties =
            desk.reviewer == nil
            ? []
            : try desk.choices(.unset)
                .sorted { (-$0.statements, $0.actor) < (-$1.statements, $1.actor) }
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let table = table
        let isTold = watched.contains { !$0.alerts.isEmpty }
        return Page(
            phrases.text("watches.title"),
            in: .watches,
            question: question,
            body: """
                <h1>\(phrases["watches.title"])</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <p class="hint">\(phrases["watches.hint"])</p>
                \(watched.isEmpty ? HTML.emptyState(
                    phrases["watches.none"],
                    cure: phrases["watches.none.cure"]
                ) : .empty)
                \(watched.map(section))
                \(desk.reviewer.map(form))
                \(isTold ? "<details class=\"more\"><summary>\(phrases["watches.table"])</summary>\(table.html(question, phrases))</details>" : .empty)
                """,
            tables: [table]
        )
    }

    // MARK: One watch

    private func section(_ watched: Watched) -> HTML {
        let watch = watched.watch
        let pair = HTML.link(
            question.pair(watch.pair.source, watch.pair.target),
            "\(names.heading(watch.pair.source)) → \(names.heading(watch.pair.target))"
        )
        let alerts = watched.alerts.map(alert)
        let told: HTML =
            alerts.isEmpty
            ? "<p class=\"quiet\">\(phrases["watch.quiet"])</p>"
            : "<ol class=\"alerts\">\(HTML(joining: alerts))</ol>"
        let feed = Address("watch", watch.id, "feed.atom", query: question.state)
        return """
            <section class="watch" id="w-\(watch.id)" aria-labelledby="w-\(watch.id)-head">
            <h2 id="w-\(watch.id)-head">\(pair)</h2>
            <p>\(HTML(text: names.rule(watch.rule)).capitalised). \
            <span class="meta">\(phrases("watch.since", names.time(watch.since)))</span></p>
            <div class="meta">\(level(watched)) · \(HTML.link(feed, phrases["watch.feed"]))\(removal(watch))</div>
            \(told)
            </section>

            """
    }

    private func level(_ watched: Watched) -> HTML {
        guard let level = watched.level else { return phrases["standing.none.short"] }
        return phrases("watch.level", "\(LevelWords.band(level))", names.time(level.day))
    }

    private func alert(_ alert: WatchAlert) -> HTML {
        let causes = alert.causes.map { cause -> HTML in
            """
            <li><q>\(HTML.foreign(cause.quote))</q> \(voice(cause)) \
            \(HTML.link(question.statement(cause.statement), phrases["why"])) · \
            \(HTML.link(question.article(cause.article, at: "s-\(cause.statement)"), phrases["statement.read"]))</li>

            """
        }
        let isFall = alert.watch.rule.change == .falls
        return """
            <li class="\(isFall ? "lowered" : "raised")" id="\(alert.id)"><p class="sentence">\
            \(HTML.sign(isFall ? "▼" : "▲", said: phrases["watch.\(alert.watch.rule.change.rawValue)"])) \
            \(HTML(text: names.words(for: alert)))</p>
            <p class="meta">\(phrases("watch.found", names.time(alert.raisedOn)))</p>
            <ul class="causes">\(causes)</ul></li>

            """
    }

    /// Who says so; nothing for an article of which nobody knows whose it is.
    private func voice(_ cause: WatchAlert.Cause) -> HTML {
        cause.voice == cause.article
            ? .empty : "<span class=\"meta\">\(HTML.foreign(cause.voice)) ·</span>"
    }

    private func removal(_ watch: Watch) -> HTML {
        guard let reviewer = desk.reviewer else { return .empty }
        return """
             <form class="inline" method="post" action="/watches">\(hidden(reviewer))\
            <input type="hidden" name="id" value="\(watch.id)">\
            <button name="action" value="remove">\(phrases["watch.remove"])</button></form>
            """
    }

    /// What the forms keep: not the parties that the address proposes.
    private func hidden(_ reviewer: Reviewer) -> HTML {
        TrustedForm.hidden(reviewer, keeping: query, without: ["source", "target"])
    }

    // MARK: Adding

    private func form(_ reviewer: Reviewer) -> HTML {
        guard parties.count > 1 else { return .empty }
        let named = parties.map { (code: $0.actor.rawValue, name: names.heading($0.actor)) }
            .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
        func party(_ name: HTML, _ label: HTML, _ usual: Int) -> HTML {
            let chosen = query[name.markup]?.uppercased() ?? parties[usual].actor.rawValue
            let options = named.map { party -> HTML in
                let isChosen: HTML = party.code == chosen ? " selected" : .empty
                return "<option value=\"\(party.code)\"\(isChosen)>\(party.name)</option>\n"
            }
            return field(name, label, "<select id=\"\(name)\" name=\"\(name)\">\(options)</select>")
        }
        func choice(_ name: HTML, _ label: HTML, _ values: [String]) -> HTML {
            let options = values.map { value -> HTML in
                "<option value=\"\(value)\">\(phrases["watch.\(value)"])</option>"
            }
            return field(name, label, "<select id=\"\(name)\" name=\"\(name)\">\(options)</select>")
        }
        func number(_ name: HTML, _ label: HTML, _ value: HTML, _ limits: HTML) -> HTML {
            field(
                name,
                label,
                "<input id=\"\(name)\" name=\"\(name)\" type=\"number\" value=\"\(value)\" \(limits)>"
            )
        }
        return """
            <section id="add" aria-labelledby="add-head"><h2 id="add-head">\(phrases["watch.add"])</h2>
            <form class="controls" method="post" action="/watches">\(hidden(reviewer))
            \(party("source", phrases["statement.who"], 0))\(party("target", phrases["statement.whom"], 1))
            \(choice("series", phrases["column.series"], Watch.Series.allCases.map(\.rawValue)))
            \(choice("change", phrases["column.change"], Watch.Change.allCases.map(\.rawValue)))
            \(number("points", phrases["watch.points"], "0.3", "min=\"0.1\" max=\"20\" step=\"0.1\""))
            \(number("days", phrases["watch.days"], "30", "min=\"1\" max=\"3660\""))
            \(number("roots", phrases["watch.roots"], "2", "min=\"1\" max=\"100\""))
            \(field("since", phrases["watch.since.label"], "<input id=\"since\" name=\"since\" \(DayField.kind(phrases))>"))
            <button name="action" value="add">\(phrases["watch.add.save"])</button></form></section>
            """
    }

    private func field(_ name: HTML, _ label: HTML, _ input: HTML) -> HTML {
        "<div class=\"field\"><label for=\"\(name)\">\(label)</label>\(input)</div>\n"
    }

    // MARK: The table

    private var table: Table {
        Table(
            "alerts",
            caption: phrases["watches.table"],
            columns: [
                .init("day", phrases["column.day"]), .init("source", phrases["statement.who"]),
                .init("target", phrases["statement.whom"]),
                .init("series", phrases["column.series"]),
                .init("before", phrases["watch.before"], isFigure: true),
                .init("after", phrases["watch.after"], isFigure: true),
                .init("roots", phrases["column.roots"], isFigure: true),
                .init("found_on", phrases["watch.found.on"]),
                .init("statements", phrases["column.statements"]),
            ],
            rows: watched.flatMap(\.alerts).map(row)
        )
    }

    private func row(_ alert: WatchAlert) -> [Table.Cell] {
        let pair = alert.watch.pair
        let series = alert.watch.rule.series.rawValue
        let statements = alert.causes.map(\.statement)
        let links = statements.map {
            HTML.link(question.statement($0), HTML(text: String($0.prefix(8))))
        }
        return [
            .init(names.time(alert.after.day), .text(alert.after.day.description)),
            .init(HTML.foreign(names.heading(pair.source)), .text(pair.source.rawValue)),
            .init(HTML.foreign(names.heading(pair.target)), .text(pair.target.rawValue)),
            .init(phrases["series.\(series)"], .text(series)),
            .level(alert.before.level), .level(alert.after.level), .whole(alert.voices.count),
            .init(names.time(alert.raisedOn), .text(alert.raisedOn.description)),
            .init(HTML(joining: links, by: " "), .text(statements.joined(separator: " "))),
        ]
    }
}

extension Tongue {
    /// "conduct falls by 0.3 or more within 30 days, told by at least 2 roots".
    func rule(_ rule: Watch.Rule) -> String {
        phrases.text(
            "watch.\(rule.series.rawValue).\(rule.change.rawValue)",
            rule.pointsWords,
            phrases.count(rule.days, "day"),
            phrases.count(rule.roots, "root")
        )
    }

    /// Where the line stood before and after, and by how many roots.
    func words(for alert: WatchAlert) -> String {
        phrases.text(
            alert.isWithinBand ? "watch.alert.within" : "watch.alert",
            words(for: alert.after.day),
            LevelWords.band(alert.after),
            phrases.count(alert.watch.rule.days, "day"),
            LevelWords.band(alert.before),
            phrases.count(alert.voices.count, "root")
        )
    }
}

extension WatchAlert {
    /// Whether it had been raised by then, of what was by then.
    func isKnown(_ clocks: Clocks) -> Bool {
        (clocks.knownBy.map { raisedOn <= $0 } ?? true)
            && (clocks.on.map { after.day <= $0 } ?? true)
    }
}

extension LevelWords {
    /// `−3.1 (−6.0 … −0.2)`.
    static func band(_ level: WatchAlert.Level) -> String {
        "\(signed(level.level)) (\(signed(level.low)) … \(signed(level.high)))"
    }
}
