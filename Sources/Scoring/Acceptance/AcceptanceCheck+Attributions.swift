import Diplomacy

extension AcceptanceCheck {
    /// Group D: who says so.
    static let attributions: [AcceptanceCheck] = [
        AcceptanceCheck(
            "D01",
            "an attribution reaches back to the sentences before it",
            .either(
                .statement(
                    .anything.by("Fesenko"),
                    in: .paragraphWith("Russia is already perceived")
                ),
                .tie(.anything.by("Fesenko"), in: .paragraphWith("Russia is already perceived"))
            )
        ),
        AcceptanceCheck(
            "D02",
            "anonymous officials speak through a newspaper, a relay and an aggregator",
            .statement(
                .anything.by("Financial Times", "official"),
                in: .from("Moscow – Beijing is apparently planning")
            ),
            .oneRootOfOfficials(behind: "Financial Times", "Frankfurter Rundschau")
        ),
        AcceptanceCheck(
            "D03",
            "one anonymous source is a single voice",
            .either(
                .statement(.anything.by("source"), in: .sentence),
                .tie(.anything.by("source"), in: .sentence)
            )
        ),
        AcceptanceCheck(
            "D04",
            "complaining officials are several, nameless and of one side",
            .statement(.anything.by("official", for: "VEN"), in: .sentence)
        ),
        AcceptanceCheck(
            "D05",
            "the newspaper speaks in its own voice",
            .statement(
                .anything.by("Bloomberg").where("by nobody else") { $0.speakers.count == 1 }
            )
        ),
        AcceptanceCheck(
            "D06",
            "a think tank is the claimant",
            .statement(.anything.by("Atlantic Council"), in: .sentence)
        ),
        AcceptanceCheck(
            "D07",
            "intelligence services are a source of one side",
            .statement(.anything.by("intelligence", for: "USA"), in: .sentence)
        ),
        AcceptanceCheck(
            "D08",
            "an official speaks on the record, on a day",
            .statement(
                .anything.by("Pashinyan", for: "ARM").dated("2023-01-10"),
                in: .sentence
            )
        ),
        AcceptanceCheck(
            "D09",
            "a ministry's announcement is official",
            .statement(.anything.by("Defense Ministry", for: "RUS"), in: .sentence)
        ),
        AcceptanceCheck(
            "D10",
            "a diplomat told a newspaper",
            .statement(.anything.by("Politico", "diplomat"), in: .from("Before the start of"))
        ),
        AcceptanceCheck(
            "D11",
            "what nobody is quoted for is the author's evaluation",
            .statement(
                Sought("RUS", [.support, .aid], "-").notDone.byAuthor.marked(.assessment)
            )
        ),
        AcceptanceCheck(
            "D12",
            "a leader is quoted within the article",
            .either(
                .statement(Sought("SYR", [.support], "RUS").by("Assad")),
                .statement(Sought("SYR", [.support], "RUS").quoting("Assad has said"))
            )
        ),
        AcceptanceCheck(
            "D13",
            "an agency tag tells where the text comes from",
            .discarded(.provenance)
        ),
        AcceptanceCheck(
            "D14",
            "a byline names another outlet than the site",
            .holds("the byline names 'D.W.'") { $0.article.byline?.contains("D.W.") ?? false },
            .origin("Deutsche Welle")
        ),
        AcceptanceCheck(
            "D15",
            "a fear in the passive has no holder",
            .tie(SoughtTie(.attitude, "-", "RUS").through("fear"))
        ),
        AcceptanceCheck(
            "D16",
            "reported anger is an accusation, through sources and a newspaper",
            .statement(Sought("RUS", [.accuse], "USA").by("Bloomberg", "source"))
        ),
        AcceptanceCheck(
            "D17",
            "a denial and the version it denies are both on record",
            .statement(Sought("RUS", [.consult], "CHN").notDone, in: .sentence),
            .statement(Sought("RUS", [.consult], "CHN").modality(.claim, .denied), in: .sentence)
        ),
        AcceptanceCheck(
            "D18",
            "a boast that the speaker contradicts is a claim about a claim",
            .statement(.anything.by("Fesenko", "Putin"))
        ),
    ]
}
