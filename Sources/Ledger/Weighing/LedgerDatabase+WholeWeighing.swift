import Diplomacy
import GRDB

/// Weighs the whole ledger in one pass, where so much waits that going from pair to pair would cost more.
///
/// Reading a table in its order costs a fifth of looking up the same rows pair by pair, and writing in the order of
/// the table leaves each page once. So pairs are divided by their number among the cores; each reads all
/// statements in order, keeps those of its pairs in short, and weighs them in memory. Pairs on which persons decided,
/// of readings or of happenings, are few and are left to `WeighingWriter`.
extension LedgerDatabase {
    /// One article in so many waits: of a million statements the new ones touch most of what is told then, because
    /// most is told of few parties.
    private static let waitingShare = 100
    /// Fewer articles are weighed pair by pair in a second.
    private static let fewestWaiting = 500
    /// So many statements are held at once, some 130 MB of them.
    static let mostHeld = 1_000_000
    /// So many pieces are read at once.
    private static let pieces = 2
    /// What is kept of so many is written in one transaction, in a third of a second.
    private static let keptTogether: Int64 = 50_000

    func isWorthAPass() throws -> Bool {
        try read { database in
            let waiting = try Int.fetchOne(
                database,
                sql: "SELECT COUNT(*) FROM unweighedArticle"
            )
            let articles = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM article")
            guard let waiting, let articles else { return false }
            return waiting >= Self.fewestWaiting && waiting * Self.waitingShare >= articles
        }
    }

    /// Weighs all but the pairs on which persons decided, which are marked; does nothing more as soon as another
    /// program has written.
    ///
    /// What waits is marked until all is kept, so a run that is stopped has it weighed again.
    func weighInOnePass(holding mostHeld: Int = mostHeld) throws {
        try writingInOrder {
            // What was read lies in pieces that the pass would not fill.
            giveMemoryBack()
            try weighInPieces(holding: mostHeld)
        }
    }

    private func weighInPieces(holding mostHeld: Int) throws {
        let (state, apart) = try write { database in
            try OriginWriter(database: database).trace()
            return (try OneState(database), try WeighingWriter(database: database).apart())
        }
        let opened = try read { database in
            try state.stands(database) ? (WeighingHeads(database), Self.statements(database)) : nil
        }
        guard let (heads, count) = opened else { return }
        let rounds = max(1, (count + mostHeld - 1) / mostHeld)
        for round in 0..<rounds {
            let shares = (0..<Self.pieces).map {
                WeighingPart.Share(rest: round * Self.pieces + $0, of: rounds * Self.pieces)
            }
            let parts = try sideBySide(shares) { share in
                try read { database in
                    try state.stands(database)
                        ? WeighingPart(share, without: apart, heads, database) : nil
                }
            }.compactMap(\.self)
            guard parts.count == shares.count, try keep(parts, state) else { return }
        }
        try write { database in
            guard try state.stands(database) else { return }
            try WeighingWriter(database: database).unmark(but: apart)
        }
    }

    /// Keeps what was found, in the order of the table; while some is written another core puts the next into
    /// words; false where another program wrote meanwhile.
    private func keep(_ parts: [WeighingPart], _ state: OneState) throws -> Bool {
        let keys = parts.compactMap(\.keys)
        guard let first = keys.map(\.lowerBound).min(), let last = keys.map(\.upperBound).max()
        else { return true }
        let ranges = stride(from: first, through: last, by: Int(Self.keptTogether)).map {
            $0...min($0 + Self.keptTogether - 1, last)
        }
        func begin(_ place: Int) -> Aside<[WeighingWriter.Weight]>? {
            guard place < ranges.count else { return nil }
            return Aside { try changed(parts, ranges[place]) }
        }
        var next = begin(0)
        for place in ranges.indices {
            guard let weights = try next?.value() else { break }
            next = begin(place + 1)
            let isKept = try write { database in
                guard try state.stands(database) else { return false }
                try WeighingWriter(database: database).keep(weights)
                return true
            }
            guard isKept else { return false }
        }
        return true
    }

    /// What is to be kept of these keys and does not stand yet.
    private func changed(
        _ parts: [WeighingPart],
        _ keys: ClosedRange<Int64>
    ) throws -> [WeighingWriter.Weight] {
        let standing = try read { try WeighingWriter(database: $0).standing(keys) }
        let weights = parts.flatMap { $0.weights(keys) }
        return standing.isEmpty ? weights : weights.filter { standing[$0.key] != $0.keeps }
    }

    private static func statements(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM statement") ?? 0
    }
}

/// The ledger as it was when a pass began, as far as weights depend on it.
private struct OneState: Sendable {
    private let changes: Int?

    init(_ database: Database) throws {
        changes = try Self.changes(database)
    }

    /// False where another program has written since.
    func stands(_ database: Database) throws -> Bool {
        try Self.changes(database) == changes
    }

    private static func changes(_ database: Database) throws -> Int? {
        try Int.fetchOne(database, sql: "SELECT number FROM change")
    }
}
