import Assessment
import Diplomacy

extension AcceptanceCheck {
    /// Group B: what made a promise come due, who asked, and what came of it.
    static let cases: [AcceptanceCheck] = [
        AcceptanceCheck(
            "B01",
            "a third state attacks the ally, in the war that dates it",
            .statement(Sought("USA", [.assault], "IRN").dated("2025-06"))
        ),
        AcceptanceCheck(
            "B02",
            "the ally asks the patron for help",
            .statement(Sought("IRN", [.request], "RUS"))
        ),
        AcceptanceCheck(
            "B03",
            "support that did not come is kept as not done",
            .statement(Sought("RUS", [.support, .aid], "IRN").notDone)
        ),
        AcceptanceCheck(
            "B04",
            "lip service is support in words only",
            .statement(Sought("RUS", [.support], "IRN").doneOrNot.kind(.words))
        ),
        AcceptanceCheck(
            "B05",
            "an earlier intervention was delivered, in its year",
            .statement(Sought("RUS", [.aid, .support], "SYR").dated("2015"))
        ),
        AcceptanceCheck(
            "B06",
            "the ally fell without support, which the author infers",
            .statement(Sought("HTS", [.assault], "SYR")),
            .either(
                .statement(
                    Sought("RUS", [.support, .aid], "SYR").notDone.byAuthor.modality(.claim)
                ),
                .statement(
                    Sought("RUS", [.support, .aid], "SYR").notDone.byAuthor.marked(.assessment)
                )
            )
        ),
        AcceptanceCheck(
            "B07",
            "support that weakened is not done",
            .statement(Sought("RUS", [.aid, .support], "SYR").notDone)
        ),
        AcceptanceCheck(
            "B08",
            "the ally lost territory to its adversary, in the year of the war",
            .statement(Sought("AZE", [.assault, .coerce], "ARM|NKR").dated("2023"))
        ),
        AcceptanceCheck(
            "B09",
            "the patron agreed with the adversary in advance, as a newspaper says",
            .statement(Sought("RUS", [.agree, .support, .concede], "AZE").by("Politico")),
            .foundCase("case in which RUS colluded against ARM", at: ListedPlace("B09")) { found in
                found.promisor == ActorCode("RUS") && found.beneficiary == ActorCode("ARM")
                    && found.entries(.response).contains { $0.stance == .colluded }
            }
        ),
        AcceptanceCheck(
            "B10",
            "the organisation, not its leading member, gave no help",
            .statement(Sought("IGO:CSTO", [.aid, .support], "ARM").notDone),
            .nothing(Sought("RUS", [.aid, .support], "ARM").notDone)
        ),
        AcceptanceCheck(
            "B11",
            "stationed troops do too little, as is complained",
            .statement(Sought("RUS", [.aid, .support], "ARM").notDone.modality(.claim))
        ),
        AcceptanceCheck(
            "B12",
            "a repeated accusation of inaction is no proof of it",
            .statement(Sought("ARM", [.accuse], "RUS").quoting("repeatedly")),
            .statement(Sought("RUS", [.support, .aid], "ARM").notDone.modality(.claim)),
            .nothing(Sought("RUS", [.support, .aid], "ARM").notDone.modality(.fact))
        ),
        AcceptanceCheck(
            "B13",
            "weapons that the patron supplied were found wanting",
            .statement(
                Sought("RUS", [.aid, .support, .cooperate], "VEN").notDone.kind(.arms, .airDefence)
            )
        ),
        AcceptanceCheck(
            "B14",
            "insufficient support is not done",
            .statement(Sought("RUS", [.aid, .support], "VEN").notDone)
        ),
        AcceptanceCheck(
            "B15",
            "a third state's cyber attacks and what they led to",
            .statement(Sought("USA", [.coerce, .assault], "VEN").quoting("відключення"))
        ),
        AcceptanceCheck(
            "B16",
            "two allied services failed",
            .statement(Sought("RUS", [.aid, .support], "VEN").notDone),
            .statement(Sought("CUB", [.aid, .support], "VEN").notDone)
        ),
        AcceptanceCheck(
            "B17",
            "a third state seizes the ally's leader",
            .statement(Sought("USA", [.coerce, .assault], "VEN"))
        ),
        AcceptanceCheck(
            "B18",
            "asylum goes to a person and is no other aid to the state",
            .statement(Sought("RUS", [.aid], "SYR").kind(.asylum).marked(.exLeader)),
            .nothing(
                Sought("RUS", [.aid], "SYR").where("other than asylum") { $0.kind != .asylum }
            )
        ),
        AcceptanceCheck(
            "B19",
            "a paraphrased voice sets asylum against the help that did not come",
            .statement(
                Sought("RUS", [.support, .aid], "*").notDone
                    .where("by a voice within Fesenko's words") { $0.speakers.count > 1 }
            ),
            .also("B03"),
            .also("B18"),
            .foundCase("case that asylum ended", at: ListedPlace("B19", .paragraph)) { found in
                found.promisor == ActorCode("RUS") && found.beneficiary == ActorCode("SYR")
                    && !found.entries(.outcome).isEmpty
            }
        ),
        AcceptanceCheck(
            "B20",
            "a client is left without its patron",
            .tie(SoughtTie(.protector, "-|RUS", "CUB").modality(.denied))
        ),
        AcceptanceCheck(
            "B21",
            "protests at home are no attack from outside",
            .leftOut(.sameActor, saying: "a crisis within IRN"),
            .nothing(Sought("*", [.protest], "*"))
        ),
        AcceptanceCheck(
            "B22",
            "the client supplies the patron",
            .statement(Sought("IRN", [.aid, .cooperate], "RUS")),
            .nothing(Sought("RUS", [.aid, .support], "IRN"))
        ),
        AcceptanceCheck(
            "B23",
            "little help is expected, as somebody says",
            .statement(
                Sought("RUS", [.aid, .support], "IRN").notDone.modality(.expected)
                    .where("by somebody") { !$0.speakers.isEmpty }
            )
        ),
        AcceptanceCheck(
            "B24",
            "support fails for want of power, not of will",
            .statement(Sought("RUS", [.support, .aid], "-").notDone.marked(.noCapacity)),
            .nothing(Sought("RUS", [.support, .aid], "-").notDone.marked(.noWill))
        ),
    ]
}
