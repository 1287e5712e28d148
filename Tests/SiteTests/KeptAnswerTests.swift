import Assessment
import Diplomacy
import Foundation
import Ledger
import Testing
import Text

@testable import Site

/// What a large ledger keeps is what is made when it is asked for, until something is read or decided.
struct KeptAnswerTests {
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
