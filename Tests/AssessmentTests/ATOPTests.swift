import Assessment
import Diplomacy
import Foundation
import Testing
import Text

/// Tables as ATOP has them, made up: nothing of ATOP's own is in the repository.
@Suite struct ATOPTests {
    private func table(_ text: String) throws -> ATOPTable {
        try ATOPTable(Data(text.utf8), file: "mine.csv", codes: COWCodes(ResourceFolder()))
    }

    /// The register that a user has after the import, read as the program reads it.
    private func register(_ table: ATOPTable, before: String? = nil) throws -> CommitmentRegister {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "casus-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: RegisterFile.name)
        if let before {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try before.write(to: file, atomically: true, encoding: .utf8)
        }
        try RegisterFile(file).put(table.rows, replacing: ATOPTable.idPrefix)
        try RegisterFile(file).put(table.rows, replacing: ATOPTable.idPrefix)
        return try CommitmentRegister(ResourceFolder(own: folder))
    }

    private func day(_ text: String) throws -> Day {
        try #require(DayInterval(edtf: text)).first
    }

    private static let alliances = """
        \u{FEFF}ATOPID,begyr,begmo,begday,endyr,endmo,endday,defense,offense,neutral,nonagg,consul,mem1,mem2,mem3
        9001,1950,3,4,0,0,0,1,0,0,0,1,2,200,
        9002.0,1980,6,0,1995,0,0,0,0,0,1,0,365,255,740
        9003,1870,1,1,1871,1,1,1,0,0,0,0,300,245,
        "x",1950,1,1,0,0,0,1,0,0,0,0,2,20,
        """

    @Test func `a table of alliances becomes commitments beside the shipped ones`() throws {
        let table = try table(Self.alliances)
        #expect(table.rows.count == 2)
        #expect(
            table.leftOut == [
                "members whose COW number has no ISO code": 2,
                "alliances with fewer than two members that have an ISO code": 1,
            ]
        )
        #expect(table.problems.map(\.line) == [5])
        let register = try register(table)
        #expect(register.commitments.count >= 202)
        let pact = try #require(register.commitments.first { $0.id == "atop-9001" })
        #expect(pact.kind == .defencePact)
        #expect(pact.duties.map(\.obligation) == [.defence, .consultation])
        #expect(pact.binds(ActorCode("USA"), on: try day("2020-01-01")))
        #expect(!pact.binds(ActorCode("GBR"), on: try day("1950-03-03")))
    }

    @Test func `a number whose state changed stands for both, each in its time`() throws {
        let register = try register(try table(Self.alliances))
        let pact = try #require(register.commitments.first { $0.id == "atop-9002" })
        #expect(pact.kind == .nonAggression)
        #expect(pact.parties.map(\.actor.rawValue) == ["SUN", "RUS", "DEU", "JPN"])
        #expect(pact.binds(ActorCode("SUN"), on: try day("1985-01-01")))
        #expect(!pact.binds(ActorCode("RUS"), on: try day("1985-01-01")))
        #expect(pact.binds(ActorCode("RUS"), on: try day("1993-01-01")))
        #expect(!pact.binds(ActorCode("RUS"), on: try day("1996-01-01")))
    }

    @Test func `a table of members tells who entered when, and who owes what`() throws {
        let table = try table(
            """
            atopid,member,begyr,begmo,begday,yrent,moent,dayent,yrexit,moexit,dayexit,defense,neutral
            9004,710,1961,7,11,1961,7,11,0,0,0,1,0
            9004,731,1961,7,11,1961,7,11,0,0,0,0,0
            9004,712,1961,7,11,1970,0,0,1980,5,1,0,0
            """
        )
        let register = try register(table)
        let pact = try #require(register.commitments.first { $0.id == "atop-9004" })
        let (china, korea) = (ActorCode("CHN"), ActorCode("PRK"))
        let today = try day("2020-01-01")
        #expect(register.binding(china, to: korea, on: today).contains { $0.hasDefenceDuty })
        #expect(
            !register.binding(korea, to: china, on: today)
                .contains { $0.commitment.id == "atop-9004" && $0.hasDefenceDuty }
        )
        #expect(!pact.binds(ActorCode("MNG"), on: try day("1981-01-01")))
    }

    @Test func `the next import replaces what the last one wrote, and keeps the rest`() throws {
        let own = """
            # mine
            mine-1\tA pact of mine\tdefence-pact\ttreaty\tFJI TON\t-\t2020\t2020\t-\tDEFENSE\t-\t-\tA fact.\tA book.\t-
            atop-1\tGone\tdefence-pact\ttreaty\tFJI TON\t-\t2020\t2020\t-\tDEFENSE\t-\t-\tA fact.\tA book.\t-
            """
        let register = try register(try table(Self.alliances), before: own)
        let ids = register.commitments.map(\.id)
        #expect(ids.contains("mine-1") && ids.contains("atop-9001") && !ids.contains("atop-1"))
    }

    @Test func `another file is refused, with what it lacks`() throws {
        let error = #expect(throws: TableError.self) { try table("a,b\n1,2\n") }
        #expect(error?.description.hasPrefix("mine.csv:1: is no table of ATOP") == true)
        #expect(throws: TableError.self) { try table("") }
    }
}
