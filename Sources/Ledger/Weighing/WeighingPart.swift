import Diplomacy
import GRDB

/// The statements of some pairs of parties, read in one pass over the table in its order, and weighed.
///
/// Texts that come back stand once, so a statement takes some hundred bytes.
struct WeighingPart: Sendable {
    /// Which pairs: those whose number, made of their codes, leaves this rest.
    struct Share: Sendable {
        let rest: Int
        let of: Int
    }

    private struct Item {
        let key: Int64
        /// The places of its two parties; the first is less, and none where nobody is named as the target.
        let pair: UInt64
        /// Its place among the heads, which is that of the order of the ledger.
        let article: Int32
        let position: Int32
        let source: Int32
        let target: Int32
        let firstDay: Int32
        let lastDay: Int32
        let testimony: Int32
        let idStart: Int32
        let idLength: Int32
        let isApproximate: Bool
        let act: Act
        let kind: SupportKind?
        let polarity: Polarity
        let modality: Modality
    }

    /// What was found of a statement, by places among the items.
    private struct Placed {
        let key: Int64
        let event: Int32
        let voice: Int32
        let agreeing: Int32
    }

    private static let none: Int32 = -1
    private static let noDay = Int32.min

    private let heads: WeighingHeads
    private var items: [Item] = []
    private var ids: [UInt8] = []
    private var parties = Numbered<String>()
    /// Of each party, see `number(of:)`.
    private var numbers: [UInt64] = []
    private var testimonies = Numbered<Testimony>()
    /// In the order of the table.
    private var placed: [Placed] = []

    /// `apart` are pairs that are left out.
    init(
        _ share: Share,
        without apart: Set<WeighingWriter.Parties>,
        _ heads: WeighingHeads,
        _ database: Database
    ) throws {
        self.heads = heads
        let rows = try Row.fetchCursor(database, sql: Self.request)
        while let row = try rows.next() {
            let (source, target): (String, String?) = (row[2], row[3])
            let (from, to) = (party(source), target.map { party($0) })
            let number = numbers[Int(from)] &+ (to.map { numbers[Int($0)] } ?? 0)
            guard Int(number % UInt64(share.of)) == share.rest else { continue }
            if !apart.isEmpty, apart.contains(WeighingWriter.Parties(source, target)) { continue }
            try add(row, from, to ?? Self.none)
        }
        weigh()
    }

    /// The coder's readings that count now; the plan is a pass over the table.
    static let request = """
        SELECT statement.key, statement.articleKey, statement.source, statement.target,
            statement.act, statement.kind, statement.polarity, statement.modality,
            statement.firstDay, statement.lastDay, statement.isApproximate, statement.position,
            statement.id, testimony.kind, testimony.voice, testimony.name, testimony.actor,
            testimony.outlet, testimony.outletName
        FROM statement NOT INDEXED
        LEFT JOIN testimony ON testimony.statementKey = statement.key
        WHERE \(Reading.coded.countsNow) ORDER BY statement.key
        """

    // MARK: Reading

    private mutating func add(_ row: Row, _ source: Int32, _ target: Int32) throws {
        let (low, high) = (min(source, target), max(source, target))
        let (id, kind): (String, String?) = (row[12], row[5])
        let (firstDay, lastDay): (Int32?, Int32?) = (row[8], row[9])
        let isDated = firstDay != nil && lastDay != nil
        items.append(
            Item(
                key: row[0],
                pair: UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high)),
                article: heads.place(row[1]),
                position: row[11],
                source: source,
                target: target,
                firstDay: isDated ? firstDay ?? Self.noDay : Self.noDay,
                lastDay: isDated ? lastDay ?? Self.noDay : Self.noDay,
                testimony: testimonies.number(try Self.testimony(row)),
                idStart: Int32(ids.count),
                idLength: Int32(id.utf8.count),
                isApproximate: row[10],
                act: try Columns.member(Act.self, row[4]),
                kind: try kind.map { try Columns.member(SupportKind.self, $0) },
                polarity: try Columns.member(Polarity.self, row[6]),
                modality: try Columns.member(Modality.self, row[7])
            )
        )
        ids.append(contentsOf: id.utf8)
    }

    private static func testimony(_ row: Row) throws -> Testimony {
        guard let kind: String = row[13] else { return .unread }
        let actor: String? = row[16]
        return Testimony(
            kind: try Columns.member(Root.Kind.self, kind),
            voice: row[14],
            name: row[15],
            actor: actor.map { ActorCode($0) },
            outlet: row[17],
            outletName: row[18]
        )
    }

    private mutating func party(_ code: String) -> Int32 {
        let party = parties.number(code)
        if numbers.count < parties.values.count { numbers.append(Self.number(of: code)) }
        return party
    }

    /// The same in every part; two are added to the number of a pair, whoever acts.
    private static func number(of code: String) -> UInt64 {
        // A quarter of all numbers, so that two of them can be added.
        code.utf8.reduce(0 as UInt64) { mixed($0 ^ UInt64($1)) } >> 2
    }

    // MARK: Weighing

    private mutating func weigh() {
        items.sort { ($0.pair, $0.article, $0.position) < ($1.pair, $1.article, $1.position) }
        placed.reserveCapacity(items.count)
        var start = 0
        while start < items.count {
            let pair = items[start].pair
            let end = items[start...].firstIndex { $0.pair != pair } ?? items.count
            let weights = PlacedWeight.weights(of: items[start..<end].map(testified))
            for (place, weight) in weights.enumerated() {
                placed.append(
                    Placed(
                        key: items[start + place].key,
                        event: Int32(start + weight.event),
                        voice: Int32(start + weight.voice),
                        agreeing: Int32(weight.agreeing)
                    )
                )
            }
            start = end
        }
        placed.sort { $0.key < $1.key }
    }

    /// Without its id, its words, voices, marks and trail, which play no part where no person decided.
    private func testified(_ item: Item) -> Testified {
        let head = heads.heads[Int(item.article)]
        let isDated = item.firstDay != Self.noDay
        return Testified(
            statement: Diplomacy.Statement(
                id: "",
                source: ActorCode(parties.values[Int(item.source)]),
                target: item.target == Self.none
                    ? nil : ActorCode(parties.values[Int(item.target)]),
                act: item.act,
                kind: item.kind,
                polarity: item.polarity,
                modality: item.modality,
                speakers: [],
                date: Columns.interval(
                    first: isDated ? Int(item.firstDay) : nil,
                    last: isDated ? Int(item.lastDay) : nil,
                    isApproximate: item.isApproximate
                ),
                evidence: Evidence(
                    recordedFrom: head.id,
                    range: 0..<1,
                    quote: "",
                    sourceScalars: 0..<1
                ),
                confidence: 0,
                marks: [],
                trail: []
            ),
            testimony: testimonies.values[Int(item.testimony)],
            knownOn: head.knownOn,
            source: head.source
        )
    }

    // MARK: What was found

    /// The keys of the first and the last statement; nil where the part has none.
    var keys: ClosedRange<Int64>? {
        guard let first = placed.first, let last = placed.last else { return nil }
        return first.key...last.key
    }

    /// What is to be kept of the statements with these keys.
    func weights(_ keys: ClosedRange<Int64>) -> [WeighingWriter.Weight] {
        placed[start(keys.lowerBound)..<start(keys.upperBound + 1)].map { one in
            let event = id(of: items[Int(one.event)])
            let first = items[Int(one.voice)]
            let head = heads.heads[Int(first.article)]
            let root = testimonies.values[Int(first.testimony)].root(
                in: event,
                source: head.source,
                article: head.id,
                knownOn: head.knownOn
            )
            return WeighingWriter.Weight(
                key: one.key,
                part: 0,
                keeps: KeptWeight(root: root, event: event, agreeing: Int(one.agreeing))
            )
        }
    }

    /// The place of the first that has this key or a greater one.
    private func start(_ key: Int64) -> Int {
        var (low, high) = (0, placed.count)
        while low < high {
            let middle = (low + high) / 2
            if placed[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func id(of item: Item) -> String {
        let start = Int(item.idStart)
        return String(decoding: ids[start..<start + Int(item.idLength)], as: UTF8.self)
    }
}

/// Values that come back, each once, under a number.
private struct Numbered<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int32] = [:]

    mutating func number(_ value: Value) -> Int32 {
        if let known = numbers[value] { return known }
        let number = Int32(values.count)
        numbers[value] = number
        values.append(value)
        return number
    }
}
