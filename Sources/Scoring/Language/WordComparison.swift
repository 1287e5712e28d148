import Language

/// What is compared of a word.
struct ScoredWord {
    let place: WordPlace
    let tag: UPOS
    /// The universal ones, sorted.
    let features: String
    /// Empty where nobody knows it.
    let lemma: String
    /// Without its subtype.
    let relation: Substring
    /// The place of the governor among all words; nil at the root.
    let head: Int?
    /// The places of the function words that hang on it, in the order of the text.
    fileprivate(set) var functionWords: [Int] = []

    fileprivate var isContent: Bool { Self.contentRelations.contains(relation) }

    static func words(of sentences: [ParsedSentence]) -> [ScoredWord] {
        let places = WordPlace.places(of: sentences.map(\.words))
        var words: [ScoredWord] = []
        words.reserveCapacity(places.count)
        for sentence in sentences {
            let start = words.count
            for word in sentence.forms.indices {
                words.append(
                    ScoredWord(
                        place: places[start + word],
                        tag: sentence.tags[word],
                        features: universal(sentence.features[word]),
                        lemma: sentence.lemmas[word],
                        relation: sentence.relations[word].prefix { $0 != ":" },
                        head: sentence.heads[word] == 0 ? nil : start + sentence.heads[word] - 1
                    )
                )
            }
            for word in start..<words.count where functionRelations.contains(words[word].relation) {
                if let head = words[word].head { words[head].functionWords.append(word) }
            }
        }
        return words
    }

    private static func universal(_ features: String) -> String {
        features.split(separator: "|")
            .filter { universalFeatures.contains($0.prefix { $0 != "=" }) }
            .sorted().joined(separator: "|")
    }

    private static let universalFeatures: Set<Substring> = [
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number",
        "Case", "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident",
        "Polarity", "Person", "Polite",
    ]

    private static let contentRelations: Set<Substring> = [
        "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated",
        "advcl", "advmod", "discourse", "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed",
        "flat", "compound", "list", "parataxis", "orphan", "goeswith", "reparandum", "root", "dep",
    ]

    private static let functionRelations: Set<Substring> = [
        "aux", "cop", "mark", "det", "clf", "case", "cc",
    ]
}

/// Counts on which aligned words two readings agree.
struct WordComparison {
    private let gold: [ScoredWord]
    private let found: [ScoredWord]
    private let alignment: WordAlignment
    /// Of each word found: the gold word that it is, if any.
    private let partners: [Int?]

    init(gold: [ScoredWord], found: [ScoredWord], alignment: WordAlignment) {
        self.gold = gold
        self.found = found
        self.alignment = alignment
        var partners = [Int?](repeating: nil, count: found.count)
        for pair in alignment.pairs { partners[pair.found] = pair.gold }
        self.partners = partners
    }

    /// The figure of a metric about words.
    func count(_ metric: ConllScore.Metric) -> ConllScore.Count {
        switch metric {
        case .tokens, .sentences, .words: preconditionFailure("\(metric) is not about single words")
        case .parts: count { $0.tag == $1.tag }
        case .features: count { $0.features == $1.features }
        case .lemmas: count(lemmasAgree)
        case .attachment: count(headsAgree)
        case .labelledAttachment: count(arcsAgree)
        case .contentAttachment: countContent(arcsAgree)
        case .morphologyAttachment:
            countContent { arcsAgree($0, $1) && formsAgree($0, $1) && functionWordsAgree($0, $1) }
        case .lemmaAttachment: countContent { arcsAgree($0, $1) && lemmasAgree($0, $1) }
        }
    }

    private func count(_ agrees: (ScoredWord, ScoredWord) -> Bool) -> ConllScore.Count {
        ConllScore.Count(
            gold: gold.count,
            found: found.count,
            correct: alignment.pairs.count { agrees(gold[$0.gold], found[$0.found]) }
        )
    }

    private func countContent(_ agrees: (ScoredWord, ScoredWord) -> Bool) -> ConllScore.Count {
        ConllScore.Count(
            gold: gold.count(where: \.isContent),
            found: found.count(where: \.isContent),
            correct: alignment.pairs.count {
                gold[$0.gold].isContent && agrees(gold[$0.gold], found[$0.found])
            }
        )
    }

    /// A lemma that the gold does not give is right whatever it is.
    private func lemmasAgree(_ gold: ScoredWord, _ found: ScoredWord) -> Bool {
        gold.lemma.isEmpty || gold.lemma == found.lemma
    }

    private func headsAgree(_ gold: ScoredWord, _ found: ScoredWord) -> Bool {
        guard let head = found.head else { return gold.head == nil }
        guard let partner = partners[head] else { return false }
        return partner == gold.head
    }

    private func arcsAgree(_ gold: ScoredWord, _ found: ScoredWord) -> Bool {
        gold.relation == found.relation && headsAgree(gold, found)
    }

    private func formsAgree(_ gold: ScoredWord, _ found: ScoredWord) -> Bool {
        gold.tag == found.tag && gold.features == found.features
    }

    private func functionWordsAgree(_ gold: ScoredWord, _ found: ScoredWord) -> Bool {
        guard gold.functionWords.count == found.functionWords.count else { return false }
        return zip(gold.functionWords, found.functionWords).allSatisfy { left, right in
            let (one, other) = (self.gold[left], self.found[right])
            return partners[right] == left && one.relation == other.relation
                && formsAgree(one, other)
        }
    }
}
