import Assessment
package import Coding
package import Diplomacy
import Text

/// The five seed articles as they were coded, with the places that the acceptance list names.
package struct CodedSeeds: Sendable {
    /// In the order of their names: seed 0 to 4.
    package let articles: [CodedArticle]
    package let list: AcceptanceList
    let judged: JudgedSeeds
    /// What the coder takes for parties, in the order of the articles; empty where nobody was asked.
    let mentions: [[PartyMention]]
    private let items: [String: AcceptanceItem]
    private let pairs: [String: AcceptancePair]

    /// Throws a `ScoringError` where a place of the list lies outside its article or holds other words
    /// than the list quotes.
    package init(
        _ articles: [CodedArticle],
        _ list: AcceptanceList,
        mentions: [[PartyMention]] = []
    ) throws {
        self.articles = articles
        self.mentions = mentions
        self.list = list
        judged = try JudgedSeeds(articles, Assessor(ResourceFolder()))
        items = Dictionary(list.items.map { ($0.id, $0) }) { first, _ in first }
        pairs = Dictionary(list.pairs.map { ($0.id, $0) }) { first, _ in first }
        for item in list.items {
            guard articles.indices.contains(item.seed) else {
                throw ScoringError(
                    place: item.id,
                    problem: "there is no seed \(item.seed)",
                    cure: "Check that all five seeds were read."
                )
            }
            let article = articles[item.seed].article
            guard item.start < item.end, item.end <= article.text.utf8.count,
                article.words(at: item.start..<item.end) == item.quote
            else {
                throw ScoringError(
                    place: "\(item.id) in \(article.document)",
                    problem: "the words at \(item.start)..<\(item.end) are not the quoted ones",
                    cure: "The text of a plain article must be the text of its file."
                )
            }
        }
    }

    /// Codes the seeds of the shared folder.
    package init(_ shared: SharedFolder, _ coder: NewsCoder) throws {
        let gold = try GoldSet(.seeds, articles: shared.seeds, goldFolder: shared.seedGold)
        try self.init(
            CodedSet(gold, coder).articles,
            AcceptanceList(shared),
            mentions: gold.documents.map { try coder.mentions(in: $0) }
        )
    }

    /// What each check finds, in the order of the list.
    package func findings() -> [(check: AcceptanceCheck, finding: Finding)] {
        AcceptanceCheck.all.map { ($0, $0.finding(in: self)) }
    }

    /// Where the kind `id` stands; for a pair, where its left side stands.
    func passage(of id: String) -> Passage? {
        guard let item = items[pairs[id]?.left ?? id] else { return nil }
        return Passage(item: item, coded: articles[item.seed], seeds: self)
    }

    func item(_ id: String) -> AcceptanceItem? { items[id] }
}
