import Diplomacy

extension AcceptanceCheck {
    /// Group C: what states do to each other, and how they stand.
    static let acts: [AcceptanceCheck] = [
        AcceptanceCheck(
            "C01",
            "votes against resolutions are support, again and again, unlike another's",
            .statement(Sought("PRK", [.support], "RUS").kind(.vote).quoting("always")),
            .statement(Sought("CHN", [.support], "RUS").notDone)
        ),
        AcceptanceCheck(
            "C02",
            "three states voted alike in one sentence",
            .statement(Sought("SYR", [.support], "RUS").kind(.vote)),
            .statement(Sought("BLR", [.support], "RUS").kind(.vote)),
            .statement(Sought("PRK", [.support], "RUS").kind(.vote))
        ),
        AcceptanceCheck(
            "C03",
            "a condemnation that was avoided is not done",
            .statement(Sought("VNM", [.accuse], "RUS").notDone)
        ),
        AcceptanceCheck(
            "C04",
            "alleged lobbying is a claim or hearsay",
            .either(
                .statement(
                    Sought("CHN", [.support, .request, .coerce], "*").modality(.claim)
                ),
                .statement(
                    Sought("CHN", [.support, .request, .coerce], "*").marked(.hearsay)
                )
            )
        ),
        AcceptanceCheck(
            "C05",
            "absence from a summit is a meeting not held or an invitation declined",
            .either(
                .statement(Sought("CHN", [.reject], "CHE|UKR|-")),
                .statement(Sought("CHN", [.consult], "CHE|UKR|-").notDone)
            )
        ),
        AcceptanceCheck(
            "C06",
            "who was not invited was left out",
            .either(
                .statement(Sought("CHE|UKR", [.consult], "RUS").notDone),
                .statement(Sought("CHE|UKR", [.reject], "RUS"))
            )
        ),
        AcceptanceCheck(
            "C07",
            "nuclear weapons are let into the country",
            .statement(
                Sought("BLR", [.cooperate, .aid, .concede], "RUS").kind(.arms).quoting("nuclear")
            )
        ),
        AcceptanceCheck(
            "C08",
            "territory was lent for an attack",
            .statement(Sought("BLR", [.aid, .cooperate, .support], "RUS").dated("2022"))
        ),
        AcceptanceCheck(
            "C09",
            "a lasting military presence is basing, without a date",
            .tie(SoughtTie(.presence, "RUS", "SYR").through("troops").undated)
        ),
        AcceptanceCheck(
            "C10",
            "a go-between for sanctioned goods gives material help",
            .statement(Sought("CHN", [.aid, .cooperate], "RUS").kind(.arms, .trade))
        ),
        AcceptanceCheck(
            "C11",
            "a main trading partner is an economic dependence",
            .tie(SoughtTie(.dependence, "RUS", "CHN").through("trade"))
        ),
        AcceptanceCheck(
            "C12",
            "dependence has its channels",
            .tie(SoughtTie(.dependence, "BLR", "RUS").through("energy", "money"))
        ),
        AcceptanceCheck(
            "C13",
            "a purchase at a discount is cooperation with leverage, not cooperation alone",
            .statement(Sought("CHN", [.cooperate], "RUS")),
            .either(
                .statement(
                    Sought("CHN", [.sanction, .coerce, .reject], "RUS"),
                    in: .sentenceWith("more rigid in buying")
                ),
                .statement(
                    Sought("CHN", [.cooperate], "RUS").notDone,
                    in: .sentenceWith("more rigid in buying")
                )
            )
        ),
        AcceptanceCheck(
            "C14",
            "an exercise is refused on the record, on its day",
            .either(
                .statement(
                    Sought("ARM", [.reject], "IGO:CSTO").by("Pashinyan").dated("2023-01-10")
                ),
                .statement(
                    Sought("ARM", [.cooperate], "IGO:CSTO").notDone.by("Pashinyan")
                        .dated("2023-01-10")
                )
            )
        ),
        AcceptanceCheck(
            "C15",
            "five visits are five consultations of visitor and host",
            .statement(Sought("RUS", [.consult], "BLR")),
            .statement(Sought("RUS", [.consult], "UZB")),
            .statement(Sought("RUS", [.consult], "CHN")),
            .statement(Sought("RUS", [.consult], "PRK")),
            .statement(Sought("RUS", [.consult], "VNM"))
        ),
        AcceptanceCheck(
            "C16",
            "a talk by video is a consultation from afar",
            .statement(Sought("RUS", [.consult], "CHN").quoting("video conference"))
        ),
        AcceptanceCheck(
            "C17",
            "condolences and praise are support in words",
            .statement(Sought("RUS", [.support], "IRN"))
        ),
        AcceptanceCheck(
            "C18",
            "a congratulation is support in words",
            .statement(Sought("VNM", [.support], "RUS"))
        ),
        AcceptanceCheck(
            "C19",
            "an admirer has an attitude, as a person",
            .tie(SoughtTie(.attitude, "SYR", "RUS").through("admires"), in: .sentence)
        ),
        AcceptanceCheck(
            "C20",
            "a senior partner stands above the other",
            .tie(SoughtTie(.senior, "CHN", "RUS"))
        ),
        AcceptanceCheck(
            "C21",
            "a puppet label is an evaluation that some give",
            .tie(SoughtTie(.senior, "RUS", "BLR").modality(.claim).quoting("some would even say"))
        ),
        AcceptanceCheck(
            "C22",
            "dependence on a protector is one of security",
            .tie(SoughtTie(.dependence, "ARM", "RUS").through("security"))
        ),
        AcceptanceCheck(
            "C23",
            "two states stand together against a third",
            .tie(SoughtTie(.stance, "CHN", "USA").through("against")),
            .tie(SoughtTie(.stance, "RUS", "USA").through("against"))
        ),
        AcceptanceCheck(
            "C24",
            "a stance that contradicts the partner diverges from it",
            .statement(Sought("CHN", [.reject, .accuse], "RUS"))
        ),
        AcceptanceCheck(
            "C25",
            "secret talks have three parties, their inferred day and their topic",
            .statement(
                Sought("RUS", [.consult], "USA").dated("2023-09-17"),
                in: .from("Before the start of")
            ),
            .statement(
                Sought("RUS", [.consult], "IGO:EU").dated("2023-09-17"),
                in: .from("Before the start of")
            ),
            .statement(
                Sought("USA", [.consult], "IGO:EU").dated("2023-09-17"),
                in: .from("Before the start of")
            ),
            .statement(Sought("*", [.consult], "*").quoting("convoys"))
        ),
        AcceptanceCheck(
            "C26",
            "representatives have names, roles and states",
            .person("Khovaev", .envoy, of: "RUS", on: "2023-09"),
            .person("Bono", .adviser, of: "USA", on: "2023-09"),
            .person("Klaar", .envoy, of: "IGO:EU", on: "2023-09")
        ),
        AcceptanceCheck(
            "C27",
            "relations that cooled are a trend",
            .tie(SoughtTie(.trend, "ARM", "IGO:CSTO").through("cooled"))
        ),
        AcceptanceCheck(
            "C28",
            "one assurance has two sides: closeness and trouble",
            .tie(SoughtTie(.partner, "ARM", "RUS").by("Peskov")),
            .tie(SoughtTie(.trend, "ARM", "RUS").through("strained"), in: .sentence)
        ),
        AcceptanceCheck(
            "C29",
            "a planned turn away is expected, hedged and second-hand",
            .either(
                .statement(
                    Sought("CHN", [.sanction, .reject], "RUS").modality(.expected).marked(.hearsay)
                        .by("Financial Times|official")
                ),
                .statement(
                    Sought("CHN", [.support], "RUS").notDone.modality(.expected).marked(.hearsay)
                        .by("Financial Times|official")
                )
            )
        ),
        AcceptanceCheck(
            "C30",
            "trust broke down among three states",
            .tie(SoughtTie(.trend, "VEN", "CUB").through("cooled")),
            .tie(SoughtTie(.trend, "VEN", "RUS").through("cooled")),
            .tie(SoughtTie(.trend, "CUB", "RUS").through("cooled"))
        ),
        AcceptanceCheck(
            "C31",
            "a territory belongs to another state, which bears on a guarantee",
            .tie(SoughtTie(.territory, "NKR", "AZE"))
        ),
        AcceptanceCheck(
            "C32",
            "an arrest order is a legal constraint",
            .tie(SoughtTie(.constraint, "RUS", "IGO:ICC"))
        ),
    ]
}
