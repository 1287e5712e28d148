import Diplomacy
import GRDB

/// The beginning of a list of a party of which much is told.
///
/// An index leads to all that is told of a party, and all of it must be put in order to find the first fifty: of a
/// great party a third of the ledger. So articles are gone through in the order of the list instead, as far as a
/// list of a few is expected to reach; where it does not fill there, the index is asked.
extension LedgerDatabase {
    /// With fewer statements the index is quick: they are read and put in order in some 20 ms.
    static let muchTold = 2_000
    /// So many articles are gone through in some 15 ms.
    static let windowArticles = 5_000

    /// Hands over what `filter` asks for where its beginning is found so; false where it is not, and nothing was
    /// handed over.
    func eachOfWindow(
        _ filter: StatementFilter,
        muchTold: Int = Self.muchTold,
        articles: Int = Self.windowArticles,
        _ body: (RecordedStatement) throws -> Void
    ) throws -> Bool {
        guard let limit = filter.limit, limit <= muchTold, filter.asksForIndex,
            filter.article == nil
        else { return false }
        let found = try read { database -> [RecordedStatement]? in
            guard try Self.isTold(filter, muchTold, database) else { return nil }
            let edge = try Self.edge(filter, articles, database)
            var summaries = SummaryShelf(filter.clocks)
            let rows = try SQLRequest<Row>(literal: Self.windowRequest(filter, edge: edge))
                .fetchAll(database)
            guard rows.count == limit || edge == nil else { return nil }
            return try rows.map { try StatementReader.recorded(from: $0, &summaries, database) }
        }
        guard let found else { return false }
        for recorded in found { try body(recorded) }
        return true
    }

    /// Whether an index finds `count` statements or more that the filter may ask for, under any clocks: by parties and
    /// pair alone.
    package func isTold(_ filter: StatementFilter, atLeast count: Int) throws -> Bool {
        try read { try Self.isTold(filter, count, $0) }
    }

    /// Whether any of the statements of these ids counts under the clocks; a split one by the ids of its parts too.
    package func isTold(anyOf ids: [String], _ clocks: Clocks) throws -> Bool {
        let filter = StatementFilter(clocks: clocks)
        let sought: SQL = "statement.id IN \(Set(ids.map(StatementReader.whole)).sorted())"
        return try read { database in
            try Reading.allCases.contains { reading in
                let start =
                    reading == .coded ? StatementReader.start : StatementReader.startReviewed
                let conditions =
                    [sought] + filter.articleConditions + filter.conditions(on: reading)
                let found = try SQLRequest<Row>(
                    literal: "\(start) \(whereAll(conditions)) LIMIT 1"
                ).fetchOne(database)
                return found != nil
            }
        }
    }

    private static func isTold(
        _ filter: StatementFilter,
        _ count: Int,
        _ database: Database
    ) throws -> Bool {
        var parties = StatementFilter()
        (parties.source, parties.target) = (filter.source, filter.target)
        (parties.party, parties.pair) = (filter.party, filter.pair)
        let conditions = parties.conditions(on: .coded)
        let found = try SQLRequest<Int>(
            literal: """
                SELECT COUNT(*) FROM (
                    SELECT 1 FROM statement \(whereAll(conditions)) LIMIT \(count))
                """
        ).fetchOne(database)
        return found == count
    }

    /// The day of the last article of the window; nil where the list ends in it.
    ///
    /// What became known after the day of knowledge stands in front of the list, and not in it.
    private static func edge(
        _ filter: StatementFilter,
        _ articles: Int,
        _ database: Database
    ) throws -> Int? {
        let start = try filter.after.flatMap { after in
            try SQLRequest<Int>(
                literal: """
                    SELECT knownOn FROM article WHERE key =
                        (SELECT articleKey FROM statement WHERE id = \(StatementReader.whole(after)))
                    """
            ).fetchOne(database)
        }
        let (side, order): (SQL, SQL) = filter.isNewestFirst ? ("<=", "DESC") : (">=", "ASC")
        let first =
            filter.isNewestFirst
            ? [start, filter.clocks.knownBy?.number].compactMap(\.self).min() : start
        let from: SQL = first.map { "WHERE knownOn \(side) \($0)" } ?? ""
        return try SQLRequest<Int>(
            literal: """
                SELECT knownOn FROM article \(from) ORDER BY knownOn \(order)
                LIMIT 1 OFFSET \(articles)
                """
        ).fetchOne(database)
    }

    /// The query behind it, apart from it so that its plan can be tested: `edge` is the day on which the window
    /// ends; nil: with the list.
    static func windowRequest(_ filter: StatementFilter, edge: Int?) -> SQL {
        let side: SQL = filter.isNewestFirst ? ">=" : "<="
        let also = edge.map { ["article.knownOn \(side) \($0)" as SQL] } ?? []
        return request(filter, also: also, isInOrder: true)
    }
}
