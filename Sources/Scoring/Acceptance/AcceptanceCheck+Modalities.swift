import Diplomacy

extension AcceptanceCheck {
    /// Group E: how certain it is, and whether it is meant.
    static let modalities: [AcceptanceCheck] = [
        AcceptanceCheck(
            "E01",
            "what may happen if a regime changes is hypothetical, by the expert",
            .either(
                .statement(
                    Sought("IRN", [.sanction], "RUS").modality(.hypothetical).by("Popovych")
                ),
                .statement(
                    Sought("IRN", [.aid, .support], "RUS").notDone.modality(.hypothetical)
                        .by("Popovych")
                )
            )
        ),
        AcceptanceCheck(
            "E02",
            "a fear that an expert guesses at is feared, not an event",
            .statement(
                Sought("RUS", [.support, .aid], "IRN").notDone.modality(.feared)
                    .by("Fesenko", "Iran")
            ),
            .nothing(Sought("RUS", [.support, .aid], "IRN").notDone.modality(.fact, .claim))
        ),
        AcceptanceCheck(
            "E03",
            "a hope to profit is an expectation",
            .nothing(Sought.anything.modality(.fact)),
            .tie(SoughtTie(.attitude, "CHN", "UKR").modality(.expected))
        ),
        AcceptanceCheck(
            "E04",
            "a rhetorical question is no claim",
            .nothing(),
            .holds("what is left out there is left out as a rhetorical question") { passage in
                passage.omissions(in: .quote).allSatisfy { $0.reason == .rhetoricalQuestion }
            }
        ),
        AcceptanceCheck(
            "E05",
            "a joke is not coded as fact",
            .nothing(
                Sought.anything.modality(.fact).where("without the mark of a joke") {
                    !$0.marks.contains(.joke)
                },
                in: .sentence
            )
        ),
        AcceptanceCheck(
            "E06",
            "an insult in a headline is not coded",
            .nothing()
        ),
        AcceptanceCheck(
            "E07",
            "a label in scare quotes is another party's",
            .statement(Sought("AZE", [.assault, .coerce], "*").marked(.scareQuotes))
        ),
        AcceptanceCheck(
            "E08",
            "a generalisation is an assessment and no event",
            .statement(
                Sought("RUS", [.support, .aid], "-").notDone.marked(.assessment),
                in: .paragraph
            ),
            .nothing(.anything.where("as of an event") { !$0.marks.contains(.assessment) }),
            .nothing(.anything.where("with a date") { $0.date != nil })
        ),
        AcceptanceCheck(
            "E09",
            "'reportedly' lowers the certainty",
            .statement(Sought("RUS", [.consult], "CHN").marked(.hearsay), in: .sentence)
        ),
        AcceptanceCheck(
            "E10",
            "one relationship matters more than another",
            .tie(SoughtTie(.attitude, "RUS", "USA").through("priority")),
            .tie(SoughtTie(.attitude, "RUS", "VEN").through("lesser priority"))
        ),
        AcceptanceCheck(
            "E11",
            "a metaphor evaluates the relationship",
            .either(
                .tie(SoughtTie(.attitude, "VEN", "RUS").through("distrust")),
                .statement(
                    Sought("RUS", [.support, .aid], "VEN").notDone.marked(.metaphor, .assessment)
                )
            )
        ),
        AcceptanceCheck(
            "E12",
            "a claim about a group is one about each member, and less certain",
            .statement(Sought("RUS", [.support, .aid], "SYR").notDone.modality(.claim)),
            .statement(Sought("RUS", [.support, .aid], "IRN").notDone.modality(.claim)),
            .statement(Sought("RUS", [.support, .aid], "CUB").notDone.modality(.claim))
        ),
        AcceptanceCheck(
            "E13",
            "silence is a condemnation not made",
            .statement(Sought("CHN", [.accuse], "RUS").notDone)
        ),
        AcceptanceCheck(
            "E14",
            "no signs of readiness is readiness denied",
            .either(
                .statement(Sought("RUS", [.consult, .cooperate], "USA").notDone),
                .statement(Sought("RUS", [.reject], "USA"))
            )
        ),
        AcceptanceCheck(
            "E15",
            "what profits a third party is an interest, no event",
            .nothing(),
            .tie(SoughtTie(.attitude, "UKR", "IRN").through("interest"))
        ),
        AcceptanceCheck(
            "E16",
            "closeness as a means has a motive",
            .tie(SoughtTie(.partner, "CHN", "RUS").through("closeness")),
            .tie(SoughtTie(.attitude, "*", "IGO:EU").through("leverage"))
        ),
    ]
}
