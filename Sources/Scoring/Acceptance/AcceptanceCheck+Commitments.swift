import Assessment
import Diplomacy

extension AcceptanceCheck {
    /// Group A: what was promised, by which instrument, and what it obliges to.
    static let commitments: [AcceptanceCheck] = [
        AcceptanceCheck(
            "A01",
            "a strategic partnership is an agreement without a duty to defend",
            .statement(Sought("IRN", [.agree], "RUS").modality(.fact, .claim)),
            .nothing(
                Sought("IRN|RUS", [.aid, .support], "IRN|RUS").modality(.hypothetical),
                in: .sentence
            )
        ),
        AcceptanceCheck(
            "A02",
            "a mutual-defence pact is an agreement, and each must help if one is attacked",
            .statement(Sought("PRK", [.agree], "RUS")),
            .statement(Sought("PRK", [.aid], "RUS").modality(.hypothetical).quoting("attack")),
            .statement(Sought("RUS", [.aid], "PRK").modality(.hypothetical).quoting("attack"))
        ),
        AcceptanceCheck(
            "A03",
            "a defence agreement of unknown terms is an agreement without a duty",
            .statement(Sought("VNM", [.agree], "RUS").modality(.fact, .claim)),
            .nothing(
                Sought("VNM|RUS", [.aid, .support], "VNM|RUS").modality(.hypothetical),
                in: .sentence
            )
        ),
        AcceptanceCheck(
            "A04",
            "a declared partnership is words, not a treaty, and keeps its quoted label",
            .nothing(Sought("CHN", [.agree], "RUS").where("as of a treaty") { $0.kind != .words }),
            .either(
                .tie(SoughtTie(.partner, "CHN", "RUS").quoting("“limitless”")),
                .statement(Sought("CHN", [.support], "RUS").quoting("“limitless”")),
                .statement(Sought("CHN", [.agree], "RUS").kind(.words).quoting("“limitless”"))
            )
        ),
        AcceptanceCheck(
            "A05",
            "several unnamed treaties are more than one instrument",
            .statement(Sought("BLR", [.agree], "RUS")),
            .foundCommitment("several instruments without a name", between: ["BLR", "RUS"]) {
                $0.isSeveral
            }
        ),
        AcceptanceCheck(
            "A06",
            "a state is a member of an organisation",
            .tie(SoughtTie(.member, "ARM", "IGO:CSTO").modality(.fact))
        ),
        AcceptanceCheck(
            "A07",
            "a list of members is open, and the two it names are members",
            .tie(SoughtTie(.member, "BLR", "IGO:CSTO").through("open list")),
            .tie(SoughtTie(.member, "KAZ", "IGO:CSTO").through("open list"))
        ),
        AcceptanceCheck(
            "A08",
            "one member controls the organisation and is not the organisation",
            .tie(SoughtTie(.senior, "RUS", "IGO:CSTO"))
        ),
        AcceptanceCheck(
            "A09",
            "a guarantee is a promise even where no instrument is named",
            .either(
                .tie(SoughtTie(.protector, "RUS|-", "ARM").through("security")),
                .statement(Sought("RUS", [.agree], "ARM").marked(.nominal)),
                .statement(
                    Sought("RUS", [.support, .aid], "ARM").modality(.expected, .hypothetical)
                )
            )
        ),
        AcceptanceCheck(
            "A10",
            "a verbal pledge is support in words by the one who gave it",
            .either(
                .statement(Sought("RUS", [.support], "VNM").by("Putin")),
                .statement(Sought("RUS", [.support], "VNM").quoting("Putin"))
            )
        ),
        AcceptanceCheck(
            "A11",
            "an announced exercise is expected, and its refusal is on record too",
            .statement(
                Sought("IGO:CSTO|RUS", [.cooperate], "ARM").modality(.expected)
                    .by("Defense Ministry|Defence Ministry|Russia")
            ),
            .also("C14")
        ),
        AcceptanceCheck(
            "A12",
            "a supply that the outlet predicts is expected and not delivered",
            .statement(Sought("PRK", [.aid], "RUS").modality(.expected).byAuthor),
            .nothing(
                Sought("PRK", [.aid, .support], "RUS").modality(.fact, .claim),
                in: .sentence
            )
        ),
        AcceptanceCheck(
            "A13",
            "a leader's reported warning hangs on a condition and has its day",
            .statement(
                Sought("RUS", [.threaten, .coerce, .assault, .mobilize], "UKR|-")
                    .modality(.claim, .hypothetical).by("Putin").dated("2022-02-04")
            )
        ),
    ]
}
