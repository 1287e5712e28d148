package import Diplomacy
import Language
package import Reading

/// A possible reading with how likely the ranker holds it: for whoever asks why a sentence was not read.
package struct WeighedReading: Sendable {
    package let source: ActorCode
    package let target: ActorCode?
    package let act: Act
    package let polarity: Polarity
    /// The words of the act and of its sentence.
    package let word, sentence: String
    /// Between 0 and 1; of a reading that was given up, roughly.
    package let probability: Double
    /// Whether the rules read it so.
    package let isDrafted: Bool
}

extension NewsCoder {
    /// Every reading that a document allows, sentence by sentence, the likeliest first.
    ///
    /// Throws as `code(_:)` does; empty where no ranker was learnt.
    package func weighedReadings(in document: SourceDocument) throws -> [WeighedReading] {
        guard let ranker else { return [] }
        let (article, reader, passages) = try read(document)
        return reader.finders(passages, relations).flatMap { finder in
            let candidates = finder.candidates { ranker.encoded($0, $1) }
            let rated = zip(candidates, ranker.probabilities(candidates))
            return rated.sorted { $0.1 > $1.1 }.compactMap {
                candidate,
                probability -> WeighedReading? in
                guard let source = candidate.source.actor else { return nil }
                let read = finder.read
                return WeighedReading(
                    source: source,
                    target: candidate.target.actor,
                    act: candidate.act,
                    polarity: candidate.polarity,
                    word: article.words(at: read.bytes(read.cues[candidate.cue].match.tokens)),
                    sentence: article.words(at: read.sentence.range),
                    probability: probability,
                    isDrafted: candidate.isDrafted
                )
            }
        }
    }
}
