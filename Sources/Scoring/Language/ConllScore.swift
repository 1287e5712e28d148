package import Language

/// How well sentences, words and trees were found: the metric of the CoNLL 2018 shared task.
///
/// From the definition at universaldependencies.org/conll18/evaluation.html. Tokens and sentences
/// are found where they begin and end at the same bytes. Words are aligned by their tokens, those
/// of multiword tokens by the longest common subsequence of their forms; every other figure is the
/// F1 of aligned words that agree. Relations are compared without subtypes, features on the
/// universal ones alone.
package struct ConllScore: Sendable {
    package enum Metric: String, CaseIterable, Sendable {
        case tokens = "Tokens"
        case sentences = "Sentences"
        case words = "Words"
        case parts = "UPOS"
        case features = "UFeats"
        case lemmas = "Lemmas"
        /// The right governor, whatever the relation.
        case attachment = "UAS"
        /// The right governor by the right relation.
        case labelledAttachment = "LAS"
        /// The last on content words alone.
        case contentAttachment = "CLAS"
        /// The last with part of speech, features, and the function words that hang on the word.
        case morphologyAttachment = "MLAS"
        /// `contentAttachment` with the lemma.
        case lemmaAttachment = "BLEX"
    }

    /// What was to be found, what was, and how much of it is right.
    package struct Count: Hashable, Sendable {
        package let gold: Int
        package let found: Int
        package let correct: Int

        package init(gold: Int, found: Int, correct: Int) {
            self.gold = gold
            self.found = found
            self.correct = correct
        }

        /// Each nil where there is nothing to divide by.
        package var precision: Double? { found > 0 ? Double(correct) / Double(found) : nil }
        package var recall: Double? { gold > 0 ? Double(correct) / Double(gold) : nil }
        package var f1: Double? {
            gold + found > 0 ? 2 * Double(correct) / Double(gold + found) : nil
        }
    }

    package let counts: [Metric: Count]

    /// Compares trees over the same text: all ranges are ranges of it.
    ///
    /// Linear, but for multiword tokens that the two cut differently.
    package init(gold: [ParsedSentence], found: [ParsedSentence]) {
        var counts = Self.borders(gold.map(\.words), found.map(\.words))
        let (gold, found) = (ScoredWord.words(of: gold), ScoredWord.words(of: found))
        let alignment = WordAlignment(gold.map(\.place), found.map(\.place))
        counts[.words] = Count(
            gold: gold.count,
            found: found.count,
            correct: alignment.pairs.count
        )
        let comparison = WordComparison(gold: gold, found: found, alignment: alignment)
        for metric in Metric.allCases where counts[metric] == nil {
            counts[metric] = comparison.count(metric)
        }
        self.counts = counts
    }

    /// Compares how the same text was cut: `tokens`, `sentences` and `words` alone.
    package init(gold: [SegmentedSentence], found: [SegmentedSentence]) {
        var counts = Self.borders(gold, found)
        let (gold, found) = (WordPlace.places(of: gold), WordPlace.places(of: found))
        counts[.words] = Count(
            gold: gold.count,
            found: found.count,
            correct: WordAlignment(gold, found).pairs.count
        )
        self.counts = counts
    }

    private static func borders(
        _ gold: [SegmentedSentence],
        _ found: [SegmentedSentence]
    ) -> [Metric: Count] {
        [
            .tokens: count(gold.flatMap(tokens), found.flatMap(tokens)),
            .sentences: count(gold.map(\.range), found.map(\.range)),
        ]
    }

    private static func count(_ gold: [Range<Int>], _ found: [Range<Int>]) -> Count {
        Count(
            gold: gold.count,
            found: found.count,
            correct: Set(gold).intersection(found).count
        )
    }

    /// Each token once, also where it is several words.
    private static func tokens(_ sentence: SegmentedSentence) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        for token in sentence.tokens where token != tokens.last { tokens.append(token) }
        return tokens
    }
}
