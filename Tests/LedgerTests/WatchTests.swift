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
        #expect(try ledger.record([alert], of: "w", knowing: []) == [alert])
        #expect(try ledger.record([alert], of: "w", knowing: [alert]) == [])
        #expect(try ledger.alerts() == [alert])
        #expect(try ledger.alerts(of: "other") == [])
    }

    @Test func `who did not know the last alert writes nothing and has to look again`() throws {
        let ledger = try Samples.ledger()
        _ = try ledger.add(watch("w"))
        let (first, second) = (alert("1", of: watch("w")), alert("2", of: watch("w")))
        #expect(try ledger.record([first], of: "w", knowing: []) == [first])
        #expect(try ledger.record([second], of: "w", knowing: []) == nil)
        #expect(try ledger.alerts() == [first])
        #expect(try ledger.record([second], of: "w", knowing: [first]) == [second])
    }

    @Test
    func `each listener hears an alert once, whoever found it, and again what did not reach it`()
        throws
    {
        let ledger = try Samples.ledger()
        _ = try ledger.add(watch("w"))
        let alerts = ["1", "2"].map { alert($0, of: watch("w")) }
        _ = try ledger.record(alerts, of: "w", knowing: [])
        #expect(try ledger.hear("terminal") == alerts)
        #expect(try ledger.hear("terminal") == [])
        #expect(try ledger.hear("program /bin/bell") == alerts)
        try ledger.takeBack(alerts.dropFirst(), from: "program /bin/bell")
        #expect(try ledger.hear("program /bin/bell") == [alerts[1]])
        #expect(try ledger.hear("terminal") == [])
    }

    @Test func `a new alert is heard though one before it was taken away`() throws {
        let ledger = try Samples.ledger()
        for id in ["v", "w"] { _ = try ledger.add(watch(id)) }
        _ = try ledger.record([alert("1", of: watch("v"))], of: "v", knowing: [])
        #expect(try ledger.hear("terminal").count == 1)
        _ = try ledger.removeWatch("v")
        let later = alert("2", of: watch("w"))
        _ = try ledger.record([later], of: "w", knowing: [])
        #expect(try ledger.hear("terminal") == [later])
    }

    @Test func `what was told goes with its watch, and cannot be changed`() throws {
        let ledger = try Samples.ledger()
        _ = try ledger.add(watch("w"))
        let alert = alert("1", of: watch("w"))
        _ = try ledger.record([alert], of: "w", knowing: [])
        #expect(throws: LedgerError.self) {
            try ledger.write { try $0.execute(sql: "UPDATE watchAlert SET id = '2'") }
        }
        #expect(try ledger.removeWatch("w"))
        #expect(try !ledger.removeWatch("w"))
        #expect(try ledger.alerts() == [])
        #expect(try ledger.record([alert], of: "w", knowing: []) == [], "its watch is gone")
        #expect(try ledger.hear("terminal") == [])
    }
}
