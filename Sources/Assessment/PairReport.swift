package import Diplomacy
import Text

/// Everything that was said of two parties, both directions, in the order of what it tells of.
package struct PairReport: Sendable, Encodable {
    /// One statement of the two.
    package struct Line: Sendable, Encodable {
        package let source: ActorCode
        package let target: ActorCode?
        package let act: Act
        package let polarity: Polarity
        package let strand: Strand
        package let citation: Citation
    }

    package let first: ActorCode
    package let second: ActorCode
    /// By the day told of.
    package private(set) var dated: [Line]
    /// By the day of publication of the article.
    package private(set) var undated: [Line]
    /// The two directions in numbers; one or both may be missing.
    package private(set) var directions: [PairLine]
    package private(set) var disagreements: [Disagreement]
    /// How the two stand to each other, kind by kind.
    package private(set) var ties: [TieLane] = []
    package private(set) var articles: [ReadArticle] = []

    /// The report of what `statements` and `ties` say; those of other parties are passed over.
    package init(
        of first: ActorCode,
        and second: ActorCode,
        in statements: [CitedStatement],
        ties: [CitedTie] = []
    ) {
        self.first = first
        self.second = second
        let between = statements.filter { cited in
            let (source, target) = (cited.statement.source, cited.statement.target)
            return (source == first && target == second) || (source == second && target == first)
        }
        let lines = between.map { cited in
            Line(
                source: cited.statement.source,
                target: cited.statement.target,
                act: cited.statement.act,
                polarity: cited.statement.polarity,
                strand: Strand(cited.statement),
                citation: Citation(cited)
            )
        }
        .sorted { Citation.isEarlier($0.citation, $1.citation) }
        dated = lines.filter { $0.citation.date != nil }
        undated = lines.filter { $0.citation.date == nil }
        // Where both directions are told of, that of the first comes first.
        directions = PairLine.weighed(in: between).sorted {
            ($0.element.source == first ? 0 : 1, $0.weight)
                < ($1.element.source == first ? 0 : 1, $1.weight)
        }.map(\.element)
        var draft = DisagreementDraft(.whole)
        draft.add(DisagreementFinder(between).own(), help: nil)
        disagreements = draft.list.held
        add(between.map(\.article))
        add(ties)
    }

    /// The same with what `ties` say besides; those of other parties are passed over.
    package func with(_ ties: [CitedTie]) -> PairReport {
        var report = self
        report.add(ties)
        return report
    }

    private mutating func add(_ ties: [CitedTie]) {
        let standing = ties.filter { $0.isBetween(first, second) }
        self.ties = TieLane.lanes(of: standing)
        add(standing.map(\.article))
    }

    private mutating func add(_ cited: [ReadArticle]) {
        articles = (articles + cited).eachOnce(by: \.id)
    }

    /// The latest lines and the first of all else.
    package func beginning(_ reach: Reach) -> PairReport {
        var report = self
        report.dated = Array(dated.suffix(reach.entries))
        report.undated = Array(undated.suffix(reach.entries))
        report.directions = directions.map { $0.beginning(reach.ids) }
        report.disagreements = disagreements.prefix(reach.entries).map {
            $0.beginning(reach.citations)
        }
        report.articles = Array(articles.prefix(reach.entries))
        return report
    }

    /// How many of the entries of this report are not in a beginning of it, by the names of the lists.
    package func left(by beginning: PairReport) -> [String: Int] {
        [
            "dated": dated.count - beginning.dated.count,
            "undated": undated.count - beginning.undated.count,
            "disagreements": disagreements.count - beginning.disagreements.count,
            "articles": articles.count - beginning.articles.count,
        ].filter { $0.value > 0 }
    }

    package var isEmpty: Bool { dated.isEmpty && undated.isEmpty && ties.isEmpty }
}

extension PairReport.Line {
    package var sentence: PlainSentence {
        PlainSentence(
            source: source,
            target: target,
            act: act,
            kind: citation.kind,
            polarity: polarity,
            modality: citation.modality
        )
    }
}
