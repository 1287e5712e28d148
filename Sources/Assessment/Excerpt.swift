import Text

/// The beginning of a list, and how long the list is.
///
/// What a page shows of a great party is the first hundred of many thousands; so no more is held than is shown.
package struct Excerpt<Element> {
    package let held: [Element]
    /// Of the whole list.
    package let count: Int
    /// Where all of them lie as they are written, and none is held.
    let laid: Laid?

    /// `count`: of the list that `first` begins, where it goes on.
    package init(_ first: [Element], of count: Int? = nil) {
        self.held = first
        self.count = count ?? first.count
        laid = nil
    }

    init(_ laid: Laid) {
        (held, count) = ([], laid.pieces.count)
        self.laid = laid
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
        precondition(laid == nil, "what is laid aside is written by `JSONPage`")
        var container = encoder.singleValueContainer()
        try container.encode(held)
    }
}

/// The first of a list by weight, as its parts come in, and how many there were.
struct Ranking<Weight: Comparable, Element> {
    private var ranked: [(weight: Weight, element: Element)] = []
    private var laid: [(weight: Weight, piece: Spool.Piece)] = []
    private var count = 0
    private let most: Int
    /// Where each is laid, in place of being held.
    private let aside: (spool: Spool, lay: @Sendable (Element) -> Spool.Piece)?

    /// Holds at most `most`; weights differ, so the order does not depend on that of the parts.
    init(most: Int) { (self.most, aside) = (most, nil) }

    mutating func add(_ elements: [(weight: Weight, element: Element)]) {
        guard !elements.isEmpty else { return }
        if let aside {
            laid += elements.map { ($0.weight, aside.lay($0.element)) }
            return
        }
        count += elements.count
        ranked += elements
        // Twice as many may wait, so that each is sorted about twice.
        if most < .max, ranked.count > 2 * most { ranked = Array(sorted.prefix(most)) }
    }

    private var sorted: [(weight: Weight, element: Element)] {
        ranked.sorted { $0.weight < $1.weight }
    }

    var excerpt: Excerpt<Element> {
        if let aside {
            let pieces = laid.sorted { $0.weight < $1.weight }.map(\.piece)
            return Excerpt(Laid(spool: aside.spool, pieces: pieces))
        }
        return Excerpt(sorted.prefix(most).map(\.element), of: count)
    }
}

extension Ranking where Element: BriefEntry {
    init(_ reach: Reach) {
        most = reach.entries
        aside = reach.aside.map { aside in (aside.spool, { aside.lay($0) }) }
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
    /// Where entries are laid aside in place of being held.
    let aside: Aside?

    package init(entries: Int, citations: Int, ids: Int) {
        (self.entries, self.citations, self.ids, aside) = (entries, citations, ids, nil)
    }

    /// Everything, laid aside entry by entry.
    package init(_ aside: Aside) {
        (entries, citations, ids, self.aside) = (.max, .max, .max, aside)
    }

    package static let whole = Reach(entries: .max, citations: .max, ids: .max)

    package var isWhole: Bool { ids == .max }
}
