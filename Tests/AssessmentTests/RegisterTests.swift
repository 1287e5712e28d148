import Assessment
import Diplomacy
import Foundation
import Testing
import Text

@Suite struct RegisterTests {
    /// The columns of the register, as one line.
    private static let line = [
        "nato", "North Atlantic Treaty", "alliance", "treaty", "USA// TUR/1952-02-18/ FRA//", "-",
        "1949-04-04", "1949-08-24", "-", "DEFENSE CONSULTATION",
        "region=Europe or North America; trigger=armed attack", "one year after notice",
        "An attack on one counts as an attack on all.", "UNTS 541", "-",
    ]

    private func register(_ change: (inout [String]) -> Void) throws -> CommitmentRegister {
        var cells = Self.line
        change(&cells)
        let file = FileManager.default.temporaryDirectory
            .appending(path: "casus-\(UUID().uuidString).tsv")
        defer { try? FileManager.default.removeItem(at: file) }
        try "# Casus 2026\n\(cells.joined(separator: "\t"))\n"
            .write(to: file, atomically: true, encoding: .utf8)
        return try CommitmentRegister(TableFile(file, columns: 15))
    }

    private func day(_ text: String) throws -> Day {
        try #require(DayInterval(edtf: text)).first
    }

    @Test func `what is read for two parties binds them as the whole register does`() throws {
        let resources = ResourceFolder()
        let whole = try CommitmentRegister(resources)
        let pairs = [
            ("RUS", "ARM"), ("IGO:CSTO", "ARM"), ("USA", "JPN"), ("CHN", "VEN"), ("RUS", "SYR"),
            ("IGO:NATO", "TUR"), ("USA", "UKR"), ("FRA", "QAT"), ("MNG", "BOL"),
        ]
        for (one, other) in pairs.map({ (ActorCode($0), ActorCode($1)) }) {
            let part = try CommitmentRegister(resources, between: [one, other])
            #expect(part.commitments.count < whole.commitments.count / 3)
            for day in try ["1985-01-01", "2005-06-30", "2025-11-27"].map(day) {
                #expect(
                    part.binding(one, to: other, on: day) == whole.binding(one, to: other, on: day)
                )
                #expect(
                    part.binding(other, to: one, on: day) == whole.binding(other, to: one, on: day)
                )
            }
        }
        #expect(
            try CommitmentRegister(resources, between: ["RUS", "ARM"].map { ActorCode($0) })
                .binding(ActorCode("RUS"), to: ActorCode("ARM"), on: day("2005-06-30")).count > 3
        )
    }

    @Test func `what a party owes to any state is promised to none in particular`() throws {
        let canal = try register {
            $0[0] = "canal"
            $0[4] = "PAN USA"
            $0[5] = "PAN>*:NEUTRALITY"
            $0[9] = "NEUTRALITY"
        }
        let (panama, other) = (ActorCode("PAN"), ActorCode("USA"))
        let france = ActorCode("FRA")
        let today = try day("2025-11-27")
        #expect(canal.binding(panama, to: france, on: today).isEmpty)
        #expect(canal.binding(panama, to: other, on: today).map(\.obligations) == [[.neutrality]])
        #expect(canal.binding(other, to: france, on: today).isEmpty)
    }

    @Test func `a line is read whole`() throws {
        let found = try #require(try register { _ in }.commitments.first)
        #expect(found.parties.map(\.actor.rawValue) == ["USA", "TUR", "FRA"])
        #expect(found.duties.map(\.obligation) == [.defence, .consultation])
        #expect(
            found.conditions == [
                Commitment.Condition(.region, "Europe or North America"),
                Commitment.Condition(.trigger, "armed attack"),
            ]
        )
        #expect(found.ended == nil)
        #expect(found.isMultilateral)
    }

    @Test func `a party is bound from its entry to its exit`() throws {
        let found = try register { $0[4] = "USA// TUR/1952-02-18/ FRA//1966-03" }.commitments[0]
        let turkey = ActorCode("TUR")
        #expect(found.binds(turkey, on: try day("1952-02-18")))
        #expect(!found.binds(turkey, on: try day("1952-02-17")))
        #expect(found.binds(ActorCode("FRA"), on: try day("1966-03-31")))
        #expect(!found.binds(ActorCode("FRA"), on: try day("1966-04-01")))
        #expect(!found.binds(ActorCode("USA"), on: try day("1949-08-23")))
    }

    @Test func `a direction says who owes what to whom`() throws {
        let found = try register {
            $0[4] = "USA FRA"
            $0[5] = "USA>FRA:DEFENSE"
        }.commitments[0]
        let (giver, taker) = (ActorCode("USA"), ActorCode("FRA"))
        let on = try day("1990-01-01")
        #expect(found.obligations(of: giver, to: taker, on: on) == [.consultation, .defence])
        #expect(found.obligations(of: taker, to: giver, on: on) == [.consultation])
        #expect(found.obligations(of: giver, to: ActorCode("TUR"), on: on) == nil)
    }

    @Test(arguments: [
        (2, "aliance", "unknown kind 'aliance'. Did you mean 'alliance'?"),
        (4, "usa", "'usa' is no code of a party."),
        (4, "USA/1949", "'USA/1949' is no party."),
        (5, "USA-FRA", "'USA-FRA' is no direction."),
        (5, "GBR>FRA:DEFENSE", "'GBR' promises and is no party."),
        (6, "4 April", "'4 April' is no date (signature)."),
        (9, "DEFENCE", "unknown obligation 'DEFENCE'. Did you mean 'DEFENSE'?"),
        (10, "Europe", "'Europe' is no condition."),
        (12, "-", "has no fact."),
    ])
    func `a mistake is named with its line and its cure`(
        _ column: Int,
        _ cell: String,
        _ complaint: String
    ) throws {
        let error = #expect(throws: TableError.self) { try register { $0[column] = cell } }
        let words = try #require(error).description
        #expect(words.contains(".tsv:2: \(complaint)"), "\(words)")
    }

    @Test func `the shipped register is read without a complaint, and is as large as promised`()
        throws
    {
        let register = try CommitmentRegister(ResourceFolder())
        #expect(register.commitments.count >= 200)
        let states = Set(register.commitments.flatMap { $0.parties.map(\.actor) }.filter(\.isState))
        #expect(states.count >= 90)
        let bound = register.binding(
            ActorCode("RUS"),
            to: ActorCode("ARM"),
            on: try day("2020-09-27")
        )
        #expect(bound.contains { $0.hasDefenceDuty })
        let partners = register.binding(
            ActorCode("RUS"),
            to: ActorCode("IRN"),
            on: try day("2025-06-22")
        )
        #expect(!partners.isEmpty && !partners.contains { $0.hasDefenceDuty })
    }
}
