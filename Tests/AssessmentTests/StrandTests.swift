import Assessment
import Diplomacy
import Testing

@Suite struct StrandTests {
    private static let paper = SampleArticle("paper", ["One."])

    @Test(
        arguments: [
            ("RUS support IRN not_done claim", Strand.didNotCome),
            ("RUS cooperate IRN not_done fact", .didNotCome),
            ("RUS support IRN not_done feared", .inDoubt),
            ("RUS aid IRN done expected", .promised),
            ("RUS agree IRN done fact", .promised),
            ("RUS aid IRN done claim", .came),
            ("RUS support IRN not_done denied", .denied),
            ("IRN request RUS done fact", .asked),
            ("RUS reject IRN done fact", .refused),
            ("RUS accuse IRN not_done fact", .heldBack),
            ("RUS mobilize IRN done fact", .threatened),
            ("RUS sanction IRN done fact", .punished),
            ("RUS assault IRN done claim", .attacked),
            ("RUS assault IRN done feared", .foreseen),
            ("RUS aid IRN done hypothetical", .foreseen),
        ])
    func `a statement plays one part`(core: String, strand: Strand) {
        #expect(Strand(Self.paper.told(0, core).statement) == strand)
    }

    @Test(
        arguments: [
            ("RUS support ARM not_done fact", "Russia gave no support to Armenia"),
            (
                "USA support ARM done expected",
                "It is expected that the United States will support Armenia"
            ),
            ("RUS aid - not_done claim", "Russia gave no aid to a party not named"),
            ("RUS accuse ARM not_done fact", "Russia did not blame or criticise Armenia"),
            (
                "RUS support ARM not_done feared",
                "It is feared that Russia may give no support to Armenia"
            ),
            ("RUS assault ARM done denied", "It is denied that Russia attacked Armenia"),
            ("RUS agree ARM done hypothetical", "Russia might make an agreement with Armenia"),
            (
                "RUS threaten ARM not_done expected",
                "It is expected that Russia will not threaten Armenia"
            ),
            ("IGO:CSTO cooperate ARM not_done fact", "The CSTO did not work together with Armenia"),
        ])
    func `a statement is told in plain words`(core: String, sentence: String) {
        #expect(PlainSentence(Self.paper.told(0, core).statement).text(Samples.names) == sentence)
    }

    @Test func `the kind of help is named`() {
        let statement = Self.paper.told(0, "RUS aid IRN not_done fact", kind: .airDefence).statement
        #expect(
            PlainSentence(statement).text(Samples.names) == "Russia gave no air defence to Iran"
        )
    }

    @Test func `every act has words for each polarity and modality`() {
        for act in Act.allCases {
            for polarity in Polarity.allCases {
                for modality in Modality.allCases {
                    let sentence = PlainSentence(
                        source: ActorCode("RUS"),
                        target: ActorCode("ARM"),
                        act: act,
                        kind: nil,
                        polarity: polarity,
                        modality: modality
                    ).text(Samples.names)
                    #expect(sentence.contains("Armenia") && !sentence.contains("%"))
                    #expect(!sentence.contains("to to ") && !sentence.contains("not not "))
                }
            }
        }
    }
}
