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

    /// Its place in `all`.
    package var place: Int {
        guard let act else { return 0 }
        return 1 + caseNumber(of: polarity) * Act.allCases.count + caseNumber(of: act)
    }
}
