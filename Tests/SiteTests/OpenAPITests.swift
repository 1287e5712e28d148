import Foundation
import Ledger
import Testing

@testable import Site

/// The document for programs against what the site does.
@Suite struct OpenAPITests {
    private func document() async throws -> [String: Any] {
        let answer = try await Visitor(Samples.years).get("/api/v1/openapi.json")
        let value = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
        return try #require(value as? [String: Any])
    }

    @Test func `every route for programs is in the document, and every path of it is a route`()
        async throws
    {
        let document = try await document()
        #expect(document["openapi"] as? String == "3.1.0")
        let described = Set(try #require(document["paths"] as? [String: Any]).keys)
        let router = try SiteRouter(
            ledger: .inMemory(),
            names: .codes,
            today: { Samples.today }
        )
        let routes = router.paths.filter { $0.hasPrefix("GET ") }.map { $0.dropFirst(4) }
            .map { $0.hasPrefix("/") ? String($0) : "/\($0)" }
            .filter { $0.hasPrefix("/api/") || $0.hasSuffix(".atom") }
        #expect(Set(routes) == described)
    }

    private static let questions = [
        ("/api/v1/openapi.json", "/api/v1/openapi.json"),
        ("/api/v1/overview", "/api/v1/overview?actor=RUS&since=2024-01-01"),
        ("/api/v1/brief", "/api/v1/brief?actor=RUS&on=2025-07-01"),
        ("/api/v1/pairs/{source}/{target}", "/api/v1/pairs/RUS/IRN"),
        ("/api/v1/cases", "/api/v1/cases?actor=RUS"),
        ("/api/v1/cases/{id}", "/api/v1/cases/RUS-IRN-2025"),
        ("/api/v1/commitments", "/api/v1/commitments?actor=RUS&limit=5"),
        ("/api/v1/disagreements", "/api/v1/disagreements"),
        ("/api/v1/sources", "/api/v1/sources"),
        ("/api/v1/outlook", "/api/v1/outlook"),
        ("/api/v1/watches", "/api/v1/watches"),
        ("/api/v1/actors", "/api/v1/actors?lang=uk"),
        ("/api/v1/articles", "/api/v1/articles"),
        ("/api/v1/articles/{id}", "/api/v1/articles/a1"),
        ("/api/v1/search", "/api/v1/search?q=troops"),
        ("/api/v1/places", "/api/v1/places?q=iran"),
        ("/api/v1/statements", "/api/v1/statements?limit=2"),
        ("/api/v1/statements/{id}", "/api/v1/statements/71"),
    ]

    @Test(arguments: questions)
    func `an answer has the form that the document gives it`(
        path: String,
        address: String
    )
        async throws
    {
        let answer = try await Visitor(Samples.years, Samples.iran).get(address)
        #expect(answer.status == 200)
        let endpoint = try #require(Route.interface.first { $0.path == path }?.endpoint)
        let value = try JSONSerialization.jsonObject(
            with: Data(answer.body.utf8),
            options: .fragmentsAllowed
        )
        #expect(Self.mistake(in: value, endpoint.schema, "$") == nil)
    }

    /// The first place at which `value` is not of the form; nil where it is.
    private static func mistake(in value: Any, _ schema: Schema, _ place: String) -> String? {
        switch schema {
        case .string, .member, .day: return value is String ? nil : "\(place) is no text"
        case .whole, .number: return value is NSNumber ? nil : "\(place) is no number"
        case .boolean: return value is Bool ? nil : "\(place) is neither true nor false"
        case .record: return value is [String: Any] ? nil : "\(place) is no object"
        case .reference(let name):
            guard let named = Schema.named[name] else { return "there is no schema \(name)" }
            return mistake(in: value, named, place)
        case .list(let item):
            guard let items = value as? [Any] else { return "\(place) is no list" }
            return items.enumerated().lazy
                .compactMap { mistake(in: $1, item, "\(place)[\($0)]") }.first
        case .object(let required, let optional):
            guard let members = value as? [String: Any] else { return "\(place) is no object" }
            let missing = Set(required.keys).subtracting(members.keys)
            guard missing.isEmpty else { return "\(place) lacks \(missing.sorted())" }
            for (name, member) in members {
                guard let form = required[name] ?? optional[name] else {
                    return "\(place).\(name) is not in the document"
                }
                if let mistake = mistake(in: member, form, "\(place).\(name)") { return mistake }
            }
            return nil
        }
    }

    @Test func `a walk by cursor meets every statement once`() async throws {
        let visitor = try Visitor(Samples.years, Samples.iran, Samples.hostile)
        var seen: [String] = []
        var cursor: String? = ""
        while let at = cursor {
            let answer = try await visitor.get(
                "/api/v1/statements?limit=2" + (at.isEmpty ? "" : "&cursor=\(at)")
            )
            let page = try #require(
                JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
            )
            let statements = try #require(page["statements"] as? [[String: Any]])
            seen += statements.compactMap { $0["id"] as? String }
            cursor = page["next"] as? String
        }
        #expect(seen.count == 9)
        #expect(Set(seen).count == 9)
        let stream = try await visitor.get("/api/v1/statements.jsonl")
        #expect(stream.headers["content-type"] == "application/jsonl; charset=utf-8")
        #expect(stream.body.split(separator: "\n").count == 9)
    }

    @Test func `a cursor that names nothing is refused in words`() async throws {
        for path in ["/api/v1/statements?cursor=zz", "/api/v1/cases?cursor=zz"] {
            let answer = try await Visitor(Samples.years).get(path)
            #expect(answer.status == 400)
            #expect(answer.body.contains("Begin again without it"))
        }
    }

    @Test func `a saved search is a feed, the newest first`() async throws {
        let answer = try await Visitor(Samples.years, Samples.iran).get(
            "/feed.atom?actor=IRN&polarity=not_done"
        )
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "application/atom+xml; charset=utf-8")
        #expect(answer.body.contains("<id>urn:casus:statement:73</id>"))
        #expect(answer.body.contains("<updated>2025-06-20T00:00:00Z</updated>"))
        #expect(XMLCheck.isWellFormed(answer.body))
        let searched = try await Visitor(Samples.iran).get("/feed.atom?q=troops")
        #expect(searched.body.contains("urn:casus:statement:52"))
    }
}

/// Whether tags are closed in order.
private enum XMLCheck {
    static func isWellFormed(_ text: String) -> Bool {
        var open: [Substring] = []
        for match in text.matches(of: /<(\/?)([a-zA-Z?][^\s>\/]*)[^>]*?(\/?)>/) {
            if match.2.hasPrefix("?") || !match.3.isEmpty { continue }
            if match.1.isEmpty {
                open.append(match.2)
            } else if open.popLast() != match.2 {
                return false
            }
        }
        return open.isEmpty
    }
}
