import Diplomacy
import GRDB
import Testing

@testable import Ledger

/// People in the ledger: written with their article, found by party, role and surname, under both clocks.
struct PersonTests {
    private static let english = Samples.article(
        "p1",
        ["Iran's envoy Igor Sokolov spoke.", "In 2024 ambassador Kari Holm of Norway left."],
        published: "2026-01-10"
    )
    private static let ukrainian = Samples.article(
        "p2",
        ["Посланець Ірану Ігор Соколов мовчав."],
        published: "2026-02-01"
    )
    private static let first = [
        Samples.person("Igor Sokolov", .envoy, of: "IRN", in: english, "envoy Igor Sokolov"),
        Samples.person(
            "Kari Holm",
            .ambassador,
            of: "NOR",
            in: english,
            "ambassador Kari Holm",
            isFormer: true,
            date: "2024"
        ),
    ]
    private static let second = [
        Samples.person("Ihor Sokolov", .envoy, of: "IRN", in: ukrainian, "Ігор Соколов")
    ]

    private func ledger() throws -> LedgerDatabase {
        try Samples.ledger(
            Samples.coded(Self.english, people: Self.first),
            Samples.coded(Self.ukrainian, people: Self.second)
        )
    }

    @Test func `a person who comes back equals the one recorded`() throws {
        let ledger = try ledger()
        #expect(try ledger.people(ofArticle: "p1") == Self.first)
        #expect(try ledger.people(ofArticle: "p0") == [])
        #expect(try ledger.check() == [])
    }

    @Test func `the same article again changes nothing, another reading replaces its people`()
        throws
    {
        let ledger = try ledger()
        let same = Samples.coded(Self.english, people: Self.first)
        #expect(try ledger.record(same, readOn: Samples.today, source: nil) == .unchanged)
        let fewer = Samples.coded(Self.english, people: [Self.first[1]])
        #expect(try ledger.record(fewer, readOn: Samples.today, source: nil) == .replaced)
        #expect(try ledger.people(ofArticle: "p1") == [Self.first[1]])
    }

    @Test func `spellings of one surname in one role are one person, with the days between`() throws
    {
        let found = try ledger().people(PersonFilter(party: ActorCode("IRN")))
        #expect(found.map(\.person) == Self.second)
        #expect(found.map(\.articleCount) == [2])
        #expect(found.map(\.article.id) == ["p2"])
        #expect(found.map { $0.days.map { "\($0.first)/\($0.last)" } } == ["2026-01-10/2026-02-01"])
    }

    @Test func `party, role and surname narrow`() throws {
        let ledger = try ledger()
        func names(_ filter: PersonFilter) throws -> [String] {
            try ledger.people(filter).map(\.person.name)
        }
        #expect(try names(PersonFilter()) == ["Kari Holm", "Ihor Sokolov"])
        #expect(try names(PersonFilter(role: .ambassador)) == ["Kari Holm"])
        #expect(try names(PersonFilter(name: "Соколова")) == ["Ihor Sokolov"])
        #expect(try names(PersonFilter(name: "Petrov")) == [])
    }

    @Test func `both clocks hold for people`() throws {
        let ledger = try ledger()
        func names(_ clocks: Clocks) throws -> [String] {
            try ledger.people(PersonFilter(clocks: clocks)).map(\.person.name)
        }
        // Without a date of its own a role counts from the day its article became known.
        #expect(try names(Clocks(on: Samples.day("2025-06-01"))) == ["Kari Holm"])
        #expect(
            try names(Clocks(knownBy: Samples.day("2026-01-15"))) == ["Kari Holm", "Igor Sokolov"]
        )
        #expect(try names(Clocks(knownBy: Samples.day("2025-06-01"))) == [])
    }

    @Test func `who holds a role for a party, or has a surname, is looked up`() throws {
        let ledger = try ledger()
        for (filter, index) in [
            (PersonFilter(party: ActorCode("IRN")), "personByParty"),
            (PersonFilter(name: "Sokolov"), "personBySurname"),
        ] {
            let steps = try ledger.read { database in
                try SQLRequest<Row>(
                    literal: "EXPLAIN QUERY PLAN \(LedgerDatabase.request(filter))"
                ).fetchAll(database).map { $0["detail"] as String }
            }
            #expect(steps.contains { $0.contains(index) }, "\(steps)")
        }
    }
}
