import Assessment
import Diplomacy
import Foundation
import Ledger
import Testing
import Text

@testable import Site

/// What commands print whole of a large ledger, two parties at a time, is what is made of a small one in memory.
struct WholeAnswerTests {
    private let news = KeptAnswerTests()
    private let named = { @Sendable (code: ActorCode) -> String in code.rawValue }

    /// What `write` hands over, and what it returns.
    private func written(
        _ write: (@escaping ([UInt8]) throws -> Void) throws -> Bool
    ) rethrows -> (text: String, isTold: Bool) {
        var bytes: [UInt8] = []
        let isTold = try write { bytes += $0 }
        return (String(decoding: bytes, as: UTF8.self), isTold)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: [1, 2])
    func `whole answers are the same to the byte, held in memory or laid aside`(
        seed: UInt64
    ) async throws {
        try await news.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try news.read(0..<40, ledger, seed: seed)
            try news.decide(ledger, on: Samples.today)
            let last = try #require(try ledger.lastDay(.unset))
            let early = last.advanced(by: -90)
            try expectSame(ledger, .unset)
            try news.keeper(ledger).renew()
            let all = [
                Clocks.unset, Clocks(knownBy: early), Clocks(on: early),
                Clocks(knownBy: Day(number: 0)),
            ]
            for clocks in all { try expectSame(ledger, clocks) }
        }
    }

    private func expectSame(_ ledger: LedgerDatabase, _ clocks: Clocks) throws {
        let (keeper, assessor) = (try news.keeper(ledger), try Assessor(ResourceFolder()))
        let material = try LedgerMaterial.read(ledger, clocks)
        let until = try ledger.lastDay(clocks) ?? Samples.today
        let naming = Naming(articles: material.articles, party: named)
        let scope = clocks == .unset ? nil : "As it was."
        for actor in [nil, "RUS", "USA", "IGO:NATO", "XXX"].map({ $0.map { ActorCode($0) } }) {
            let name = "\(actor?.rawValue ?? "everybody") \(clocks)"
            let brief = Brief(
                of: material,
                actor: actor,
                register: try CommitmentRegister(ResourceFolder())
            )
            let judgement = BriefJudgement(
                of: actor,
                in: material.statements,
                until: until,
                assessor: assessor
            )
            let json = try written { try keeper.writeBrief(of: actor, clocks, as: .json, to: $0) }
            let held = try SortedJSON.bytes(Judged(brief, judgement), isSpread: true)
            #expect(news.difference(json.text, text(held)) == nil, "\(name)")
            #expect(json.isTold == (brief.read.statementCount > 0))
            let long = try written {
                try keeper.writeBrief(of: actor, clocks, as: .text(scope: scope), to: $0)
            }
            let page = BriefText(
                brief,
                scope: scope,
                limits: .none,
                judgement: judgement,
                naming: naming
            )
            #expect(news.difference(long.text, page.text) == nil, "\(name)")
            for kind in [nil, Disagreement.Kind.conflict, .otherParty] {
                let found = brief.disagreements.only(kind)
                let lines = try written {
                    try keeper.writeDisagreements(of: actor, kind, clocks, as: .json, to: $0)
                }
                let heldLines = try found.held.map { text(try SortedJSON.bytes($0)) + "\n" }
                #expect(news.difference(lines.text, heldLines.joined()) == nil, "\(name)")
                #expect(lines.isTold == !found.isEmpty)
                let list = try written {
                    try keeper.writeDisagreements(
                        of: actor,
                        kind,
                        clocks,
                        as: .text(scope: scope),
                        to: $0
                    )
                }
                var heldList = ""
                if !found.isEmpty {
                    DisagreementText.write(
                        found,
                        articles: material.articles,
                        naming: naming,
                        scope: scope,
                        all: true
                    ) { heldList += $0 }
                }
                #expect(news.difference(list.text, heldList) == nil, "\(name)")
            }
        }
    }

    @Test func `a pair, sources and outlook are the same to the byte, written list by list`()
        async throws
    {
        try await news.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try news.read(0..<40, ledger, seed: 3)
            let last = try #require(try ledger.lastDay(.unset))
            let (keeper, assessor) = (try news.keeper(ledger), try Assessor(ResourceFolder()))
            let all = [
                Clocks.unset, Clocks(knownBy: last.advanced(by: -90)),
                Clocks(knownBy: Day(number: 0)),
            ]
            for clocks in all {
                let material = try LedgerMaterial.read(ledger, clocks)
                let until = try ledger.lastDay(clocks) ?? Samples.today
                let sources = try keeper.sources(clocks)
                try expectSame(SourceReport(of: material), sources.write)
                let cases = assessor.cases(in: material.statements, until: until)
                for promisor in [nil, ActorCode("RUS")] {
                    let outlook = try keeper.outlook(of: promisor, clocks)
                    try expectSame(Outlook(of: promisor, in: cases, until: until), outlook.write)
                }
                let (one, other) = (ActorCode("RUS"), ActorCode("IRN"))
                let report = PairReport(
                    of: one,
                    and: other,
                    in: material.statements,
                    ties: try LedgerMaterial.ties(ledger, clocks, of: one, and: other)
                )
                let judgement = PairJudgement(
                    of: one,
                    and: other,
                    in: material.statements,
                    until: until,
                    assessor: assessor,
                    withSensitivity: true
                )
                try expectSame(Judged(report, judgement)) { try report.write(judgement, to: $0) }
                let great = try #require(
                    try keeper.pair(one, other, clocks, .none, withSensitivity: true)
                )
                try expectSame(Judged(report, judgement)) {
                    try great.report.write(great.judgement, to: $0)
                }
            }
        }
    }

    private func expectSame(
        _ value: some Encodable,
        _ write: (@escaping JSONPage.Hand) throws -> Void
    ) throws {
        var bytes: [UInt8] = []
        try write { bytes += $0 }
        let whole = text(try SortedJSON.bytes(value, isSpread: true))
        #expect(news.difference(text(bytes), whole) == nil)
    }

    @Test func `cases come with their sentences, a hundred together`() async throws {
        try await news.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try news.read(0..<120, ledger, seed: 1)
            let last = try #require(try ledger.lastDay(.unset))
            let keeper = try news.keeper(ledger)
            for clocks in [Clocks.unset, Clocks(knownBy: last.advanced(by: -30))] {
                let cases = try Assessor(ResourceFolder()).cases(
                    in: LedgerMaterial.statements(ledger, StatementFilter(clocks: clocks)),
                    until: ledger.lastDay(clocks) ?? Samples.today
                )
                for actor in [nil, ActorCode("RUS")] {
                    var found: [AllianceCase] = []
                    try keeper.eachCase(of: actor, clocks) { found.append($0) }
                    let own = cases.filter {
                        actor == nil || $0.promisor == actor || $0.beneficiary == actor
                    }
                    let latest = try #require(own.first)
                    let pair = own.filter { found in
                        Set([found.promisor, found.beneficiary])
                            == Set([latest.promisor, latest.beneficiary])
                    }
                    let between = try keeper.cases(
                        between: latest.beneficiary,
                        and: latest.promisor,
                        clocks,
                        .none
                    )
                    #expect(
                        try between?.map { try SortedJSON.bytes($0) }
                            == pair.map { try SortedJSON.bytes($0) }
                    )
                    #expect(
                        try found.map { try SortedJSON.bytes($0) }
                            == own.map { try SortedJSON.bytes($0) }
                    )
                }
            }
        }
    }
}
