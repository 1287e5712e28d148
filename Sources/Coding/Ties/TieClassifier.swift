package import Diplomacy
package import Foundation

/// Says what state of their relationship a sentence tells of two of its phrases.
///
/// The classifier of relations with other labels, taught with sentences written for Casus
/// (`Rankers/ties.md`). The rules of `ties.tsv` know the words of ties one by one; this hears those that no
/// list holds.
package struct TieClassifier: Sendable {
    /// No tie, then each kind.
    package static let labels = 1 + Tie.Kind.allCases.count

    private let classifier: RelationClassifier

    /// A tie is told from this probability on.
    ///
    /// In steps of 0.1 on the held-out passages F1 was alike from 0.3 to 0.7 and fell from 0.8 on.
    static let leastProbability = 0.6

    package init(_ classifier: RelationClassifier) {
        precondition(classifier.labels == Self.labels, "a label for each kind, and one for none")
        self.classifier = classifier
    }

    /// Reads the file at `url`; throws a `BinaryError` that names the byte.
    package init(_ url: URL) throws {
        self.init(try RelationClassifier(url, labels: Self.labels))
    }

    /// The place of a kind among the labels; nil is no tie.
    package static func label(_ kind: Tie.Kind?) -> Int {
        kind.flatMap { Tie.Kind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    }

    /// The likeliest tie, where there is one that is likely enough.
    func tie(_ traits: [UInt32]) -> (kind: Tie.Kind, probability: Double)? {
        let shares = classifier.probabilities(traits)
        let label = RelationClassifier.likeliest(shares)
        guard label > 0, Double(shares[label]) >= Self.leastProbability else { return nil }
        return (Tie.Kind.allCases[label - 1], Double(shares[label]))
    }
}
