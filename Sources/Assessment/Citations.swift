import Diplomacy

/// The statements that a line rests on: the first of them, and how much all of them weigh.
package struct Citations: Hashable, Sendable {
    /// How many statements there are, of how many roots, in how many articles.
    package struct Weight: Hashable, Sendable {
        package let count: Int
        package let roots: Int
        package let articles: Int

        init(_ citations: some Collection<Citation>) {
            count = citations.count
            roots = citations.rootCount
            articles = citations.articleCount
        }

        /// "2 roots in 3 articles".
        package var words: String {
            "\(counted(roots, "root")) in \(counted(articles, "article"))"
        }
    }

    /// In the order given.
    package private(set) var held: [Citation]
    package let weight: Weight
    let facts: Weight
    let claims: Weight
    /// The confidence of the surest.
    let surest: Double

    /// Holds the first `most` of them.
    init(_ citations: [Citation], most: Int = .max) {
        held = Array(citations.prefix(most))
        weight = Weight(citations)
        facts = Weight(citations.filter { $0.modality == .fact })
        claims = Weight(citations.filter { $0.modality == .claim })
        surest = citations.map(\.confidence).max() ?? 0
    }

    func beginning(_ most: Int) -> Citations {
        var citations = self
        citations.held = Array(held.prefix(most))
        return citations
    }

    package var count: Int { weight.count }
    package var rootCount: Int { weight.roots }
    package var articleCount: Int { weight.articles }

    /// Whether at least one reading is no guess.
    package var hasSure: Bool { surest >= Citation.sureReading }
}

extension Citations: Sequence {
    package func makeIterator() -> IndexingIterator<[Citation]> { held.makeIterator() }
}

extension Citations: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(held)
    }
}
