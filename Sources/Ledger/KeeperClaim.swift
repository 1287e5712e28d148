import GRDB

/// Says on the ledger itself who makes the answers that it keeps, inside a transaction that the caller holds.
///
/// Each claim has a generation of answers of its own, and who writes looks first whether the claim is still its own:
/// so one that was thought dead and wakes up again does no harm.
struct KeeperClaim {
    /// A claim whose holder has written nothing for so many seconds is taken over, though it runs: between two
    /// writings at a million statements there is a minute at most.
    static let longestSilence = 3_600

    let process: RunningProcess
    let generation: Int

    /// Takes the claim, where nobody holds it, or one that has ended or fallen silent; what that one had not
    /// finished goes.
    ///
    /// Throws `LedgerError.Kind.locked` where somebody makes answers now. `now` is in seconds from 1970-01-01.
    static func taken(
        by process: RunningProcess,
        at now: Int,
        _ place: String,
        _ database: Database
    ) throws -> KeeperClaim {
        let holder = try Row.fetchOne(
            database,
            sql: "SELECT process, started, generation, seenAt FROM keeper"
        )
        if let holder {
            let other = RunningProcess(number: holder[0], started: holder[1])
            let silence = max(0, now - (holder[3] as Int))
            if silence <= longestSilence, other.runs {
                throw LedgerError(
                    .locked,
                    place: place,
                    problem: "is having its answers made by process \(other.number), which last "
                        + "wrote \(silence == 1 ? "one second" : "\(silence) seconds") ago",
                    cure: "Wait until that has ended, or end it and run 'casus keep' again; what "
                        + "is shown meanwhile are the last answers."
                )
            }
        }
        try database.execute(
            sql:
                "DELETE FROM keptAnswer WHERE generation IS NOT (SELECT generation FROM keptState)"
        )
        let shown = try Int.fetchOne(database, sql: "SELECT generation FROM keptState") ?? 0
        let claim = KeeperClaim(
            process: process,
            generation: max(shown, holder?[2] ?? 0) + 1
        )
        try database.execute(
            sql: "INSERT OR REPLACE INTO keeper VALUES (1, ?, ?, ?, ?)",
            arguments: [process.number, process.started, claim.generation, now]
        )
        return claim
    }

    /// Says that its holder is at work.
    ///
    /// Throws `LedgerError.Kind.locked` where another has taken it over.
    func renew(at now: Int, _ place: String, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "UPDATE keeper SET seenAt = ? WHERE generation = ?"
        )
        try statement.execute(arguments: [now, generation])
        guard database.changesCount == 1 else {
            throw LedgerError(
                .locked,
                place: place,
                problem: "was silent for long, and another process makes its answers now",
                cure: "Wait until that has ended; nothing is lost."
            )
        }
    }

    func give(back database: Database) throws {
        try database.execute(
            sql: "DELETE FROM keeper WHERE generation = ?",
            arguments: [generation]
        )
    }
}
