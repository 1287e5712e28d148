package import Diplomacy

/// The two dates before every question: as true on one day, as known on another.
///
/// They are independent. "What held on 13 June 2025, as known today" and "what was known on 13 June
/// 2025" have different answers wherever somebody reported late.
package struct Clocks: Hashable, Sendable {
    /// As true on this day: a statement that had happened by then, on whatever day of its date it did.
    ///
    /// It counts from the last day of its date, or from the day its article became known where that comes first; what
    /// has no date of its own from the latter. Nil: at any time.
    package var on: Day?
    /// As known on this day: an article that was known then.
    ///
    /// Nil: as known to the ledger now.
    package var knownBy: Day?

    package init(on: Day? = nil, knownBy: Day? = nil) {
        self.on = on
        self.knownBy = knownBy
    }

    /// Neither clock is set: everything in the ledger.
    package static let unset = Clocks()
}

extension Article {
    /// The day from which the article can be known: the last day of its publication interval, so
    /// that nothing leaks from the future, but not later than the day on which it was read, where
    /// that lies in the interval.
    ///
    /// The day of reading where nothing dates the article, or where its interval is only inferred from what it
    /// tells: that may be too early.
    ///
    /// "2025" read on 2025-06-20 is known on 2025-06-20; read in 2026, on 2025-12-31.
    func knownOn(readOn: Day) -> Day {
        guard let interval = publication.interval, !interval.isApproximate else { return readOn }
        return interval.contains(readOn) ? readOn : interval.last
    }
}

extension CodedArticle {
    /// Nothing is published after it is read: an interval that is inferred from what the text tells ends by then.
    func published(by readOn: Day) -> CodedArticle {
        guard let interval = article.publication.interval, interval.isApproximate,
            interval.first <= readOn, readOn < interval.last
        else { return self }
        let publication = Publication(
            interval: DayInterval(first: interval.first, last: readOn, isApproximate: true),
            reasons: article.publication.reasons + ["not after it was read"]
        )
        return CodedArticle(
            article: article.published(publication),
            statements: statements,
            ties: ties,
            people: people,
            omissions: omissions
        )
    }
}
