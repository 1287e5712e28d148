package import Coding
import Diplomacy
package import Training

/// Turns coded passages into lessons: every reading that the coder can propose, right or wrong.
package enum RankerLessons {
    /// A right reading of a word that stands elsewhere than the coded quote may be luck.
    private static let elsewhere: Float = 0.3
    /// Coders may leave an optional statement out, so it says little.
    private static let optional: Float = 0.3

    /// The lessons of `passages`; those that cannot be read are passed over.
    package static func lessons(
        _ passages: [Corpus.Passage],
        _ coder: NewsCoder
    ) -> [RankerLesson] {
        passages.enumerated().flatMap { place, passage -> [RankerLesson] in
            guard let (article, proposals) = try? coder.proposals(in: passage.document) else {
                return []
            }
            let gold = passage.gold.map { ($0, $0.accepted, article.text.utf8Range(of: $0.quote)) }
            return proposals.map { proposal in
                let key = StatementKey(
                    proposal.source,
                    proposal.target,
                    proposal.act,
                    proposal.polarity
                )
                let matching = gold.filter { $0.1.contains(key) }
                var weight: Float = 1
                if !matching.isEmpty {
                    let isHere = matching.contains { $0.2?.overlaps(proposal.word) ?? false }
                    if !isHere { weight *= elsewhere }
                    if matching.allSatisfy(\.0.isOptional) { weight *= optional }
                }
                return RankerLesson(
                    values: proposal.values,
                    isRight: !matching.isEmpty,
                    weight: weight,
                    passage: place,
                    cue: proposal.cue
                )
            }
        }
    }
}

extension String {
    /// The bytes of the first place where `part` stands, or nil.
    func utf8Range(of part: String) -> Range<Int>? {
        guard let range = firstRange(of: part) else { return nil }
        let start = utf8.distance(from: startIndex, to: range.lowerBound)
        return start..<(start + part.utf8.count)
    }
}
