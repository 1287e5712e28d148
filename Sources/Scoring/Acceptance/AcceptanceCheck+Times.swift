import Diplomacy

extension AcceptanceCheck {
    /// Group F: when it was.
    static let times: [AcceptanceCheck] = [
        AcceptanceCheck(
            "F01",
            "a stamp with the day first dates the article",
            .published("2026-01-16")
        ),
        AcceptanceCheck(
            "F02",
            "a stamp with the month first is confirmed by an ISO stamp",
            .published("2023-01-11"),
            .publication("gives both stamps as its reasons") { publication in
                ["2023-01-11t10:19", "01/11/2023"].allSatisfy { stamp in
                    publication.reasons.contains { $0.lowercased().contains(stamp) }
                }
            }
        ),
        AcceptanceCheck(
            "F03",
            "'last year' is counted from the article's date",
            .statement(Sought("CHN", Set(Act.allCases), "*").dated("2025"), in: .sentence)
        ),
        AcceptanceCheck(
            "F04",
            "'last year' in an undated article needs an inferred date",
            .publication("is dated by inference") { $0.interval != nil },
            .statement(Sought("USA", [.assault], "IRN").dated("2025"))
        ),
        AcceptanceCheck(
            "F05",
            "a span that is counted back is an interval",
            .statement(
                .anything.where("over about 13 months") { statement in
                    statement.date.map {
                        (360...430).contains($0.last.number - $0.first.number)
                    } ?? false
                },
                in: .sentence
            )
        ),
        AcceptanceCheck(
            "F06",
            "a weekday with its day is that day",
            .either(
                .statement(.anything.dated("2023-01-10"), in: .sentence),
                .statement(
                    .anything.dated("2023-01-10"),
                    in: .sentenceWith("In the current situation, we do not consider")
                )
            )
        ),
        AcceptanceCheck(
            "F07",
            "a day of last year is that day a year before",
            .statement(.anything.dated("2022-02-04"), in: .sentence)
        ),
        AcceptanceCheck(
            "F08",
            "'a week and a half ago' is about a day",
            .statement(.anything.dated("2022-12-28/2023-01-05"), in: .sentence)
        ),
        AcceptanceCheck(
            "F09",
            "a month is anchored by an event",
            .statement(.anything.dated("2024-05"), in: .sentence)
        ),
        AcceptanceCheck(
            "F10",
            "a named war is a date",
            .either(
                .statement(.anything.dated("2025-06"), in: .sentence),
                .statement(.anything.dated("2025-06"), in: .sentenceWith("then struck Iranian"))
            )
        ),
        AcceptanceCheck(
            "F11",
            "'more than three decades ago' is about a year",
            .statement(
                .anything.dated("1985/1995").where("about that time") {
                    $0.date?.isApproximate ?? false
                },
                in: .sentence
            )
        ),
        AcceptanceCheck(
            "F12",
            "a bare month and 'last year' are counted from an inferred date",
            .statement(Sought("RUS", [.consult], "CHN").dated("2024-05")),
            .statement(Sought("CHN", [.consult], "RUS").dated("2023"))
        ),
        AcceptanceCheck(
            "F13",
            "what began last year and continues is an interval to the article's day",
            .statement(
                .anything.dated("2025-12/2026-01-16").where("to the day of publication") {
                    $0.date?.last.description == "2026-01-16" && $0.date?.first.civil.month == 12
                },
                in: .sentence
            )
        ),
    ]
}
