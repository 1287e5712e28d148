/// Learns where tokens and sentences end from treebanks.
package struct SegmenterTrainer {
    /// How often all decisions are gone through; the score on the dev files no longer rises after.
    private static let rounds = 12

    /// The step of AdaGrad; found on the dev files among 0.1, 0.2 and 0.5.
    private static let step: Float = 0.1

    private let conventions: WordConventions
    private let multiwords: MultiwordRules
    private var words = Decisions()
    private var sentences = Decisions()

    package init(multiwords: MultiwordRules, conventions: WordConventions) {
        self.multiwords = multiwords
        self.conventions = conventions
    }

    /// Adds the decisions that cutting the treebank's text as its annotators did consists of.
    ///
    /// `times`: how often they count. A small treebank of the kind of text that is meant outweighs a
    /// large one of another kind if it is added more often.
    package mutating func add(_ treebank: Treebank, times: Int = 1) {
        precondition(times > 0, "a treebank counts once at least")
        let tokenStarts = Set(treebank.sentences.flatMap { $0.tokens.map(\.lowerBound) })
        let sentenceStarts = Set(treebank.sentences.map(\.range.lowerBound))
        add(treebank.text, tokenStarts, sentenceStarts, times)
        // Treebanks hardly know ends of line; texts do. All else is the same in every layout, and is not learnt again.
        for layout in [TextLayouts.lines(treebank), TextLayouts.wrapped(treebank)] {
            add(layout, tokenStarts, sentenceStarts, 1, onlyLines: true)
        }
    }

    /// Adds the decisions of one layout, or only those whether its ends of line end a sentence.
    private mutating func add(
        _ text: [UInt8],
        _ tokenStarts: Set<Int>,
        _ sentenceStarts: Set<Int>,
        _ times: Int,
        onlyLines: Bool = false
    ) {
        let scanner = AtomScanner()
        var atoms: [Atom] = []
        var place = 0
        while place < text.count {
            place = scanner.scan(text, from: place, into: &atoms)
            Addresses.bind(&atoms, text)
            let tokens = addWords(atoms, tokenStarts, onlyLines ? 0 : times)
            addSentences(tokens, sentenceStarts, times, onlyLines: onlyLines)
        }
    }

    /// A segmenter that decides as the annotators did.
    ///
    /// The same treebanks and seed give the same segmenter. Takes seconds for 200,000 words.
    package func train(seed: UInt64 = 1) -> Segmenter {
        Segmenter(
            words: words.learn(rounds: Self.rounds, step: Self.step, seed: seed),
            sentences: sentences.learn(rounds: Self.rounds, step: Self.step, seed: seed),
            multiwords: multiwords
        )
    }

    /// The tokens; that they are cut so counts `times` times.
    private mutating func addWords(
        _ atoms: [Atom],
        _ starts: Set<Int>,
        _ times: Int
    ) -> [BorderToken] {
        var features = FeatureList()
        var tokens: [BorderToken] = []
        var place = 0
        while place < atoms.count {
            let chunk = WordBorders.Chunk(atoms, from: place)
            while place < chunk.range.upperBound {
                let start = place
                var token = WordBorders.Token(atoms[place])
                place += 1
                while place < chunk.range.upperBound {
                    let joins =
                        conventions.joins(atoms, place, chunk.range)
                        ?? !starts.contains(atoms[place].start)
                    if times > 0, atoms[place].bond == .open {
                        WordBorders.describe(atoms, place, chunk, token, &features)
                        words.add(features, joins, times: times)
                    }
                    guard joins else { break }
                    token.append(atoms[place])
                    place += 1
                }
                let last = tokens.last
                tokens.append(BorderToken(atoms[start..<place], after: last, hash: token.hash))
            }
        }
        return tokens
    }

    private mutating func addSentences(
        _ tokens: [BorderToken],
        _ starts: Set<Int>,
        _ times: Int,
        onlyLines: Bool
    ) {
        var features = FeatureList()
        var state = SentenceBorders.State()
        for place in tokens.indices {
            if place > 0 {
                let ends = starts.contains(tokens[place].start)
                let isMeant = !onlyLines || tokens[place].space == .line
                if isMeant, SentenceBorders.isCandidate(tokens[place - 1], tokens[place]) {
                    SentenceBorders.describe(tokens, place, state, &features)
                    sentences.add(features, ends, times: times)
                }
                if ends { state.begin(at: place) }
            }
            state.read(tokens[place])
        }
    }
}
