package import Diplomacy

/// What a sentence may say that one actor directs at another: an act that was done or was not, or nothing.
package struct RelationLabel: Hashable, Sendable {
    /// Nil where nothing is directed.
    package let act: Act?
    package let polarity: Polarity

    package init(act: Act?, polarity: Polarity = .done) {
        self.act = act
        self.polarity = act == nil ? .done : polarity
    }

    /// Nothing first, then each act done, then each act not done: the order of a classifier's figures.
    package static let all: [RelationLabel] =
        [RelationLabel(act: nil)]
        + Polarity.allCases.flatMap { polarity in
            Act.allCases.map { RelationLabel(act: $0, polarity: polarity) }
        }

    private static let places = Dictionary(
        uniqueKeysWithValues: all.enumerated().map { ($0.element, $0.offset) }
    )

    /// Its place in `all`.
    package var place: Int { Self.places[self] ?? 0 }
}
