import Diplomacy
import Foundation
import Testing

struct ActTests {
    /// PLOVER's four classes with its base scores, written out once more from its manual.
    static let plover: [(Act, Act.Quad, Double)] = [
        (.agree, .verbalCooperation, 2.5), (.consult, .verbalCooperation, 1),
        (.support, .verbalCooperation, 5), (.concede, .verbalCooperation, 4.5),
        (.cooperate, .materialCooperation, 9.5), (.aid, .materialCooperation, 10),
        (.retreat, .materialCooperation, 6.5),
        (.request, .verbalConflict, 0), (.accuse, .verbalConflict, -3),
        (.reject, .verbalConflict, -2), (.threaten, .verbalConflict, -3.5),
        (.protest, .materialConflict, -5), (.sanction, .materialConflict, -6),
        (.mobilize, .materialConflict, -5.5), (.coerce, .materialConflict, -7),
        (.assault, .materialConflict, -9),
    ]

    @Test(arguments: plover)
    func `an act has PLOVER's class and score`(_ act: Act, _ quad: Act.Quad, _ score: Double) {
        #expect(act.quad == quad)
        #expect(act.intensity == score)
    }

    @Test func `the table above names every act once`() {
        #expect(Set(Self.plover.map(\.0)) == Set(Act.allCases))
        #expect(Self.plover.count == Act.allCases.count)
    }

    @Test func `no act of conflict scores above one of cooperation`() {
        let hostile = Act.allCases.filter(\.isHostile).map(\.intensity)
        let friendly = Act.allCases.filter { !$0.isHostile }.map(\.intensity)
        #expect(hostile.allSatisfy { $0 <= 0 })
        #expect(friendly.allSatisfy { $0 > 0 })
        #expect(Act.assault.intensity == hostile.min())
        #expect(Act.aid.intensity == friendly.max())
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
