import Diplomacy
import GRDB

/// Makes the kept roots and happenings again where a writing touched them, inside a transaction that the
/// caller holds.
///
/// What is kept is what `Weighed` makes of all statements under no clocks. A happening is one between two parties
/// and of one family of acts, so these are made again as a whole, and others not; only what a person joined
/// hangs together beyond.
struct WeighingWriter {
    /// How many groups of parties are weighed before their rows are written: some thousand statements in a large
    /// ledger, which lie beside each other then; and how many of these another core takes at once.
    private static let groupsTogether = 512
    private static let groupsAside = 16

    let database: Database
    /// Connections on which other cores may weigh, where this transaction has written nothing yet; nil otherwise.
    var readers: DatabasePool?

    /// Two parties, in the order of their codes; the first is empty where nobody is named as the target.
    struct Parties: Hashable, Comparable, Sendable {
        let one: String
        let other: String

        init(one: String, other: String) {
            (self.one, self.other) = (one, other)
        }

        init(_ source: String, _ target: String?) {
            let sides = [source, target ?? ""].sorted()
            self.init(one: sides[0], other: sides[1])
        }

        static func < (left: Parties, right: Parties) -> Bool {
            (left.one, left.other) < (right.one, right.other)
        }
    }

    /// Before the first pair is weighed: origins are found, and what persons decided is looked at again, because
    /// a statement that is gone takes its word for another pair with it.
    func prepare() throws {
        let origins = OriginWriter(database: database)
        try origins.trace()
        try origins.mark("articleKey IN (SELECT articleKey FROM unweighedArticle)", [])
        try database.execute(sql: "DELETE FROM unweighedArticle")
        for pair in try joined(by: decisions()).keys {
            try run(
                "INSERT OR IGNORE INTO unweighed VALUES (?, ?, ?)",
                [pair.one, pair.other, Act.agree.rawValue]
            )
        }
    }

    func decisions() throws -> [EventDecision] {
        try RelayReader(database: database, clocks: .unset).decisions()
    }

    // MARK: Happenings

    /// Weighs what waits, pair by pair with all that hangs together with it, until `count` statements are weighed;
    /// whether more waits.
    func weigh(atLeast count: Int) throws -> Bool {
        let waiting = try Row.fetchAll(
            database,
            sql: "SELECT DISTINCT one, other FROM unweighed ORDER BY one, other"
        ).map { Parties(one: $0[0], other: $0[1]) }
        let decisions = try decisions()
        let joined = try joined(by: decisions)
        var done: Set<Parties> = []
        var groups: [Group] = []
        for parties in waiting where !done.contains(parties) {
            let together = joined[parties] ?? [parties]
            done.formUnion(together)
            groups.append(
                Group(pairs: together.sorted(), isJoined: joined[parties] != nil)
            )
        }
        let rounds = stride(from: 0, to: groups.count, by: Self.groupsTogether).map {
            Array(groups[$0..<min($0 + Self.groupsTogether, groups.count)])
        }
        var weighed = 0
        var next = rounds.first.map { begin($0, decisions) }
        for (place, round) in rounds.enumerated() {
            if weighed >= count { return true }
            guard let weights = try next?() else { break }
            weighed += weights.reduce(0) { $0 + $1.count }
            // While the rows of this round are written.
            let goesOn = weighed < count && place + 1 < rounds.count
            next = goesOn ? begin(rounds[place + 1], decisions) : nil
            try keep(weights.flatMap(\.changed))
            for pair in round.flatMap(\.pairs) {
                try run(
                    "DELETE FROM unweighed WHERE one = ? AND other = ?",
                    [pair.one, pair.other]
                )
            }
        }
        return false
    }

    /// Weighs a round of groups, on other cores where there are readers; who asks for the weights waits.
    private func begin(
        _ round: [Group],
        _ decisions: [EventDecision]
    ) -> () throws -> [Weights] {
        guard let readers else { return { try weights(of: round, decisions) } }
        let aside = Aside { try Self.weights(of: round, decisions, readers) }
        return { try aside.value() }
    }

    /// Pairs that hang together; most are one pair.
    private struct Group: Sendable {
        let pairs: [Parties]
        let isJoined: Bool
    }

    /// What is to be kept of the statements of a group.
    private struct Weights: Sendable {
        /// How many statements were weighed.
        let count: Int
        /// Those of which something else is kept.
        let changed: [Weight]
    }

    struct Weight: Sendable {
        let key: Int64
        let part: Int
        let keeps: KeptWeight
    }

    private func weights(of round: [Group], _ decisions: [EventDecision]) throws -> [Weights] {
        try round.map { try weights(of: $0, decisions) }
    }

    /// The same on all cores.
    private static func weights(
        of round: [Group],
        _ decisions: [EventDecision],
        _ readers: DatabasePool
    ) throws -> [Weights] {
        let parts = stride(from: 0, to: round.count, by: groupsAside).map {
            Array(round[$0..<min($0 + groupsAside, round.count)])
        }
        return try sideBySide(parts) { groups in
            try readers.read { database in
                try WeighingWriter(database: database).weights(of: groups, decisions)
            }
        }.flatMap(\.self)
    }

    private func weights(of group: Group, _ decisions: [EventDecision]) throws -> Weights {
        let items = try group.pairs.flatMap { pair in
            try self.items(of: pair, families: group.isJoined ? nil : families(of: pair))
        }
        .sorted { $0.order < $1.order }
        let placed = PlacedWeight.weights(of: items.map(\.testified), decisions: decisions)
        let changed = zip(items, placed).compactMap { item, weight -> Weight? in
            let event = items[weight.event].testified.statement.id
            let root = items[weight.voice].testified.root(in: event)
            let keeps = KeptWeight(root: root, event: event, agreeing: weight.agreeing)
            return item.stands == keeps ? nil : Weight(key: item.key, part: item.part, keeps: keeps)
        }
        return Weights(count: items.count, changed: changed)
    }

    /// The pairs on which persons decided what is one happening, each with those that hang together with it.
    func joined(by decisions: [EventDecision]) throws -> [Parties: Set<Parties>] {
        var joined: [Parties: Set<Parties>] = [:]
        for decision in decisions {
            let pairs = try [decision.one, decision.other].flatMap { id in
                try StatementReader.readings(ofStatement: StatementReader.whole(id), database)
            }
            .map { Parties($0.source.rawValue, $0.target?.rawValue) }
            let all = pairs.reduce(into: Set(pairs)) { $0.formUnion(joined[$1] ?? []) }
            for pair in all { joined[pair] = all }
        }
        return joined
    }

    private func families(of pair: Parties) throws -> Set<Act.Family> {
        let statement = try database.cachedStatement(
            sql: "SELECT act FROM unweighed WHERE one = ? AND other = ?"
        )
        let acts = try String.fetchAll(statement, arguments: [pair.one, pair.other])
        return Set(try acts.map { try Columns.member(Act.self, $0).family })
    }

    /// In the order of the table.
    func keep(_ weights: [Weight]) throws {
        let row = try RowWriter(
            "INSERT OR REPLACE INTO weighed",
            columns: """
                statementKey, part, event, root, kind, name, actor, outlet, article, knownOn, agreeing
                """,
            database
        )
        for weight in weights.sorted(by: { ($0.key, $0.part) < ($1.key, $1.part) }) {
            let root = weight.keeps.root
            row.add(weight.key)
            row.add(weight.part)
            row.add(weight.keeps.event)
            row.add(root.id)
            row.add(root.kind.rawValue)
            row.add(root.name)
            row.add(root.actor?.rawValue)
            row.add(root.outlet)
            row.add(root.article)
            row.add(root.knownOn.number)
            row.add(weight.keeps.agreeing)
            try row.write()
        }
    }

    // MARK: Statements

    /// What is told between the two, of these families or all; in no order.
    private func items(of pair: Parties, families: Set<Act.Family>?) throws -> [WeighingItem] {
        let acts = Act.allCases.filter { families?.contains($0.family) ?? true }.map(\.rawValue)
        let words = " \(acts.joined(separator: " ")) "
        let arguments: StatementArguments =
            pair.one.isEmpty ? [pair.other, words] : [pair.one, pair.other, words]
        let statement = try database.cachedStatement(
            sql: pair.one.isEmpty ? Self.untargeted : Self.between
        )
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var items: [WeighingItem] = []
        while let row = try rows.next() { items.append(try WeighingItem(row)) }
        return items
    }

    /// One text for all pairs, so that SQLite compiles it once: a ledger that is filled anew has thousands.
    ///
    /// `?3` are acts between spaces.
    static let between = request { table in
        """
        (\(table).source = ?1 AND \(table).target = ?2 OR \(table).source = ?2 AND \(table).target = ?1)
        AND instr(?3, ' ' || \(table).act || ' ') > 0
        """
    }

    /// The same of what names no target; `?2` are the acts.
    static let untargeted = request { table in
        """
        \(table).source = ?1 AND \(table).target IS NULL
        AND instr(?2, ' ' || \(table).act || ' ') > 0
        """
    }

    private static func request(_ condition: (_ table: String) -> String) -> String {
        Reading.allCases.map { reading in
            """
            \(WeighingItem.start(reading))
            WHERE \(condition(reading.tableName)) AND \(reading.countsNow)
            """
        }.joined(separator: " UNION ALL ")
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
