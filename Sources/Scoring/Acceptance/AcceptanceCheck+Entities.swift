import Diplomacy

extension AcceptanceCheck {
    /// Group G: who is meant.
    static let entities: [AcceptanceCheck] = [
        AcceptanceCheck(
            "G01",
            "three capitals are three states",
            .statement(.party("SYR")),
            .statement(.party("IRN")),
            .statement(.party("CUB"))
        ),
        AcceptanceCheck(
            "G02",
            "the Kremlin is Russia",
            .statement(.party("RUS"))
        ),
        AcceptanceCheck(
            "G03",
            "an inflected name in another script is its bearer",
            .statement(.party("VEN"))
        ),
        AcceptanceCheck(
            "G04",
            "another spelling is the same person",
            .either(
                .statement(.party("SYR")),
                .tie(
                    SoughtTie(Set(Tie.Kind.allCases), "SYR", "*"),
                    in: .sentenceWith("Bashar Al Assad")
                )
            )
        ),
        AcceptanceCheck(
            "G05",
            "a description is the state that it describes",
            .statement(.party("ARM"))
        ),
        AcceptanceCheck(
            "G06",
            "an abbreviation is its state, though nothing is coded there (E06)",
            .mention("RUS")
        ),
        AcceptanceCheck(
            "G07",
            "rebels are an actor and no state",
            .statement(.party("HTS")),
            .holds("no statement there has Syria attack itself") { passage in
                !passage.statements(in: .quote).contains {
                    $0.source.rawValue == "SYR" && $0.target?.rawValue == "SYR"
                }
            }
        ),
        AcceptanceCheck(
            "G08",
            "leaders who fell are no longer their states",
            .statement(
                Sought("RUS", [.aid], "SYR").marked(.exLeader),
                in: .sentenceWith("Here's Bashar al-Assad coming")
            ),
            .statement(
                Sought("RUS", [.aid], "UKR").marked(.exLeader),
                in: .sentenceWith("Yanukovych ended up there")
            )
        ),
    ]
}
