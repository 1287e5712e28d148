import Diplomacy
import Language
import Testing
import Text

@testable import Coding

/// The grammar on a lexicon that fits on one page.
struct TinyLanguageTests {
    @Test(arguments: [
        ("active", "Alph zaps Beth.", ["ALF>BET assault done fact"]),
        ("passive", "Alph was zaped by Beth.", ["BET>ALF assault done fact"]),
        ("passive without a doer", "Alph was zaped.", []),
        (
            "a list of objects", "Alph hugs Beth and Gim.",
            ["ALF>BET support done fact", "ALF>GIM support done fact"]
        ),
        ("a negation", "Alph not hugs Beth.", ["ALF>BET support not_done fact"]),
        ("a future", "Alph will hug Beth.", ["ALF>BET support done expected"]),
        ("a condition", "Alph would hug Beth.", ["ALF>BET support done hypothetical"]),
        ("a failure", "Alph failed to hug Beth.", ["ALF>BET support not_done fact"]),
        ("a failure that was none", "Alph not failed to hug Beth.", ["ALF>BET support done fact"]),
        ("a refusal", "Alph shuned to hug Beth.", ["ALF>BET reject done fact"]),
        ("a carrying verb", "Alph gived no gift to Beth.", ["ALF>BET aid not_done fact"]),
        (
            "a phrase with a gap", "Alph left the poor Beth behind.",
            ["ALF>BET support not_done fact"]
        ),
        ("a capital", "Alphopolis zaps Beth.", ["ALF>BET assault done fact"]),
        ("a name of two words", "Alph zaps Long League.", ["ALF>IGO:LEAGUE assault done fact"]),
        ("a name that begins alike", "Alph zaps Long Island.", ["ALF>BET assault done fact"]),
        ("the same party twice", "Alph zaps Alphopolis.", []),
        ("small letters", "alph zaps beth.", []),
        ("a stem of another word", "Alph zapper Beth.", []),
        ("no act", "Alph and Beth.", []),
    ])
    func `a sentence is coded`(_ what: String, _ text: String, _ cores: [String]) throws {
        let tiny = TinyLanguage()
        let leftOut = try tiny.passages(text, on: "2014-06-10").flatMap(\.coder.omissions).map(
            \.detail
        )
        let found = try tiny.drafts(text)
        #expect(found == cores, "left out: \(leftOut)")
    }

    @Test(arguments: [
        ("before the term", "2009-12-31", false), ("the first day", "2010-01-01", true),
        ("the last month", "2015-05-31", true), ("the month after", "2015-06-01", false),
    ])
    func `a leader's name resolves to one in office only while in office`(
        _ what: String,
        _ day: String,
        _ isInOffice: Bool
    ) throws {
        let passage = try #require(TinyLanguage().passages("Ann Ork zaps Beth.", on: day).first)
        let draft = try #require(passage.coder.drafts.first)
        #expect(draft.source == ActorCode("ALF"))
        #expect(draft.marks.contains(.exLeader) == !isInOffice)
    }

    @Test func `a bare surname is known in office, and later only after the full name`() throws {
        let tiny = TinyLanguage()
        #expect(
            try tiny.drafts("Ork zaps Beth.", on: "2014-01-01") == ["ALF>BET assault done fact"]
        )
        #expect(try tiny.drafts("Ork zaps Beth.", on: "2020-01-01") == [])
        #expect(
            try tiny.drafts("Ann Ork slept. Ork zaps Beth.", on: "2020-01-01")
                == ["ALF>BET assault done fact"]
        )
    }

    @Test(arguments: [
        (
            "endings.tsv", "v\ted\tpasst\n",
            "endings.tsv:1: unknown feature 'passt'. Did you mean 'pass'?"
        ),
        (
            "actors.tsv", "# x\nALF\tnamee\tAlph\n",
            "actors.tsv:2: unknown role 'namee'. Did you mean 'name'?"
        ),
        (
            "actors.tsv", "ALF\tname\tAlph|q\n",
            "actors.tsv:1: unknown class of endings 'q'. Did you mean "
        ),
        (
            "acts.tsv", "zap|v\tverb\tasault\tdone\t-\tsubject\tobject\tzap\n",
            "acts.tsv:1: unknown act 'asault'. Did you mean 'assault'?"
        ),
        (
            "acts.tsv", "zap|v\tverb\tassault\tundone\t-\tsubject\tobject\tzap\n",
            "acts.tsv:1: unknown polarity 'undone'. Did you mean 'done'?"
        ),
        (
            "acts.tsv", "zap|v\tverb\tassault\tdone\tarmz\tsubject\tobject\tzap\n",
            "acts.tsv:1: unknown kind of support 'armz'. Did you mean 'arms'?"
        ),
        (
            "acts.tsv", "zap|v\tverb\tassault\tdone\n",
            "acts.tsv:1: has 4 columns where 8 are expected."
        ),
        (
            "governors.tsv", "fail|v\tnegat\tfail\n",
            "governors.tsv:1: unknown effect 'negat'. Did you mean 'negate'?"
        ),
        (
            "speech.tsv", "said\tverb\tclaimed\tsay\n",
            "speech.tsv:1: unknown modality 'claimed'. Did you mean 'claim'?"
        ),
        (
            "voices.tsv", "expert\texpart\n",
            "voices.tsv:1: unknown kind 'expart'. Did you mean 'expert'?"
        ),
        (
            "function-words.tsv", "negaton\tnot\n",
            "function-words.tsv:1: unknown category 'negaton'. Did you mean 'negation'?"
        ),
        (
            "roles.tsv", "boss\tleadr\n",
            "roles.tsv:1: unknown role 'leadr'. Did you mean 'leader'?"
        ),
        (
            "reasons.tsv", "too small\tno-capacty\n",
            "reasons.tsv:1: unknown reason 'no-capacty'. Did you mean 'no-capacity'?"
        ),
        ("dates.tsv", "Moonday\tweekday\tone\n", "dates.tsv:1: unknown date 'weekday one'."),
        (
            "traits.tsv", "commmas\n",
            "traits.tsv:1: unknown trait 'commmas'. Did you mean 'commas'?"
        ),
    ])
    func `a mistake in a lexicon is named with file, line and cure`(
        _ file: String,
        _ text: String,
        _ sentence: String
    ) {
        var tiny = TinyLanguage()
        tiny.files[file] = text
        let error = #expect(throws: TableError.self) { _ = try tiny.lexicon() }
        #expect(error?.description.hasPrefix(sentence) == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        ("a first day", "ALF\thead of state\tsoon\t..\tA\tA\tA\tA\n", "'soon' is no EDTF date"),
        ("a last day", "ALF\thead of state\t2010\tnow\tA\tA\tA\tA\n", "'now' is no EDTF date"),
    ])
    func `a mistake in the leader book is named with its line`(
        _ what: String,
        _ row: String,
        _ problem: String
    ) {
        var tiny = TinyLanguage()
        tiny.leaders = "# leaders\n" + row
        let error = #expect(throws: TableError.self) { _ = try tiny.book() }
        #expect(error?.description.hasPrefix("leaders-tiny.tsv:2: \(problem). Write ") == true)
    }
}

/// Patterns, found in sentences.
struct PatternTests {
    @Test(arguments: [
        ("one word", "treaty", "The treaty ended.", ["treaty"]),
        ("in any letter case", "treaty", "TREATY and Treaty.", ["TREATY", "Treaty"]),
        ("a capital asks for one", "Chad", "chad Chad", ["Chad"]),
        ("capitals ask for capitals", "US", "us Us US", ["US"]),
        ("a stem with endings", "zap|v", "zap zaps zaped zaper", ["zap", "zaps", "zaped"]),
        ("several stems", "run/ran|v", "runs ran rans ranny", ["runs", "ran", "rans"]),
        (
            "two words", "joint drill|n", "a joint drill, joint drills, joint a drill",
            ["joint drill", "joint drills"]
        ),
        ("a gap", "put|v … off", "put the long talks off", ["put the long talks off"]),
        ("a gap ends with the clause", "put|v … off", "put it, and off", []),
        ("a gap of nine words", "put|v … off", "put a b c d e f g h i off", []),
        ("a hyphen", "cease-fire", "a cease-fire held", ["cease-fire"]),
        ("a possessive stays outside", "Chad", "Chad's army", ["Chad"]),
        ("a curly apostrophe", "Côte d'Ivoire", "in Côte d’Ivoire", ["Côte d’Ivoire"]),
    ])
    func `a pattern finds its words`(
        _ what: String,
        _ pattern: String,
        _ text: String,
        _ found: [String]
    ) throws {
        let endings = try TinyLanguage().endings()
        var index = PatternIndex(endings: endings)
        index.insert(Pattern("unrelated … words|n"), value: 0)
        index.insert(Pattern(pattern), value: 7)
        let bytes = Array(text.utf8)
        let tokens = Tokenizer.tokens(of: text)
        let matches = index.matches(in: tokens)
        #expect(matches.allSatisfy { $0.value == 7 })
        #expect(
            matches.map {
                let range =
                    tokens[$0.tokens.lowerBound].range
                    .lowerBound..<tokens[$0.tokens.upperBound - 1].range.upperBound
                return String(decoding: bytes[range], as: UTF8.self)
            } == found
        )
    }

    @Test func `an ending tells the form`() throws {
        var index = PatternIndex(endings: try TinyLanguage().endings())
        index.insert(Pattern("zap|v"), value: 0)
        let features = index.matches(in: Tokenizer.tokens(of: "zap zaps zaped")).map(\.features)
        #expect(features == [[.present, .infinitive], .present, [.past, .passive]])
    }

    @Test func `of two stems of which one begins the other only one is found`() throws {
        var index = PatternIndex(endings: try TinyLanguage().endings())
        index.insert(Pattern("admit/admitt|v"), value: 0)
        let matches = index.matches(in: Tokenizer.tokens(of: "He admitted it."))
        #expect(matches.count == 1)
    }

    @Test func `the index finds what a search word by word finds`() throws {
        let words = ["zap|v", "zapped", "za|v", "hug|v … off", "zap|v hug|v", "off"]
        let texts = ["zaps", "zapped", "za", "off", "hug", "hugs", ",", "Zap"]
        let endings = try TinyLanguage().endings()
        var index = PatternIndex(endings: endings)
        for (value, word) in words.enumerated() { index.insert(Pattern(word), value: value) }
        var state: UInt64 = 42
        for _ in 0..<300 {
            let text = (0..<6).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return texts[Int(state >> 33) % texts.count]
            }.joined(separator: " ")
            let tokens = Tokenizer.tokens(of: text)
            let together = Set(index.matches(in: tokens))
            var alone: Set<Match> = []
            for (value, word) in words.enumerated() {
                var single = PatternIndex(endings: endings)
                single.insert(Pattern(word), value: value)
                alone.formUnion(single.matches(in: tokens))
            }
            #expect(together == alone, "\(text)")
        }
    }
}
