import Assessment
import Diplomacy
import Foundation
import Testing

/// How roots are weighed, and what a record of cases says of a promisor.
@Suite struct VerdictTests {
    private let daily = CaseSamples.article("daily")
    private let weekly = CaseSamples.article("weekly", published: "2026-01-20")

    private func verdict(_ response: [CitedStatement]) throws -> PoliticalFinding {
        let attack = daily.told(0, "AZE assault ARM done fact", on: "2022-09-13")
        return try #require(
            try CaseSamples.cases([attack] + response).first { $0.promisor == ActorCode("RUS") }
        ).political
    }

    private func help(
        _ article: SampleArticle,
        _ line: Int,
        _ core: String,
        says: [String] = [],
        kind: SupportKind? = nil,
        confidence: Double = 0.9
    ) -> CitedStatement {
        article.told(
            line,
            "RUS \(core)",
            says: says,
            on: "2022-09-14",
            kind: kind,
            confidence: confidence
        )
    }

    @Test func `words alone are words, arms are help`() throws {
        #expect(
            try verdict([help(daily, 1, "support ARM done fact", kind: .words)]).verdict
                == .wordsOnly
        )
        #expect(
            try verdict([help(daily, 1, "aid ARM done fact", kind: .arms)]).verdict == .delivered
        )
    }

    @Test func `one root that tells of both says that it came in part`() throws {
        let finding = try verdict([
            help(daily, 1, "aid ARM done fact", kind: .arms),
            help(daily, 2, "aid ARM not_done fact", kind: .troops),
        ])
        #expect(finding.claims.map(\.verdict) == [.partial])
        #expect(finding.verdict == .partial)
    }

    @Test func `a fact outweighs a claim, and two equal roots divide`() throws {
        let fact = help(weekly, 1, "aid ARM not_done fact")
        let claim = help(daily, 1, "aid ARM done claim", says: ["a minister"])
        #expect(try verdict([fact, claim]).verdict == .withheld)
        let other = help(daily, 2, "aid ARM done fact")
        let divided = try verdict([fact, other])
        #expect(divided.verdict == .unknown)
        #expect(Set(divided.claims.map(\.verdict)) == [.withheld, .delivered])
    }

    @Test func `of two roots one that is read a little more surely settles nothing`() throws {
        let came = help(daily, 1, "aid ARM done fact", confidence: 0.9)
        let stayedAway = help(weekly, 1, "aid ARM not_done fact", confidence: 0.7)
        #expect(try verdict([came, stayedAway]).verdict == .unknown)
        let third = help(CaseSamples.article("third"), 1, "aid ARM done fact", confidence: 0.9)
        #expect(try verdict([came, stayedAway, third]).verdict == .delivered)
    }

    @Test func `a verdict says where it rests on what is likelier misread than not`() throws {
        let doubt = "likelier misread than not"
        let unsure = help(daily, 1, "aid ARM done fact", confidence: 0.4)
        let finding = try verdict([unsure])
        #expect(finding.verdict == .delivered)
        #expect(finding.rule.contains(doubt))
        let second = help(weekly, 1, "aid ARM done fact", confidence: 0.4)
        #expect(try !verdict([unsure, second]).rule.contains(doubt))
    }

    @Test func `support of which nothing material is told is words, and absence outweighs it`()
        throws
    {
        let vague = help(daily, 1, "support ARM done fact")
        #expect(try verdict([vague]).verdict == .wordsOnly)
        let absent = help(daily, 2, "support ARM not_done fact")
        #expect(try verdict([vague, absent]).verdict == .withheld)
    }

    @Test func `words do not outweigh help, nor do they stand against it`() throws {
        let words = [weekly, CaseSamples.article("third")].map {
            help($0, 1, "support ARM done fact", kind: .words)
        }
        let arms = help(daily, 1, "aid ARM done claim", says: ["a minister"], kind: .arms)
        #expect(try verdict(words + [arms]).verdict == .delivered)
        let nothing = help(daily, 2, "aid ARM not_done claim", says: ["an analyst"])
        #expect(try verdict(words + [nothing]).verdict == .withheld)
    }

    @Test func `of two charges that weigh the same the milder stands`() throws {
        let attack = daily.told(0, "AZE assault ARM done fact", on: "2022-09-13")
        let cases = try CaseSamples.cases([
            attack, daily.told(1, "RUS support AZE done claim", says: ["a newspaper"]),
            help(weekly, 1, "support ARM not_done claim", says: ["an author"]),
        ])
        #expect(cases.first?.political.claims.map(\.verdict) == [.colluded, .withheld])
        #expect(cases.first?.political.verdict == .withheld)
    }

    @Test func `a member speaks in its alliance's own cause`() throws {
        let attack = daily.told(0, "AZE assault ARM done fact", on: "2022-09-13")
        let praise = daily.told(
            1,
            "IGO:CSTO aid ARM done claim",
            says: ["a spokesman"],
            of: "RUS",
            on: "2022-09-14"
        )
        #expect(try CaseSamples.cases([attack, praise]).map(\.political.verdict) == [.unknown])
    }

    @Test func `the promisor's own word that it helped is not enough, its admission is`() throws {
        let own = daily.told(
            1,
            "RUS aid ARM done claim",
            says: ["a spokesman"],
            of: "RUS",
            on: "2022-09-14"
        )
        let alone = try verdict([own])
        #expect(alone.verdict == .unknown)
        #expect(alone.rule == "Only the promisor's side tells of a response.")
        let other = help(weekly, 1, "aid ARM not_done claim", says: ["a minister"])
        #expect(try verdict([own, other]).verdict == .withheld)
        let admission = daily.told(
            1,
            "RUS aid ARM not_done claim",
            says: ["a spokesman"],
            of: "RUS",
            on: "2022-09-14"
        )
        let praise = help(weekly, 1, "aid ARM done claim", says: ["a minister"])
        #expect(try verdict([admission, praise]).verdict == .withheld)
    }

    @Test func `a charge that is denied counts as help told by who denies it`() throws {
        let finding = try verdict([help(daily, 1, "aid ARM not_done denied", says: ["Moscow"])])
        #expect(finding.claims.map(\.voice) == ["Moscow"])
        #expect(finding.verdict == .delivered)
        let stoodBy = try verdict([
            help(daily, 1, "support ARM not_done denied", says: ["Moscow"])
        ])
        #expect(stoodBy.verdict == .wordsOnly)
    }

    @Test func `a record without tests leaves the published base rate`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "USA assault IRN done fact", on: "2025-06-22"),
            daily.told(1, "RUS support IRN not_done fact", on: "2025-06"),
        ])
        let reliability = Reliability(of: ActorCode("RUS"), in: cases)
        #expect(reliability.rows.allSatisfy { abs($0.mean - 12.0 / 54) < 1e-12 })
        #expect(reliability.notTested == [.notApplicable: ["RUS-IRN-2025"]])
        // By name: a list of keys and values would come in another order each time.
        let json = String(decoding: try JSONEncoder().encode(reliability), as: UTF8.self)
        #expect(json.contains(#""notTested":{"not-applicable":["RUS-IRN-2025"]}"#))
    }

    @Test func `a broken promise lowers the posterior as by hand`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "AZE assault ARM done fact", on: "2022-09-13"),
            daily.told(1, "RUS aid ARM not_done fact", on: "2022-09-14"),
        ])
        let rows = Reliability(of: ActorCode("RUS"), in: cases).rows
        // Ten occasions at 12 of 54, then one broken: 2.222 of 11.
        #expect(rows.allSatisfy { abs($0.mean - 120.0 / 54 / 11) < 1e-12 })
        #expect(rows.map(\.broken) == [["RUS-ARM-2022"], ["RUS-ARM-2022"]])
        #expect(rows.allSatisfy { $0.low < $0.mean && $0.mean < $0.high })
    }

    @Test func `under the lenient rule one member that acts keeps the promise for all`() throws {
        let cases = try CaseSamples.cases([
            daily.told(0, "AZE assault ARM done fact", on: "2022-09-13"),
            daily.told(1, "RUS aid ARM not_done fact", on: "2022-09-14"),
            daily.told(2, "KAZ aid ARM done fact", on: "2022-09-20"),
        ])
        let rows = Reliability(of: ActorCode("RUS"), in: cases).rows
        #expect(rows.map(\.rule) == [.strict, .lenient])
        #expect(rows.map(\.kept.count) == [0, 1])
    }
}
