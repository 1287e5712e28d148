import Testing

@testable import Language

struct LemmaRuleTests {
    @Test(arguments: [
        ("взяв", "взяти"), ("gemacht", "machen"), ("went", "go"), ("Переговори", "переговори"),
        ("МОСКВЫ", "Москва"), ("найкращих", "хороший"), ("NATO", "NATO"), ("США", "США"),
        ("п’ятьох", "п'ять"), ("aufgegeben", "aufgeben"), ("'s", "be"), ("iPhones", "iPhone"),
        ("", "x"), ("x", ""),
    ])
    func `a rule leads from the form to the lemma it was made from, and survives its writing`(
        _ form: String,
        _ lemma: String
    ) throws {
        let rule = LemmaRule(form: form, lemma: lemma)
        #expect(rule.lemma(of: form) == lemma)
        let read = try #require(LemmaRule(rule.text))
        #expect(read.lemma(of: form) == lemma)
    }

    @Test func `a lemma has no ё`() {
        #expect(LemmaRule(form: "учётом", lemma: "учет").lemma(of: "Полётом") == "полет")
        #expect(LemmaRule(form: "Хёрст", lemma: "Хёрст").lemma(of: "Хёрст") == "Херст")
    }

    @Test func `a rule that was written with ё makes е`() throws {
        let rule = try #require(LemmaRule("0+/4+ёт/l"))
        #expect(rule.lemma(of: "учетом") == "учет")
        #expect(LemmaRule("=ёж")?.lemma(of: "x") == "еж")
    }

    @Test func `a mark is its own lemma`() {
        #expect(LemmaRule(form: "``", lemma: "``").lemma(of: "``") == "``")
    }

    @Test func `words of one kind share a rule`() {
        #expect(
            LemmaRule(form: "переговорами", lemma: "переговори")
                == LemmaRule(form: "Заворотами", lemma: "завороти")
        )
        #expect(
            LemmaRule(form: "walked", lemma: "walk") == LemmaRule(form: "Talked", lemma: "talk")
        )
    }

    @Test func `a form that is too short for a rule has no lemma by it`() {
        let rule = LemmaRule(form: "gemacht", lemma: "machen")
        #expect(rule.lemma(of: "get") == nil)
    }

    @Test(arguments: ["", "1+a", "1+a/2+b", "1+a/2+b/z", "x+a/0+/l", "-1+a/0+/l"])
    func `what is no rule is none`(_ text: String) {
        #expect(LemmaRule(text) == nil)
    }
}
