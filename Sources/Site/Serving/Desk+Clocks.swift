import Diplomacy
import Ledger

/// One article or one statement as it stood on the days asked for.
extension Desk {
    /// The statement as it counts under the clocks; without them also one that a person rejected, which is marked so.
    ///
    /// Throws where the ledger has none of this id, and where it was not known then or had not happened by then.
    func statement(_ id: String, _ clocks: Clocks) throws -> RecordedStatement {
        guard let now = try ledger.statement(id) else {
            throw SiteProblem(
                .notFound,
                "The ledger holds no statement of this id.",
                cure:
                    "A newer reading of its article may have given it another; search for its words."
            )
        }
        guard clocks != .unset else { return now }
        let article = now.article
        if let day = clocks.knownBy, article.knownOn > day {
            throw SiteProblem(notKnownOn: day, but: article.knownOn)
        }
        let filter = StatementFilter(clocks: clocks, article: article.id)
        guard let then = try ledger.statements(filter).first(where: { $0.id == now.id }) else {
            throw SiteProblem(
                .notFound,
                "On this day it had not happened yet, or did not count.",
                cure: "Choose a later day, or leave the day out."
            )
        }
        return then
    }

    /// The article, with the statements of it that count under the clocks.
    ///
    /// Throws where the ledger has none of this id, and where nobody could know it then.
    func article(
        _ id: String,
        _ clocks: Clocks
    ) throws -> (article: Article, statements: [Statement]) {
        guard let article = try ledger.article(id),
            let known = try ledger.knownOn(ofArticle: article.id)
        else {
            throw SiteProblem(
                .notFound,
                "The ledger holds no article of this id.",
                cure: "Look for it in the list of articles, or search for its words."
            )
        }
        if let day = clocks.knownBy, known > day { throw SiteProblem(notKnownOn: day, but: known) }
        guard clocks != .unset else {
            return (article, try ledger.statements(ofArticle: article.id))
        }
        let told = try ledger.statements(StatementFilter(clocks: clocks, article: article.id))
        if let day = clocks.on, known > day, told.isEmpty {
            throw SiteProblem(
                .notFound,
                "This article is later, and tells of nothing that had happened by then.",
                cure: "Choose a later day, or leave the day out."
            )
        }
        return (article, told.map(\.statement))
    }
}

extension SiteProblem {
    /// That an article became known only on `known`.
    fileprivate init(notKnownOn day: Day, but known: Day) {
        self.init(
            .notFound,
            "This was not known on \(day).",
            cure: "Its article became known on \(known): choose that day or a later one."
        )
    }
}
