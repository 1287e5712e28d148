import Diplomacy
import Testing

@testable import Site

@Suite struct WordTests {
    @Test(arguments: [
        ("2025-06-13", "13 June 2025"), ("2025-06", "June 2025"), ("2025", "2025"),
        ("2025-06-13/2025-06-24", "13–24 June 2025"),
        ("2025-06-30/2025-07-02", "30 June – 2 July 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2025-06/2025-08", "June–August 2025"),
        ("2024-12/2025-01", "December 2024 – January 2025"),
        ("1990~", "about 1990"), ("2018/2020", "2018–2020"),
    ])
    func `days are written as people write them`(edtf: String, words: String) throws {
        let interval = try #require(DayInterval(edtf: edtf))
        #expect(DateWords.words(for: interval) == words)
    }

    @Test func `a string becomes text, never markup`() {
        let text = "<a href='x'>\"&\u{202E}\r\u{7}"
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        let escaped = "&lt;a href=&#39;x&#39;&gt;&quot;&amp;[U+202E]\n\u{FFFD}"
        #expect(html.markup == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func `an address is encoded part by part`() {
        let address = Address(
            "pair",
            "IGO:NATO",
            "a/b?",
            query: [("q", "мир & x"), ("on", nil)],
            fragment: "s 1"
        )
        #expect(address.text == "/pair/IGO:NATO/a%2Fb%3F?q=%D0%BC%D0%B8%D1%80%20%26%20x#s%201")
    }

    @Test(arguments: [
        ("a=1&b=x+y", "b", "x y"), ("q=%D0%BC", "q", "м"), ("q=%zz%", "q", "%zz%"),
        ("q=%FF", "q", "\u{FFFD}"),
        ("q=a=b", "q", "a=b"),
    ])
    func `a form's query is read`(encoded: String, name: String, value: String) throws {
        #expect(try Query(encoded: encoded)[name] == value)
    }

    @Test func `omissions are counted in letters`() {
        #expect(
            [0, 25, 26, 27, 701, 702].map(EvidenceView.letters) == [
                "a", "z", "aa", "ab", "zz", "aaa",
            ]
        )
    }
}
