import Diplomacy
import GRDB

/// Reads what roots are found from, of the articles known then.
struct RelayReader {
    let database: Database
    let clocks: Clocks
    /// The ids of the articles that the question is about; nil: all of the ledger.
    ///
    /// What they are taken from is read with them, and nothing else: so a question on one pair costs no
    /// more in a large ledger.
    var articles: Set<String>?

    private var latest: Int { clocks.knownBy?.number ?? Int.max }

    /// The keys of the articles, as a table `kin`: those asked for, what they pass on, and of one day
    /// also what passes them on, because there the direction is a question of credits.
    private var kin: SQL {
        guard let articles else {
            return "WITH kin AS (SELECT key FROM article WHERE knownOn <= \(latest))"
        }
        let ids = articles.sorted()
        return """
            WITH RECURSIVE kin(key) AS (
                SELECT key FROM article WHERE id IN \(ids) AND knownOn <= \(latest)
                UNION
                SELECT relay.originKey FROM kin JOIN relay ON relay.articleKey = kin.key
                    JOIN article ON article.key = relay.originKey AND article.knownOn <= \(latest)
                UNION
                SELECT relay.articleKey FROM kin JOIN relay ON relay.originKey = kin.key
                    JOIN article AS later ON later.key = relay.articleKey
                    JOIN article AS earlier ON earlier.key = relay.originKey
                WHERE later.knownOn = earlier.knownOn)
            """
    }

    func nodes() throws -> [RelayGraph.Node] {
        let citations = try citations()
        let request: SQL = """
            \(kin)
            SELECT article.key, article.id, sketch.outlet,
                coalesce(article.outlet, sketch.outletName), article.knownOn,
                coalesce(sketch.isAggregator, 0), coalesce(sketch.isTranslation, 0)
            FROM kin JOIN article ON article.key = kin.key
            LEFT JOIN sketch ON sketch.articleKey = article.key
            ORDER BY article.knownOn, article.id
            """
        // Row after row: all of them at once take as much as what is made of them.
        let rows = try SQLRequest<Row>(literal: request).fetchCursor(database).map { row in
            RelayGraph.Node(
                id: row[1],
                outlet: row[2],
                outletName: row[3],
                knownOn: Day(number: row[4]),
                isAggregator: row[5],
                isTranslation: row[6],
                citations: citations[row[0]] ?? []
            )
        }
        return try Array(rows)
    }

    /// By the key of the article.
    ///
    /// An outlet that the book does not know is known where an article of it was known by then.
    private func citations() throws -> [Int64: [Citation]] {
        let request: SQL = """
            \(kin)
            SELECT citation.articleKey, citation.outlet, name,
                isKnown OR EXISTS (
                    SELECT 1 FROM sketch JOIN article ON article.key = sketch.articleKey
                    WHERE sketch.outlet = citation.outlet AND article.knownOn <= \(latest)),
                isCredit, startByte, endByte
            FROM kin JOIN citation ON citation.articleKey = kin.key
            ORDER BY citation.articleKey, position
            """
        var citations: [Int64: [Citation]] = [:]
        let rows = try SQLRequest<Row>(literal: request).fetchCursor(database)
        while let row = try rows.next() {
            citations[row[0], default: []].append(Citation(row, from: 1))
        }
        return citations
    }

    func pairs() throws -> [Relay] {
        let request: SQL = """
            \(kin)
            SELECT later.id, earlier.id, reason, probability, detail
            FROM kin JOIN relay ON relay.articleKey = kin.key
            JOIN article AS later ON later.key = relay.articleKey
            JOIN article AS earlier ON earlier.key = relay.originKey
            WHERE earlier.knownOn <= \(latest)
            ORDER BY later.id, earlier.id
            """
        let rows = try SQLRequest<Row>(literal: request).fetchCursor(database).map { row in
            Relay(
                article: row[0],
                origin: .article(row[1]),
                reason: try Columns.member(Relay.Reason.self, row[2]),
                probability: row[3],
                detail: row[4]
            )
        }
        return try Array(rows)
    }

    /// Who passes on whom among these articles, by what their statements tell of.
    func graph(of nodes: [RelayGraph.Node]) throws -> RelayGraph {
        RelayGraph(nodes, pairs: try pairs(), topics: try topics())
    }

    /// Of each article that cites or is cited the parties that its statements tell of.
    private func topics() throws -> [String: Set<Set<ActorCode>>] {
        let filter = StatementFilter(clocks: clocks)
        let readings = Reading.allCases.map { reading -> SQL in
            let conditions = filter.articleConditions + filter.conditions(on: reading)
            let join: SQL =
                reading == .coded
                ? ""
                : "JOIN reviewedStatement ON reviewedStatement.statementKey = statement.key"
            return """
                SELECT article.id, \(reading.table).source, \(reading.table).target
                FROM article JOIN statement ON statement.articleKey = article.key \(join)
                WHERE article.key IN (SELECT articleKey FROM citation
                    UNION SELECT sketch.articleKey FROM citation
                        JOIN sketch ON sketch.outlet = citation.outlet)
                    AND \(conditions.joined(operator: .and))
                """
        }
        var topics: [String: Set<Set<ActorCode>>] = [:]
        let rows = try SQLRequest<Row>(literal: readings.joined(separator: " UNION "))
            .fetchCursor(database)
        while let row = try rows.next() {
            let sides: [String?] = [row[1], row[2]]
            topics[row[0], default: []].insert(
                Set(sides.compactMap { $0.map { ActorCode($0) } })
            )
        }
        return topics
    }

    /// From so many on, reading all testimonies in their order is quicker than looking these up: a look-up
    /// costs about four rows of a pass, and a question that has so many asks for a good part of the ledger.
    private static let manyStatements = 50_000

    /// By the id of the statement; of a voice that a person corrected by then, what it testifies.
    func testimonies(of ids: [String]) throws -> [String: Testimony] {
        var found = try codedTestimonies(of: ids)
        for (id, testimony) in try correctedTestimonies() where found[id] != nil {
            found[id] = testimony
        }
        return found
    }

    private func codedTestimonies(of ids: [String]) throws -> [String: Testimony] {
        let request = """
            SELECT testimony.kind, voice, name, actor, outlet, outletName, statement.id
            FROM testimony JOIN statement ON statement.key = testimony.statementKey
            """
        var found: [String: Testimony] = [:]
        found.reserveCapacity(ids.count)
        if ids.count >= Self.manyStatements {
            var whole: [String: Testimony] = [:]
            let rows = try Row.fetchCursor(database, sql: request)
            while let row = try rows.next() { whole[row[6]] = try Self.testimony(from: row) }
            for id in ids { found[id] = whole[id] ?? whole[StatementReader.whole(id)] }
            return found
        }
        let statement = try database.cachedStatement(sql: "\(request) WHERE statement.id = ?")
        for id in ids {
            found[id] = try Row.fetchOne(statement, arguments: [StatementReader.whole(id)])
                .map(Self.testimony(from:))
        }
        return found
    }

    private static func testimony(from row: Row) throws -> Testimony {
        let actor: String? = row[3]
        return Testimony(
            kind: try Columns.member(Root.Kind.self, row[0]),
            voice: row[1],
            name: row[2],
            actor: actor.map { ActorCode($0) },
            outlet: row[4],
            outletName: row[5]
        )
    }

    /// What persons had decided by then.
    func decisions() throws -> [EventDecision] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT one, other, isTogether, decidedOn, reason FROM eventDecision
                WHERE decidedOn <= ? ORDER BY one, other
                """,
            arguments: [latest]
        ).map {
            EventDecision(
                $0[0],
                $0[1],
                isTogether: $0[2],
                decidedOn: Day(number: $0[3]),
                reason: $0[4]
            )
        }
    }
}

extension Citation {
    /// Of six columns from `first` on: outlet, name, isKnown, isCredit, startByte, endByte.
    init(_ row: Row, from first: Int) {
        let (start, end): (Int, Int) = (row[first + 4], row[first + 5])
        self.init(
            outlet: row[first],
            name: row[first + 1],
            isKnown: row[first + 2],
            isCredit: row[first + 3],
            range: start..<end
        )
    }
}
