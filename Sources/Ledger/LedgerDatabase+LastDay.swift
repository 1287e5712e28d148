package import Diplomacy
import GRDB

extension LedgerDatabase {
    /// The last day on which a question under `clocks` can be answered: the earlier of its two days; where
    /// neither is set, the day from which the last article is known.
    ///
    /// Nil for an empty ledger.
    package func lastDay(_ clocks: Clocks) throws -> Day? {
        let asked = [clocks.on, clocks.knownBy].compactMap(\.self).min()
        if let asked { return asked }
        return try read { database in
            try Int.fetchOne(database, sql: "SELECT MAX(knownOn) FROM article")
                .map { Day(number: $0) }
        }
    }
}
