import Diplomacy
import Foundation

/// What relates an article to others, as far as it stands in the article alone.
struct ArticleRelations: Sendable {
    let sketched: SketchedArticle
    let filed: FiledSketch
    /// As they are kept.
    let copySignature: Data
    let translationSignature: Data
    /// The key of its outlet, and its name.
    let outlet: String?
    let outletName: String?
    let isAggregator: Bool
    let isTranslation: Bool
    let citations: [Citation]
    /// One for each statement.
    let testimonies: [Testimony]

    init(_ coded: CodedArticle, knownOn: Day, book: OutletBook) {
        let article = coded.article
        sketched = SketchedArticle(article, knownOn: knownOn)
        filed = FiledSketch(sketched)
        copySignature = filed.copy.data
        translationSignature = filed.translation.data
        outlet = book.key(of: article)
        outletName = book.name(ofOutletOf: article)
        isAggregator = outletName.flatMap { book.outlet($0) }?.kind == .aggregator
        let read = CitationReader(book: book).read(article)
        isTranslation = read.isTranslation
        var citations = read.citations
        let reader = VoiceReader(book: book, citations: citations, own: outlet)
        testimonies = coded.statements.map { statement in
            let place = statement.evidence.range.lowerBound
            let cited = citations.first { !$0.isCredit && $0.isKnown && $0.range.contains(place) }
            let testimony = reader.testimony(of: statement, citation: cited)
            // The coder may have heard an outlet that no phrase of the tables gives away.
            if let outlet = testimony.outlet, !citations.contains(where: { $0.outlet == outlet }) {
                citations.append(
                    Citation(
                        outlet: outlet,
                        name: testimony.outletName ?? outlet,
                        isKnown: true,
                        isCredit: false,
                        range: statement.evidence.range
                    )
                )
            }
            return testimony
        }
        self.citations = citations
    }

    private init(_ other: ArticleRelations, knownOn: Day) {
        sketched = SketchedArticle(other.sketched.article, knownOn: knownOn, other.sketched.sketch)
        filed = FiledSketch(sketched)
        copySignature = other.copySignature
        translationSignature = other.translationSignature
        outlet = other.outlet
        outletName = other.outletName
        isAggregator = other.isAggregator
        isTranslation = other.isTranslation
        citations = other.citations
        testimonies = other.testimonies
    }

    /// The same for an article that could be known on another day.
    func known(on day: Day) -> ArticleRelations {
        day == sketched.knownOn ? self : ArticleRelations(self, knownOn: day)
    }
}
