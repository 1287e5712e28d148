package import Coding

/// A pair of phrases of a sentence and what it tells of them.
package struct RelationLesson: Sendable {
    package let pair: RelationPair
    /// The place in `RelationLabel.all`.
    package let label: Int

    package init(pair: RelationPair, label: Int) {
        self.pair = pair
        self.label = label
    }
}

/// Teaches both parts of the classifier of relations.
package enum RelationTrainer {
    /// The same lessons give the same classifier; `report` hears of each round of the network.
    package static func classifier(
        _ lessons: [RelationLesson],
        report: (_ round: Int, _ loss: Float) -> Void = { _, _ in }
    ) -> RelationClassifier {
        var trainer = RelationNetworkTrainer(lessons)
        return RelationClassifier(
            bag: TraitTrainer(lessons).classifier(),
            network: trainer.network(report: report)
        )
    }
}
