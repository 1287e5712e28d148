import Diplomacy
import Ledger
import Testing

@testable import Site

/// Two persons at one machine: each says on the desk who decides, and no decision goes under another's name.
@Suite struct ReviewerTests {
    private func introduce(
        _ name: String,
        _ visitor: Visitor,
        as before: Reviewer = ReviewDesk.reviewer,
        headers: [(String, String)] = []
    ) async throws -> Visitor.Answer {
        let fields = [("token", before.token), ("reviewer", name), ("keep-lang", "uk")]
        return try await visitor.post("/reviewer", fields, headers: headers)
    }

    /// What a browser sends after `answer`.
    private func cookie(_ answer: Visitor.Answer) throws -> [(String, String)] {
        let line = try #require(answer.headers["set-cookie"])
        #expect(line.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
        return [("Cookie", "other=1; \(line.prefix { $0 != ";" })")]
    }

    @Test func `who says so on the desk decides from then on, in this browser alone`() async throws
    {
        let (ledger, visitor) = try ReviewDesk.open()
        #expect(
            try await visitor.get("/review").body.contains("You decide as <b><bdi>Olha</bdi></b>")
        )
        let answer = try await introduce("  Bohdan   Ї. ", visitor)
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == "/review?lang=uk")
        let bohdan = try cookie(answer)
        let page = try await visitor.get("/review", headers: bohdan).body
        #expect(MarkupCheck.mistake(in: page) == nil)
        #expect(page.contains("You decide as <b><bdi>Bohdan Ї.</bdi></b>"))
        let token = ReviewDesk.reviewer.named("Bohdan Ї.").token
        #expect(page.contains("name=\"token\" value=\"\(token)\""))
        let accept = [("token", token), ("id", "71"), ("action", "accept")]
        #expect(try await visitor.post("/review", accept, headers: bohdan).status == 303)
        #expect(try ledger.history(of: "71").map(\.decision.reviewer) == ["Bohdan Ї."])
        // What is kept for one is not shown to the other.
        #expect(try await visitor.get("/review").body.contains("<bdi>Olha</bdi>"))
        #expect(
            try await visitor.get("/review", headers: bohdan).body.contains("<bdi>Bohdan Ї.</bdi>")
        )
    }

    @Test func `a form that was made for one is refused to another`() async throws {
        let (ledger, visitor) = try ReviewDesk.open()
        let bohdan = try cookie(try await introduce("Bohdan", visitor))
        for (token, headers) in [
            (ReviewDesk.reviewer.token, bohdan), (ReviewDesk.reviewer.named("Bohdan").token, []),
        ] {
            let fields = [("token", token), ("id", "71"), ("action", "accept")]
            #expect(try await visitor.post("/review", fields, headers: headers).status == 403)
        }
        #expect(try ledger.history(of: "71").isEmpty)
    }

    @Test(arguments: ["", " ", "a\u{7}b", String(repeating: "а", count: Reviewer.longestName + 1)])
    func `what is no name is refused, and a cookie that holds it means nobody`(
        _ name: String
    ) async throws {
        let visitor = try ReviewDesk.open().visitor
        let answer = try await introduce(name, visitor)
        #expect(answer.status == 400)
        #expect(answer.headers["set-cookie"] == nil)
        let value = Cookie(name: "casus-reviewer", value: name).line.prefix { $0 != ";" }
        let page = try await visitor.get("/review", headers: [("Cookie", String(value))]).body
        #expect(page.contains("<bdi>Olha</bdi>"))
    }

    @Test func `another site introduces nobody`() async throws {
        let visitor = try ReviewDesk.open().visitor
        let foreign = [("Sec-Fetch-Site", "cross-site")]
        #expect(try await introduce("Mallory", visitor, headers: foreign).status == 403)
        let stranger = Reviewer(name: "Olha", secret: "a secret of another site")
        #expect(try await introduce("Mallory", visitor, as: stranger).status == 403)
    }

    @Test func `where the site only shows nobody decides, whatever a browser remembers`()
        async throws
    {
        let visitor = try Visitor(Samples.ledger(Samples.years))
        let eve = [("Cookie", "casus-reviewer=Mallory")]
        let page = try await visitor.get("/review", headers: eve).body
        #expect(!page.contains("/reviewer") && !page.contains("Mallory"))
        #expect(try await introduce("Mallory", visitor).status == 405)
        let accept = [("token", ReviewDesk.reviewer.token), ("id", "71"), ("action", "accept")]
        #expect(try await visitor.post("/review", accept, headers: eve).status == 405)
    }
}
