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
        // Treebanks hardly know ends of line; texts do. Words are the same in all layouts.
        let layouts = [
            (treebank.text, words: times), (TextLayouts.lines(treebank), words: 0),
            (TextLayouts.wrapped(treebank), words: 0),
        ]
        for (text, wordTimes) in layouts {
            let scanner = AtomScanner()
            var atoms: [Atom] = []
            var place = 0
            while place < text.count {
                place = scanner.scan(text, from: place, into: &atoms)
                Addresses.bind(&atoms, text)
                let tokens = addWords(atoms, tokenStarts, wordTimes)
                addSentences(tokens, sentenceStarts, max(wordTimes, 1))
            }
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
        _ times: Int
    ) {
        var features = FeatureList()
        var state = SentenceBorders.State()
        for place in tokens.indices {
            if place > 0 {
                let ends = starts.contains(tokens[place].start)
                if SentenceBorders.isCandidate(tokens[place - 1], tokens[place]) {
                    SentenceBorders.describe(tokens, place, state, &features)
                    sentences.add(features, ends, times: times)
                }
                if ends { state.begin(at: place) }
            }
            state.read(tokens[place])
        }
    }
}
