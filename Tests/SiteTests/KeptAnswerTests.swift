import Assessment
import Diplomacy
import Foundation
import Ledger
import Testing
import Text

@testable import Site

/// What a large ledger keeps is what is made when it is asked for, until something is read or decided.
struct KeptAnswerTests {
    private static let parties = ["RUS", "IRN", "USA", "ISR", "ARM", "AZE", "UKR", "IGO:NATO"]
    /// Those of `Visitor`.
    private static let names = ActorNames { code, _ in
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
    private func addresses(_ ledger: LedgerDatabase) throws -> [String] {
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

    private func pages(_ ledger: LedgerDatabase) async throws -> [String: String] {
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

    @Test(arguments: 1...2)
    func `every page is the same to the byte, kept or made when it is asked for`(
        seed: UInt64
    ) async throws {
        try await withFile { file in
            let ledger = try LedgerDatabase(at: file)
            let other = file.deletingLastPathComponent().appending(path: "other.ledger")
            // The same is read and decided, and nothing is kept.
            let twin = try LedgerDatabase(at: other)
            let keeper = try keeper(ledger)
            let day = Samples.today
            func compare(_ what: Comment) async throws {
                #expect(try keeper.isBehind, what)
                #expect(try keeper.renew() > 50)
                #expect(try !keeper.isBehind, what)
                let kept = try await pages(ledger)
                let made = try await pages(twin)
                #expect(kept.count > 100)
                #expect(Set(kept.keys) == Set(made.keys), what)
                for (address, page) in kept {
                    let difference = difference(page, made[address] ?? "")
                    #expect(difference == nil, "\(address), \(what)")
                }
            }
            for ledger in [ledger, twin] { try read(0..<40, ledger, seed: seed) }
            try await compare("after reading")
            // Other readings of some of the same articles, and more articles.
            for ledger in [ledger, twin] {
                try read(30..<50, ledger, seed: seed + 7)
                try decide(ledger, on: day)
            }
            try await compare("after reading again and deciding")
            for ledger in [ledger, twin] {
                let decision = try #require(try ledger.lastDecision(of: "Ana"))
                try ledger.undo(decision.id, by: "Ana", on: day.advanced(by: 1))
            }
            try await compare("after taking back")
        }
    }

    @Test(arguments: 1...3)
    func `what commands print is the same, kept or made when it is asked for`(
        seed: UInt64
    ) async throws {
        try await withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try read(0..<60, ledger, seed: seed * 11)
            try keeper(ledger).renew()
            let assessor = try Assessor(ResourceFolder())
            let kept = try #require(try KeptAnswers(ledger, ResourceFolder()))
            let material = try LedgerMaterial.read(ledger, .unset)
            let until = try #require(try ledger.lastDay(.unset))
            let cases = assessor.cases(in: material.statements, until: until)
            #expect(!cases.isEmpty)
            for found in cases {
                #expect(try json(kept.found(found.id)?.found) == json(found), "\(found.id)")
                var page = TextLayout()
                found.write(to: &page, Naming(articles: [], party: \.rawValue))
                #expect(try kept.text("case \(found.id)") == page.text)
            }
            #expect(
                try kept.text("case") == AllianceCase.list(cases, name: { $0.rawValue })
            )
            for actor in [nil, ActorCode("RUS"), ActorCode("XXX")] {
                let own = cases.filter {
                    actor == nil || $0.promisor == actor || $0.beneficiary == actor
                }
                var listed: [String] = []
                let areAll = try kept.eachCase(of: actor) { listed.append(try json($0)) }
                #expect(areAll == (actor != ActorCode("XXX")))
                #expect(try listed == own.map(json))
            }
            for found in cases {
                let (one, other) = (found.promisor, found.beneficiary)
                let own = cases.filter {
                    Set([$0.promisor, $0.beneficiary]) == Set([one, other])
                }
                let count = own.reduce(0) { $0 + $1.entryCount }
                let few = try kept.wholeCases(between: one, and: other, most: count)
                let many = try kept.wholeCases(between: one, and: other, most: 0)
                #expect(try json(few) == json(own))
                #expect(try json(many) == json(own.map(\.withoutEntries)))
            }
            #expect(try kept.actors() == ledger.partyCounts(.unset))
            let names: @Sendable (ActorCode) -> String = { $0.rawValue }
            #expect(try kept.text("sources") == SourceReport(of: material).text(name: names))
            for actor in [nil] + (try ledger.partyCounts(.unset).map { ActorCode?.some($0.actor) })
            {
                let text = DisagreementText.text(
                    Brief(of: material, actor: actor, register: assessor.register).disagreements,
                    articles: material.articles,
                    naming: Naming(articles: material.articles, party: names)
                )
                let words = actor.map { "disagreements \($0.rawValue)" } ?? "disagreements"
                #expect(try kept.text(words) ?? "" == text || kept.text(words) == nil, "\(words)")
            }
            let everybody = BriefJudgement(
                of: nil,
                in: material.statements,
                until: until,
                assessor: assessor
            )
            let whole = BriefText(
                Brief(of: material, register: assessor.register),
                judgement: everybody,
                name: names
            )
            #expect(try kept.text("brief") == whole.text)
            for pair in try ledger.pairCounts() {
                guard
                    let text = try kept.text(
                        "pair \(pair.source.rawValue) \(pair.target?.rawValue ?? "")"
                    ),
                    let target = pair.target
                else { continue }
                let report = PairReport(
                    of: pair.source,
                    and: target,
                    in: material.statements,
                    ties: try LedgerMaterial.ties(ledger, .unset, of: pair.source, and: target)
                )
                let judgement = PairJudgement(
                    of: pair.source,
                    and: target,
                    in: material.statements,
                    cases: cases,
                    until: until,
                    assessor: assessor
                )
                #expect(text == report.text(judgement: judgement, name: names), "\(pair)")
            }
            let outlook = Outlook(in: cases, until: until)
            #expect(try kept.text("outlook") == outlook.text(name: { $0.rawValue }))
            for actor in try ledger.partyCounts(.unset).map(\.actor) {
                let future = Outlook(of: actor, in: cases, until: until)
                let foretold = future.forecasts.isEmpty ? nil : future.text(name: { $0.rawValue })
                #expect(try kept.text("outlook \(actor.rawValue)") == foretold, "\(actor)")
                let judgement = BriefJudgement(
                    of: actor,
                    in: material.statements,
                    until: until,
                    assessor: assessor
                )
                let brief = BriefText(
                    Brief(of: material, actor: actor, register: assessor.register),
                    judgement: judgement,
                    name: { $0.rawValue }
                )
                #expect(try kept.text("brief \(actor.rawValue)") == brief.text, "\(actor)")
                let own = cases.filter { $0.promisor == actor || $0.beneficiary == actor }
                let list = AllianceCase.list(
                    own,
                    reliability: judgement.reliability,
                    name: { $0.rawValue }
                )
                #expect(try kept.text("case \(actor.rawValue)") ?? "" == list, "\(actor)")
            }
        }
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test func `a small ledger keeps nothing`() async throws {
        try await withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try read(0..<3, ledger, seed: 3)
            let keeper = try AnswerKeeper(
                ledger,
                names: Self.names,
                called: { $0.rawValue },
                today: { Samples.today },
                now: { 0 }
            )
            #expect(try keeper.renew() == 0)
            #expect(try !keeper.isBehind)
            #expect(try KeptAnswers(ledger, ResourceFolder()) == nil)
        }
    }

    @Test func `what is packed comes back, and what is not is refused`() {
        for length in [0, 1, 70_000] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 / 3) }
            #expect(Gzip.unpacked(Gzip.packed(bytes)) == bytes)
        }
        #expect(Gzip.unpacked(Array("no archive at all, though long".utf8)) == nil)
    }
}
