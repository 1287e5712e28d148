import Diplomacy

/// Finds the statement that a decision means among those of an article as it is read now.
///
/// The same id is the same reading of the same place. Else the words are looked for, and among the statements
/// whose quotes share words with that place the one with the same tuple as coded then is meant, or one that
/// says by itself what the reviewer had made of it. A decision that finds neither is kept, waits for the next
/// reading, and is reported as lost.
struct DecisionMatcher {
    let text: String
    let statements: [Statement]

    /// The id of the statement, or nil.
    func match(_ decision: ReviewDecision) -> String? {
        if statements.contains(where: { $0.id == decision.statement }) { return decision.statement }
        guard let place = decision.anchor.place(in: text) else { return nil }
        let near = statements.filter { $0.evidence.range.overlaps(place) }
        let same = near.filter { StatementCore($0).isSameTuple(as: decision.coded) }
        let learnt = near.filter { statement in
            decision.readings.contains { StatementCore(statement).isSameTuple(as: $0) }
        }
        return (same.isEmpty ? learnt : same).max { left, right in
            shared(left, place) < shared(right, place)
        }?.id
    }

    /// Bytes that the quote shares with the place.
    private func shared(_ statement: Statement, _ place: ByteRange) -> Int {
        statement.evidence.range.clamped(to: place).count
    }
}
