package import Diplomacy

/// What was read and did not become a statement, by reason, with the articles it stands in.
package struct LeftOut: Hashable, Sendable, Encodable {
    package struct Row<Reason: Hashable & Sendable & Encodable>: Hashable, Sendable, Encodable {
        package let reason: Reason
        package let count: Int
        /// The ids of the articles, by `casus why` to be opened.
        package let articles: [String]
    }

    /// Passages with an act that were not coded, the commonest reason first.
    package let passages: [Row<Omission.Reason>]
    /// Parts of the pages that are no part of the report.
    package let blocks: [Row<Block.Discard>]
    package let unread: [UnreadSource]

    init(_ material: Material) {
        passages = Self.rows(
            Omission.Reason.allCases,
            material.leftOut.map { ($0.article, $0.omissions) }
        )
        blocks = Self.rows(
            Block.Discard.allCases,
            material.leftOut.map { ($0.article, $0.discards) }
        )
        unread = material.unread
    }

    private static func rows<Reason>(
        _ reasons: [Reason],
        _ tallies: [(article: String, counts: [Reason: Int])]
    ) -> [Row<Reason>] {
        reasons.map { reason in
            let counts = tallies.compactMap { tally in
                tally.counts[reason].map { (article: tally.article, count: $0) }
            }
            return Row(
                reason: reason,
                count: counts.reduce(0) { $0 + $1.count },
                articles: counts.filter { $0.count > 0 }.map(\.article)
            )
        }
        .filter { $0.count > 0 }
        .enumerated()
        .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        .map(\.element)
    }
}

/// What was read: how many articles, in which languages, which have no date, which told nothing.
package struct WhatWasRead: Sendable, Encodable {
    package struct Line: Hashable, Sendable, Encodable {
        package let article: ReadArticle
        /// The statements of the brief that stand in it, by id.
        package let statements: Excerpt<ShortID>
    }

    /// In the order given.
    package let articles: Excerpt<Line>
    /// The roots of the statements, each voice or outlet once; the ids of articles where no roots are known.
    package let roots: Excerpt<String>
    /// The number of articles in each language, the commonest first.
    package let languages: [(language: String, count: Int)]
    package let undated: [ReadArticle]
    package let statementCount: Int

    private enum CodingKeys: String, CodingKey {
        case articles, roots
    }

    /// `told` are the ids of the statements by article; the first `most` articles are held.
    init(
        _ frame: BriefFrame,
        told: [ShortID: VoiceTally.Ids],
        roots: Excerpt<String>,
        statements: Int,
        most: Int
    ) {
        let first = frame.articles.prefix(most).map { article in
            Line(article: article, statements: told[ShortID(article.id)]?.excerpt ?? Excerpt([]))
        }
        articles = Excerpt(first, of: frame.articles.count)
        self.roots = roots
        languages = frame.languages
        undated = frame.undated
        statementCount = statements
    }
}
