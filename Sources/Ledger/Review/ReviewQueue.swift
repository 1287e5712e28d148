import Diplomacy
import GRDB

/// A statement that waits for a person, and why it stands where it stands.
package struct ReviewItem: Hashable, Sendable, Identifiable {
    package let recorded: RecordedStatement
    /// Of its happening, as far as they say the same.
    package let roots: Int
    package let doubt: Doubt
    /// "a guess (34 of 100)", "one root", "did not happen".
    package let reasons: [String]

    package var id: String { recorded.id }
}

extension LedgerDatabase {
    /// What `reviewer` has not judged yet, the most doubtful first; what nobody has, for nil.
    ///
    /// The queue is each reviewer's own, and blind: what somebody else has judged waits as the coder read it, so that
    /// two reviewers come to the same statements, and one is not led by the other.
    ///
    /// First what the coder guessed (below 0.5, where the pages say "a guess"), then what it was not sure of
    /// (below 0.75), then the rest. Among these what rests on one root before what more roots say, because
    /// nothing else would show the mistake; then what did not happen before what did, because that is what
    /// the ledger is for and what coders get wrong most; then the lower confidence, then the order of the
    /// ledger. `limit` cuts the list after that.
    ///
    /// Of a ledger as it stands the roots are kept; under a clock, where it cuts, only the happenings of those are
    /// weighed that come before the cut but for their roots: a few questions to indexes for each item.
    package func reviewQueue(
        _ filter: StatementFilter = StatementFilter(),
        for reviewer: String? = nil,
        limit: Int? = nil
    ) throws -> [ReviewItem] {
        let limit = limit ?? .max
        guard limit > 0 else { return [] }
        var counter = try RootCounter(self, filter.clocks)
        var items: [ReviewItem] = []
        for doubt in Doubt.allCases {
            var later: [ReviewItem] = []
            try eachWaiting(filter, reviewer, doubt) { recorded in
                let item = ReviewItem(recorded, roots: try counter.roots(of: recorded), doubt)
                if item.roots == 1 { items.append(item) } else { later.append(item) }
                return items.count < limit
            }
            items += later.prefix(limit - items.count)
            if items.count >= limit { break }
        }
        return items
    }

    /// What waits for `reviewer` of one degree of doubt, in the order of the queue but for roots, until `body`
    /// has had enough.
    private func eachWaiting(
        _ filter: StatementFilter,
        _ reviewer: String?,
        _ doubt: Doubt,
        _ body: (RecordedStatement) throws -> Bool
    ) throws {
        for polarity in [Polarity.notDone, .done]
        where filter.polarity == nil || filter.polarity == polarity {
            // A page shows twenty; who asks for more reads on in larger portions.
            var (offset, portion) = (0, 64)
            var isLast = false
            while !isLast {
                let request = Self.waiting(
                    filter,
                    reviewer,
                    doubt,
                    polarity,
                    offset: offset,
                    most: portion
                )
                let found = try read { database in
                    var articles = SummaryShelf(filter.clocks)
                    return try SQLRequest<Row>(literal: request).fetchAll(database).map {
                        try StatementReader.recorded(from: $0, &articles, database)
                    }
                }
                for recorded in found {
                    guard try body(recorded) else { return }
                }
                isLast = found.count < portion
                offset += portion
                portion = min(portion * 2, 4096)
            }
        }
    }

    /// The query behind it, apart from it so that its plan can be tested.
    static func waiting(
        _ filter: StatementFilter,
        _ reviewer: String?,
        _ doubt: Doubt,
        _ polarity: Polarity,
        offset: Int,
        most: Int
    ) -> SQL {
        var filter = filter
        filter.polarity = polarity
        // Written out, so that the index of guesses is known to hold them all.
        let below: SQL =
            doubt == .guess
            ? SQL(sql: "statement.\(Schema.isGuess)")
            : "statement.confidence < \(doubt.confidence.upperBound)"
        let conditions =
            filter.articleConditions + filter.asCoded + [
                "statement.polarity = \(polarity.rawValue)",
                "statement.confidence >= \(doubt.confidence.lowerBound)",
                below,
                hasNoVerdict(of: reviewer, filter.clocks),
            ]
        return """
            \(StatementReader.start)
            \(whereAll(conditions))
            ORDER BY confidence, knownOn, articleId, position, part
            LIMIT \(most) OFFSET \(offset)
            """
    }

    /// That `reviewer`, or for nil anybody, had by then said no word on it that still stands; a note is none.
    private static func hasNoVerdict(of reviewer: String?, _ clocks: Clocks) -> SQL {
        let own: SQL = reviewer.map { "AND decision.reviewer = \($0)" } ?? ""
        return """
            NOT EXISTS (SELECT 1 FROM reviewMatch
                JOIN reviewDecision AS decision ON decision.number = reviewMatch.decision
                WHERE reviewMatch.statementKey = statement.key \(own)
                AND decision.kind NOT IN ('note', 'undo')
                AND decision.decidedOn <= \(clocks.latest)
                AND NOT EXISTS (SELECT 1 FROM reviewDecision AS later
                    WHERE later.undoes = decision.id AND later.decidedOn <= \(clocks.latest)))
            """
    }

    /// The statement as the coder read it, for who has said no word on it yet that stands; else, and without a
    /// `reviewer`, as it counts now.
    ///
    /// Nil where there is none.
    package func statement(_ id: String, for reviewer: String?) throws -> RecordedStatement? {
        guard let reviewer, StatementReader.part(id) == nil else { return try statement(id) }
        return try read { database in
            guard let whole = try ArticleReader.id(beginning: id, in: "statement", database) else {
                return nil
            }
            let request: SQL = """
                \(StatementReader.start) WHERE statement.id = \(whole)
                AND \(Self.hasNoVerdict(of: reviewer, .unset))
                """
            var articles = SummaryShelf(.unset)
            let row = try SQLRequest<Row>(literal: request).fetchOne(database)
            return try row.map { try StatementReader.recorded(from: $0, &articles, database) }
        } ?? statement(id)
    }
}

/// How sure the coder was of a statement.
package enum Doubt: String, CaseIterable, Hashable, Sendable {
    case guess, unsure, sure

    /// Below one half a reading is a guess; `StatementAccount` and the pages use the same border.
    ///
    /// The next border halves what is left above it.
    var confidence: Range<Double> {
        switch self {
        case .guess: 0..<0.5
        case .unsure: 0.5..<0.75
        case .sure: 0.75..<2
        }
    }

    fileprivate var words: String {
        switch self {
        case .guess: "a guess"
        case .unsure: "not sure"
        case .sure: "sure"
        }
    }
}

extension ReviewItem {
    fileprivate init(_ recorded: RecordedStatement, roots: Int, _ doubt: Doubt) {
        let statement = recorded.statement
        var reasons = ["\(doubt.words) (\(Int((statement.confidence * 100).rounded())) of 100)"]
        if roots == 1 { reasons.append("one root") }
        if statement.polarity == .notDone { reasons.append("did not happen") }
        self.init(recorded: recorded, roots: roots, doubt: doubt, reasons: reasons)
    }
}

/// Counts the roots that say the same as a statement of its happening: as they are kept, else it weighs no more for
/// it than what may tell of that happening.
private struct RootCounter {
    private let ledger: LedgerDatabase
    private let clocks: Clocks
    private let areKept: Bool
    /// Of the statements weighed so far, by id.
    private var known: [String: Int] = [:]

    init(_ ledger: LedgerDatabase, _ clocks: Clocks) throws {
        self.ledger = ledger
        self.clocks = clocks
        areKept = try clocks == .unset && ledger.read(KeptWeighing.isWhole)
        if areKept { return }
        // What a person has put together may be of any parties, so then all of it is weighed.
        if try !ledger.decisions().isEmpty { try weigh(StatementFilter(clocks: clocks)) }
    }

    mutating func roots(of recorded: RecordedStatement) throws -> Int {
        if areKept, let roots = try ledger.agreeingRoots(recorded.id) { return roots }
        if let roots = known[recorded.id] { return roots }
        var filter = StatementFilter(clocks: clocks)
        filter.likeness = recorded.statement
        try weigh(filter)
        return known[recorded.id] ?? 1
    }

    private mutating func weigh(_ filter: StatementFilter) throws {
        known.merge(try ledger.weighed(filter).agreeing) { $1 }
    }
}

extension LedgerDatabase {
    /// How many roots of its happening say the same as a statement that nobody has judged, as that is kept.
    fileprivate func agreeingRoots(_ id: String) throws -> Int? {
        try read { database in
            let statement = try database.cachedStatement(sql: Self.agreeing)
            return try Int.fetchOne(statement, arguments: [id])
        }
    }

    /// The query behind it, apart from it so that its plan can be tested.
    static let agreeing = """
        SELECT weighed.agreeing FROM statement
            JOIN weighed ON weighed.statementKey = statement.key AND weighed.part = 0
        WHERE statement.id = ?
        """
}
