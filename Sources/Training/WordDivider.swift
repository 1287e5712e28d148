package import Language

/// Divides in trees the words that the language's conventions divide in text.
///
/// ParlaMint-UA has *матеріально-технічний* and *42,7* as one word each, the other Ukrainian treebanks
/// as three; the segmenter cuts three, so the network should have seen three. The new words hang
/// where UD Ukrainian-IU hangs them.
package struct WordDivider: Sendable {
    private let conventions: WordConventions

    package init(_ conventions: WordConventions) {
        self.conventions = conventions
    }

    /// The sentence with its compounds and fractions divided; the same one where it has none.
    package func divided(_ sentence: ParsedSentence) -> ParsedSentence {
        let pieces = sentence.forms.indices.map { word in
            let pieces = conventions.pieces(of: sentence.forms[word])
            // Words and marks take turns.
            return isDivisible(sentence, word) && pieces.count % 2 == 1 ? pieces : []
        }
        guard pieces.contains(where: { $0.count > 2 }) else { return sentence }
        var draft = Draft(sentence)
        for word in sentence.forms.indices {
            if pieces[word].count > 2 {
                draft.add(word, pieces[word])
            } else {
                draft.add(word)
            }
        }
        return draft.sentence
    }

    /// Marks have no pieces, and a word inside a multiword token no place of its own.
    private func isDivisible(_ sentence: ParsedSentence, _ word: Int) -> Bool {
        let isInside = sentence.words.multiwords.contains { $0.words.contains(word) }
        return !isInside && [.adj, .adv, .noun, .propn, .num].contains(sentence.tags[word])
    }
}

/// The sentence that is being built; heads are old words until the end.
private struct Draft {
    private let source: ParsedSentence
    private var forms: [String] = []
    private var tokens: [Range<Int>] = []
    private var lemmas: [String] = []
    private var tags: [UPOS] = []
    private var features: [String] = []
    private var relations: [String] = []
    private var heads: [Head] = []
    private var multiwords: [SegmentedSentence.MultiwordToken] = []
    /// Of each old word: which of the new ones stands for it.
    private var standsFor: [Int] = []

    private enum Head {
        /// By the number of an old word, 0 at the root.
        case old(Int)
        /// By the place of a new one.
        case new(Int)
    }

    init(_ source: ParsedSentence) {
        self.source = source
    }

    /// A word as it is.
    mutating func add(_ word: Int) {
        if let multiword = source.words.multiwords.first(where: { $0.words.lowerBound == word }) {
            let words = forms.count..<forms.count + multiword.words.count
            multiwords.append(.init(words: words, form: multiword.form))
        }
        standsFor.append(forms.count)
        append(source.forms[word], source.tokens[word], as: word, source.lemmas[word])
    }

    /// A word in pieces: words, and marks between them.
    mutating func add(_ word: Int, _ pieces: [String]) {
        let start = forms.count
        let last = start + pieces.count - 1
        let isCompound = source.tags[word] == .adj || source.tags[word] == .adv
        // Of *матеріально-технічний* the last part is the word, of all else the first.
        let main = isCompound ? last : start
        standsFor.append(main)
        var place = source.tokens[word].lowerBound
        let lemmas = self.lemmas(word, pieces)
        for (index, piece) in pieces.enumerated() {
            let token = place..<place + piece.utf8.count
            place = token.upperBound
            append(piece, token, as: word, lemmas[index])
            let this = start + index
            if this == main { continue }
            if index % 2 == 1 {
                tags[this] = .punct
                features[this] = ""
                relations[this] = "punct"
                heads[this] = .new(isCompound ? this - 1 : this + 1)
            } else {
                if isCompound { features[this] = "Hyph=Yes" }
                relations[this] = isCompound ? "compound" : relation(source.tags[word])
                heads[this] = .new(isCompound ? last : start)
            }
        }
    }

    private func relation(_ tag: UPOS) -> String {
        switch tag {
        case .num: "compound"
        case .propn: "flat:name"
        default: "appos"
        }
    }

    /// Each piece's part of the lemma, where the lemma has as many parts; else none is known.
    private func lemmas(_ word: Int, _ pieces: [String]) -> [String] {
        var lemmas = pieces.map { _ in "" }
        let mark = pieces[1]
        let parts = source.lemmas[word].split(separator: mark, omittingEmptySubsequences: false)
        for index in pieces.indices {
            if index % 2 == 1 {
                lemmas[index] = pieces[index]
            } else if parts.count * 2 - 1 == pieces.count {
                lemmas[index] = String(parts[index / 2])
            }
        }
        // The linking form of an adjective, *матеріально-*, is none of its lemma.
        if source.tags[word] == .adj { lemmas[0] = "" }
        return lemmas
    }

    private mutating func append(
        _ form: String,
        _ token: Range<Int>,
        as word: Int,
        _ lemma: String
    ) {
        forms.append(form)
        tokens.append(token)
        lemmas.append(lemma)
        tags.append(source.tags[word])
        features.append(source.features[word])
        relations.append(source.relations[word])
        heads.append(.old(source.heads[word]))
    }

    var sentence: ParsedSentence {
        ParsedSentence(
            words: SegmentedSentence(
                range: source.range,
                forms: forms,
                tokens: tokens,
                multiwords: multiwords
            ),
            lemmas: lemmas,
            tags: tags,
            features: features,
            heads: heads.map { head in
                switch head {
                case .old(let number): number == 0 ? 0 : standsFor[number - 1] + 1
                case .new(let place): place + 1
                }
            },
            relations: relations
        )
    }
}
