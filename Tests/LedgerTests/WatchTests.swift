import Diplomacy
import GRDB
import Testing

@testable import Ledger

/// What is watched is kept, and nothing is told twice.
struct WatchTests {
    private func watch(_ id: String) -> Watch {
        Watch(
            id: id,
            pair: DirectedPair(source: ActorCode("RUS"), target: ActorCode("ARM")),
            rule: Watch.Rule(series: .trust, change: .falls, points: 0.3, days: 30, roots: 2),
            since: Samples.today
        )
    }

    private func alert(_ id: String, of watch: Watch) -> WatchAlert {
        func level(_ level: Double) -> WatchAlert.Level {
            WatchAlert.Level(day: Samples.today, level: level, low: level - 1, high: level + 1)
        }
        return WatchAlert(
            id: id,
            watch: watch,
            raisedOn: Samples.today,
            before: level(2.25),
            after: level(-1.1),
            causes: [
                WatchAlert.Cause(
                    statement: "s",
                    article: "a",
                    event: "e",
                    voice: "r",
                    quote: "\u{202E}Moscow \"stayed\" away"
                )
            ]
        )
    }

    @Test func `a watch comes back as it was added, in the order of adding`() throws {
        let ledger = try Samples.ledger()
        #expect(try ledger.add(watch("bb")))
        #expect(try ledger.add(watch("ab")))
        #expect(try !ledger.add(watch("bb")), "it stands already")
        #expect(try ledger.watches() == [watch("bb"), watch("ab")])
        #expect(try ledger.watch("a") == watch("ab"))
        #expect(try ledger.watch("c") == nil)
    }

    @Test func `an alert is new once`() throws {
        let ledger = try Samples.ledger()
        _ = try ledger.add(watch("w"))
        let alert = alert("1", of: watch("w"))
        #expect(try ledger.record([alert]) == [alert])
        #expect(try ledger.record([alert]) == [])
        #expect(try ledger.alerts() == [alert])
        #expect(try ledger.alerts(of: "other") == [])
    }

    @Test func `what was told goes with its watch, and cannot be changed`() throws {
        let ledger = try Samples.ledger()
        _ = try ledger.add(watch("w"))
        _ = try ledger.record([alert("1", of: watch("w"))])
        #expect(throws: LedgerError.self) {
            try ledger.write { try $0.execute(sql: "UPDATE watchAlert SET id = '2'") }
        }
        #expect(try ledger.removeWatch("w"))
        #expect(try !ledger.removeWatch("w"))
        #expect(try ledger.alerts() == [])
        #expect(try ledger.record([alert("1", of: watch("w"))]) == [], "its watch is gone")
    }
}
