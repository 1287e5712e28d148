import Diplomacy
import Ledger
import Testing

@testable import Site

@Suite struct EvidenceTests {
    @Test func `quotes that overlap are cut into pieces that each quote covers whole`() {
        let text = LitText(
            block: 10..<40,
            statements: [12..<25, 20..<35, 5..<12],
            omissions: [38..<50]
        )
        #expect(text.pieces.map(\.range) == [10..<12, 12..<20, 20..<25, 25..<35, 35..<38, 38..<40])
        #expect(text.pieces.map(\.statements) == [[2], [0], [0, 1], [1], [], []])
        #expect(text.pieces.map(\.endingStatements) == [[2], [], [0], [1], [], []])
        #expect(text.pieces[5].omissions == [0])
        // The omission goes on in the next block, so its letter stands there.
        #expect(text.pieces[5].endingOmissions == [])
    }

    @Test func `no words are lost or doubled, however the ranges lie`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let ranges = (0..<6).map { _ in
                let start = Int.random(in: 0..<60, using: &generator)
                return start..<Int.random(in: start...60, using: &generator)
            }
            let text = LitText(
                block: 10..<50,
                statements: ranges,
                omissions: Array(ranges.suffix(2))
            )
            #expect(text.pieces.first?.range.lowerBound == 10)
            #expect(text.pieces.last?.range.upperBound == 50)
            for (one, next) in zip(text.pieces, text.pieces.dropFirst()) {
                #expect(one.range.upperBound == next.range.lowerBound)
            }
        }
    }

    @Test func `what did not come is said in words, not by colour alone`() async throws {
        let page = try await Visitor(Samples.iran).get("/article/a1000000000000aa").body
        #expect(page.contains("<b><bdi>Russia</bdi></b> gave no troops to <b><bdi>Iran</bdi></b>"))
        #expect(page.contains("aid, not done"))
        #expect(page.contains("✕2</a>"))
    }

    @Test func `every statement and omission has a note, and each note leads back to its words`()
        async throws
    {
        let page = try await Visitor(Samples.iran).get("/article/a1000000000000aa").body
        for id in ["51", "52", "53"] {
            #expect(page.contains("id=\"s-\(id)\""))
            #expect(page.contains("href=\"#s-\(id)\""))
            #expect(page.contains("id=\"r-\(id)\""))
            #expect(page.contains("href=\"#r-\(id)\""))
        }
        #expect(page.contains("Not coded: nobody is named to whom it was done"))
        #expect(page.contains("Left out, caption:"))
        #expect(page.contains("Reuters"))
        #expect(page.contains("14 June 2025"))
    }

    @Test
    func
        `blocks in a row that are no part of the report fold into a line with their reasons, one alone does not`()
        async throws
    {
        let menu = Samples.Paragraph("Home", discard: .navigation)
        let article = Samples.article(
            "c9",
            [
                menu, Samples.Paragraph("World", discard: .navigation),
                Samples.Paragraph("By our correspondent", discard: .byline),
                Samples.Paragraph("Iran spoke."), menu, Samples.Paragraph("Russia did not."),
            ]
        )
        let page = try await Visitor(CodedArticle(article: article, statements: [], omissions: []))
            .get(
                "/article/c9"
            ).body
        #expect(MarkupCheck.mistake(in: page) == nil)
        let folded = page.matches(of: /<details class="left-out run"><summary>(.*?)<\/summary>/)
        #expect(folded.map { String($0.1) } == ["3 blocks left out here: navigation, byline"])
        // Nothing of it is lost.
        #expect(page.matches(of: /Left out, navigation:/).count == 3)
        #expect(
            page.contains(
                "<p class=\"counts\">no statements · no passages not coded · 4 blocks left out</p>"
            )
        )
    }

    @Test func `hostile text is shown and does nothing`() async throws {
        let visitor = try Visitor(Samples.hostile)
        for path in [
            "/", "/?lang=uk", "/brief", "/cases", "/disagreements", "/sources", "/article/b2",
            "/statement/61", "/articles", "/search?q=thank", "/pair/IRN/RUS",
            "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        ] {
            let page = try await visitor.get(path).body
            #expect(MarkupCheck.mistake(in: page) == nil, "\(path)")
            #expect(!page.contains("<script>"), "\(path)")
            #expect(!page.contains("<img"), "\(path)")
            #expect(!page.contains("\u{202E}"), "\(path)")
            #expect(!page.contains("\u{1B}"), "\(path)")
            #expect(!page.contains("href=\"javascript:"), "\(path)")
        }
        let article = try await visitor.get("/article/b2").body
        #expect(article.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(article.contains("[U+202E]did not[U+202C]"))
    }

    @Test func `a statement's page has its trail and a citation`() async throws {
        let page = try await Visitor(Samples.iran).get("/statement/52").body
        #expect(page.contains("verb &#39;sent&#39; (aid)"))
        #expect(
            page.contains(
                "“Israel but did not send troops to Iran” (Reuters, quoting Abbas Araghchi), Example Post"
            )
        )
        #expect(page.contains("retrieved 2026-02-01"))
        #expect(page.contains("<span class=\"source\"><bdi>Example Post</bdi>"))
    }

    @Test func `links keep the two clocks`() async throws {
        let page = try await Visitor(Samples.iran).get(
            "/brief?actor=IRN&on=2025-06-30&known-by=2025-07-01"
        ).body
        #expect(page.contains("/pair/RUS/IRN?on=2025-06-30&amp;known-by=2025-07-01"))
        #expect(page.contains("as true on"))
    }

    @Test func `what became known later is not in an earlier brief`() async throws {
        let page = try await Visitor(Samples.iran).get("/brief?known-by=2025-06-01").body
        #expect(page.contains("No article was known on the days asked for"))
    }

    @Test
    func `what was not read of a very long article is shown by its beginning, with the reason`()
        async throws
    {
        let rest = String(repeating: "Слова, слова. ", count: 20_000)
        let article = Samples.article(
            "l1",
            [Samples.Paragraph("Moscow sent arms."), Samples.Paragraph(rest, discard: .tooLong)],
            published: "2025-06-14"
        )
        let visitor = try Visitor(CodedArticle(article: article, statements: [], omissions: []))
        let page = try await visitor.get("/article/l1").body
        #expect(page.contains("not read, because the article, or a sentence of it, is longer"))
        #expect(page.utf8.count < 60_000)
        #expect(!page.contains("\u{FFFD}"))
    }
}
