import Diplomacy
import GRDB

/// What weighing asks of the articles, of all that stand: some 150 bytes each.
struct WeighingHeads: Sendable {
    struct Head: Sendable {
        let id: String
        let knownOn: Day
        /// Where it comes from: itself, unless an origin is kept.
        let source: RelayGraph.Source
    }

    /// In the order of the ledger.
    let heads: [Head]
    private let places: [Int64: Int32]

    init(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT article.key, article.id, article.knownOn, origin.articleKey, origin.article,
                    origin.outlet, origin.outletName, sketch.outlet,
                    coalesce(article.outlet, sketch.outletName)
                FROM article
                LEFT JOIN sketch ON sketch.articleKey = article.key
                LEFT JOIN origin ON origin.articleKey = article.key
                ORDER BY article.knownOn, article.id
                """
        )
        var heads: [Head] = []
        var places: [Int64: Int32] = [:]
        var outlets: [String: String] = [:]
        // One text for all articles of an outlet.
        func outlet(_ name: String?) -> String? {
            guard let name else { return nil }
            if let known = outlets[name] { return known }
            outlets[name] = name
            return name
        }
        while let row = try rows.next() {
            let (id, isElsewhere): (String, Bool) = (row[1], (row[3] as Int64?) != nil)
            let source =
                isElsewhere
                ? RelayGraph.Source(
                    article: row[4],
                    outlet: outlet(row[5]),
                    outletName: outlet(row[6])
                )
                : RelayGraph.Source(
                    article: id,
                    outlet: outlet(row[7]),
                    outletName: outlet(row[8])
                )
            places[row[0]] = Int32(heads.count)
            heads.append(Head(id: id, knownOn: Day(number: row[2]), source: source))
        }
        self.heads = heads
        self.places = places
    }

    /// The place of the article with this key.
    func place(_ key: Int64) -> Int32 {
        guard let place = places[key] else {
            preconditionFailure("a statement stands in an article of the same state")
        }
        return place
    }
}
