package import Diplomacy

/// Which case the id of a case means on days of the past.
///
/// An id counts the cases of two parties in a year in the order of time (`RUS-IRN-2025-2`), so it means another case
/// where the first was not known yet. What stays are the sentences: a case is the same where it shares some.
package struct CaseOnDays: Sendable {
    package enum Change: Hashable, Sendable {
        /// Without days the case bears this id; on these it bears the one that it has.
        case renamed(from: AllianceCase.ID)
        /// Without days another case bears its id, which on these days bears this one; nil: which none of them is.
        case other(AllianceCase.ID?)
    }

    package let found: AllianceCase
    /// Nil where the id means the same with days and without.
    package let change: Change?

    /// Nil where on these days no case bears the id, nor shares a sentence with the one that bears it without them.
    ///
    /// `cases` are those of the two parties on these days with their sentences, `now` the statements of the case that
    /// bears the id without days; empty where there is none, or nobody looked.
    package init?(
        _ id: AllianceCase.ID,
        among cases: [AllianceCase],
        now: Set<Statement.ID> = []
    ) {
        let named = cases.first { $0.id == id }
        let shares = cases.map { (found: $0, count: $0.sharedCount(now)) }
        if let named, now.isEmpty || named.sharedCount(now) > 0 {
            (found, change) = (named, nil)
            return
        }
        let heir = shares.filter { $0.count > 0 }
            .max { ($0.count, $1.found.id) < ($1.count, $0.found.id) }?.found
        guard let shown = named ?? heir else { return nil }
        found = shown
        change = named == nil ? .renamed(from: id) : .other(heir?.id)
    }
}

extension AllianceCase {
    /// The ids of the statements that fill its steps.
    package var statementIDs: Set<Statement.ID> { Set(entries.map(\.citation.statement)) }

    fileprivate func sharedCount(_ ids: Set<Statement.ID>) -> Int {
        ids.isEmpty ? 0 : statementIDs.intersection(ids).count
    }
}
