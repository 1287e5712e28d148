import Testing
import Text

struct PlainWordsTests {
    /// With Swift's own letters.
    private func slow(_ text: String) -> [(String, Int)] {
        text.split { $0 == " " || $0.isNewline || $0 == "\t" }.map { (String($0), $0.count) }
    }

    @Test(arguments: [
        "", " ", "one", " two  words\tand\nlines\r\nmore ", "Стратегічні союзники «РФ» – “so”…",
        "Größe, Łódź, naïve; об'єкт об’єкт", "a‘b’ 10 % ±", "\u{1}\u{7F}",
    ])
    func `plain texts have the same words and lengths as letter by letter`(text: String) throws {
        let words = try #require(PlainWords(text)).words
        #expect(words.map { String($0.text) } == slow(text).map(\.0))
        #expect(words.map(\.length) == slow(text).map(\.1))
    }

    @Test(arguments: [
        "e\u{301}te\u{301}", "no\u{A0}break", "दोस्ती", "👩‍👩‍👧", "a\u{2028}b", "a\u{200D}b", "\u{85}",
    ])
    func `a text in which scalars may make one letter is no plain one`(text: String) {
        #expect(PlainWords(text) == nil)
    }

    @Test func `parts lie between signs of ASCII`() {
        #expect(" a  bä ".parts(at: " ") == ["a", "bä"])
        #expect("a//b/".parts(at: "/", keepsEmpty: true) == ["a", "", "b", ""])
        #expect("".parts(at: " ") == [])
    }
}
