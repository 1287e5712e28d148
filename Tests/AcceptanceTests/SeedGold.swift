import Diplomacy
import Foundation
import Scoring
import Testing

/// The seeds with the statements that a person coded, in place of the coder's: what the asking wing makes of
/// them, whatever the reading wing still misses.
///
/// Ties are those of the coder, since nobody coded them by hand.
enum SeedGold {
    private struct Row: Decodable {
        let quote: String
        let source: ActorCode
        let target: ActorCode?
        let act: Act
        let polarity: Polarity
        let modality: Modality
        let speaker: [String]
        let date: DayInterval?
        let alt: [String]?
        let assessment: Bool?
        let note: String?
    }

    static let seeds = Result {
        let shared = try #require(SeedFindings.shared)
        let coded = try SeedFindings.articles()
        return try CodedSeeds(
            coded.map { coded in
                let file = shared.seedGold.appending(path: "\(coded.article.document).jsonl")
                let rows: [Row] = try JSONLines.rows(file)
                return CodedArticle(
                    article: coded.article,
                    statements: try rows.enumerated().map { place, row in
                        try statement(row, place, in: coded.article)
                    },
                    ties: coded.ties,
                    omissions: []
                )
            },
            SeedFindings.list()
        )
    }

    /// As far as a line says it: a refuge, which is for who has lost power, and an agreement that might as well
    /// have been coded as support, which is one of words.
    private static func kind(_ row: Row) -> SupportKind? {
        if row.note?.contains("asylum") == true { return .asylum }
        return row.act == .agree && row.alt?.contains("support/done") == true ? .words : nil
    }

    private static func statement(
        _ row: Row,
        _ place: Int,
        in article: Article
    ) throws -> Statement {
        let found = try #require(article.text.range(of: row.quote), "'\(row.quote)'")
        let bytes = article.text.utf8
        let start = bytes.distance(from: bytes.startIndex, to: found.lowerBound)
        let speakers = row.speaker == ["author"] ? [] : row.speaker
        let note = row.note ?? ""
        return Statement(
            id: "\(article.document)-\(place)",
            source: row.source,
            target: row.target,
            act: row.act,
            kind: kind(row),
            polarity: row.polarity,
            modality: row.modality,
            speakers: speakers.map { Voice(name: $0) },
            date: row.date,
            evidence: Evidence(range: start..<start + row.quote.utf8.count, in: article),
            confidence: 1,
            marks: (row.assessment == true ? [.assessment] : [])
                + (kind(row) == .asylum ? [.exLeader] : [])
                + (note.contains("nominal") ? [.nominal] : []),
            trail: []
        )
    }
}

@Suite(.enabled(if: SeedFindings.shared != nil, SeedFindings.absence))
struct SeedGoldTests {
    /// The pairs that come out as the list expects once the statements are there.
    private static let shown: Set<String> = [
        "J01", "J06", "J07", "J09", "J12", "J13", "J14", "J15",
    ]

    @Test func `with the statements of a careful reader these pairs come out as expected`() throws {
        let findings = try SeedGold.seeds.get().findings().filter { $0.check.isPair }
        let told = findings.map { "\($0.check.id) \($0.finding.isShown): \($0.finding.sentence)" }
        #expect(
            Set(findings.filter(\.finding.isShown).map(\.check.id)) == Self.shown,
            "\(told.joined(separator: "\n"))"
        )
    }
}
