package import Assessment
import Diplomacy
package import Ledger

/// Takes the material of a brief out of a ledger, under two clocks.
package enum LedgerMaterial {
    /// Everything in the ledger that was true and known on the days asked for.
    ///
    /// Linear in the ledger: about 20 µs a statement and 200 µs an article.
    package static func read(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks
    ) throws -> Material {
        let articles = try ledger.articles(clocks)
        return Material(
            statements: try statements(ledger, StatementFilter(clocks: clocks)),
            articles: articles.map(ReadArticle.init),
            leftOut: try articles.map { try tally(of: $0.id, ledger) },
            unread: try ledger.skips().map { UnreadSource(place: $0.place, reason: $0.reason) }
        )
    }

    package static func statements(
        _ ledger: LedgerDatabase,
        _ filter: StatementFilter
    ) throws -> [CitedStatement] {
        try ledger.statements(filter).map {
            CitedStatement($0.statement, in: ReadArticle($0.article))
        }
    }

    private static func tally(of article: String, _ ledger: LedgerDatabase) throws -> LeftOutTally {
        let blocks = try ledger.article(article)?.blocks ?? []
        return LeftOutTally(
            article: article,
            omissions: counted(try ledger.omissions(ofArticle: article).map(\.reason)),
            discards: counted(blocks.compactMap(\.discard))
        )
    }

    private static func counted<Reason: Hashable>(_ reasons: [Reason]) -> [Reason: Int] {
        reasons.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}

extension ReadArticle {
    package init(_ summary: ArticleSummary) {
        self.init(
            id: summary.id,
            document: summary.document,
            outlet: summary.outlet,
            title: summary.title,
            language: summary.language,
            publication: summary.publication
        )
    }
}
