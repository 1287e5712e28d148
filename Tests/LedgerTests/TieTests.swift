import Diplomacy
import GRDB
import Testing

@testable import Ledger

/// Ties in the ledger: written with their article, read by party, kind and clock.
struct TieTests {
    private static let article = Samples.article(
        "t1",
        ["Syria is an ally of Russia.", "In 2024 Belarus depended on Russia, Minsk said."],
        published: "2026-01-10"
    )

    private static let ties = [
        Samples.tie(
            "t1a",
            in: article,
            "Syria is an ally of Russia",
            .ally,
            holder: "SYR",
            other: "RUS"
        ),
        Samples.tie(
            "t1b",
            in: article,
            "Belarus depended on Russia",
            .dependence,
            holder: "BLR",
            other: "RUS",
            detail: "energy, money",
            modality: .claim,
            speakers: [Voice(name: "Minsk", actor: ActorCode("BLR"))],
            date: "2024"
        ),
    ]

    private func ledger() throws -> LedgerDatabase {
        try Samples.ledger(Samples.coded(Self.article, ties: Self.ties))
    }

    @Test func `a tie that comes back equals the one recorded`() throws {
        let ledger = try ledger()
        #expect(try ledger.ties(ofArticle: "t1") == Self.ties)
        #expect(try ledger.ties().map(\.tie) == Self.ties)
        #expect(try ledger.tie("t1b")?.tie == Self.ties[1])
        #expect(try ledger.tie("zz") == nil)
    }

    @Test func `the same article again changes nothing, another reading replaces its ties`() throws
    {
        let ledger = try ledger()
        let same = Samples.coded(Self.article, ties: Self.ties)
        #expect(try ledger.record(same, readOn: Samples.today, source: nil) == .unchanged)
        let fewer = Samples.coded(Self.article, ties: [Self.ties[0]])
        #expect(try ledger.record(fewer, readOn: Samples.today, source: nil) == .replaced)
        #expect(try ledger.ties().map(\.id) == ["t1a"])
    }

    @Test func `kind and parties narrow, on either side`() throws {
        let ledger = try ledger()
        func ids(_ filter: TieFilter) throws -> [String] { try ledger.ties(filter).map(\.id) }
        #expect(try ids(TieFilter(kind: .ally)) == ["t1a"])
        #expect(try ids(TieFilter(parties: [ActorCode("RUS")])) == ["t1a", "t1b"])
        #expect(try ids(TieFilter(parties: [ActorCode("RUS"), ActorCode("BLR")])) == ["t1b"])
        #expect(try ids(TieFilter(limit: 1)) == ["t1a"])
    }

    @Test func `both clocks hold for ties`() throws {
        let ledger = try ledger()
        func ids(_ clocks: Clocks) throws -> [String] {
            try ledger.ties(TieFilter(clocks: clocks)).map(\.id)
        }
        // Without a date of its own a tie counts from the day its article became known.
        #expect(try ids(Clocks(on: Samples.day("2025-06-01"))) == ["t1b"])
        #expect(try ids(Clocks(knownBy: Samples.day("2026-01-09"))) == [])
        #expect(try ids(Clocks(knownBy: Samples.day("2026-01-10"))) == ["t1a", "t1b"])
    }

    @Test func `a tie of nobody, or at a place outside the text, is refused`() throws {
        let ledger = try ledger()
        let error = #expect(throws: LedgerError.self) {
            try ledger.write {
                try $0.execute(sql: "UPDATE tie SET holder = NULL, other = NULL WHERE id = 't1a'")
            }
        }
        #expect(error?.kind == .refused)
    }
}
