import Diplomacy
import Foundation
import Ledger
import Testing

@Suite struct InterfaceTests {
    private func json(_ path: String) async throws -> [String: Any] {
        let answer = try await Visitor(Samples.iran, Samples.hostile).get(path)
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
        let value = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
        return try #require(value as? [String: Any])
    }

    @Test func `statements are listed with the names of the command line`() async throws {
        let reply = try await json("/api/v1/statements?polarity=not_done&source=rus")
        let statements = try #require(reply["statements"] as? [[String: Any]])
        let first = try #require(statements.first)
        #expect(statements.count == 1)
        #expect(first["act"] as? String == "aid")
        #expect(first["polarity"] as? String == "not_done")
        #expect(first["date"] as? String == "2025-06")
        #expect(first["quote"] as? String == "Israel but did not send troops to Iran")
        #expect(reply["isCut"] as? Bool == false)
    }

    @Test func `a limit says that there is more`() async throws {
        let reply = try await json("/api/v1/statements?limit=1")
        #expect((reply["statements"] as? [Any])?.count == 1)
        #expect(reply["isCut"] as? Bool == true)
    }

    @Test func `an article comes whole`() async throws {
        let reply = try await json("/api/v1/articles/a1")
        #expect((reply["blocks"] as? [Any])?.count == 4)
        #expect((reply["statements"] as? [Any])?.count == 3)
        #expect((reply["omissions"] as? [Any])?.count == 1)
        let people = try #require(reply["people"] as? [[String: Any]])
        #expect(people.map { $0["name"] as? String } == ["Abbas Araghchi"])
        #expect(people.map { $0["role"] as? String } == ["foreign-minister"])
    }

    @Test func `a brief comes with its clocks`() async throws {
        let reply = try await json("/api/v1/brief?actor=IRN&on=2025-06-30")
        #expect(reply["on"] as? String == "2025-06-30")
        #expect((reply["brief"] as? [String: Any])?["undelivered"] != nil)
    }
}
