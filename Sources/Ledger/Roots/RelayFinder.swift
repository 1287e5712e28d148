import Diplomacy

/// Says of two articles whether one passes on the other, and which way.
///
/// A pure function of the two and their days: no third article has a say, so an edge that is found today
/// stands tomorrow, and as known on an earlier day it was the same.
struct RelayFinder {
    /// The share of the shorter article's runs of three words that makes it a copy of the longer.
    ///
    /// Of all pairs of our examples, the seeds and the development articles (`Documentation/roots.md`),
    /// two reprints, shortened and touched up, share 0.50 and 0.62; no other pair shares 0.05.
    static let copyShare = 0.30
    /// Below it, passages at most; and where less than `copyShare` of the later article is shared, it
    /// has taken passages in: a digest that strings several articles together.
    static let digestShare = 0.12
    /// Two articles with fewer runs in common share a phrase, not a text.
    static let fewestShared = 25
    /// The share of the landmarks of the article with fewer that stand in the other in the same order.
    ///
    /// Translations have 0.45 (into German, shortened) and 0.84; two reports of one happening that are
    /// no translation reach 0.33.
    static let translationShare = 0.38
    /// Fewer landmarks in order can be chance.
    static let fewestAligned = 12
    /// A translation comes soon: within two weeks.
    static let translationDays = 14

    /// The edge between the two, leading back from the later to the earlier; nil where there is none.
    func relay(_ one: SketchedArticle, _ other: SketchedArticle) -> Relay? {
        one.article.language == other.article.language
            ? copy(one, other) : translation(one, other)
    }

    private func copy(_ one: SketchedArticle, _ other: SketchedArticle) -> Relay? {
        let (left, right) = (one.sketch.shingles, other.sketch.shingles)
        let shorter = min(left.set.count, right.set.count)
        let shared = left.shared(with: right)
        guard shared >= Self.fewestShared, shorter > 0 else { return nil }
        let share = Double(shared) / Double(shorter)
        guard share >= Self.digestShare else { return nil }
        let (later, earlier) = inTime(one, other)
        let isDigest =
            Double(shared) / Double(later.sketch.shingles.set.count) < Self.copyShare
        let ofWhat = "the shorter article's \(shorter) runs of three words"
        return Relay(
            article: later.article.id,
            origin: .article(earlier.article.id),
            reason: isDigest ? .digest : .copy,
            probability: Self.rising(share, from: isDigest ? 0 : Self.digestShare),
            detail: "\(shared) of \(ofWhat) are the same"
        )
    }

    private func translation(_ one: SketchedArticle, _ other: SketchedArticle) -> Relay? {
        guard abs(one.knownOn.number - other.knownOn.number) <= Self.translationDays else {
            return nil
        }
        let (left, right) = (one.sketch.landmarks, other.sketch.landmarks)
        let fewer = min(left.all.count, right.all.count)
        guard fewer >= Self.fewestAligned else { return nil }
        let aligned = left.aligned(with: right)
        let share = Double(aligned) / Double(fewer)
        guard aligned >= Self.fewestAligned, share >= Self.translationShare else { return nil }
        let (later, earlier) = inTime(one, other)
        return Relay(
            article: later.article.id,
            origin: .article(earlier.article.id),
            reason: .translation,
            probability: Self.rising(share, from: Self.translationShare / 2),
            detail: "\(aligned) of \(fewer) names and numbers stand in both in the same order"
        )
    }

    /// The later first.
    ///
    /// Of one day, the shorter passes on the longer: reprints are cut, seldom lengthened; of one length,
    /// the greater id, so that the answer does not hang on the order of the question.
    private func inTime(
        _ one: SketchedArticle,
        _ other: SketchedArticle
    ) -> (later: SketchedArticle, earlier: SketchedArticle) {
        func rank(_ article: SketchedArticle) -> (Int, Int, String) {
            (
                article.knownOn.number, -article.article.text.utf8.count, article.article.id
            )
        }
        return rank(one) < rank(other) ? (other, one) : (one, other)
    }

    /// From one half at `start` to one at the whole: a plain line, nothing fitted.
    private static func rising(_ share: Double, from start: Double) -> Double {
        let above = (share - start) / (1 - start)
        return min(1, max(0, 0.5 + above / 2))
    }
}
