import Assessment
import Diplomacy
import Foundation
import Ledger
import Testing
import Text

@testable import Site

/// A question on two parties reads few of the statements, and gives what all of them give.
struct PairMaterialTests {
    private static let parties = ["RUS", "IRN", "USA", "ISR", "ARM", "AZE", "UKR", "BLR"]

    /// Half a year of news on eight parties, in which each word and date is chosen by chance.
    private static func ledger(seed: UInt64) throws -> LedgerDatabase {
        var state = seed
        func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let ledger = try LedgerDatabase.inMemory()
        for number in 0..<120 {
            let told = (0..<5).map {
                "Part \($0) of \(number) tells of a vote after the earthquake."
            }
            let day = Day(number: 20_240 + below(180))
            let article = Samples.article(
                "p\(100 + number)",
                told.map { Samples.Paragraph($0) },
                outlet: ["Alpha", "Bravo", "Delta", "Kilo", "Sierra", "Tango"][below(6)],
                published: day.description
            )
            let statements = (0..<5).map { place -> Diplomacy.Statement in
                let source = below(parties.count)
                let target = (source + 1 + below(parties.count - 1)) % parties.count
                return Samples.statement(
                    "\(article.id)s\(place)",
                    in: article,
                    "Part \(place) of",
                    source: parties[source],
                    target: parties[target],
                    act: Act.allCases[below(Act.allCases.count)],
                    kind: below(3) == 0 ? SupportKind.allCases[below(12)] : nil,
                    polarity: below(3) == 0 ? .notDone : .done,
                    modality: Modality.allCases[below(Modality.allCases.count)],
                    speakers: below(2) == 0 ? [] : [Voice(name: "Dmitry Peskov")],
                    date: below(3) == 0 ? nil : day.advanced(by: -below(9)).description
                )
            }
            _ = try ledger.record(
                CodedArticle(article: article, statements: statements, omissions: []),
                readOn: Samples.today,
                source: nil
            )
        }
        return ledger
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test(arguments: 1...3)
    func `the cases, standing and commitments of two are those that the whole ledger gives`(
        seed: UInt64
    ) throws {
        let ledger = try Self.ledger(seed: seed)
        let assessor = try Assessor(ResourceFolder())
        let until = try #require(try ledger.lastDay(.unset))
        let all = try LedgerMaterial.statements(ledger, StatementFilter())
        let cases = assessor.cases(in: all, until: until)
        var compared = 0
        for (place, one) in Self.parties.enumerated() {
            for other in Self.parties[(place + 1)...] {
                let (first, second) = (ActorCode(one), ActorCode(other))
                let whole = PairJudgement(
                    of: first,
                    and: second,
                    in: all,
                    cases: cases,
                    until: until,
                    assessor: assessor
                )
                let own = try LedgerMaterial.judgement(
                    ledger,
                    .unset,
                    of: first,
                    and: second,
                    until: until,
                    assessor: assessor
                )
                #expect(try json(own) == json(whole), "\(one) \(other)")
                compared += whole.cases.count
            }
        }
        #expect(compared > 2)
    }
}
