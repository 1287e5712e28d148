import Diplomacy
import Foundation
import Testing
import Text

@testable import Reading

struct ClutterTests {
    @Test(arguments: [
        ("a teaser", "Read also: Sweden sends ships to its neighbour", Block.Discard.teaser),
        ("a Ukrainian teaser", "Читайте також: Швеція надіслала кораблі сусідам", .teaser),
        ("a Russian teaser", "Читайте также: Швеция отправила корабли соседям", .teaser),
        ("a German teaser", "Lesen Sie auch: Schweden schickt Schiffe", .teaser),
        ("the next post", "Next Sweden sends ships to its neighbour", .teaser),
        ("an advertisement", "Advertisement", .advertisement),
        ("a plea", "Підпишіться на наш канал у Telegram", .advertisement),
        ("a caption", "Photo: the harbour of Valletta at night", .caption),
        ("a navigation line", "Home > Politics > Europe", .navigation),
        ("a line of sections", "Politics | Economy | Culture", .navigation),
        ("a legal footer", "All rights reserved. Use only with a link", .legal),
        ("a Russian footer", "Все права защищены", .legal),
        ("an agency tag", "(skr/dpa)", .provenance),
        ("a source", "Source: Harbour News", .provenance),
        ("sharing", "Share this article", .social),
        ("a network", "Facebook", .social),
        ("a byline", "By: Ann Lee", .byline),
        ("a video box", "Video of the day", .video),
        ("a scrap of marks", "* * *", .navigation),
    ])
    func `clutter is left out with its reason`(
        _ what: String,
        _ line: String,
        _ reason: Block.Discard
    ) throws {
        let article = try Desk.read(Report.text([line]))
        #expect(article.reasons(line) == [reason])
        #expect(article.kept == [Report.headline] + Report.paragraphs)
    }

    @Test(arguments: [
        (
            "next week",
            "Next week the presidents meet in Ankara to sign the treaty that was put off."
        ),
        (
            "a topic",
            "По теме санкций президент заявил, что соседи не получат от него ни одного корабля."
        ),
        (
            "sharing intelligence",
            "Поділитися розвідданими союзники відмовилися ще в травні минулого року."
        ),
        (
            "sponsored",
            "Sponsored by its neighbour, the militia attacked the harbour for the second time."
        ),
        (
            "a video",
            "Im Video sagte der Minister, dass kein Schiff den Hafen verlassen werde, bevor er es will."
        ),
        (
            "a slash and a bar",
            "The treaty of 1951 / 1953 is in force, and neither of the two has ended it."
        ),
        (
            "words in brackets",
            "(The minister did not want to say which of the ships he had meant by that.)"
        ),
        (
            "a photo that is spoken of",
            "Photographs of the harbour show that the ships had never left it at all."
        ),
    ])
    func `a sentence of the report that begins as clutter does is kept`(
        _ what: String,
        _ line: String
    ) throws {
        #expect(try Desk.read(Report.text([line])).reasons(line) == [nil])
    }

    @Test func `the line before a credit is its caption`() throws {
        let caption = "Ships in the harbour of Valletta on Saturday"
        let article = try Desk.read(Report.text([caption, "Photo by Ann Lee"]))
        #expect(article.reasons(caption) == [.caption])
        #expect(article.reasons("Photo by") == [.credit])
        #expect(article.kept == [Report.headline] + Report.paragraphs)
    }

    @Test func `the copyright line at the end of the page leaves the last paragraph alone`() throws
    {
        let line = "© Harbour Globe 2024"
        let article = try Desk.read(Report.text([line], after: Report.paragraphs.count))
        #expect(article.reasons(line) == [.credit])
        #expect(article.kept == [Report.headline] + Report.paragraphs)
    }

    @Test func `recent posts are left out to the end of the page`() throws {
        let posts = [
            "Recent posts", "Sweden sends ships to Norway", "Norway thanks Sweden for the ships.",
        ]
        let article = try Desk.read(Report.text(posts, after: Report.paragraphs.count))
        #expect(posts.allSatisfy { article.reasons($0) == [.recentPosts] })
        #expect(article.kept == [Report.headline] + Report.paragraphs)
    }

    @Test func `a box of recent posts above the report does not swallow it`() throws {
        let text = (["Recent posts", Report.headline] + Report.paragraphs).joined(separator: "\n")
        let article = try Desk.read(text)
        #expect(article.reasons("Recent posts") == [.recentPosts])
        #expect(article.kept == [Report.headline] + Report.paragraphs)
    }

    @Test func `a lead that is printed twice is kept once`() throws {
        let article = try Desk.read(Report.text([Report.paragraphs[0]]))
        #expect(article.kept == [Report.headline] + Report.paragraphs)
        #expect(article.reasons(Report.paragraphs[0]) == [nil, .repeatedLead])
    }

    @Test func `a lead made of the report's own sentences is left out`() throws {
        let lead =
            "Left Valletta on Sunday without the treaty that they had come for; berths had been kept free "
            + "since the spring for nothing."
        let text = ([Report.headline, lead] + Report.paragraphs).joined(separator: "\n")
        let article = try Desk.read(text)
        #expect(article.reasons("Left Valletta") == [.repeatedLead])
        #expect(article.kept == [Report.headline] + Report.paragraphs)
    }

    @Test func `a name and an outlet behind the report are its byline`() throws {
        let text = Report.text(["Anna-Lena Brand, N.N."], after: Report.paragraphs.count)
        let article = try Desk.read(text)
        #expect(article.reasons("Anna-Lena") == [.byline])
        #expect(article.byline == "Anna-Lena Brand, N.N.")
        #expect(article.kept == [Report.headline] + Report.paragraphs)
        let last = Report.text(["Ministers left, Valletta stayed"], after: Report.paragraphs.count)
        #expect(try Desk.read(last).byline == nil)
    }

    @Test func `short lines above the headline are the site's`() throws {
        let article = try Desk.read("Harbour Globe\nSport\n" + Report.text([]))
        #expect(article.reasons("Harbour Globe") == [.siteName])
        #expect(article.reasons("Sport") == [.siteName])
        #expect(article.title == Report.headline)
    }

    @Test func `every reason can be given`() throws {
        let folder = try ResourceFolder().url("Clutter", of: "Reading")
        let words = try TableFile(folder.appending(path: "clutter.tsv"), columns: 3).rows
        let parts = try TableFile(folder.appending(path: "page-parts.tsv"), columns: 3).rows
        let given = Set((words + parts).map(\.cells[0]))
        let byPlace: Set<String> = ["repeated-lead", "site-name", "stamp", "too-long"]
        #expect(given.isDisjoint(with: byPlace))
        #expect(given.union(byPlace) == Set(Block.Discard.allCases.map(\.rawValue)))
    }

    @Test(arguments: [
        ("a reason", "navigatoin\tline\thome\n", "unknown reason 'navigatoin'"),
        ("a scope", "navigation\tlines\thome\n", "unknown scope 'lines'"),
    ])
    func `a mistake in the word list is named with its line`(
        _ what: String,
        _ line: String,
        _ problem: String
    ) throws {
        try Desk.inFolder { folder in
            try Data("# words\n\(line)".utf8).write(to: folder.appending(path: "clutter.tsv"))
            let error = #expect(throws: TableError.self) { try ClutterBook(folder) }
            #expect(error?.description.hasPrefix("clutter.tsv:2: \(problem). Use ") == true)
        }
    }
}
