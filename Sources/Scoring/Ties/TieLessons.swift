package import Coding
import Diplomacy
import Foundation
import Reading
package import Training

/// What the classifier of ties is taught with: our sentences on ties, those on acts as sentences without a
/// tie, and every two parties of the corpus' passages.
package enum TieLessons {
    /// From the sentences of `Evaluation/relations`: what one party does to another is no tie.
    package static func untied(
        _ pairs: [RelationSet.Pair],
        _ coder: NewsCoder
    ) throws -> [RelationLesson] {
        try pairs.compactMap { pair in
            try coder.tieTraits(
                pair.row.sentence,
                holder: pair.row.source,
                other: pair.row.target,
                language: pair.language
            ).map { RelationLesson(traits: $0, label: TieClassifier.label(nil)) }
        }
    }

    /// From passages whose ties people coded; what cannot be read teaches nothing.
    package static func lessons(
        _ passages: [Corpus.Passage],
        _ coder: NewsCoder
    ) -> [RelationLesson] {
        passages.flatMap { passage -> [RelationLesson] in
            guard let ties = passage.ties,
                let (article, proposals) = try? coder.tieProposals(in: passage.document)
            else { return [] }
            return proposals.map { proposal in
                RelationLesson(
                    traits: proposal.traits,
                    label: TieClassifier.label(kind(of: proposal, ties, article))
                )
            }
        }
    }

    /// The tie that was coded of this pair in this sentence, where its quote tells the sentence.
    private static func kind(
        of proposal: TieProposal,
        _ ties: [Corpus.GoldTie],
        _ article: Article
    ) -> Tie.Kind? {
        Tie.Kind.allCases.first { kind in
            let key = TieKey(
                kind: kind.rawValue,
                holder: proposal.holder.rawValue,
                other: proposal.other.rawValue
            )
            return ties.contains { tie in
                tie.key == key && tie.isTold(in: proposal.sentence, of: article)
            }
        }
    }
}

extension Corpus.GoldTie {
    /// Whether its quote lies in these bytes of the article; so it is where the quote is not found.
    fileprivate func isTold(in sentence: ByteRange, of article: Article) -> Bool {
        guard let quote, let found = article.text.range(of: quote) else { return true }
        let bytes = article.text.utf8
        let start = bytes.distance(from: bytes.startIndex, to: found.lowerBound)
        return sentence.overlaps(start..<(start + quote.utf8.count))
    }
}
