import Hummingbird
import Ledger
import Testing

@Suite struct RouteTests {
    private static let pages = [
        "/", "/?actor=RUS", "/?actor=rus&on=2025-06-20&known-by=2025-07-01", "/?actor=FJI",
        "/?since=2020-01-01", "/brief?actor=IRN", "/cases", "/cases?actor=RUS",
        "/commitments?actor=ARM",
        "/commitments?on=2024-01-01", "/commitments?after=aukus-2021", "/disagreements?kind=echo",
        "/sources", "/outlook", "/review", "/review?lang=uk&skip=1", "/agreement",
        "/outlook?lang=uk",
        "/?lang=uk", "/pair/RUS/IRN?lang=uk", "/cases?lang=uk", "/?lang=xx",
        "/?actor=&on=&known-by=", "/pair/RUS/IRN", "/pair/IRN/FJI", "/pair/IGO:NATO/USA",
        "/article/a1000000000000aa", "/article/a1", "/statement/52", "/articles", "/search",
        "/search?q=troops", "/search?q=%D0%BC%D0%B8%D1%80+%22",
        "/search?actor=RUS&polarity=not_done", "/search?from=2025-01-01&to=2025-06-30",
        "/search?q=did+they+send+troops&published-to=2026-01-01&export=",
        "/search?q=troops&act=aid&lang=uk",
        "/article/a1?lang=uk", "/statement/52?lang=uk", "/about", "/about?lang=uk",
        "/brief?lang=uk",
    ]

    @Test(arguments: pages)
    func `a page answers, well formed and with its safety headers`(_ path: String) async throws {
        let answer = try await Visitor(Samples.iran, Samples.hostile).get(path)
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
        #expect(MarkupCheck.mistake(in: answer.body) == nil)
        #expect(answer.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
        #expect(answer.headers["content-security-policy"]?.contains("unsafe") == false)
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(answer.headers["referrer-policy"] == "same-origin")
    }

    @Test(arguments: pages)
    func `an empty ledger gives pages that say why they are empty`(_ path: String) async throws {
        let answer = try await Visitor().get(path)
        let isOfSomething = path.contains("/article/") || path.contains("/statement/")
        #expect(answer.status == (isOfSomething ? 404 : 200))
        #expect(MarkupCheck.mistake(in: answer.body) == nil)
    }

    @Test func `the first page of an empty ledger tells how to fill it`() async throws {
        let answer = try await Visitor().get("/")
        #expect(answer.body.contains("Run “casus read”"))
    }

    @Test(arguments: ["/article/ffff", "/statement/ffff", "/nothing", "/api/v1/articles/ffff"])
    func `what is not there is a friendly 404`(_ path: String) async throws {
        let answer = try await Visitor(Samples.iran).get(path)
        #expect(answer.status == 404)
        #expect(answer.headers["content-security-policy"] != nil)
        let isJSON = path.hasPrefix("/api")
        #expect(answer.headers["content-type"]?.contains(isJSON ? "json" : "html") == true)
        #expect(!answer.body.contains("Error") && !answer.body.contains("/work/"))
    }

    @Test func `an id that fits several says so`() async throws {
        let answer = try await Visitor(Samples.iran).get("/statement/5")
        #expect(answer.status == 404)
        #expect(answer.body.contains("begins several ids of the ledger (51, 52, 53)"))
    }

    @Test(arguments: [
        ("/?on=2025-13-01", "on"), ("/?known-by=yesterday", "known-by"),
        ("/?actor=%3Cscript%3E", "actor"), ("/api/v1/statements?act=hug", "act"),
        ("/api/v1/statements?limit=0", "limit"), ("/search?from=2025-02-01&to=2025-01-01", "from"),
    ])
    func `a value that means nothing is refused in words`(path: String, name: String) async throws {
        let answer = try await Visitor(Samples.iran).get(path)
        #expect(answer.status == 400)
        #expect(!answer.body.contains("<script>"))
    }

    @Test func `a search that is too long is refused`() async throws {
        let visitor = try Visitor(Samples.iran)
        let long = String(repeating: "a", count: 300)
        #expect(try await visitor.get("/search?q=\(long)").status == 400)
        let longer = String(repeating: "a", count: 5000)
        #expect(try await visitor.get("/search?q=\(longer)").status == 414)
    }

    @Test(arguments: [
        "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "localhost:80@evil",
        "",
    ])
    func `a request under a foreign name is refused`(_ host: String) async throws {
        let answer = try await Visitor(Samples.iran).get("/", host: host)
        #expect(answer.status == 421)
        #expect(!answer.body.contains("Russia"))
    }

    @Test(arguments: ["localhost", "LOCALHOST:9", "127.0.0.1:8080", "[::1]:8080", "[::1]"])
    func `this machine's own names are answered`(_ host: String) async throws {
        #expect(try await Visitor(Samples.iran).get("/about", host: host).status == 200)
    }

    @Test func `only reading is possible`() async throws {
        let answer = try await Visitor(Samples.iran).get("/", method: .post)
        #expect(answer.status == 405)
        #expect(answer.headers["allow"] == "GET, HEAD")
    }

    @Test func `a style sheet comes under its hash, and not again when it is known`() async throws {
        let visitor = try Visitor(Samples.iran)
        let page = try await visitor.get("/about").body
        let path = try #require(page.firstMatch(of: /href="(\/assets\/[0-9a-f]+\/1-base\.css)"/)?.1)
        let answer = try await visitor.get(String(path))
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/css; charset=utf-8")
        #expect(answer.headers["cache-control"]?.contains("immutable") == true)
        let tag = try #require(answer.headers["etag"])
        let again = try await visitor.get(String(path), headers: [("If-None-Match", tag)])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        #expect(try await visitor.get("/assets/0/..%2F..%2FPackage.swift").status == 404)
    }

    @Test(arguments: [
        ("article/a1", "known-by=2025-06-13", "was not known on 2025-06-13"),
        ("article/a1", "on=2025-05-01", "had happened by then"),
        ("statement/52", "known-by=2025-06-13", "Its article became known on 2025-06-14"),
        ("statement/51", "on=2025-06-13", "had not happened yet"),
        ("statement/52", "on=2025-06-13", "had not happened yet"),
    ])
    func `what was not known or had not happened on the days asked for is not shown`(
        path: String,
        days: String,
        words: String
    ) async throws {
        let visitor = try Visitor(Samples.iran)
        let places = ["/\(path)", "/api/v1/\(path.replacing("/", with: "s/"))"]
        for place in places {
            let answer = try await visitor.get("\(place)?\(days)")
            #expect(answer.status == 404, "\(place)")
            #expect(answer.body.contains(words), "\(place)")
            #expect(!answer.body.contains("Araghchi"), "\(place)")
            let later = days.replacing(/=.*/, with: "=2025-06-14")
            #expect(try await visitor.get("\(place)?\(later)").status == 200, "\(place)")
        }
    }

    @Test func `a commitment that was made later was not known`() async throws {
        let visitor = try Visitor()
        func names(_ days: String) async throws -> Bool {
            try await visitor.get("/api/v1/commitments?limit=1000&\(days)").body
                .contains("\"aukus-2021\"")
        }
        #expect(try await names("known-by=2022-01-01"))
        #expect(try await !names("known-by=2020-01-01"))
    }
}
