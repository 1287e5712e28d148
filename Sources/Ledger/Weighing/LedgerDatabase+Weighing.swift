package import Diplomacy
import GRDB

/// A statement with its article, its root and the happening that it tells of, as the ledger keeps them.
package struct WeighedStatement: Sendable {
    package let statement: Diplomacy.Statement
    package let article: ArticleHead
    package let root: Root?
    package let event: Event.ID?
}

/// An article as far as a reader of its statements needs it.
package struct ArticleHead: Hashable, Sendable {
    package let id: String
    package let document: String
    /// As the file names it, else as the head of the page does.
    package let outlet: String?
    package let title: String?
    /// The first words, where there is no title.
    package let opening: String?
    package let language: String
    package let publication: DayInterval?
    package let knownOn: Day
}

extension LedgerDatabase {
    /// How many statements are weighed in one transaction: with few, each page of the table is written again and
    /// again; so many take about two seconds, and another writer waits up to five.
    private static let statementsTogether = 50_000

    /// Makes the kept roots and happenings again where a writing touched them: at the end of a reading or an
    /// import, and as a ledger is opened for writing.
    ///
    /// Until then questions weigh what they ask for. A run that is stopped goes on where it was. Linear in
    /// what is told between the pairs that were touched, about 30 µs a statement, or where much waits in what
    /// the ledger holds, about 8 µs a statement; and in the articles where an origin may have changed.
    package func weighWhatIsLeft() throws {
        guard !isReadOnly, try !read(KeptWeighing.isWhole) else { return }
        if try isWorthAPass() { try weighInOnePass() }
        guard try !read(KeptWeighing.isWhole) else { return }
        try write { try WeighingWriter(database: $0).prepare() }
        let readers = store as? DatabasePool
        while try write({
            try WeighingWriter(database: $0, readers: readers)
                .weigh(atLeast: Self.statementsTogether)
        }) {}
    }

    /// Runs `work` as one transaction; where everything was weighed before, what it touches is weighed in it.
    ///
    /// For what a person decides: a few pairs at a time.
    func writeWeighed<Value>(_ work: (Database) throws -> Value) throws -> Value {
        try write { database in
            let wasWhole = try KeptWeighing.isWhole(database)
            let value = try work(database)
            if wasWhole, try !KeptWeighing.isWhole(database) {
                let writer = WeighingWriter(database: database)
                try writer.prepare()
                while try writer.weigh(atLeast: Self.statementsTogether) {}
            }
            return value
        }
    }

    /// What the filters ask for under the clocks of this ledger, as it lies ready: each statement once, in the order
    /// of the ledger, as `make` takes it.
    ///
    /// Nil where something has not been weighed yet, and under other clocks. `make` must not ask the ledger anything.
    package func weighedStatements<Value>(
        _ filters: [StatementFilter],
        _ make: (WeighedStatement) -> Value
    ) throws -> [Value]? {
        guard filters.allSatisfy({ $0.clocks == clocks }) else { return nil }
        return try read { database in
            guard try isReady(database) else { return nil }
            var heads = HeadShelf(heads)
            if filters.count == 1 {
                var found: [Value] = []
                try Self.each(filters[0], &heads, database) { found.append(make($0)) }
                return found
            }
            var seen: Set<String> = []
            var found: [(place: Place, value: Value)] = []
            for filter in filters {
                try Self.each(filter, &heads, database) { weighed in
                    guard seen.insert(weighed.statement.id).inserted else { return }
                    found.append((Place(weighed), make(weighed)))
                }
            }
            return found.sorted { $0.place < $1.place }.map(\.value)
        }
    }

    /// The statements of these ids as they count now, of a split its parts that are named; in the order of the
    /// ledger, a thousand at a time.
    ///
    /// Nil where something has not been weighed yet. `make` must not ask the ledger anything.
    package func weighedStatements<Value>(
        ids: [Diplomacy.Statement.ID],
        _ make: (WeighedStatement) -> Value
    ) throws -> [Value]? {
        let asked = Set(ids)
        let wholes = Set(ids.map(StatementReader.whole)).sorted()
        return try read { database in
            guard try isReady(database) else { return nil }
            var heads = HeadShelf(heads)
            var found: [Value] = []
            let filter = StatementFilter(clocks: clocks)
            for start in stride(from: 0, to: wholes.count, by: Self.idsTogether) {
                let some = Array(wholes[start..<min(start + Self.idsTogether, wholes.count)])
                try Self.each(filter, among: some, &heads, database) { weighed in
                    if asked.contains(weighed.statement.id) { found.append(make(weighed)) }
                }
            }
            return found
        }
    }

    /// SQLite takes some thirty thousand values in a question.
    private static let idsTogether = 1_000

    private static func each(
        _ filter: StatementFilter,
        among ids: [Diplomacy.Statement.ID]? = nil,
        _ heads: inout HeadShelf,
        _ database: Database,
        _ body: (WeighedStatement) -> Void
    ) throws {
        let request = request(
            filter,
            also: ids.map { ["statement.id IN \($0)"] } ?? [],
            order: ids.map { _ in "knownOn, articleId, position, part" },
            isWeighed: true
        )
        // Compiled once for each form of question: keeping asks about thousands of pairs.
        let rows = try SQLRequest<Row>(literal: request, cached: true).fetchCursor(database)
        while let row = try rows.next() {
            let kept = try KeptWeight(row, from: StatementReader.width)
            body(
                WeighedStatement(
                    statement: try StatementReader.statement(from: row),
                    article: try heads.head(row[0], database),
                    root: kept?.root,
                    event: kept?.event
                )
            )
        }
    }

    /// Whether roots and happenings lie ready.
    private func isReady(_ database: Database) throws -> Bool {
        try hasOwnWeights || KeptWeighing.isWhole(database)
    }

    /// Who passes on whom among all articles that were known on the day of this ledger; a pass over articles, and not
    /// over statements.
    package func relayGraph() throws -> RelayGraph {
        try read { database in
            let reader = RelayReader(database: database, clocks: clocks)
            return try reader.graph(of: reader.nodes())
        }
    }
}

/// Where a statement stands in the order of the ledger.
private struct Place: Comparable {
    let knownOn: Day
    let article: String
    let start: Int
    let statement: String

    init(_ weighed: WeighedStatement) {
        knownOn = weighed.article.knownOn
        article = weighed.article.id
        start = weighed.statement.evidence.range.lowerBound
        statement = weighed.statement.id
    }

    static func < (left: Place, right: Place) -> Bool {
        (left.knownOn, left.article, left.start, left.statement)
            < (right.knownOn, right.article, right.start, right.statement)
    }
}

/// Whether what is kept serves.
enum KeptWeighing {
    /// Whether nothing waits to be weighed.
    static func isWhole(_ database: Database) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                SELECT NOT EXISTS (SELECT 1 FROM unweighed) AND NOT EXISTS (SELECT 1 FROM untraced)
                    AND NOT EXISTS (SELECT 1 FROM unweighedArticle)
                """
        )
        return try Bool.fetchOne(statement) ?? false
    }
}
