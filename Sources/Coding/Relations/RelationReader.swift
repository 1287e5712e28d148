import Diplomacy
import Language

extension NewsCoder {
    /// Two phrases of a sentence, each given by its words, for the classifier.
    ///
    /// Where the words do not stand there as they are given, the longest run of them that does is taken;
    /// nil where not even one word does, or where nobody reads the language.
    package func relationPair(
        _ sentence: String,
        source: String,
        target: String,
        language: String
    ) throws -> RelationPair? {
        guard let reader = readers[language] else { return nil }
        let read = try reader.whole(sentence)
        let text = sentence.lowercased()
        guard
            let pair = PhrasePair(
                read,
                PhrasePlaces(of: source.lowercased(), in: text),
                PhrasePlaces(of: target.lowercased(), in: text)
            )
        else { return nil }
        return RelationTraits(read, ClauseDivider.clauses(of: read))
            .pair(source: pair.source, target: pair.target)
    }
}

extension LanguageReader {
    /// A text as one sentence, whatever stops it holds.
    fileprivate func whole(_ text: String) throws -> ReadSentence {
        let bytes = Array(text.utf8)
        let sentence = Sentence(
            range: 0..<bytes.count,
            tokens: Tokenizer.tokens(bytes, 0..<bytes.count),
            opensBlock: true
        )
        return ReadSentence(
            sentence,
            lexicon,
            trees: try parsers?.trees(of: bytes) ?? DocumentTrees()
        )
    }
}

/// Where a phrase stands in a text: UTF-8 bytes, in their order.
package struct PhrasePlaces {
    package let ranges: [Range<Int>]

    /// The whole phrase, or the longest run of its words that stands in the text.
    package init(of phrase: String, in text: String) {
        let words = phrase.split(separator: " ")
        for length in stride(from: words.count, to: 0, by: -1) {
            for start in 0...(words.count - length) {
                let run = words[start..<(start + length)].joined(separator: " ")
                let found = text.ranges(of: run).map { range in
                    text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                }
                if !found.isEmpty {
                    ranges = found.map { $0..<($0 + run.utf8.count) }
                    return
                }
            }
        }
        ranges = []
    }
}

/// The tokens of two phrases.
struct PhrasePair {
    let source: Range<Int>
    let target: Range<Int>

    /// The first places where the two stand beside each other, not in each other, where there are any.
    init?(_ read: ReadSentence, _ source: PhrasePlaces, _ target: PhrasePlaces) {
        let sources = source.ranges.compactMap { Self.tokens($0, read) }
        let targets = target.ranges.compactMap { Self.tokens($0, read) }
        let pairs = sources.lazy.flatMap { source in targets.lazy.map { (source, $0) } }
        guard let pair = pairs.first(where: { !$0.overlaps($1) }) ?? pairs.first else { return nil }
        self.source = pair.0
        self.target = pair.1
    }

    private static func tokens(_ bytes: Range<Int>, _ read: ReadSentence) -> Range<Int>? {
        let places = read.tokens.indices.filter { read.tokens[$0].range.overlaps(bytes) }
        return places.first.flatMap { first in places.last.map { first..<($0 + 1) } }
    }
}

extension NewsCoder {
    /// The probability of each label of `RelationLabel.all` for two phrases of a sentence, each given by its
    /// words; without a classifier, or where a phrase is not there, nil.
    package func relationShares(
        _ sentence: String,
        source: String,
        target: String,
        language: String
    ) throws -> [Float]? {
        try relationPair(sentence, source: source, target: target, language: language)
            .flatMap { pair in relations?.probabilities([pair]).first }
    }
}
