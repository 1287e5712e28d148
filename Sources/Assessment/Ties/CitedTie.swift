package import Diplomacy

/// A tie with the article it stands in.
package struct CitedTie: Hashable, Sendable, Identifiable {
    package let tie: Tie
    package let article: ReadArticle

    package var id: String { tie.id }

    package init(_ tie: Tie, in article: ReadArticle) {
        self.tie = tie
        self.article = article
    }

    /// Whether these two are its parties, in either order.
    func isBetween(_ first: ActorCode, _ second: ActorCode) -> Bool {
        tie.holder == first && tie.other == second || tie.holder == second && tie.other == first
    }
}

/// All ties of one kind between two parties: a lane of their page.
package struct TieLane: Sendable, Encodable {
    /// One tie in its lane.
    package struct Line: Sendable, Encodable {
        /// The tie's id, for `casus why`.
        package let tie: String
        /// The article's id.
        package let article: String
        package let holder: ActorCode?
        package let other: ActorCode?
        package let detail: String?
        package let modality: Modality
        /// Outermost voice first; empty for the author of the article.
        package let speakers: [Voice]
        package let date: DayInterval?
        package let published: DayInterval?
        package let quote: String
    }

    package let kind: Tie.Kind
    /// By the day told of, else the day of publication; what has neither comes last.
    package let lines: [Line]

    /// The lanes of `ties` in the order of the kinds; a kind without a tie has none.
    static func lanes(of ties: [CitedTie]) -> [TieLane] {
        Tie.Kind.allCases.compactMap { kind in
            let lines = ties.filter { $0.tie.kind == kind }.map(Line.init).sorted(by: isEarlier)
            return lines.isEmpty ? nil : TieLane(kind: kind, lines: lines)
        }
    }

    private static func isEarlier(_ left: Line, _ right: Line) -> Bool {
        func key(_ line: Line) -> (Int, String) {
            ((line.date ?? line.published)?.first.number ?? .max, line.tie)
        }
        return key(left) < key(right)
    }
}

extension TieLane.Line {
    init(_ cited: CitedTie) {
        let tie = cited.tie
        self.init(
            tie: tie.id,
            article: cited.article.id,
            holder: tie.holder,
            other: tie.other,
            detail: tie.detail,
            modality: tie.modality,
            speakers: tie.speakers,
            date: tie.date,
            published: cited.article.publication,
            quote: tie.evidence.quote
        )
    }
}
