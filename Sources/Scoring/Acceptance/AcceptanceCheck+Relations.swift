import Diplomacy

extension AcceptanceCheck {
    /// The fifteen pairs: how what is said in one place bears on another.
    ///
    /// Where `expect` asks only that two things are not taken for one, two records that differ in
    /// party, direction or modality show it; where it asks for the kind of the relation, it needs a
    /// typed disagreement or a root.
    static let relations: [AcceptanceCheck] = [
        AcceptanceCheck(
            "J01",
            "an announcement and its refusal are a real conflict, both on record",
            .also("A11"),
            .also("C14"),
            .needs(.disagreements, "real conflict of RUS and ARM over one exercise")
        ),
        AcceptanceCheck(
            "J02",
            "a stronghold and a fall are a change in time",
            .also("B06"),
            .needs(.disagreements, "superseded in time, by the dates of the articles")
        ),
        AcceptanceCheck(
            "J03",
            "three voices on China and Russia stay three series",
            .also("A04"),
            .also("C29"),
            .needs(.disagreements, "other claimants, dates and aspects of CHN and RUS")
        ),
        AcceptanceCheck(
            "J04",
            "arms from Iran and help for Iran run in two directions",
            .also("B22"),
            .also("B03"),
            .statement(Sought("IRN", [.aid, .cooperate], "RUS").kind(.arms))
        ),
        AcceptanceCheck(
            "J05",
            "a claim, the version it denies and a part of the truth stand in one article",
            .also("D17"),
            .also("A13"),
            .needs(.disagreements, "denied and partly told in advance")
        ),
        AcceptanceCheck(
            "J06",
            "one speaker's two sides are not averaged",
            .also("C28"),
            .needs(.disagreements, "closeness and trouble by one speaker")
        ),
        AcceptanceCheck(
            "J07",
            "help that two allies lacked is not one event",
            .also("B03"),
            .also("B14"),
            .statement(Sought("RUS", [.aid, .support], "IRN").notDone.by("Fesenko"), in: .quote),
            .holds("the other is said of VEN by way of Bloomberg") { passage in
                let other = passage.seeds.passage(of: "B14")
                return other?.statements(in: .quote).contains {
                    Sought("RUS", [.aid, .support], "VEN").notDone.by("Bloomberg").matches($0)
                } ?? false
            }
        ),
        AcceptanceCheck(
            "J08",
            "two newspapers that cite the same officials are one root",
            .needs(.roots, "Financial Times and Frankfurter Rundschau, one root likely")
        ),
        AcceptanceCheck(
            "J09",
            "one complaint has two promisors and two periods",
            .also("B12"),
            .also("B10"),
            .needs(.disagreements, "other promisor: RUS and IGO:CSTO")
        ),
        AcceptanceCheck(
            "J10",
            "a headline claim is not borne out by its detail",
            .also("B09"),
            .needs(.disagreements, "the detail does not entail the claim")
        ),
        AcceptanceCheck(
            "J11",
            "a conflict within a text is more likely an error of translation",
            .also("B17"),
            .needs(.disagreements, "a prison in VEN against a seizure by USA")
        ),
        AcceptanceCheck(
            "J12",
            "a guarantee may bind the organisation, the member, or both",
            .also("A09"),
            .also("A06"),
            .needs(.commitments, "promisors RUS and IGO:CSTO of one guarantee")
        ),
        AcceptanceCheck(
            "J13",
            "whether a guarantee applies depends on whose territory it is",
            .also("A09"),
            .also("C31"),
            .needs(.cases, "legal verdict: disputed or not applicable")
        ),
        AcceptanceCheck(
            "J14",
            "one flight is told in two articles, whose roots are not stated",
            .also("B18"),
            .also("B19"),
            .needs(.roots, "two articles, roots not stated")
        ),
        AcceptanceCheck(
            "J15",
            "a predicted supply does not count as delivered",
            .also("A12"),
            .also("B22"),
            .nothing(
                Sought("PRK", [.aid], "RUS").modality(.fact, .claim),
                in: .sentence
            )
        ),
    ]
}
