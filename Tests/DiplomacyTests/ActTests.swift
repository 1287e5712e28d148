import Diplomacy
import Foundation
import Testing

struct ActTests {
    /// PLOVER's four classes, written out once more from its manual.
    static let plover: [(Act, Act.Quad)] = [
        (.agree, .verbalCooperation), (.consult, .verbalCooperation),
        (.support, .verbalCooperation), (.concede, .verbalCooperation),
        (.cooperate, .materialCooperation), (.aid, .materialCooperation),
        (.retreat, .materialCooperation),
        (.request, .verbalConflict), (.accuse, .verbalConflict),
        (.reject, .verbalConflict), (.threaten, .verbalConflict),
        (.protest, .materialConflict), (.sanction, .materialConflict),
        (.mobilize, .materialConflict), (.coerce, .materialConflict),
        (.assault, .materialConflict),
    ]

    @Test(arguments: plover)
    func `an act has PLOVER's class`(_ act: Act, _ quad: Act.Quad) {
        #expect(act.quad == quad)
    }

    @Test func `the table above names every act once`() {
        #expect(Set(Self.plover.map(\.0)) == Set(Act.allCases))
        #expect(Self.plover.count == Act.allCases.count)
    }

    @Test func `the order of the parties is free for three acts only`() {
        #expect(Act.allCases.filter(\.isMutual) == [.agree, .consult, .cooperate])
    }

    @Test func `a negation turns a polarity round, and a second one back`() {
        #expect(Polarity.done.reversed == .notDone)
        #expect(Polarity.notDone.reversed == .done)
    }

    @Test func `the codebook's names are the names in JSON`() {
        #expect(Polarity.notDone.rawValue == "not_done")
        #expect(SupportKind.airDefence.rawValue == "air-defence")
        #expect(
            Modality.allCases.map(\.rawValue)
                == ["fact", "claim", "expected", "feared", "denied", "hypothetical"]
        )
        #expect(Mark.exLeader.rawValue == "ex-leader")
    }

    @Test(arguments: [
        ("a state", "RUS", true, false), ("an organisation", "IGO:NATO", false, true),
        ("a short organisation", "IGO:EU", false, true),
        ("a group of three letters", "SDF", false, false),
        ("a breakaway region", "NKR", false, false), ("a longer group", "HAMAS", false, false),
        ("small letters", "rus", false, false), ("other letters", "РУС", false, false),
    ])
    func `a code tells what kind of party it names`(
        _ what: String,
        _ code: String,
        _ isState: Bool,
        _ isOrganisation: Bool
    ) {
        #expect(ActorCode(code).isState == isState)
        #expect(ActorCode(code).isOrganisation == isOrganisation)
    }

    @Test func `a code is a plain string in JSON, and pairs are ordered by source, then target`()
        throws
    {
        let pair = DirectedPair(source: ActorCode("RUS"), target: ActorCode("ARM"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(pair), as: UTF8.self)
                == #"{"source":"RUS","target":"ARM"}"#
        )
        #expect(DirectedPair(source: ActorCode("ARM"), target: ActorCode("RUS")) < pair)
        #expect(pair < DirectedPair(source: ActorCode("RUS"), target: ActorCode("BLR")))
    }
}
