package import Assessment
package import Diplomacy
package import Ledger

/// Goes through the watches of a ledger and writes down what they ask to be told of.
package enum LedgerWatches {
    /// The alerts that were not there before, in the order of the watches and days.
    ///
    /// Reads the statements of each watched pair; with nothing new, that is all it does. Two readings at once
    /// tell an alert once.
    package static func check(
        _ ledger: LedgerDatabase,
        assessor: Assessor,
        today: Day
    ) throws -> [WatchAlert] {
        guard let until = try ledger.lastDay(.unset) else { return [] }
        return try ledger.watches().flatMap { watch in
            let alerts = try reader(of: watch, ledger, .unset, assessor)
                .alerts(after: ledger.alerts(of: watch.id), until: until, raisedOn: today)
            return alerts.isEmpty ? [] : try ledger.record(alerts)
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
