import Assessment
import Diplomacy

/// The table behind the constellation.
struct AllyTable {
    let overview: PatronOverview
    let names: Tongue
    let question: Question

    var table: Table {
        let phrases = names.phrases
        return Table(
            "allies",
            caption: phrases("allies.caption", "\(names(overview.patron))"),
            columns: [
                .init("ally", phrases["column.party"]),
                .init("lean", phrases["column.lean"]),
                .init("conduct", phrases["column.conduct"], isFigure: true),
                .init("conduct_low", phrases["column.low"], isFigure: true, isLesser: true),
                .init("conduct_high", phrases["column.high"], isFigure: true, isLesser: true),
                .init(
                    "conduct_change",
                    phrases["column.conduct.change"],
                    isFigure: true,
                    isLesser: true
                ),
                .init("trust", phrases["column.trust"], isFigure: true),
                .init(
                    "trust_change",
                    phrases["column.trust.change"],
                    isFigure: true,
                    isLesser: true
                ),
                .init("roots", phrases["column.roots"], isFigure: true),
                .init("statements", phrases["column.statements"], isFigure: true, isLesser: true),
                .init("commitments", phrases["column.commitments"], isFigure: true, isLesser: true),
                .init("cases", phrases["column.cases"]),
            ],
            rows: overview.allies.map(row)
        )
    }

    private func row(_ ally: PatronOverview.Ally) -> [Table.Cell] {
        let (conduct, trust) = (ally.standing.conduct.last, ally.standing.trust.last)
        let party = HTML.link(
            question.pair(overview.patron, ally.actor),
            HTML.foreign(names.heading(ally.actor))
        )
        let lean = ally.lean
        let cases = ally.cases.map {
            HTML.link(question.found($0), "<span class=\"id\">\($0)</span>")
        }
        return [
            .init(party, .text(ally.actor.rawValue)),
            .init(LeanSign.html(lean, names.phrases), lean.map { .text($0.rawValue) } ?? .none),
            .level(conduct?.level), .level(conduct?.low), .level(conduct?.high),
            .level(difference(conduct, ally.conductBefore)),
            .level(trust?.level),
            .level(difference(trust, ally.trustBefore)),
            .whole(ally.roots), .whole(ally.statements), .whole(ally.commitments.count),
            .init(HTML(joining: cases, by: " "), .text(ally.cases.joined(separator: " "))),
        ]
    }

    private func difference(
        _ now: StandingSeries.Point?,
        _ before: StandingSeries.Point?
    ) -> Double? {
        now.flatMap { now in before.map { now.level - $0.level } }
    }
}

/// One event that moved a line, in a sentence.
struct ChangeItem {
    let change: PatronOverview.Change
    let patron: ActorCode
    let names: Tongue
    let question: Question

    var html: HTML {
        let reading = change.move.reading
        let isUp = change.move.by >= 0
        let ally = change.pair.target
        let deed: HTML = "\(names.deed(reading.act, reading.kind, reading.polarity))"
        let (from, to) = change.isOfTrust ? (ally, patron) : (patron, ally)
        let series = names.phrases[change.isOfTrust ? "series.trust" : "series.conduct"]
        let doubt: HTML = reading.isSure ? .empty : ", \(names.phrases["reading.unsure"])"
        return """
            <li class="\(isUp ? "raised" : "lowered")"><span class="by">\
            \(HTML.sign(isUp ? "▲" : "▼", said: names.phrases[isUp ? "change.up" : "change.down"])) \
            \(LevelWords.signed(change.move.by))</span> \
            <span>\(HTML.link(question.pair(patron, ally), "\(names.heading(from)) → \(names.heading(to))")), \
            \(series): \(deed) <span class="meta">\(names.time(reading.day)), \
            \(names.count(reading.roots, "root"))\(doubt) \(links(reading.statements))</span></span></li>

            """
    }

    private func links(_ statements: [String]) -> HTML {
        // Enough to check; the rest stands on the pair's page.
        let most = 4
        let shown = statements.prefix(most).enumerated().map { place, id in
            HTML.link(question.statement(id), "[\(place + 1)]")
        }
        return HTML(joining: shown, by: " ") + (statements.count > most ? " …" : .empty)
    }
}

/// Every event since the day asked for.
struct ChangeTable {
    let overview: PatronOverview
    let names: Tongue
    let question: Question

    var table: Table {
        let phrases = names.phrases
        return Table(
            "changes",
            caption: phrases("changes.head", names.time(overview.since)),
            columns: [
                .init("day", phrases["column.day"]),
                .init("ally", phrases["column.party"]),
                .init("series", phrases["column.series"]),
                .init("event", phrases["column.event"]),
                .init("roots", phrases["column.roots"], isFigure: true),
                .init("value", phrases["column.value"], isFigure: true),
                .init("moved_by", phrases["column.moved"], isFigure: true),
                .init("statements", phrases["column.statements"], isLesser: true),
            ],
            of: overview.changes.held,
            count: overview.changes.count,
            row: row
        )
    }

    private func row(_ change: PatronOverview.Change) -> [Table.Cell] {
        let reading = change.move.reading
        let ally = change.pair.target
        let series = change.isOfTrust ? "trust" : "conduct"
        let links = reading.statements.map {
            HTML.link(question.statement($0), HTML(text: String($0.prefix(8))))
        }
        let deed = names.deed(reading.act, reading.kind, reading.polarity)
        return [
            .init(names.time(reading.day), .text(reading.day.description)),
            .init(
                HTML.link(question.pair(overview.patron, ally), "\(names.heading(ally))"),
                .text(ally.rawValue)
            ),
            .init(names.phrases["series.\(series)"], .text(series)),
            .init(HTML(text: deed), .text(reading.words)),
            .whole(reading.roots),
            .level(reading.value),
            .level(change.move.by),
            .init(HTML(joining: links, by: " "), .text(reading.statements.joined(separator: " "))),
        ]
    }
}

/// How often promises of a party that came due were kept: prior, data, posterior.
struct ReliabilityPart {
    let reliability: Reliability
    let names: Tongue
    let question: Question

    var html: HTML {
        let phrases = names.phrases
        let rows = reliability.rows.map { row -> HTML in
            let ids = (row.kept + row.broken).map { HTML.link(question.found($0), HTML(text: $0)) }
            return """
                <li>\(phrases["reliability.\(row.rule.rawValue)"]): <strong>\(percent(row.mean))</strong> \
                (\(percent(row.low)) … \(percent(row.high))) \
                <span class="meta">\(phrases("reliability.data", "\(row.kept.count)", "\(row.broken.count)")) \
                \(HTML(joining: ids, by: " "))</span></li>

                """
        }
        let idle = LegalFinding.Verdict.allCases.compactMap { verdict in
            reliability.notTested[verdict].map { "\(names.verdict(verdict)) \($0.count)" as HTML }
        }
        return """
            <section aria-labelledby="reliability-head"><h2 id="reliability-head">\(phrases["reliability.head"])</h2>
            <p class="hint">\(phrases["reliability.hint"])</p>
            <p>\(phrases(
                "reliability.prior",
                percent(reliability.prior.mean),
                "\(reliability.baseRate.kept)",
                "\(reliability.baseRate.tested)",
                "\(Int(Reliability.priorOccasions))"
            )) <cite>\(reliability.baseRate.source)</cite></p>
            <ul>\(rows)</ul>
            \(idle.isEmpty ? .empty : "<p class=\"meta\">\(phrases["reliability.idle"]) \(HTML(joining: idle, by: ", "))</p>")
            </section>
            """
    }

    private func percent(_ share: Double) -> HTML { "\(Int((share * 100).rounded())) %" }
}
