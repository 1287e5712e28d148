import Diplomacy
import Foundation
import Ledger
import Testing

@testable import Site

/// What the desk refuses is said in words and changes nothing.
@Suite struct ReviewRefusalTests {
    @Test func `where one of many is refused, none is decided`() async throws {
        let (ledger, visitor) = try ReviewDesk.open()
        let fields = [("pick-71", "on"), ("pick-99", "on"), ("action", "accept-all")]
        #expect(try await visitor.decide(fields).status == 400)
        #expect(try await visitor.decide([("action", "accept-all")]).status == 400)
        #expect(
            try await visitor.decide([("pick-71", "on"), ("action", "reject-all")]).status == 400,
            "without a reason"
        )
        #expect(try ledger.history().isEmpty)
    }

    @Test func `what is refused comes back beside the form with what was typed`() async throws {
        let (ledger, visitor) = try ReviewDesk.open()
        let answer = try await visitor.decide([
            ("id", "71"), ("action", "correct"), ("source", "Irann"), ("act", "aid"),
            ("polarity", "not_done"), ("modality", "fact"), ("words", "it was the other"),
            ("keep-lang", "uk"),
        ]
        )
        #expect(answer.status == 400)
        #expect(MarkupCheck.mistake(in: answer.body) == nil)
        #expect(answer.body.contains("Casus не знає учасника з назвою «Irann»."))
        #expect(answer.body.contains("Може, це: Iran (IRN)?"))
        #expect(answer.body.contains("name=\"source\" type=\"text\" value=\"Irann\""))
        #expect(answer.body.contains("value=\"it was the other\""))
        #expect(answer.body.contains("<option value=\"not_done\" selected>"))
        #expect(answer.body.contains("<details class=\"more\" open>"))
        #expect(try ledger.history().isEmpty)
        let marked = [("pick-71", "on"), ("action", "reject-all")]
        let many = try await visitor.decide(marked).body
        #expect(many.contains("A rejection needs a reason."))
        #expect(many.contains("name=\"pick-71\" checked") || many.contains("value=\"71\""))
    }

    @Test func `a party is named in any language, and no new one can be made up`() async throws {
        let (ledger, visitor) = try ReviewDesk.open()
        func correct(_ source: String) async throws -> Int {
            try await visitor.decide([
                ("id", "71"), ("action", "correct"), ("source", source), ("target", "IRN"),
                ("act", "cooperate"), ("polarity", "done"), ("modality", "fact"),
            ]
            ).status
        }
        #expect(try await correct("Atlantis") == 400)
        #expect(try await correct("UKRAINE") == 303)
        #expect(try ledger.statement("71")?.statement.source == ActorCode("UKR"))
        #expect(try await correct("сирія") == 303)
        #expect(try ledger.statement("71")?.statement.source == ActorCode("SYR"))
    }

    @Test(arguments: [
        [("action", "reject")], [("action", "hug")], [("action", "correct"), ("source", "RUS")],
        [
            ("action", "correct"), ("source", "RUS"), ("act", "aid"), ("polarity", "done"),
            ("modality", "fact"), ("date", "soon"),
        ],
    ])
    func `a decision that says nothing is refused in words`(fields: [(String, String)]) async throws
    {
        let (ledger, visitor) = try ReviewDesk.open()
        let answer = try await visitor.decide([("id", "71")] + fields)
        #expect(answer.status == 400)
        #expect(try ledger.history().isEmpty)
    }

    @Test func `a form of another site, an old one and one too large change nothing`() async throws
    {
        let (ledger, visitor) = try ReviewDesk.open()
        let accept = [("id", "71"), ("action", "accept")]
        #expect(try await visitor.decide(accept, token: "guess").status == 403)
        #expect(
            try await visitor.decide(accept, headers: [("Origin", "http://evil.example")]).status
                == 403
        )
        #expect(
            try await visitor.decide(accept, headers: [("Sec-Fetch-Site", "cross-site")]).status
                == 403
        )
        let large = String(repeating: "a", count: ReviewForm.largestBody + 1)
        #expect(try await visitor.post("/review", large).status >= 400)
        #expect(try ledger.history().isEmpty)
    }

    @Test func `a site that only shows takes no decision and says so`() async throws {
        let ledger = try Samples.ledger(Samples.years)
        let visitor = try Visitor(ledger)
        #expect(try await visitor.get("/review").body.contains("This site only shows"))
        #expect(try await visitor.decide([("id", "71"), ("action", "accept")]).status == 405)
        #expect(try ledger.history().isEmpty)
    }
}
