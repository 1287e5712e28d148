import Diplomacy
import Testing

@testable import Reading

struct PlainTextTests {
    private func lines(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return PlainText.blocks(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test(arguments: [
        ("a line is a block", "One.\nTwo.", ["One.", "Two."]),
        ("empty lines part, and are none", "One.\n\n \n\nTwo.\n", ["One.", "Two."]),
        ("Windows ends of line", "One.\r\nTwo.\r\n", ["One.", "Two."]),
        (
            "white space at the borders", "\t One. \u{A0}\n\u{A0}\u{A0}Two.\u{200B}",
            ["One.", "Two."]
        ),
        ("a byte-order mark", "\u{FEFF}One.\nTwo.", ["One.", "Two."]),
        ("a no-break space inside stays", "10\u{A0}ships.", ["10\u{A0}ships."]),
        (
            "a broken sentence", "The report by the\nministry was late.",
            ["The report by the\nministry was late."]
        ),
        (
            "a name in a line of its own",
            "It was reported by the\nOffice for Harbours\nin its letter.",
            ["It was reported by the\nOffice for Harbours\nin its letter."]
        ),
        (
            "a mark alone goes back", "He cited Reuters\n, and left.",
            ["He cited Reuters\n, and left."]
        ),
        (
            "a headline stays apart", "Ships do not come\nThe host waits.",
            ["Ships do not come", "The host waits."]
        ),
        ("a whole sentence stays apart", "It ended.\nand so on", ["It ended.", "and so on"]),
        ("nothing", "\n \r\n\u{FEFF}", []),
    ])
    func `a text is divided into blocks`(_ what: String, _ text: String, _ blocks: [String]) {
        #expect(lines(text) == blocks)
    }

    @Test
    func `offsets are those of the file through marks, no-break spaces and combining letters`()
        throws
    {
        let text =
            "\u{FEFF}Заголовок про угоду\r\n\r\nУкраї\u{308}на\u{A0}чекає “кораблі”.\r\nІ ось.\r\n"
        let article = try Desk.read(text, declared: .init(language: "uk"))
        #expect(article.text == text)
        #expect(
            article.kept == [
                "Заголовок про угоду", "Украї\u{308}на\u{A0}чекає “кораблі”.", "І ось.",
            ]
        )
        let range = try #require(article.blocks.last).range
        let scalars = Array(text.unicodeScalars)
        let evidence = Evidence(range: range, in: article)
        #expect(String(String.UnicodeScalarView(scalars[evidence.sourceScalars])) == "І ось.")
    }

    @Test(arguments: [
        ("the first line", "Ministers meet\nThey met.", "Ministers meet"),
        ("one with a question mark", "Will they meet?\nThey met.", "Will they meet?"),
        ("not a sentence", "They met in the harbour.\nThen they left.", nil),
        ("not the only line", "Ministers meet", nil),
        (
            "not the site's name", "Globe\nMinisters meet at last in Valletta\nThey met.",
            "Ministers meet at last in Valletta"
        ),
    ])
    func `the title is the headline`(_ what: String, _ text: String, _ title: String?) throws {
        #expect(try Desk.read(text).title == title)
    }

    @Test func `a declared title goes before the headline`() throws {
        let article = try Desk.read(
            Report.text([]),
            declared: .init(language: "en", title: "Another title")
        )
        #expect(article.title == "Another title")
    }

    @Test func `a short line inside the report is a heading`() throws {
        let article = try Desk.read(Report.text(["What about the ships"]))
        #expect(article.blocks.map(\.role).count { $0 == .heading } == 1)
        #expect(article.blocks[0].role == .title)
        #expect(article.blocks.filter { $0.role == .paragraph }.count == Report.paragraphs.count)
    }

    @Test func `the same article has the same id, and a changed one another`() throws {
        let first = try Desk.read(Report.text([]))
        #expect(try Desk.read(Report.text([])).id == first.id)
        #expect(try Desk.read(Report.text(["One more."])).id != first.id)
        let elsewhere = try Desk.read(
            Report.text([]),
            declared: .init(language: "en", outlet: "Globe")
        )
        #expect(elsewhere.id != first.id)
    }
}
