import Diplomacy

/// What the classifier hears between every two mentions of a sentence, for the ranker.
struct SentenceRelations {
    /// By source and target; the shares are those of `RelationLabel.all`.
    private var shares: [Pair: [Float]] = [:]
    /// Of each label: the largest share that any two mentions have.
    private var largest = [Float](repeating: 0, count: RelationLabel.all.count)

    private struct Pair: Hashable {
        let source: Int
        let target: Int
    }

    /// A sentence that names more is a list; its pairs are heard up to this mention.
    private static let mostMentions = 12
    /// In a sentence of more than ninety words fewer mentions are heard, so that no article costs many times what its length lets expect.
    private static let mostWords = 6000
    /// How many figures `values` gives.
    private static let width = 9

    init(_ passage: LanguageReader.Passage, _ classifier: RelationClassifier?) {
        let mentions = passage.coder.mentions
        let places = mentions.indices.filter {
            mentions[$0].actor != nil && !mentions[$0].isPrivate
        }
        guard let classifier, places.count > 1, !passage.read.cues.isEmpty else { return }
        let traits = RelationTraits(passage.read, passage.clauses)
        let named = places.prefix(Self.mentions(ofSentenceOf: passage.read.tokens.count))
        // Both directions beside each other: the words are read once for the two.
        let pairs = named.indices.flatMap { first in
            named[(first + 1)...].filter { mentions[named[first]].actor != mentions[$0].actor }
                .flatMap { second in
                    [
                        Pair(source: named[first], target: second),
                        Pair(source: second, target: named[first]),
                    ]
                }
        }
        let told = classifier.probabilities(
            pairs.map {
                traits.pair(source: mentions[$0.source].tokens, target: mentions[$0.target].tokens)
            }
        )
        for (pair, shares) in zip(pairs, told) {
            self.shares[pair] = shares
            for place in shares.indices { largest[place] = max(largest[place], shares[place]) }
        }
    }

    /// As many as make no more pairs than the words allow, each pair reading all of them.
    static func mentions(ofSentenceOf words: Int) -> Int {
        (2...mostMentions).last { $0 * ($0 - 1) / 2 * words <= mostWords } ?? 2
    }

    /// The figures of a label between two mentions, in thousandths; -1 where a party is not in the sentence.
    ///
    /// They are the share of the label, of its act, of nothing, of the act the other way round, and of all
    /// that was not done; the label's share of the largest one in the sentence; the likeliest label of either
    /// way; and whether the likeliest is this one.
    func values(_ source: Int?, _ target: Int?, _ label: RelationLabel) -> [Int32] {
        guard let source, let target, let told = shares[Pair(source: source, target: target)],
            let back = shares[Pair(source: target, target: source)]
        else { return [Int32](repeating: -1, count: Self.width) }
        func thousandths(_ share: Float) -> Int32 { Int32(share * 1000) }
        func both(_ shares: [Float]) -> Float {
            Polarity.allCases.reduce(0) {
                $0 + shares[RelationLabel(act: label.act, polarity: $1).place]
            }
        }
        func likeliest(_ shares: [Float]) -> Int32 { Int32(RelationClassifier.likeliest(shares)) }
        let notDone = zip(RelationLabel.all, told).reduce(Float(0)) {
            $1.0.polarity == .notDone ? $0 + $1.1 : $0
        }
        let place = label.place
        return [
            thousandths(told[place]), thousandths(both(told)), thousandths(told[0]),
            thousandths(both(back)), thousandths(notDone),
            thousandths(told[place] / max(largest[place], 0.001)), likeliest(told), likeliest(back),
            likeliest(told) == Int32(place) ? 1 : 0,
        ]
    }
}
