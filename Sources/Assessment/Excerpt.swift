/// The beginning of a list, and how long the list is.
///
/// What a page shows of a great party is the first hundred of many thousands; so no more is held than is shown.
package struct Excerpt<Element> {
    package let held: [Element]
    /// Of the whole list.
    package let count: Int

    /// `count`: of the list that `first` begins, where it goes on.
    package init(_ first: [Element], of count: Int? = nil) {
        self.held = first
        self.count = count ?? first.count
    }

    package var isEmpty: Bool { count == 0 }
    /// How many there are beyond those that are held.
    package var left: Int { count - held.count }

    func beginning(_ most: Int) -> Excerpt { Excerpt(Array(held.prefix(most)), of: count) }
}

extension Excerpt: Sendable where Element: Sendable {}
extension Excerpt: Equatable where Element: Equatable {}
extension Excerpt: Hashable where Element: Hashable {}

extension Excerpt: Sequence {
    package func makeIterator() -> IndexingIterator<[Element]> { held.makeIterator() }
}

extension Excerpt: Encodable where Element: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(held)
    }
}

/// The first of a list by weight, as its parts come in, and how many there were.
struct Ranking<Weight: Comparable, Element> {
    private var ranked: [(weight: Weight, element: Element)] = []
    private var count = 0
    private let most: Int

    /// Holds at most `most`; weights differ, so the order does not depend on that of the parts.
    init(most: Int) { self.most = most }

    mutating func add(_ elements: [(weight: Weight, element: Element)]) {
        guard !elements.isEmpty else { return }
        count += elements.count
        ranked += elements
        // Twice as many may wait, so that each is sorted about twice.
        if most < .max, ranked.count > 2 * most { ranked = Array(sorted.prefix(most)) }
    }

    private var sorted: [(weight: Weight, element: Element)] {
        ranked.sorted { $0.weight < $1.weight }
    }

    var excerpt: Excerpt<Element> {
        Excerpt(sorted.prefix(most).map(\.element), of: count)
    }
}

extension Ranking: Sendable where Weight: Sendable, Element: Sendable {}

/// How much a brief holds of what may be long; its counts are of all.
package struct Reach: Sendable {
    /// Of a list; of disagreements, of each kind.
    package let entries: Int
    /// Statements under one entry.
    package let citations: Int
    /// Ids beside one number.
    package let ids: Int

    package init(entries: Int, citations: Int, ids: Int) {
        self.entries = entries
        self.citations = citations
        self.ids = ids
    }

    package static let whole = Reach(entries: .max, citations: .max, ids: .max)

    var isWhole: Bool { ids == .max }
}
