import Diplomacy
import Foundation
import Testing

@testable import Reading

struct HTMLTests {
    /// Paragraphs as a page has them.
    private static let report = Report.paragraphs.map { "<p>\($0)</p>" }.joined()

    @Test(arguments: [
        (
            "nested tags", "<p>The <b>host <i>of</i> the</b> talks <a href='/x'>left</a>.</p>",
            "The host of the talks left."
        ),
        ("white space is one space", "<p>The\n   host\t of\r\n talks.</p>", "The host of talks."),
        ("a tag inside a word", "<p>Re<b>fu</b>sed.</p>", "Refused."),
        (
            "named entities", "<p>&laquo;Ja&raquo; &ndash; &Auml;rger &amp; Tee&hellip;</p>",
            "«Ja» – Ärger & Tee…"
        ),
        (
            "letters by name", "<p>&Ccedil;avu&#351;o&#x11F;lu, Orb&aacute;n, Pavlovi&cacute;.</p>",
            "Çavuşoğlu, Orbán, Pavlović."
        ),
        ("numbers that Windows made", "<p>Russia&#146;s &#150; its.</p>", "Russia’s – its."),
        (
            "an unknown entity stays", "<p>AT&T &unknown; R&D; 5 &lt; 6 it is.</p>",
            "AT&T &unknown; R&D; 5 < 6 it is."
        ),
        ("a no-break space stays one", "<p>10&nbsp;ships.</p>", "10\u{A0}ships."),
        (
            "scripts and styles say nothing",
            "<p>One<script>let a = '<p>no</p>'</script><style>p{}</style> two.</p>", "One two."
        ),
        ("nor do comments", "<p>One<!-- <p>no</p> --> two.</p>", "One two."),
    ])
    func `the words of a page are those that a reader sees`(
        _ what: String,
        _ html: String,
        _ words: String
    ) throws {
        let article = try Desk.page("<h1>\(Report.headline)</h1>\(html)\(Self.report)")
        #expect(article.kept.dropFirst().first == words)
    }

    @Test(arguments: [
        ("a plain word", "<p>The host left.</p>", "host"),
        ("behind an entity", "<p>Tom &amp; the host left.</p>", "host"),
        ("behind Cyrillic and an emoji", "<p>Київ 🇺🇦 &mdash; the host left.</p>", "host"),
        ("inside nested tags", "<p>The <b>old <i>host</i></b> left.</p>", "host"),
        ("the last word of a block", "<p>So left <b>the host</b></p>", "host"),
        ("over two words", "<p>So left <em>the host</em>, alone.</p>", "the host"),
    ])
    func `a word leads back to its bytes and scalars in the page`(
        _ what: String,
        _ html: String,
        _ words: String
    ) throws {
        let source =
            "<!DOCTYPE html><title>Ї</title><h1>\(Report.headline)</h1>\(html)\(Self.report)"
        let article = try Desk.read(source, as: .html)
        let found = try #require(article.text.range(of: words))
        let utf8 = article.text.utf8
        let start = utf8.distance(from: utf8.startIndex, to: found.lowerBound)
        let range = start..<(start + words.utf8.count)
        let place = article.sourceMap.place(ofByte: range.lowerBound, in: article.text)
        let end = article.sourceMap.end(ofByte: range.upperBound, in: article.text)
        #expect(String(decoding: Array(source.utf8)[place.byte..<end.byte], as: UTF8.self) == words)
        let scalars = Array(source.unicodeScalars)[
            Evidence(range: range, in: article).sourceScalars
        ]
        #expect(String(String.UnicodeScalarView(scalars)) == words)
    }

    @Test func `a range that ends with an entity holds all of it`() throws {
        let source = "<h1>\(Report.headline)</h1><p>He left&hellip;</p>\(Self.report)"
        let article = try Desk.read(source, as: .html)
        let scalars = Array(source.unicodeScalars)[
            Evidence(range: article.blocks[1].range, in: article).sourceScalars
        ]
        #expect(String(String.UnicodeScalarView(scalars)) == "He left&hellip;")
    }

    @Test(arguments: [
        ("a menu", "<nav><ul><li>Sweden sends ships</li></ul></nav>", Block.Discard.navigation),
        ("a page's header", "<header><p>Sweden sends ships</p></header>", .navigation),
        ("a footer", "<footer><p>Sweden sends ships</p></footer>", .legal),
        ("an aside", "<aside><p>Sweden sends ships</p></aside>", .recentPosts),
        ("a caption", "<figure><figcaption>Sweden sends ships</figcaption></figure>", .caption),
        (
            "a box by its class", "<div class='box related-posts'><p>Sweden sends ships</p></div>",
            .recentPosts
        ),
        ("a box by its id", "<div id='newsletter'><p>Sweden sends ships</p></div>", .advertisement),
        ("a byline", "<p class='byline'>Sweden sends ships</p>", .byline),
        (
            "a line of links", "<div><a href='/a'>Sweden sends</a> <a href='/b'>ships</a></div>",
            .navigation
        ),
    ])
    func `a part of the page that is no report is left out with its reason`(
        _ what: String,
        _ html: String,
        _ reason: Block.Discard
    ) throws {
        let article = try Desk.page("<h1>\(Report.headline)</h1>\(Self.report)\(html)")
        #expect(article.reasons("Sweden") == [reason])
        #expect(article.kept == [Report.headline] + Report.paragraphs)
    }

    @Test func `the header of an article holds its headline`() throws {
        let article = try Desk.page(
            "<article><header><h1>\(Report.headline)</h1></header>\(Self.report)</article>"
        )
        #expect(article.title == Report.headline)
        #expect(article.kept.first == Report.headline)
    }

    @Test func `loose words after an aside belong to what is around it`() throws {
        let body =
            "<div>Ships wait in the harbour.<aside>Sweden sends ships</aside>Nobody says for what."
            + "<p>\(Report.paragraphs[0])</p></div>"
        let article = try Desk.page(body)
        #expect(article.reasons("Nobody") == [nil])
        #expect(article.reasons("Sweden") == [.recentPosts])
    }

    @Test(arguments: [
        ("inside a word", "<h1>Ships do not come</h1><p>The host waits for the shi"),
        ("inside a tag", "<h1>Ships do not come</h1><p>The host waits for the <a hre"),
        ("inside an entity", "<h1>Ships do not come</h1><p>The host waits for the &nb"),
        ("inside a script", "<h1>Ships do not come</h1><p>The host waits for the</p><script>let a"),
        ("inside a comment", "<h1>Ships do not come</h1><p>The host waits for the</p><!-- cut"),
    ])
    func `a page that was cut gives the words before the cut`(_ what: String, _ html: String) throws
    {
        let article = try Desk.read(html, as: .html)
        #expect(article.title == "Ships do not come")
        #expect(article.kept.last?.hasPrefix("The host waits for the") == true)
    }

    @Test func `the page's fields name its outlet, author, address and title`() throws {
        let head = """
            <meta property="og:site_name" content="Harbour Globe">
            <meta property="og:title" content="Ministers &amp; ships">
            <meta name="Author" content="Ann Lee">
            <link rel="canonical" href="https://globe.example/ships">
            """
        let article = try Desk.page("<h1>\(Report.headline)</h1>\(Self.report)", head: head)
        #expect(article.outlet == "Harbour Globe")
        #expect(article.title == "Ministers & ships")
        #expect(article.byline == "Ann Lee")
        #expect(article.address == "https://globe.example/ships")
    }

    @Test(arguments: [
        (
            "published_time",
            "<meta property='article:published_time' content='2025-09-19T06:30:00+01:00'>",
            "2025-09-19"
        ),
        ("schema.org", "<meta itemprop='datePublished' content='2025-09-19'>", "2025-09-19"),
        ("Dublin Core", "<meta name='DC.date.issued' content='2025-09-19'>", "2025-09-19"),
        (
            "the day of a change only",
            "<meta property='article:modified_time' content='2025-09-19'>", nil
        ),
    ])
    func `a field may date the page`(_ what: String, _ head: String, _ day: String?) throws {
        let article = try Desk.page("<h1>\(Report.headline)</h1>\(Self.report)", head: head)
        #expect(article.publication.interval?.edtf == day)
    }

    @Test func `the time of a teaser inside the article dates nothing`() throws {
        let time = "<time datetime='2020-01-01'>once</time>"
        let headline = "<article><h1>\(Report.headline)</h1>"
        let teaser = try Desk.page("\(headline)<aside>\(time)</aside>\(Self.report)</article>")
        #expect(teaser.publication.interval == nil)
        let own = try Desk.page("\(headline)\(time)\(Self.report)</article>")
        #expect(own.publication.interval?.edtf == "2020-01-01")
    }
}
