/// Cuts text into sentences and words as Universal Dependencies count them.
///
/// Four steps, each over the whole paragraph: atoms (runs of letters, runs of digits, single marks),
/// tokens (a classifier says of each gap without a space whether it divides), sentences (another
/// one says it of gaps between tokens), words (multiword tokens are written out by a table). An
/// empty line always ends a sentence. What a language does is in the weights, which are learnt from
/// treebanks, and in the table; the code knows none.
///
/// Any bytes give a result: every byte but white space belongs to one token, tokens begin and end on
/// scalar borders, no sentence has more than `longestSentence` words. Linear in the bytes; memory
/// is that of the answer and of one paragraph. Immutable, and shared by all workers.
///
/// Rejected: hand-written rules for sentence ends (a headline has no stop, an abbreviation has), and
/// one classifier for letters one by one, which is slower and no better.
package struct Segmenter: Hashable, Sendable {
    /// The most words of a sentence.
    ///
    /// The parser's cost grows with the square, and the longest of the 45,600 sentences of the treebanks has 226.
    package static let longestSentence = 250

    /// In bytes: a longer token ends at the next gap.
    ///
    /// The longest of the treebanks, an address, has 568.
    static let longestToken = 1000

    let words: HashedClassifier
    let sentences: HashedClassifier
    let multiwords: MultiwordRules

    init(words: HashedClassifier, sentences: HashedClassifier, multiwords: MultiwordRules) {
        self.words = words
        self.sentences = sentences
        self.multiwords = multiwords
    }

    /// The sentences of `bytes`, which should be UTF-8, in order.
    package func segment(_ bytes: [UInt8]) -> [SegmentedSentence] {
        let scanner = AtomScanner()
        var scratch = Scratch()
        var result: [SegmentedSentence] = []
        var place = 0
        while place < bytes.count {
            // 1. Atoms of one paragraph.
            place = scanner.scan(bytes, from: place, into: &scratch.atoms)
            Addresses.bind(&scratch.atoms, bytes)
            // 2. Tokens.
            cutTokens(bytes, &scratch)
            // 3. Sentences.
            cutSentences(&scratch)
            // 4. Words.
            for sentence in scratch.sentences {
                result.append(written(scratch.tokens[sentence], bytes))
            }
        }
        return result
    }

    /// The working memory of one paragraph.
    private struct Scratch {
        var atoms: [Atom] = []
        var tokens: [BorderToken] = []
        /// Ranges of tokens.
        var sentences: [Range<Int>] = []
        var features = FeatureList()
    }

    private func cutTokens(_ bytes: [UInt8], _ scratch: inout Scratch) {
        scratch.tokens.removeAll(keepingCapacity: true)
        var place = 0
        while place < scratch.atoms.count {
            let chunk = WordBorders.Chunk(scratch.atoms, from: place)
            while place < chunk.range.upperBound {
                let start = place
                var token = WordBorders.Token(scratch.atoms[place])
                place += 1
                while place < chunk.range.upperBound,
                    joins(scratch.atoms, start, place, chunk, token, &scratch.features)
                {
                    token.append(scratch.atoms[place])
                    place += 1
                }
                let atoms = scratch.atoms[start..<place]
                let rule = multiwords.rule(atoms, bytes)
                let words = rule.map { multiwords.rules[$0].words.count } ?? 1
                scratch.tokens.append(
                    BorderToken(
                        atoms,
                        after: scratch.tokens.last,
                        hash: token.hash,
                        rule: rule,
                        words: words
                    )
                )
            }
        }
    }

    /// Whether the atom `place` belongs to the token that began with the atom `start`.
    @inline(__always)
    private func joins(
        _ atoms: [Atom],
        _ start: Int,
        _ place: Int,
        _ chunk: WordBorders.Chunk,
        _ token: WordBorders.Token,
        _ features: inout FeatureList
    ) -> Bool {
        if atoms[place].end - atoms[start].start > Self.longestToken { return false }
        switch atoms[place].bond {
        case .joins: return true
        case .divides: return false
        case .open:
            WordBorders.describe(atoms, place, chunk, token, &features)
            return words.score(features) > 0
        }
    }

    private func cutSentences(_ scratch: inout Scratch) {
        scratch.sentences.removeAll(keepingCapacity: true)
        var state = SentenceBorders.State()
        var words = 0
        /// The likeliest end in the second half of a sentence, should it grow too long.
        var (spare, spareScore) = (0, Int32.min)
        var place = 0
        while place < scratch.tokens.count {
            let token = scratch.tokens[place]
            var ends = false
            if place > state.start, SentenceBorders.isCandidate(scratch.tokens[place - 1], token) {
                SentenceBorders.describe(scratch.tokens, place, state, &scratch.features)
                let score = sentences.score(scratch.features)
                ends = score > 0
                if score >= spareScore, words > Self.longestSentence / 2 {
                    (spare, spareScore) = (place, score)
                }
            }
            if !ends, words + token.words > Self.longestSentence {
                // Begin again at the spare end: at most half of the words are read twice.
                if spare > state.start { place = spare }
                ends = true
            }
            if ends {
                scratch.sentences.append(state.start..<place)
                state.begin(at: place)
                (words, spare, spareScore) = (0, 0, .min)
            }
            state.read(scratch.tokens[place])
            words += scratch.tokens[place].words
            place += 1
        }
        if state.start < place { scratch.sentences.append(state.start..<place) }
    }

    /// The sentence that these tokens make, with its forms as strings.
    private func written(_ tokens: ArraySlice<BorderToken>, _ bytes: [UInt8]) -> SegmentedSentence {
        var forms: [String] = []
        var ranges: [Range<Int>] = []
        var groups: [SegmentedSentence.MultiwordToken] = []
        forms.reserveCapacity(tokens.count + 4)
        ranges.reserveCapacity(tokens.count + 4)
        for token in tokens {
            let range = token.start..<token.end
            let form = String(decoding: bytes[range], as: UTF8.self)
            guard let rule = token.rule else {
                forms.append(form)
                ranges.append(range)
                continue
            }
            let words = multiwords.rules[rule].words(of: form)
            groups.append(.init(words: forms.count..<forms.count + words.count, form: form))
            forms += words
            ranges += words.map { _ in range }
        }
        let end = ranges.last?.upperBound ?? 0
        return SegmentedSentence(
            range: (ranges.first?.lowerBound ?? 0)..<end,
            forms: forms,
            tokens: ranges,
            multiwords: groups
        )
    }
}
