import Diplomacy
import Testing

@testable import Reading

struct PublicationTests {
    private func published(
        _ stamp: String,
        declared: SourceDocument.Declared = .init(language: "en")
    ) throws -> Publication {
        let text = ([Report.headline, stamp] + Report.paragraphs).joined(separator: "\n")
        return try Desk.read(text, declared: declared).publication
    }

    @Test(arguments: [
        ("points and a clock", "16.01.2026, 23:32", "2026-01-16"),
        ("points and a point in the clock", "16.01.2026, 23.32", "2026-01-16"),
        ("one figure each", "3.4.2024", "2024-04-03"),
        ("an ISO instant", "2023-01-11T10:19:38Z", "2023-01-11"),
        ("an ISO day", "Updated: 2023-01-11 10:19", "2023-01-11"),
        ("a day that can be no month", "Published 25/10/2024", "2024-10-25"),
        ("a month that can be no day", "Published 10/25/2024", "2024-10-25"),
        ("the same number twice", "06/06/2024", "2024-06-06"),
        ("English, month first", "January 12, 2024", "2024-01-12"),
        ("English, day first", "12 January 2024, 6.30am", "2024-01-12"),
        ("an ordinal", "Posted on January 12th, 2024 by Ann Lee", "2024-01-12"),
        ("a short month", "Fri, 12 Jan 2024 08:15 GMT", "2024-01-12"),
        ("Ukrainian", "12 січня 2024, 09:40", "2024-01-12"),
        ("with the word for year", "П'ятниця, 12 січня 2024 року", "2024-01-12"),
        ("Russian", "12 января 2024 г.", "2024-01-12"),
        ("German", "12. Januar 2024, 9:40 Uhr", "2024-01-12"),
        ("Austrian", "12. Jänner 2024", "2024-01-12"),
        ("a clock between day and year", "07 березня, 11:05 2025 року", "2025-03-07"),
        (
            "a label, whatever stands beside it",
            "Text: Harbour staff. Posted 12.01.26, 5:15 pm. Updated some 5 hours ago", "2026-01-12"
        ),
        ("a sentence of its own", "Published on 12 January 2024.", "2024-01-12"),
    ])
    func `a stamp dates the article and is no part of the report`(
        _ what: String,
        _ stamp: String,
        _ day: String
    ) throws {
        let text = ([Report.headline, stamp] + Report.paragraphs).joined(separator: "\n")
        let article = try Desk.read(text)
        #expect(article.publication.interval?.edtf == day)
        #expect(article.publication.reasons == ["stamp '\(stamp.lowercased())'"])
        #expect(article.reasons(stamp) == [.stamp])
    }

    @Test(arguments: [
        ("am apart", "Created: 01/11/2023 11:10 am"), ("pm apart", "01/11/2023 11:10 PM"),
        ("am glued", "01/11/2023 11:10am"), ("pm glued", "Updated 01/11/2023, 11.10PM"),
    ])
    func `a clock with am and pm puts the month first`(_ what: String, _ stamp: String) throws {
        #expect(try published(stamp).interval?.edtf == "2023-01-11")
    }

    @Test func `the German word am is no clock`() throws {
        let interval = try published("Aktualisiert am 06/10/2024").interval
        #expect(interval?.edtf == "2024-06-10/2024-10-06")
    }

    @Test func `a stamp that is one of two days stays both, with its reason`() throws {
        let publication = try published("06/10/2024")
        #expect(publication.interval?.first.description == "2024-06-10")
        #expect(publication.interval?.last.description == "2024-10-06")
        #expect(publication.reasons == ["stamp that is 2024-06-10 or 2024-10-06"])
    }

    @Test func `another date decides between the two`() throws {
        let address = "https://globe.example/2024/10/06/ships"
        let publication = try published(
            "06/10/2024",
            declared: .init(language: "en", address: address)
        )
        #expect(publication.interval?.edtf == "2024-10-06")
        #expect(
            publication.reasons == [
                "the address", "stamp read as 2024-10-06, which another date confirms",
            ]
        )
    }

    @Test(arguments: [
        ("a sidebar's age", "4 hours ago"), ("yesterday", "Yesterday, 14:20"),
        ("a clock alone", "23:32"),
        ("a teaser's date", "Read also: Ships for Norway, 12 January 2020"),
        ("a German teaser's", "Lesen Sie auch: Schiffe für Norwegen (12.01.2020)"),
        ("a date in a sentence", "The treaty was signed by the two on 12 January 2020."),
        ("a short sentence", "Iran was bombed by Israel on 13 June 2023."),
        ("an impossible day", "31.02.2024"), ("a far year", "12.01.1871"),
        ("a number of a law", "Resolution 12/01/20"),
    ])
    func `what is no declaration of the article dates nothing`(
        _ what: String,
        _ line: String
    ) throws {
        let publication = try published(line)
        #expect(publication.interval == nil)
        #expect(publication.reasons == ["nothing on the page dates it"])
    }

    @Test func `a short sentence with a date is read, not taken for a stamp`() throws {
        let article = try Desk.read("Canada sent weapons to Kenya on 5 March 2021.")
        #expect(article.kept == ["Canada sent weapons to Kenya on 5 March 2021."])
    }

    @Test func `a date deep in the report is no stamp`() throws {
        let text =
            (Array(repeating: Report.paragraphs, count: 3).flatMap(\.self).enumerated()
            .map { "\($0.offset + 1)) \($0.element)" } + ["16.01.2026"]).joined(separator: "\n")
        #expect(try Desk.read(text).publication.interval == nil)
    }

    @Test(arguments: [
        ("folders", "https://globe.example/world/2023/01/11/ships.html", "2023-01-11"),
        ("hyphens", "https://globe.example/2023-01-11-ships", "2023-01-11"),
        ("a number of the article", "https://globe.example/world/20230111", nil),
        ("no day", "https://globe.example/2023/01/ships", nil),
        ("an impossible one", "https://globe.example/2023/13/45/", nil),
    ])
    func `an address may date the article`(_ what: String, _ address: String, _ day: String?) throws
    {
        let declared = SourceDocument.Declared(language: "en", address: address)
        let publication = try Desk.read(Report.text([]), declared: declared).publication
        #expect(publication.interval?.edtf == day)
        #expect(
            publication.reasons == [day == nil ? "nothing on the page dates it" : "the address"]
        )
    }

    @Test(arguments: [
        ("a day", "2024-06-03", "2024-06-03"),
        ("an instant", "2024-06-03T10:00:00+03:00", "2024-06-03"),
        ("a month", "2024-06", "2024-06"),
        ("an interval", "2024-06-01/2024-06-03", "2024-06-01/2024-06-03"),
    ])
    func `a row's own field goes first`(_ what: String, _ field: String, _ edtf: String) throws {
        let publication = try published(
            "16.01.2026",
            declared: .init(language: "en", published: field)
        )
        #expect(publication.interval?.edtf == edtf)
        #expect(publication.reasons == ["declared: '\(field)'", "stamp '16.01.2026'"])
    }
}
