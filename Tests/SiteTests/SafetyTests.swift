import Foundation
import Ledger
import Testing

@testable import Site

/// Who is answered, and how often.
@Suite struct SafetyTests {
    private static let token = "a-token-of-thirty-letters-or-so"

    private func guarded() throws -> Visitor {
        let admission = try #require(Admission(names: ["casus.example"], token: Self.token))
        return try Visitor(Samples.ledger(Samples.iran), admission: admission)
    }

    @Test func `a token that could be guessed is refused`() {
        #expect(Admission(names: [], token: "short") == nil)
    }

    @Test(arguments: ["/", "/cases", "/api/v1/statements", "/feed.atom"])
    func `without the token nothing is shown`(_ path: String) async throws {
        let answer = try await guarded().get(path, host: "casus.example")
        #expect(answer.status == 401)
        #expect(!answer.body.contains("Iran"))
    }

    @Test func `a person opens the site once with the token, and a cookie keeps it`() async throws {
        let visitor = try guarded()
        let answer = try await visitor.get("/?token=\(Self.token)", host: "casus.example")
        #expect(answer.status == 303)
        let cookie = try #require(answer.headers["set-cookie"])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        let pair = String(cookie.prefix { $0 != ";" })
        let page = try await visitor.get("/", host: "casus.example", headers: [("Cookie", pair)])
        #expect(page.status == 200)
    }

    @Test func `a program sends the token with each request`() async throws {
        let visitor = try guarded()
        let right = try await visitor.get(
            "/api/v1/actors",
            headers: [("Authorization", "Bearer \(Self.token)")]
        )
        #expect(right.status == 200)
        let wrong = try await visitor.get(
            "/api/v1/actors",
            headers: [("Authorization", "Bearer \(Self.token)x")]
        )
        #expect(wrong.status == 401)
    }

    @Test(arguments: ["http://evil.example", "null", "https://localhost.evil.example"])
    func `a page of another site is not answered`(_ origin: String) async throws {
        let answer = try await Visitor(Samples.iran).get("/", headers: [("Origin", origin)])
        #expect(answer.status == 403)
    }

    @Test func `the site's own pages may ask`() async throws {
        let answer = try await Visitor(Samples.iran).get(
            "/api/v1/actors",
            headers: [("Origin", "http://localhost:8080")]
        )
        #expect(answer.status == 200)
    }

    @Test func `a visitor from elsewhere who asks too often waits`() async throws {
        let visitor = try guarded()
        let bearer = [("Authorization", "Bearer \(Self.token)")]
        for _ in 0..<Int(RateGuard.burst) {
            #expect(try await visitor.get("/about", headers: bearer).status == 200)
        }
        #expect(try await visitor.get("/about", headers: bearer).status == 429)
    }

    @Test func `a page that has not changed is not sent again, and a write changes it`()
        async throws
    {
        let ledger = try Samples.ledger(Samples.iran)
        let visitor = try Visitor(ledger)
        let first = try await visitor.get("/?actor=RUS")
        let tag = try #require(first.headers["etag"])
        let again = try await visitor.get("/?actor=RUS", headers: [("If-None-Match", tag)])
        #expect(again.status == 304 && again.body.isEmpty)
        #expect(try await visitor.get("/?actor=RUS").body == first.body)
        _ = try ledger.record(Samples.years, readOn: Samples.today, source: nil)
        let later = try await visitor.get("/?actor=RUS", headers: [("If-None-Match", tag)])
        #expect(later.status == 200 && later.body != first.body)
    }

    @Test func `scripts come from files of the site alone`() async throws {
        let page = try await Visitor(Samples.iran).get("/")
        let policy = try #require(page.headers["content-security-policy"])
        #expect(policy.contains("script-src 'self'") && !policy.contains("unsafe"))
        let scripts = page.body.components(separatedBy: "<script").dropFirst()
        #expect(scripts.count == 2)
        #expect(scripts.allSatisfy { $0.hasPrefix(" src=\"/assets/") })
    }
}
