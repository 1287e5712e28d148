import Assessment
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
            .disagreement([.conflict], yes: ListedPlace("A11"), no: ListedPlace("C14"))
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
            .apart(
                ListedPlace("A04"),
                ListedPlace("C29"),
                ListedPlace("C13")
            )
        ),
        AcceptanceCheck(
            "J04",
            "arms from Iran and help for Iran run in two directions",
            .also("B22"),
            .also("B03"),
            .statement(Sought("IRN", [.aid, .cooperate], "RUS").kind(.arms)),
            .apart(ListedPlace("B22"), ListedPlace("B03"))
        ),
        AcceptanceCheck(
            "J05",
            "a claim, the version it denies and a part of the truth stand in one article",
            .also("D17"),
            .also("A13"),
            .disagreement(
                [.conflict, .otherScope],
                yes: ListedPlace("A13", .sentence),
                no: ListedPlace("D17")
            )
        ),
        AcceptanceCheck(
            "J06",
            "one speaker's two sides are not averaged",
            .also("C28"),
            .holds("both are records of their own, by him") { passage in
                let said = passage.ties(in: .sentence).filter { tie in
                    tie.speakers.last?.name.contains("Peskov") ?? false
                }
                return Set(said.map(\.kind)).isSuperset(of: [.partner, .trend])
            }
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
            .oneRootOfOfficials(behind: "Financial Times", "Frankfurter Rundschau")
        ),
        AcceptanceCheck(
            "J09",
            "one complaint has two promisors and two periods",
            .also("B12"),
            .also("B10"),
            .foundCase("case of RUS", at: ListedPlace("B12", .sentence)) {
                $0.promisor == ActorCode("RUS")
            },
            .foundCase("case of the CSTO in another year", at: ListedPlace("B10")) {
                $0.promisor == ActorCode("IGO:CSTO") && $0.interval?.first.civil.year == 2020
            }
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
            .holds("cases of both rest on one text with a duty to defend") { passage in
                func texts(_ promisor: String) -> Set<String> {
                    let own = passage.seeds.judged.cases.filter {
                        $0.promisor == ActorCode(promisor) && $0.beneficiary == ActorCode("ARM")
                    }
                    return Set(
                        own.flatMap(\.commitments).filter(\.hasDefenceDuty).map(\.commitment.id)
                    )
                }
                return !texts("RUS").isDisjoint(with: texts("IGO:CSTO"))
            }
        ),
        AcceptanceCheck(
            "J13",
            "whether a guarantee applies depends on whose territory it is",
            .also("A09"),
            .also("C31"),
            .foundCase("case whose legal verdict is open", at: ListedPlace("A09", .paragraph)) {
                $0.promisor == ActorCode("RUS") && $0.beneficiary == ActorCode("ARM")
                    && [.disputed, .notApplicable].contains($0.legal.verdict)
            }
        ),
        AcceptanceCheck(
            "J14",
            "one flight is told in two articles, whose roots are not stated",
            .also("B18"),
            .holds("two articles tell of it by voices that do not name each other") { passage in
                let places = ["B18", "B19"].compactMap { passage.seeds.passage(of: $0) }
                let told = places.map { place in
                    place.statements(in: .paragraph).filter {
                        Sought("RUS", [.aid], "SYR").kind(.asylum).matches($0)
                    }
                }
                let voices = told.map { Set($0.flatMap(\.speakers).map(\.name)) }
                return Set(places.map(\.article.id)).count == 2
                    && told.allSatisfy { !$0.isEmpty } && voices[0].isDisjoint(with: voices[1])
            }
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
