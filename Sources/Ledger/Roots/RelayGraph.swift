package import Diplomacy

/// Who passes on whom among the articles of a question: the edges, and where each article comes from.
///
/// Built from what two clocks let through: an edge needs both its ends. Every article has at most one
/// origin, the surest edge that takes it whole; following origins ends at an article that has none, or
/// at an outlet of which no article is at hand. Articles of one day can name each other; such a circle
/// counts as one, under its smallest id.
package struct RelayGraph: Sendable {
    /// An article as the graph needs it.
    package struct Node: Hashable, Sendable {
        package let id: String
        /// See `OutletBook.key(ofOutlet:)`; nil where no outlet is known.
        package let outlet: String?
        package let outletName: String?
        package let knownOn: Day
        /// Whether its outlet strings together what others publish.
        package let isAggregator: Bool
        /// Whether it says that it was written in another language.
        package let isTranslation: Bool
        package let citations: [Citation]
    }

    /// Where an article comes from in the end.
    package struct Source: Hashable, Sendable {
        /// An article of the ledger; nil where the outlet's own article is not at hand.
        package let article: String?
        package let outlet: String?
        package let outletName: String?

        /// What stands for the source when statements are compared.
        var key: String { outlet ?? "article \(article ?? "")" }
    }

    /// By article, then the surest first.
    package let relays: [Relay]
    private let nodes: [String: Node]
    private let sources: [String: Source]

    /// An outlet is credited or cited, and of its articles the last one before is meant, if it is no
    /// older than this and tells of the same parties.
    private static let newsDays = 30
    /// A credit without the text it points to: the article says so itself, and no more than it is known.
    private static let creditProbability = 0.9
    private static let citationProbability = 0.8
    /// A credit and a likeness of texts together.
    private static let confirmedProbability = 0.99

    /// `pairs` are the edges between two articles; `topics` gives of each article the parties that its
    /// statements tell of, to find the article that a citation means.
    package init(_ nodes: [Node], pairs: [Relay], topics: [String: Set<Set<ActorCode>>]) {
        let byId = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let byOutlet = Dictionary(
            grouping: nodes.filter { $0.outlet != nil },
            by: { $0.outlet ?? "" }
        )
        var edges: [String: [Relay]] = [:]
        for pair in pairs {
            guard let edge = Self.directed(pair, byId) else { continue }
            edges[edge.article, default: []].append(edge)
        }
        for node in nodes {
            edges[node.id] = Self.withCitations(node, edges[node.id] ?? [], byId, byOutlet, topics)
        }
        self.nodes = byId
        relays = edges.keys.sorted().flatMap { edges[$0] ?? [] }
        sources = Self.sources(byId, edges)
    }

    /// Where the article comes from; itself where it passes on nobody.
    package func source(of article: String) -> Source {
        sources[article] ?? Source(article: article, outlet: nil, outletName: nil)
    }

    /// The outlet in which the article appeared; nil where it is not known.
    package func outletName(of article: String) -> String? { nodes[article]?.outletName }

    // MARK: Edges

    /// The edge with both its ends, turned round where of two of one day the first says that it follows
    /// the second.
    private static func directed(_ pair: Relay, _ nodes: [String: Node]) -> Relay? {
        guard case .article(let earlier) = pair.origin, let from = nodes[pair.article],
            let to = nodes[earlier]
        else { return nil }
        let follows = { (one: Node, other: Node) in
            one.isTranslation && !other.isTranslation && pair.reason == .translation
                || other.outlet != nil
                    && one.citations.contains { $0.isCredit && $0.outlet == other.outlet }
        }
        guard from.knownOn == to.knownOn, follows(to, from), !follows(from, to) else {
            return pair
        }
        return Relay(
            article: to.id,
            origin: .article(from.id),
            reason: pair.reason,
            probability: pair.probability,
            detail: pair.detail
        )
    }

    private static func withCitations(
        _ node: Node,
        _ pairs: [Relay],
        _ nodes: [String: Node],
        _ byOutlet: [String: [Node]],
        _ topics: [String: Set<Set<ActorCode>>]
    ) -> [Relay] {
        var edges = pairs
        var seen: Set<String> = []
        // A credit says more than a citation of the same outlet.
        for citation in node.citations.sorted(by: { $0.isCredit && !$1.isCredit }) {
            let outlet = citation.outlet
            guard outlet != node.outlet, citation.isKnown,
                seen.insert(outlet).inserted
            else { continue }
            let linked = edges.firstIndex { edge in
                if case .article(let id) = edge.origin { return nodes[id]?.outlet == outlet }
                return false
            }
            if let linked {
                edges[linked] = confirmed(edges[linked], by: citation)
                continue
            }
            let meant = article(of: outlet, for: node, byOutlet, topics)
            edges.append(
                Relay(
                    article: node.id,
                    origin: meant.map { .article($0) } ?? .outlet(citation.name),
                    reason: node.isAggregator
                        ? .digest : citation.isCredit ? .credit : .citation,
                    probability: citation.isCredit ? creditProbability : citationProbability,
                    detail: citation.isCredit
                        ? "a note names \(citation.name) as the source"
                        : "a sentence is told as \(citation.name)'s"
                )
            )
        }
        return edges.sorted { left, right in
            if left.probability != right.probability { return left.probability > right.probability }
            return left.detail < right.detail
        }
    }

    /// The surer edge of a likeness of texts and a note that says the same.
    private static func confirmed(_ edge: Relay, by citation: Citation) -> Relay {
        guard citation.isCredit else { return edge }
        return Relay(
            article: edge.article,
            origin: edge.origin,
            reason: edge.reason == .digest ? .credit : edge.reason,
            probability: confirmedProbability,
            detail: "\(edge.detail); a note names \(citation.name) as the source"
        )
    }

    /// The last article of the outlet, before or on the day, that tells of the same parties.
    private static func article(
        of outlet: String,
        for node: Node,
        _ byOutlet: [String: [Node]],
        _ topics: [String: Set<Set<ActorCode>>]
    ) -> String? {
        let own = topics[node.id] ?? []
        return (byOutlet[outlet] ?? [])
            .filter { other in
                other.id != node.id && other.knownOn <= node.knownOn
                    && node.knownOn.number - other.knownOn.number <= newsDays
                    && !(topics[other.id] ?? []).isDisjoint(with: own)
            }
            .max { ($0.knownOn, $0.id) < ($1.knownOn, $1.id) }?.id
    }

    // MARK: Sources

    private static func sources(
        _ nodes: [String: Node],
        _ edges: [String: [Relay]]
    ) -> [String: Source] {
        var found: [String: Source] = [:]
        for start in nodes.keys.sorted() where found[start] == nil {
            var path: [String] = []
            var places: [String: Int] = [:]
            var here = start
            var source: Source?
            while source == nil {
                if let known = found[here] {
                    source = known
                } else if let place = places[here] {
                    // A circle: its smallest id stands for all of it.
                    source = own(path[place...].min() ?? here, nodes)
                } else {
                    places[here] = path.count
                    path.append(here)
                    switch edges[here]?.first(where: \.isWhole)?.origin {
                    case .article(let id)?: here = id
                    case .outlet(let name)?:
                        let key = nodes[here]?.citations.first { $0.name == name }?.outlet
                        source = Source(article: nil, outlet: key ?? name, outletName: name)
                    case nil: source = own(here, nodes)
                    }
                }
            }
            for article in path { found[article] = source }
        }
        return found
    }

    private static func own(_ article: String, _ nodes: [String: Node]) -> Source {
        Source(
            article: article,
            outlet: nodes[article]?.outlet,
            outletName: nodes[article]?.outletName
        )
    }
}

extension Relay {
    /// Whether the article is taken from the other as a whole.
    package var isWhole: Bool { reason == .copy || reason == .translation || reason == .credit }
}
