import Assessment
import Diplomacy

/// The forecasts of a ledger, each with how it came out, and the scores of all.
struct ForecastTable {
    let outlook: Outlook
    let question: Question
    let names: Tongue

    private var phrases: Phrases { names.phrases }

    var table: Table {
        Table(
            "forecasts",
            caption: names.count(outlook.forecasts.count, "forecast"),
            columns: [
                .init("case", phrases["column.case"]),
                .init("question", phrases["column.question"]),
                .init("made", phrases["column.made"]),
                .init("chance", phrases["column.chance"], isFigure: true),
                .init("base_rate", phrases["column.baserate"], isFigure: true, isLesser: true),
                .init("outcome", phrases["column.outcome"]),
                .init("brier", "Brier", isFigure: true, isLesser: true),
                .init("log", "Log", isFigure: true, isLesser: true),
            ],
            of: outlook.forecasts,
            row: row
        )
    }

    /// The mean scores, a line for each question.
    var scores: HTML {
        HTML(
            joining: outlook.scores.map { score -> HTML in
                let figures = [score.brier, score.baseBrier, score.logLoss, score.baseLogLoss]
                    .map { figure -> HTML in "\(figure.map(Self.hundredths) ?? "–")" }
                return """
                    <p><strong>\(phrases["forecast.\(score.question.rawValue)"])</strong> \(phrases(
                        "forecast.scores",
                        "\(score.resolved)",
                        "\(score.open)",
                        "\(score.void)",
                        figures[0],
                        figures[1],
                        figures[2],
                        figures[3]
                    ))</p>
                    """
            }
        )
    }

    private func row(_ forecast: Forecast) -> [Table.Cell] {
        [
            .init(
                HTML.link(question.found(forecast.caseID), "\(forecast.caseID)"),
                .text(forecast.caseID)
            ),
            .init(
                phrases["forecast.\(forecast.question.rawValue)"],
                .text(forecast.question.rawValue)
            ),
            .init("\(names.words(for: forecast.made))", .text("\(forecast.made)")),
            share(forecast.probability), share(forecast.baseRate),
            .init(
                phrases["outcome.\(forecast.outcome.rawValue)"],
                .text(forecast.outcome.rawValue)
            ),
            figure(forecast.brier), figure(forecast.logLoss),
        ]
    }

    private func share(_ share: Double) -> Table.Cell {
        .init("\(Int((share * 100).rounded())) %", .number(share))
    }

    private func figure(_ value: Double?) -> Table.Cell {
        value.map { .init("\(Self.hundredths($0))", .number($0)) }
            ?? .init("<span class=\"nothing\">–</span>", .none)
    }

    private static func hundredths(_ value: Double) -> String {
        let whole = Int((value * 100).rounded())
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }
}
