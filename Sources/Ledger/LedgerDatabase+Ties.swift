package import Diplomacy
import GRDB

/// A tie with the article that it stands in.
package struct RecordedTie: Hashable, Sendable, Identifiable {
    package let tie: Tie
    package let article: ArticleSummary

    package var id: String { tie.id }

    package init(tie: Tie, article: ArticleSummary) {
        self.tie = tie
        self.article = article
    }
}

extension LedgerDatabase {
    /// The ties that `filter` asks for, each with its article, in the order of the day on which the
    /// article became known, then of its id, then of the tie's place in it.
    package func ties(_ filter: TieFilter = TieFilter()) throws -> [RecordedTie] {
        let request = Self.request(filter)
        return try read { database in
            var articles = SummaryShelf(filter.clocks)
            return try SQLRequest<Row>(literal: request).fetchAll(database).map { row in
                RecordedTie(
                    tie: try TieReader.tie(from: row),
                    article: try articles.summary(row[0], database)
                )
            }
        }
    }

    /// The tie with this id, or the only one whose id begins so.
    ///
    /// Nil where there is none.
    ///
    /// Throws `LedgerError.Kind.ambiguous`, with the ids, where several begin so.
    package func tie(_ idOrPrefix: String) throws -> RecordedTie? {
        try read { database in
            guard let id = try ArticleReader.id(beginning: idOrPrefix, in: "tie", database),
                let row = try SQLRequest<Row>(literal: "\(TieReader.start) WHERE tie.id = \(id)")
                    .fetchOne(database)
            else { return nil }
            var articles = SummaryShelf(Clocks())
            return RecordedTie(
                tie: try TieReader.tie(from: row),
                article: try articles.summary(row[0], database)
            )
        }
    }

    /// The article's ties in the order of the coder.
    ///
    /// Empty where there is no such article.
    package func ties(ofArticle id: String) throws -> [Tie] {
        try read { try TieReader.ties(ofArticle: id, $0) }
    }

    /// The query behind `ties(_:)`, apart from it so that its plan can be tested.
    static func request(_ filter: TieFilter) -> SQL {
        """
        \(filter.asksForIndex ? TieReader.start : TieReader.startInOrder)
        \(whereAll(filter.conditions))
        ORDER BY article.knownOn, article.id, tie.position
        LIMIT \(filter.limit ?? -1)
        """
    }
}

/// Reads ties back from the tables.
enum TieReader {
    /// The start of a query of ties, up to `WHERE`; SQLite chooses where to begin.
    static let start: SQL = """
        \(columns) FROM article JOIN tie ON tie.articleKey = article.key
        """

    /// The same, article after article: for what most ties answer.
    static let startInOrder: SQL = """
        \(columns) FROM article CROSS JOIN tie ON tie.articleKey = article.key
        """

    /// The parts that have a list or a range in them come as one JSON object.
    private static let columns: SQL = """
        SELECT article.key, tie.id, tie.kind, tie.holder, tie.other, tie.detail, tie.modality,
            tie.firstDay, tie.lastDay, tie.isApproximate, tie.confidence,
            json_object(
                'evidence', json_object(
                    'article', article.id,
                    'range', json_array(tie.startByte, tie.endByte),
                    'quote', tie.quote,
                    'sourceScalars', json_array(tie.sourceStart, tie.sourceEnd)),
                'speakers', json(tie.speakers),
                'trail', json(tie.trail))
        """

    private struct Parts: Decodable {
        let evidence: Evidence
        let speakers: [Voice]
        let trail: [String]
    }

    static func tie(from row: Row) throws -> Tie {
        let parts = try Columns.value(Parts.self, from: row[11])
        let (holder, other): (String?, String?) = (row[3], row[4])
        return Tie(
            id: row[1],
            kind: try Columns.member(Tie.Kind.self, row[2]),
            holder: holder.map { ActorCode($0) },
            other: other.map { ActorCode($0) },
            detail: row[5],
            modality: try Columns.member(Modality.self, row[6]),
            speakers: parts.speakers,
            date: Columns.interval(first: row[7], last: row[8], isApproximate: row[9]),
            evidence: parts.evidence,
            confidence: row[10],
            trail: parts.trail
        )
    }

    static func ties(ofArticle id: String, _ database: Database) throws -> [Tie] {
        try SQLRequest<Row>(
            literal: "\(start) WHERE article.id = \(id) ORDER BY tie.position"
        ).fetchAll(database).map(tie(from:))
    }
}

/// Writes ties, inside a transaction that the caller holds.
struct TieWriter {
    let database: Database

    /// `knownOn` is the article's, from which an undated tie is true.
    func insert(_ ties: [Tie], of article: Int64, knownOn: Int) throws {
        for (position, tie) in ties.enumerated() {
            let (date, evidence) = (tie.date, tie.evidence)
            try database.cachedStatement(
                sql: """
                    INSERT INTO tie (id, articleKey, position, kind, holder, other, detail, modality,
                        date, firstDay, lastDay, isApproximate, trueFrom, startByte, endByte, quote,
                        sourceStart, sourceEnd, confidence, speakers, trail)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    tie.id, article, position, tie.kind.rawValue, tie.holder?.rawValue,
                    tie.other?.rawValue, tie.detail, tie.modality.rawValue,
                    date?.edtf, date?.first.number, date?.last.number, date?.isApproximate ?? false,
                    date?.first.number ?? knownOn,
                    evidence.range.lowerBound, evidence.range.upperBound, evidence.quote,
                    evidence.sourceScalars.lowerBound, evidence.sourceScalars.upperBound,
                    tie.confidence, try Columns.json(tie.speakers), try Columns.json(tie.trail),
                ]
            )
        }
    }
}
