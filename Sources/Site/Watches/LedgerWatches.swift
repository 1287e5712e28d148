package import Assessment
package import Diplomacy
package import Ledger

/// Goes through the watches of a ledger and writes down what they ask to be told of.
package enum LedgerWatches {
    /// The alerts that were not there before, in the order of the watches and days.
    ///
    /// Reads the statements of each watched pair; with nothing new, that is all it does. Where two look at once,
    /// the one that comes second looks again, so an event is told once.
    package static func check(
        _ ledger: LedgerDatabase,
        assessor: Assessor,
        today: Day
    ) throws -> [WatchAlert] {
        guard let until = try ledger.lastDay(.unset) else { return [] }
        return try ledger.watches().flatMap { watch -> [WatchAlert] in
            let reader = try reader(of: watch, ledger, .unset, assessor)
            while true {
                let told = try ledger.alerts(of: watch.id)
                let alerts = reader.alerts(after: told, until: until, raisedOn: today)
                if alerts.isEmpty { return [] }
                if let new = try ledger.record(alerts, of: watch.id, knowing: told) { return new }
            }
        }
    }

    static func reader(
        of watch: Watch,
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        _ assessor: Assessor
    ) throws -> WatchReader {
        let pair = (watch.pair.source, watch.pair.target)
        let statements = try LedgerMaterial.statements(
            ledger,
            StatementFilter(clocks: clocks, pair: pair)
        )
        return WatchReader(watch, in: statements, assessor: assessor)
    }
}
