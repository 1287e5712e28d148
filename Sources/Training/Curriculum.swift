/// What is learnt together, and the models that come of it.
///
/// Languages that are close are learnt in one network and differ at the end only by whose habits they take.
package struct Curriculum: Sendable {
    /// One model that is written at the end.
    package struct Pupil: Sendable {
        /// ISO 639-1.
        package let language: String
        /// The treebank whose habits it shows; nil for none in particular.
        let habit: String?
        /// How the language's dictionaries write an apostrophe within a word.
        var apostrophe = "'"
        /// The spelling dictionary that has a say in its lemmas.
        var dictionary: String?
    }

    /// How large the network is; see `NetworkSizes`.
    struct Sizes: Sendable {
        var word = 128
        var piece = 128
        var width = 128
        var layers = 3
        var arc = 128
        var label = 48
        var lemma = 64
    }

    package let pupils: [Pupil]
    package let sources: [TreebankSource]
    /// What the figures after each epoch are of; never learnt.
    package let tuning: [TreebankSource]
    /// Words without sentences, for languages whose treebanks know few.
    var drills: [Drill] = []
    /// Sentences without trees, of which the pupils learn what teachers say.
    var unread: [UnreadText] = []
    /// How many networks teach what is unread: an odd number, so that most is well defined.
    package var teachers = 0
    var sizes = Sizes()
    /// How much of each layer is left out in training: more where there is less to learn from.
    var dropout: Float = 0.3
    /// Small enough for several thousand steps, large enough to fill the matrix products.
    var batchWords = 600
    package let epochs: Int

    /// The text on which the speed of a language's model is measured: a whole file, the same as `Scripts/peer` takes.
    package func measured(of language: String) -> TreebankSource? {
        let last = tuning.last { !$0.isOwn && $0.isOf(language) }
        return last.map { TreebankSource(treebank: $0.treebank, file: $0.file) }
    }

    /// The curriculum that makes the model of a language, or nil.
    package static func of(_ language: String) -> Curriculum? {
        all.first { $0.pupils.contains { $0.language == language } }
    }
}
