package import Diplomacy
import Language
package import Reading

/// A possible reading with what the ranker looks at: what it is taught with.
package struct Proposal: Sendable {
    package let source: ActorCode
    package let target: ActorCode?
    package let act: Act
    package let polarity: Polarity
    /// The bytes of the act's word and of its sentence in the article's text.
    package let word: ByteRange
    package let sentence: ByteRange
    /// The bytes of the parties' mentions; nil where a party does not stand in the sentence.
    package let sourceWords: ByteRange?
    package let targetWords: ByteRange?
    /// The number of the act's word in the article: its readings are rivals.
    package let cue: Int
    /// One value for each column; a category is its number, at most 24 bits.
    package let values: [Float]

    /// Of each column: whether its values are categories.
    package static var categories: [Bool] { TraitTable.all.map(\.isCategory) }
    /// The first so many columns are of the act's word alone.
    package static var wordColumns: Int { TraitTable.cue.count }
}

extension NewsCoder {
    /// Every reading that a document allows, in the order of its text.
    ///
    /// Throws as `code(_:)` does.
    package func proposals(in document: SourceDocument) throws -> (Article, [Proposal]) {
        let (article, reader, passages) = try read(document)
        var cues = 0
        let proposals = reader.finders(passages, relations).flatMap { finder in
            let first = cues
            cues += finder.read.cues.count
            return finder.candidates { Float($1) }.compactMap { candidate -> Proposal? in
                guard let source = candidate.source.actor else { return nil }
                let read = finder.read
                return Proposal(
                    source: source,
                    target: candidate.target.actor,
                    act: candidate.act,
                    polarity: candidate.polarity,
                    word: read.bytes(read.cues[candidate.cue].match.tokens),
                    sentence: read.sentence.range,
                    sourceWords: candidate.source.place.map {
                        read.bytes(finder.mentions[$0].tokens)
                    },
                    targetWords: candidate.target.place.map {
                        read.bytes(finder.mentions[$0].tokens)
                    },
                    cue: first + candidate.cue,
                    values: candidate.traits
                )
            }
        }
        return (article, proposals)
    }
}
