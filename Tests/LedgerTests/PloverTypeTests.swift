import Diplomacy
import Ledger
import Testing

struct PloverTypeTests {
    static let cases: [(what: String, Act, Polarity, Modality, type: Act?)] = [
        ("a fact keeps its act", .aid, .done, .fact, .aid),
        ("so does a claim", .assault, .done, .claim, .assault),
        ("cooperation that is announced is an agreement", .aid, .done, .expected, .agree),
        ("so is what is offered on a condition", .aid, .done, .hypothetical, .agree),
        ("harm that is announced is a threat", .assault, .done, .expected, .threaten),
        ("what may be asked for is nothing yet", .request, .done, .expected, nil),
        ("what is feared did not happen", .assault, .done, .feared, nil),
        ("a denial has no word", .aid, .done, .denied, nil),
        ("nor has what was not done", .aid, .notDone, .fact, nil),
    ]

    @Test(arguments: cases)
    func `PLOVER's type follows from act and modality`(
        _ what: String,
        _ act: Act,
        _ polarity: Polarity,
        _ modality: Modality,
        _ type: Act?
    ) {
        let statement = Statement(
            id: "s1",
            source: ActorCode("RUS"),
            target: ActorCode("UKR"),
            act: act,
            kind: nil,
            polarity: polarity,
            modality: modality,
            speakers: [],
            date: nil,
            evidence: Evidence(
                recordedFrom: "a1",
                range: 0..<6,
                quote: "struck",
                sourceScalars: 0..<6
            ),
            confidence: 0.9,
            marks: [],
            trail: []
        )
        #expect(statement.ploverType == type, "\(what)")
    }
}
