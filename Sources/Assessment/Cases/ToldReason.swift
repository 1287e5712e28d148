package import Diplomacy

/// Why help stayed away, as roots of a case say: it could not, would not, need not.
package struct ToldReason: Hashable, Sendable, Encodable {
    /// One of `Mark.reasons`.
    package let reason: Mark
    package let roots: Int
    /// The ids of the statements that say so.
    package let statements: [String]
}

extension AllianceCase {
    /// The reasons told of help that did not come, that of most roots first.
    ///
    /// They are the words of those who tell, and bear on no verdict: whoever cannot help has not helped.
    package var reasons: [ToldReason] {
        let missing = entries(.response).filter { entry in
            entry.stance.map { $0.isMissing || $0 == .refused } ?? false
        }
        let told = Mark.reasons.map { reason in
            let own = missing.filter { $0.citation.marks.contains(reason) }
            return ToldReason(
                reason: reason,
                roots: Set(own.map(\.root)).count,
                statements: own.map(\.citation.statement)
            )
        }
        return told.filter { $0.roots > 0 }
            .enumerated()
            .sorted { ($1.element.roots, $0.offset) < ($0.element.roots, $1.offset) }
            .map(\.element)
    }
}
