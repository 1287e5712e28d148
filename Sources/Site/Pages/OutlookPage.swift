import Assessment
import Diplomacy
import Ledger

/// How likely a promise that comes due is kept: what is published, and what each promisor's own cases add.
///
/// A forecast here is a base rate and a posterior, and nothing more is foretold; the rule that resolves it
/// stands beside it, and its score, once the ledger knows the outcome.
struct OutlookPage {
    let desk: Desk
    let question: Question
    let reliabilities: [Reliability]
    let outlook: Outlook

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        let answer = try desk.outlook(asked.question.clocks)
        (reliabilities, outlook) = (answer.reliabilities, answer.outlook)
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let (rates, promisors) = (rateTable, promisorTable)
        let forecasts = ForecastTable(outlook: outlook, question: question, names: names)
        return Page(
            phrases.text("menu.outlook"),
            in: .outlook,
            question: question,
            body: """
                <h1>\(phrases["outlook.title"])</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <p>\(phrases["outlook.rule"])</p>
                <h2>\(phrases["outlook.rates"])</h2>
                \(rates.html(question, phrases))
                <p class="hint">\(phrases(
                    "outlook.untested",
                    "\(BaseRate.untested.untested)",
                    "\(BaseRate.untested.occasions)"
                ))</p>
                <h2>\(phrases["outlook.promisors"])</h2>
                <p class="hint">\(phrases(
                    "outlook.promisors.hint",
                    "\(Int(Reliability.priorOccasions))",
                    "\(BaseRate.since1945.kept)",
                    "\(BaseRate.since1945.tested)"
                ))</p>
                \(reliabilities.isEmpty ? emptyState : promisors.html(question, phrases))
                <h2>\(phrases["forecast.title"])</h2>
                <p class="hint">\(phrases["forecast.hint"])</p>
                \(forecasts.scores)
                \(outlook.forecasts.isEmpty ? emptyState : forecasts.table.html(question, phrases))
                """,
            tables: [rates, promisors, forecasts.table]
        )
    }

    private var emptyState: HTML {
        HTML.emptyState(phrases["cases.none"], cure: phrases["cases.none.cure"])
    }

    private var rateTable: Table {
        Table(
            "base-rates",
            caption: phrases["outlook.rates.caption"],
            columns: [
                .init("of", phrases["column.of"]),
                .init("kept", phrases["column.kept"], isFigure: true),
                .init("share", phrases["column.share"], isFigure: true),
                .init("source", phrases["column.source"], isLesser: true),
            ],
            rows: BaseRate.all.map { rate in
                [
                    .init(phrases.named(rate.name), .text(rate.name)),
                    .init(
                        phrases("outlook.kept", "\(rate.kept)", "\(rate.tested)"),
                        .text("\(rate.kept) of \(rate.tested)")
                    ),
                    share(rate.share),
                    .init("<cite>\(rate.source)</cite>", .text(rate.source)),
                ]
            }
        )
    }

    private var promisorTable: Table {
        Table(
            "promisors",
            caption: names.count(reliabilities.count, "party"),
            columns: [
                .init("promisor", phrases["column.promisor"]),
                .init("kept", phrases["column.kept"], isFigure: true),
                .init("broken", phrases["column.broken"], isFigure: true),
                .init("chance", phrases["column.chance"], isFigure: true),
                .init("low", phrases["column.low"], isFigure: true, isLesser: true),
                .init("high", phrases["column.high"], isFigure: true, isLesser: true),
                .init("chance_lenient", phrases["column.lenient"], isFigure: true, isLesser: true),
                .init("no_test", phrases["column.notest"], isFigure: true),
            ],
            rows: reliabilities.compactMap(row)
        )
    }

    private func row(_ reliability: Reliability) -> [Table.Cell]? {
        guard let strict = reliability.rows.first(where: { $0.rule == .strict }),
            let lenient = reliability.rows.first(where: { $0.rule == .lenient })
        else { return nil }
        let party = reliability.promisor
        let idle = reliability.notTested.values.reduce(0) { $0 + $1.count }
        return [
            .init(
                HTML.link(question.overview(party), HTML.foreign(names.heading(party))),
                .text(party.rawValue)
            ),
            .whole(strict.kept.count), .whole(strict.broken.count), share(strict.mean),
            share(strict.low), share(strict.high), share(lenient.mean), .whole(idle),
        ]
    }

    private func share(_ share: Double) -> Table.Cell {
        .init("\(Int((share * 100).rounded())) %", .number(share))
    }
}
