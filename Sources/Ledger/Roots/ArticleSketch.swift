import Diplomacy

/// What two articles are compared by.
///
/// The signatures and their bands are stored, so that a new article finds the few that may be its kin;
/// the exact sets are made again from the texts of those few.
struct ArticleSketch: Sendable {
    /// A change in how sketches are made gets a new number; older ones are then made again.
    ///
    /// 2: a line that ends with CR LF ends like one that ends with LF.
    static let version = 2

    let shingles: Shingles
    let landmarks: Landmarks

    init(of article: Article) {
        shingles = Shingles(of: article)
        landmarks = Landmarks(of: article)
    }

    var copySignature: MinHash { MinHash(of: shingles.set) }
    var translationSignature: MinHash { MinHash(of: landmarks.set) }
}

/// An article with its sketch and the day from which it can be known.
struct SketchedArticle: Sendable {
    let article: Article
    let knownOn: Day
    let sketch: ArticleSketch

    init(_ article: Article, knownOn: Day, _ sketch: ArticleSketch? = nil) {
        self.article = article
        self.knownOn = knownOn
        self.sketch = sketch ?? ArticleSketch(of: article)
    }
}
