import Diplomacy
import GRDB

/// What was decided, and how far those who decide agree.
extension LedgerDatabase {
    /// The last decision of `reviewer` that is not undone: on one statement, or on any for nil.
    package func lastDecision(
        of reviewer: String,
        on statement: String? = nil
    ) throws -> ReviewDecision? {
        try read { database in
            let statement = try statement.map { try self.statement($0, database) }
            return try ReviewReader(database: database).lastDecision(
                of: reviewer,
                on: statement?.id
            )
        }
    }

    /// What was decided on the statement, in order; what was decided at all, for nil.
    package func history(of statement: String? = nil) throws -> [ReviewEntry] {
        try read { database in
            let statement = try statement.map { try self.statement($0, database) }
            return try ReviewReader(database: database).entries(on: statement?.id)
        }
    }

    /// How many decisions find neither their words nor their statement any more; they are kept.
    package func lostDecisionCount() throws -> Int {
        try read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT COUNT(*) FROM reviewDecision
                    WHERE NOT EXISTS (SELECT 1 FROM reviewMatch WHERE decision = number)
                    """
            ) ?? 0
        }
    }

    /// How far the reviewers agree, over the statements on which two or more have a standing verdict.
    package func reviewAgreement() throws -> ReviewAgreement {
        let entries = try history()
        let histories = Dictionary(grouping: entries, by: \.meant).sorted { $0.key < $1.key }
        return ReviewAgreement(
            histories.map { ReviewHistory(decisions: $0.value.map(\.decision)).lastWords }
        )
    }
}
