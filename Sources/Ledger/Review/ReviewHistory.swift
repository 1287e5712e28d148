import Diplomacy

/// The decisions on one statement, in the order in which they were made, and what stands on which day.
///
/// A decision counts from its day until it is undone, from the day of the undoing on; so that what was known
/// on a day never changes later. The last word counts, whoever says it; of each reviewer the own last word
/// stands for the agreement.
struct ReviewHistory {
    let decisions: [ReviewDecision]

    /// What a statement counts as from one day on.
    struct Span: Equatable {
        let since: Day
        /// The first day on which it does not hold any more; nil: it still holds.
        let until: Day?
        /// Nil: the coder's reading, because every verdict was undone.
        let verdict: ReviewDecision?
    }

    /// Without gaps from the first verdict on; empty where there is none.
    var spans: [Span] {
        let days = Set(decisions.filter { $0.kind != .note }.map(\.decidedOn)).sorted()
        var changes: [(since: Day, verdict: ReviewDecision?)] = []
        for day in days {
            let verdict = standing(on: day).last
            if let last = changes.last, last.verdict == verdict { continue }
            if changes.isEmpty, verdict == nil { continue }
            changes.append((day, verdict))
        }
        return changes.enumerated().map { place, change in
            let next = place + 1 < changes.count ? changes[place + 1].since : nil
            return Span(since: change.since, until: next, verdict: change.verdict)
        }
    }

    /// The verdicts that were made by the end of `day` and not taken back by then, in order; all days for nil.
    func standing(on day: Day? = nil) -> [ReviewDecision] {
        let known = decisions.filter { decision in day.map { decision.decidedOn <= $0 } ?? true }
        let undone = Set(known.compactMap(\.undoes))
        return known.filter { $0.kind.isVerdict && !undone.contains($0.id) }
    }

    /// The last standing verdict of each reviewer.
    var lastWords: [String: ReviewDecision] {
        Dictionary(standing().map { ($0.reviewer, $0) }, uniquingKeysWith: { _, last in last })
    }
}
