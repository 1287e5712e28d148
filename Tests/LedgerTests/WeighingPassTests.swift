import Diplomacy
import Foundation
import GRDB
import Testing

@testable import Ledger

/// A pass over all statements keeps what going from pair to pair keeps.
extension KeptWeighingTests {
    private func rows(_ ledger: LedgerDatabase) throws -> [String] {
        try ledger.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM weighed ORDER BY statementKey, part")
                .map { "\($0)" }
        }
    }

    /// As if nothing had been weighed ever.
    private func forget(_ ledger: LedgerDatabase) throws {
        try ledger.write { database in
            try database.execute(
                sql: """
                    DELETE FROM weighed;
                    INSERT OR IGNORE INTO unweighedArticle SELECT key FROM article;
                    """
            )
        }
    }

    /// A weighed ledger of some news on which a person has decided.
    private func fill(_ ledger: LedgerDatabase, _ random: inout SplitMix) throws {
        for (coded, source) in Self.news(&random) {
            _ = try ledger.record(coded, readOn: Samples.today, source: source)
        }
        try ledger.weighWhatIsLeft()
        for day in 1...random.below(6) + 1 {
            try decide(ledger, &random, day: Samples.today.advanced(by: day))
        }
    }

    @Test(arguments: 1...8)
    func `a pass over all statements keeps the same, however many are held at once`(
        seed: UInt64
    ) throws {
        var random = SplitMix(seed: seed * 911)
        func compare(_ ledger: LedgerDatabase) throws {
            try fill(ledger, &random)
            let before = try rows(ledger)
            try forget(ledger)
            try ledger.weighInOnePass(holding: [1_000, 40, 7][random.below(3)])
            // What persons decided on is left to the other way.
            try ledger.weighWhatIsLeft()
            #expect(try rows(ledger) == before && !before.isEmpty)
            #expect(try kept(ledger) == madeAnew(ledger))
            try ledger.weighInOnePass()
            try ledger.weighWhatIsLeft()
            #expect(try rows(ledger) == before, "what stands is left as it is")
        }
        try compare(try LedgerDatabase.inMemory())
        try Samples.withFile { try compare(try LedgerDatabase(at: $0)) }
    }

    @Test func `a pass beside which another program writes leaves its marks`() throws {
        var random = SplitMix(seed: 5)
        let ledger = try LedgerDatabase.inMemory()
        try fill(ledger, &random)
        let before = try rows(ledger)
        try forget(ledger)
        try ledger.write { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER other AFTER INSERT ON weighed
                    BEGIN UPDATE change SET number = number + 1; END;
                    """
            )
        }
        try ledger.weighInOnePass()
        #expect(try kept(ledger) == nil)
        try ledger.write { try $0.execute(sql: "DROP TRIGGER other") }
        try ledger.weighWhatIsLeft()
        #expect(try rows(ledger) == before)
    }

    @Test func `a pass goes over statements and testimonies in their order`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let steps = try ledger.read { database in
            try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(WeighingPart.request)")
                .map { $0["detail"] as String }
        }
        #expect(
            steps == [
                "SCAN statement",
                "SEARCH testimony USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN",
            ]
        )
    }
}
