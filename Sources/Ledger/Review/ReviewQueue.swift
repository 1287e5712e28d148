import Diplomacy

/// A statement that waits for a person, and why it stands where it stands.
package struct ReviewItem: Hashable, Sendable, Identifiable {
    package let recorded: RecordedStatement
    /// Of its happening, as far as they say the same.
    package let roots: Int
    /// "a guess (34 of 100)", "one root", "did not happen".
    package let reasons: [String]

    package var id: String { recorded.id }
}

extension LedgerDatabase {
    /// What nobody has judged yet, the most doubtful first.
    ///
    /// First what the coder guessed (below 0.5, where the pages say "a guess"), then what it was not sure of
    /// (below 0.75), then the rest. Among these what rests on one root before what more roots say, because
    /// nothing else would show the mistake; then what did not happen before what did, because that is what
    /// the ledger is for and what coders get wrong most; then the lower confidence, then the order of the
    /// ledger. `limit` cuts the list after that; linear in the ledger, about 40 µs a statement.
    package func reviewQueue(
        _ filter: StatementFilter = StatementFilter(),
        limit: Int? = nil
    ) throws -> [ReviewItem] {
        let weighed = try weighed(StatementFilter(clocks: filter.clocks))
        let events = Dictionary(
            weighed.events.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let waiting = try statements(filter).filter { $0.review == nil }.map { recorded in
            let event = weighed.eventOfStatement[recorded.id].flatMap { events[$0] }
            let isDispute = event?.disputes.contains(recorded.id) ?? false
            let roots = isDispute ? event?.disputingRoots.count : event?.roots.count
            return Waiting(recorded, roots: max(1, roots ?? 1))
        }
        let ordered = waiting.enumerated().sorted { left, right in
            let (one, other) = (left.element.rank, right.element.rank)
            return one == other
                ? left.offset < right.offset : one.lexicographicallyPrecedes(other)
        }
        return ordered.prefix(limit ?? .max).map(\.element.item)
    }
}

private struct Waiting {
    let item: ReviewItem
    let rank: [Double]

    /// Below it a reading is a guess; `StatementAccount` and the pages use the same border.
    private static let guess = 0.5
    /// Half of what is left above a guess.
    private static let unsure = 0.75

    init(_ recorded: RecordedStatement, roots: Int) {
        let statement = recorded.statement
        let confidence = statement.confidence
        let doubt = confidence < Self.guess ? 0 : confidence < Self.unsure ? 1 : 2
        let words = ["a guess", "not sure", "sure"][doubt]
        var reasons = ["\(words) (\(Int((confidence * 100).rounded())) of 100)"]
        if roots == 1 { reasons.append("one root") }
        if statement.polarity == .notDone { reasons.append("did not happen") }
        item = ReviewItem(recorded: recorded, roots: roots, reasons: reasons)
        rank = [
            Double(doubt), roots == 1 ? 0 : 1, statement.polarity == .notDone ? 0 : 1, confidence,
        ]
    }
}
