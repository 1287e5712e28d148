import Assessment
import Diplomacy

/// The articles of a list by their ids, with their numbers: made once for all pages of a ledger's state.
struct ArticleBook: Sendable {
    private let articles: [String: ReadArticle]
    /// Numbers the articles; names parties by their codes.
    let naming: Naming

    init(_ articles: [ReadArticle]) {
        self.articles = Dictionary(
            articles.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        naming = Naming(articles: articles) { $0.rawValue }
    }

    /// With the numbers that the articles have in a list that is not at hand.
    init(_ articles: [ReadArticle], numbers: [String: Int]) {
        self.articles = Dictionary(
            articles.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        naming = Naming(numbers: numbers) { $0.rawValue }
    }

    subscript(_ id: String) -> ReadArticle? { articles[id] }
}
