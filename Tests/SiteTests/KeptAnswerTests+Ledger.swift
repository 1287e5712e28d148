import Assessment
import Diplomacy
import Foundation
import Ledger
import Testing
import Text

@testable import Site

/// A ledger made up by chance, its keeper, and the pages of its site.
extension KeptAnswerTests {
    private static let parties = ["RUS", "IRN", "USA", "ISR", "ARM", "AZE", "UKR", "IGO:NATO"]
    /// Those of `Visitor`.
    static let names = ActorNames { code, _ in
        ["RUS": "Russia", "IRN": "Iran", "ISR": "Israel", "USA": "the United States"][code.rawValue]
    }

    /// Words, dates and parties chosen by chance.
    private struct Chance {
        var state: UInt64

        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
    }

    private static func coded(_ number: Int, _ chance: inout Chance) -> CodedArticle {
        let day = Day(number: 20_240 + chance.below(240))
        let article = Samples.article(
            "p\(100 + number)",
            (0..<5).map {
                Samples.Paragraph("Part \($0) of \(number) tells of a vote after the earthquake.")
            },
            outlet: ["Alpha", "Bravo", "Delta", "Kilo"][chance.below(4)],
            language: ["en", "uk"][chance.below(2)],
            published: day.description
        )
        let statements = (0..<5).map { place -> Diplomacy.Statement in
            let source = chance.below(parties.count)
            let target = (source + 1 + chance.below(parties.count - 1)) % parties.count
            return Samples.statement(
                "\(article.id)s\(place)",
                in: article,
                "Part \(place) of",
                source: parties[source],
                target: chance.below(12) == 0 ? nil : parties[target],
                act: Act.allCases[chance.below(Act.allCases.count)],
                kind: chance.below(3) == 0 ? SupportKind.allCases[chance.below(12)] : nil,
                polarity: chance.below(3) == 0 ? .notDone : .done,
                modality: Modality.allCases[chance.below(Modality.allCases.count)],
                speakers: chance.below(2) == 0 ? [] : [Voice(name: "Dmitry Peskov")],
                date: chance.below(3) == 0 ? nil : day.advanced(by: -chance.below(9)).description
            )
        }
        return CodedArticle(article: article, statements: statements, omissions: [])
    }

    func withFile(_ work: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "KeptAnswers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await work(folder.appending(path: "news.ledger"))
    }

    func read(_ numbers: Range<Int>, _ ledger: LedgerDatabase, seed: UInt64) throws {
        var chance = Chance(state: seed)
        for number in numbers {
            let coded = Self.coded(number, &chance)
            _ = try ledger.record(coded, readOn: Samples.today, source: nil)
        }
        try ledger.weighWhatIsLeft()
    }

    func keeper(_ ledger: LedgerDatabase) throws -> AnswerKeeper {
        try AnswerKeeper(
            ledger,
            names: Self.names,
            called: { $0.rawValue },
            today: { Samples.today },
            now: { 0 },
            leastStatements: 0,
            leastOfPair: 4
        )
    }

    /// Every kind of page that is kept or shows kept cases, in both languages.
    func addresses(_ ledger: LedgerDatabase) throws -> [String] {
        let actors = try ledger.partyCounts(.unset).map(\.actor)
        let all = try LedgerMaterial.statements(ledger, StatementFilter())
        let cases = try Assessor(ResourceFolder())
            .cases(in: all, until: ledger.lastDay(.unset) ?? Samples.today)
        let open = Question.open
        let own = actors.flatMap { actor in
            ["world", "brief", "disagreements", "cases"].map {
                Address($0, query: [(name: "actor", value: actor.rawValue)]).text
            } + [open.overview(actor).text]
        }
        let pairs = actors.flatMap { one in
            actors.filter { $0 != one }.map { open.pair(one, $0).text }
        }
        let whole = [
            "/", "/world", "/brief", "/disagreements", "/cases", "/outlook", "/sources", "/about",
        ]
        let pages = whole + own + pairs + cases.map { open.found($0.id).text }
        let parts =
            actors.map { "/api/v1/disagreements?actor=\($0.rawValue)" }
            + ["/api/v1/disagreements"]
        let names = [
            "disagreements.csv", "disagreements.json", "cases.csv", "cases.json", "world.svg",
        ]
        let files = names.flatMap { file in
            let page = file.prefix { $0 != "." }
            return actors.map { "/\(page)?actor=\($0.rawValue)&export=\(file)" }
        }
        let programs =
            parts + files + ["/api/v1/sources", "/api/v1/outlook", "/sources?export=outlets.csv"]
            + ["/cases?export=cases.csv", "/cases?export=cases.json&lang=uk"]
            + ["/api/v1/cases?limit=3", "/api/v1/cases?actor=RUS"]
        return pages + pages.map { "\($0)\($0.contains("?") ? "&" : "?")lang=uk" } + programs
    }

    func pages(_ ledger: LedgerDatabase) async throws -> [String: String] {
        let visitor = try Visitor(ledger)
        var pages: [String: String] = [:]
        for address in try addresses(ledger) {
            let answer = try await visitor.get(address)
            #expect(answer.status == 200, "\(address)")
            pages[address] = answer.body
            // What is kept packed is sent as it lies there, and put together with what frames it.
            let packed = try await visitor.get(address, headers: [("Accept-Encoding", "gzip")])
            let body =
                packed.headers["content-encoding"] == nil
                ? packed.bytes : Gzip.unpacked(packed.bytes)
            #expect(body == answer.bytes, "\(address), packed")
        }
        return pages
    }

    /// The first lines that differ; nil for the same.
    func difference(_ one: String, _ other: String) -> String? {
        let lines = [one, other].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        guard one != other else { return nil }
        let pair = zip(lines[0], lines[1]).first { $0 != $1 }
        return pair.map { "\($0.prefix(400))\n\($1.prefix(400))" } ?? "one is longer"
    }

    func decide(_ ledger: LedgerDatabase, on day: Day) throws {
        let ids = try ledger.statements().map(\.id)
        try ledger.decide(Judgement(.reject, ids[3], by: "Ana", on: day, words: "a rumour"))
        var core = StatementCore(try #require(try ledger.statement(ids[9])).statement)
        core.target = core.source == ActorCode("UKR") ? ActorCode("RUS") : ActorCode("UKR")
        var second = core
        second.act = .threaten
        let next = day.advanced(by: 1)
        try ledger.decide(Judgement(.split, ids[9], by: "Ana", on: next, readings: [core, second]))
        try ledger.decide(
            EventDecision(ids[11], ids[20], isTogether: true, decidedOn: next, reason: "said so")
        )
    }
}
