import Diplomacy
import GRDB

/// A statement as far as weighing needs it, with what is kept of it.
struct WeighingItem {
    let key: Int64
    let part: Int
    let testified: Testified
    let stands: KeptWeight?
    /// Its place in the order of the ledger.
    let order: Order

    struct Order: Comparable {
        let knownOn: Int
        let article: String
        let position: Int
        let part: Int

        static func < (left: Order, right: Order) -> Bool {
            (left.knownOn, left.article, left.position, left.part)
                < (right.knownOn, right.article, right.position, right.part)
        }
    }

    /// The start of a query of items, up to `WHERE`.
    static func start(_ reading: Reading) -> String {
        let table = reading.tableName
        let (part, from) =
            reading == .coded
            ? ("0", "statement")
            : (
                "reviewedStatement.part",
                "reviewedStatement CROSS JOIN statement ON statement.key = reviewedStatement.statementKey"
            )
        return """
            SELECT \(KeptWeight.names), statement.key, \(part), statement.id, \(table).source,
                \(table).target, \(table).act, \(table).kind, \(table).polarity, \(table).modality,
                \(table).firstDay, \(table).lastDay, \(table).isApproximate, \(table).confidence,
                statement.startByte, statement.endByte, statement.quote, statement.sourceStart,
                statement.sourceEnd, statement.position, article.id, article.knownOn,
                \(reading.testimony), origin.articleKey, origin.article, origin.outlet,
                origin.outletName, sketch.outlet, coalesce(article.outlet, sketch.outletName)
            FROM \(from)
                JOIN article ON article.key = statement.articleKey
                LEFT JOIN sketch ON sketch.articleKey = article.key
                LEFT JOIN origin ON origin.articleKey = article.key
                LEFT JOIN testimony ON testimony.statementKey = statement.key
                LEFT JOIN weighed ON weighed.statementKey = statement.key AND weighed.part = \(part)
            """
    }

    /// The places of a row's columns behind what is kept.
    private enum Place {
        static let (key, part, id, source, target, act, kind) = (9, 10, 11, 12, 13, 14, 15)
        static let (polarity, modality, firstDay, lastDay, isApproximate) = (16, 17, 18, 19, 20)
        static let (confidence, start, end, quote, sourceStart, sourceEnd) = (
            21, 22, 23, 24, 25, 26
        )
        static let (position, article, knownOn, testimony, elsewhere, own) = (
            27, 28, 29, 30, 36, 40
        )
    }

    /// Of a row of such a query.
    init(_ row: Row) throws {
        stands = try KeptWeight(row, from: 0)
        key = row[Place.key]
        part = row[Place.part]
        let knownOn: Int = row[Place.knownOn]
        testified = Testified(
            statement: try Self.statement(row, part: part),
            testimony: try Self.testimony(row, from: Place.testimony),
            knownOn: Day(number: knownOn),
            source: Self.source(row)
        )
        order = Order(
            knownOn: knownOn,
            article: row[Place.article],
            position: row[Place.position],
            part: part
        )
    }

    /// Without its voices, marks and trail.
    private static func statement(_ row: Row, part: Int) throws -> Diplomacy.Statement {
        let (id, source): (String, String) = (row[Place.id], row[Place.source])
        let (target, kind): (String?, String?) = (row[Place.target], row[Place.kind])
        let (start, end): (Int, Int) = (row[Place.start], row[Place.end])
        let (sourceStart, sourceEnd): (Int, Int) = (row[Place.sourceStart], row[Place.sourceEnd])
        return Diplomacy.Statement(
            id: part == 0 ? id : "\(id)\(StatementReader.partSign)\(part)",
            source: ActorCode(source),
            target: target.map { ActorCode($0) },
            act: try Columns.member(Act.self, row[Place.act]),
            kind: try kind.map { try Columns.member(SupportKind.self, $0) },
            polarity: try Columns.member(Polarity.self, row[Place.polarity]),
            modality: try Columns.member(Modality.self, row[Place.modality]),
            speakers: [],
            date: Columns.interval(
                first: row[Place.firstDay],
                last: row[Place.lastDay],
                isApproximate: row[Place.isApproximate]
            ),
            evidence: Evidence(
                recordedFrom: row[Place.article],
                range: start..<end,
                quote: row[Place.quote],
                sourceScalars: sourceStart..<sourceEnd
            ),
            confidence: row[Place.confidence],
            marks: [],
            trail: []
        )
    }

    private static func testimony(_ row: Row, from place: Int) throws -> Testimony {
        guard let kind: String = row[place] else { return .unread }
        let actor: String? = row[place + 3]
        return Testimony(
            kind: try Columns.member(Root.Kind.self, kind),
            voice: row[place + 1],
            name: row[place + 2],
            actor: actor.map { ActorCode($0) },
            outlet: row[place + 4],
            outletName: row[place + 5]
        )
    }

    /// Where the article comes from: itself, unless an origin is kept.
    private static func source(_ row: Row) -> RelayGraph.Source {
        let isElsewhere = (row[Place.elsewhere] as Int64?) != nil
        let (article, outlet) =
            isElsewhere
            ? (Place.elsewhere + 1, Place.elsewhere + 2) : (Place.article, Place.own)
        return RelayGraph.Source(
            article: row[article],
            outlet: row[outlet],
            outletName: row[outlet + 1]
        )
    }
}

/// The root of a statement and the happening that it tells of, as they are kept.
struct KeptWeight: Equatable, Sendable {
    let root: Root
    let event: Event.ID
    /// How many roots of that happening say the same.
    let agreeing: Int

    init(root: Root, event: Event.ID, agreeing: Int) {
        self.root = root
        self.event = event
        self.agreeing = agreeing
    }

    static let columns = SQL(sql: names)

    static let names = """
        weighed.event, weighed.root, weighed.kind, weighed.name, weighed.actor, weighed.outlet,
        weighed.article, weighed.knownOn, weighed.agreeing
        """
    /// How many columns these are.
    static let width = 9

    /// Nil where nothing is kept.
    init?(_ row: Row, from place: Int) throws {
        guard let event: String = row[place] else { return nil }
        let (kind, actor): (String, String?) = (row[place + 2], row[place + 4])
        self.event = event
        agreeing = row[place + 8]
        root = Root(
            id: row[place + 1],
            kind: try Columns.member(Root.Kind.self, kind),
            name: row[place + 3],
            actor: actor.map { ActorCode($0) },
            outlet: row[place + 5],
            article: row[place + 6],
            knownOn: Day(number: row[place + 7])
        )
    }
}
