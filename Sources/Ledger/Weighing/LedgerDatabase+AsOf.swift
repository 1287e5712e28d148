package import Diplomacy
import GRDB

/// The ledger as it stood on two days, for what is made of many questions under the same clocks.
extension LedgerDatabase {
    /// Pairs that are weighed before the next look at whether to go on.
    private static let pairsTogether = 256

    /// The ledger as it was true and known under `clocks`, with the roots and happenings that these days let through,
    /// made anew and laid ready; it is that of now, whatever is written meanwhile.
    ///
    /// They stand in tables of its own connection, on disk and in front of those that the ledger keeps; so questions
    /// under these clocks find them as others find what is kept, and nothing from the future has a say. With
    /// `parties`, only what these did or what was done to them is weighed, and nothing else may be asked for.
    ///
    /// Two parties at a time are in memory; some 25 µs a statement, and as much as a pass over all articles.
    /// `report` is told of the statements that were weighed since it was told last, and may throw to give up.
    package func asOf(
        _ clocks: Clocks,
        of parties: Set<ActorCode>? = nil,
        _ report: (_ statements: Int) throws -> Void = { _ in }
    ) throws -> LedgerDatabase {
        guard let pool = store as? DatabasePool else {
            preconditionFailure("a ledger in memory is too small to be laid ready")
        }
        if try clocks == .unset && read(KeptWeighing.isWhole) { return try frozen() }
        let snapshot: DatabaseSnapshot
        do {
            snapshot = try pool.makeSnapshot()
        } catch {
            throw LedgerError(error, at: place)
        }
        let ledger = LedgerDatabase(
            frozen: snapshot,
            place: place,
            clocks: clocks,
            hasOwnWeights: true
        )
        try ledger.read { try WeighingAsOf(database: $0, clocks: clocks).begin() }
        ledger.giveMemoryBack()
        let groups = try ledger.groups(of: parties)
        for start in stride(from: 0, to: groups.count, by: Self.pairsTogether) {
            let some = groups[start..<min(start + Self.pairsTogether, groups.count)]
            let count = try ledger.read { database in
                let weighing = WeighingAsOf(database: database, clocks: clocks)
                return try some.reduce(0) { try $0 + weighing.weigh($1) }
            }
            try report(count)
        }
        return ledger
    }

    /// Two parties, or one and nobody who is named, in the order of their codes.
    fileprivate struct Sides: Hashable, Comparable {
        let one: ActorCode
        /// Nil: nobody who is named.
        let other: ActorCode?

        init(_ source: ActorCode, _ target: ActorCode?) {
            one = target.map { min(source, $0) } ?? source
            other = target.map { max(source, $0) }
        }

        static func < (left: Self, right: Self) -> Bool {
            (left.one.rawValue, left.other?.rawValue ?? "")
                < (right.one.rawValue, right.other?.rawValue ?? "")
        }
    }

    /// The pairs that are told of, those together on which persons decided what is one happening.
    private func groups(of parties: Set<ActorCode>?) throws -> [[Sides]] {
        let told = Set(try pairCounts(clocks).map { Sides($0.source, $0.target) })
        let decided = try read { database in
            try RelayReader(database: database, clocks: clocks).decisions()
                .flatMap { [$0.one, $0.other] }
                .flatMap { id in
                    try StatementReader.readings(ofStatement: StatementReader.whole(id), database)
                }
                .map { Sides($0.source, $0.target) }
        }
        let joined = Set(decided).intersection(told)
        let wanted = told.filter { sides in
            parties.map { $0.contains(sides.one) || sides.other.map($0.contains) ?? false } ?? true
        }
        return [joined.sorted()] + wanted.subtracting(joined).sorted().map { [$0] }
    }
}

/// Makes roots and happenings under two clocks, in tables of the connection alone.
private struct WeighingAsOf {
    let database: Database
    let clocks: Clocks

    /// Makes the tables, and finds where each article comes from as far as was known.
    func begin() throws {
        // They are made anew at each start, so nothing of them need be safe.
        try database.execute(
            sql: """
                CREATE TEMP TABLE weighed (
                    statementKey INTEGER NOT NULL, part INTEGER NOT NULL, event TEXT NOT NULL,
                    root TEXT NOT NULL, kind TEXT NOT NULL, name TEXT, actor TEXT, outlet TEXT,
                    article TEXT NOT NULL, knownOn INTEGER NOT NULL, agreeing INTEGER NOT NULL,
                    PRIMARY KEY (statementKey, part)
                ) STRICT, WITHOUT ROWID;
                CREATE TEMP TABLE origin (
                    articleKey INTEGER PRIMARY KEY, article TEXT, outlet TEXT, outletName TEXT
                ) STRICT;
                """
        )
        let reader = RelayReader(database: database, clocks: clocks)
        let nodes = try reader.nodes()
        let graph = try reader.graph(of: nodes)
        for node in nodes {
            let source = graph.source(of: node.id)
            guard source.article != node.id else { continue }
            try database.cachedStatement(
                sql: "INSERT INTO origin SELECT key, ?, ?, ? FROM article WHERE id = ?"
            ).execute(arguments: [source.article, source.outlet, source.outletName, node.id])
        }
    }

    /// Weighs pairs that hang together; how many statements they are told in.
    func weigh(_ pairs: [LedgerDatabase.Sides]) throws -> Int {
        let items = try pairs.flatMap(items).sorted { $0.order < $1.order }
        let weighed = Weighed(
            items.map(\.testified),
            graph: RelayGraph([], pairs: [], topics: [:]),
            decisions: try RelayReader(database: database, clocks: clocks).decisions()
        )
        let agreeing = weighed.agreeing
        let weights = items.compactMap { item -> WeighingWriter.Weight? in
            let id = item.testified.statement.id
            guard let root = weighed.roots[id], let event = weighed.eventOfStatement[id] else {
                return nil
            }
            let keeps = KeptWeight(root: root, event: event, agreeing: agreeing[id] ?? 1)
            return WeighingWriter.Weight(key: item.key, part: item.part, keeps: keeps)
        }
        try WeighingWriter(database: database).keep(weights)
        return items.count
    }

    private func items(_ sides: LedgerDatabase.Sides) throws -> [WeighingItem] {
        let parties = [sides.one.rawValue] + (sides.other.map { [$0.rawValue] } ?? [])
        let statement = try database.cachedStatement(
            sql: request { table in
                sides.other == nil
                    ? "\(table).source = ?1 AND \(table).target IS NULL"
                    : """
                    (\(table).source = ?1 AND \(table).target = ?2
                    OR \(table).source = ?2 AND \(table).target = ?1)
                    """
            }
        )
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(parties))
        var items: [WeighingItem] = []
        while let row = try rows.next() { items.append(try WeighingItem(row)) }
        return items
    }

    /// One text for all pairs, which SQLite compiles once.
    private func request(_ condition: (_ table: String) -> String) -> String {
        Reading.allCases.map { reading in
            let days =
                (clocks.on.map { " AND \(reading.wasTrue(by: $0.number))" } ?? "")
                + (clocks.knownBy.map { " AND article.knownOn <= \($0.number)" } ?? "")
            return """
                \(WeighingItem.start(reading)) WHERE \(condition(reading.tableName))\(days)
                AND \(reading.counts(latest: "\(clocks.latest)"))
                """
        }.joined(separator: " UNION ALL ")
    }
}
