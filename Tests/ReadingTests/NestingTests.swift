import Diplomacy
import Testing

@testable import Reading

/// A page must never cost more than it is worth.
struct NestingTests {
    private func deepest(_ html: String) -> Int { TagDepth.deepest(Array(html.utf8)) }

    @Test func `five thousand nested elements are refused with a cure`() throws {
        let count = 5_000
        let html =
            String(repeating: "<div>", count: count) + Report.paragraphs[0]
            + String(repeating: "</div>", count: count)
        let error = #expect(throws: ReadingError.self) { try Desk.page(html) }
        #expect(error?.kind == .tooDeep)
        #expect(
            error?.description
                == "test: elements are nested more than 4000 deep. The page is broken or "
                + "hostile; save the article as plain text."
        )
    }

    @Test func `a thousand nested elements are read`() throws {
        let html =
            String(repeating: "<div>", count: 1_000) + "<p>\(Report.paragraphs[0])</p>"
            + String(repeating: "</div>", count: 1_000)
        #expect(try Desk.page(html).kept == [Report.paragraphs[0]])
    }

    @Test(arguments: [
        ("nothing", "no tags, 5 < 6 and a<3", 0), ("one", "<p><b>a</b></p>", 1),
        ("side by side", "<div></div><div></div>", 1),
        ("nested", "<div><ul><li><a>x</a></li></ul></div>", 3),
        ("without end tags", "<p>a<br>b<img src=x><p>c", 0),
        ("a left-out end tag", "<div><span></div><div><span></div>", 2),
        ("a comment", "<!-- <div><div> --><b></b>", 1), ("a cut comment", "<div><!-- <div>", 1),
        ("comparisons of a program", "<script>for(i=0;i<n;i<m){a<b}</script><b></b>", 1),
        ("a drawing", "<svg><path d=''/><path d=''/><g><circle/></g></svg>", 2),
        ("capitals", "<DIV></Div><dIv></DIV>", 1),
    ])
    func `depth is counted as a browser nests`(_ what: String, _ html: String, _ depth: Int) {
        #expect(deepest(html) == depth)
    }

    @Test(arguments: [
        ("end tags of what was never opened", "<div></p></x></b>"),
        ("end tags in comments", "<div><!-- </div> -->"),
        ("end tags across another element", "<b><div></b>"),
        ("end tags that a table keeps in", "<div><table></div>"),
        ("tags that close themselves outside a drawing", "<div/>"),
        ("drawings that are left", "<svg><div><path/>"),
    ])
    func `no trick hides the depth`(_ what: String, _ piece: String) {
        #expect(deepest(String(repeating: piece, count: 5_000)) > HTMLReader.deepestNesting)
    }

    @Test func `a page with many programs and drawings is no deep page`() throws {
        let program = "<script>for(let i=0;i<n;i++){if(a<b){c<d}}</script>"
        let drawing = "<svg><path d='M0 0'/><use href='#a'/></svg>"
        let html = String(repeating: "<p>\(program)\(drawing)</p>", count: 2_000)
        #expect(
            try Desk.page(html + "<p>\(Report.paragraphs[0])</p>").kept == [Report.paragraphs[0]]
        )
    }
}
