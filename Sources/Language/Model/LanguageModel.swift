/// What was learnt of one language, or of several that are close: immutable, and shared by all workers.
package struct LanguageModel: Sendable {
    /// ISO 639-1.
    package let language: String
    package let inventory: Inventory
    package let plan: NetworkPlan
    package let weights: [Float]
    let packed: PackedWeights
    package let words: VectorTable
    package let pieces: VectorTable
    /// Added to every word's vector: the habits of the treebank that the analysis is to follow.
    package let habit: [Float]
    /// How the language's dictionaries write an apostrophe within a word.
    package let apostrophe: String
    package let knownLemmas: KnownLemmas
    /// What the segmenter of the language has learnt, in its own form.
    package let segmenter: [UInt8]

    package init(
        language: String,
        inventory: Inventory,
        plan: NetworkPlan,
        weights: [Float],
        words: VectorTable,
        pieces: VectorTable,
        habit: [Float],
        apostrophe: String,
        knownLemmas: KnownLemmas,
        segmenter: [UInt8]
    ) {
        precondition(weights.count == plan.count && habit.count == plan.sizes.input)
        self.language = language
        self.inventory = inventory
        self.plan = plan
        self.weights = weights
        packed = PackedWeights(plan, weights)
        self.words = words
        self.pieces = pieces
        self.habit = habit
        self.apostrophe = apostrophe
        self.knownLemmas = knownLemmas
        self.segmenter = segmenter
    }

    /// The same model with another segmenter.
    package func with(segmenter: [UInt8]) -> LanguageModel {
        LanguageModel(
            language: language,
            inventory: inventory,
            plan: plan,
            weights: weights,
            words: words,
            pieces: pieces,
            habit: habit,
            apostrophe: apostrophe,
            knownLemmas: knownLemmas,
            segmenter: segmenter
        )
    }

    /// The vector of a form before it is mixed: its own, the mean of its pieces, the habit.
    func vector(of form: String, into vector: UnsafeMutablePointer<Float>) {
        let sizes = plan.sizes
        for column in 0..<sizes.input { vector[column] = habit[column] }
        let key = WordPieces.key(form)
        words.add(words.index.row(WordPieces.wordHash(key)), times: 1, to: vector)
        let rows = WordPieces.pieces(of: form, key: key).map(pieces.index.row).filter { $0 > 0 }
        let share = Self.share(of: rows.count)
        for row in rows { pieces.add(row, times: share, to: vector + sizes.word) }
    }

    /// By what the sum of so many pieces is multiplied: its length then hardly depends on their number.
    package static func share(of pieces: Int) -> Float {
        pieces == 0 ? 0 : 1 / Float(pieces).squareRoot()
    }
}
