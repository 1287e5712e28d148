package import Coding
import Diplomacy
import Reading
package import Training

/// Turns sentences whose pairs of actors are labelled into lessons for the ranker: a reading of two parties that a line names is
/// right where the line tells its act.
///
/// The ranker asks the classifier of relations, which learnt from these very sentences and would seem surer of them than of any
/// others. So each half of them is read by a coder whose classifier was taught on the other half.
package enum PairLessons {
    /// A sentence is read in so many parts.
    private static let parts = 2
    /// One sentence alone says less of articles than a passage does.
    ///
    /// Of 0.1, 0.3 and 0.6 the first two were alike and the last
    /// worse, on the examples and the articles kept apart.
    private static let weight: Float = 0.2

    /// The lessons of all pairs that are not kept apart; their passages are numbered from `first` on.
    ///
    /// Teaches two classifiers on the way: twice what `Workshop train relations` takes.
    package static func lessons(
        _ set: RelationSet,
        _ coder: NewsCoder,
        from first: Int
    ) throws -> [RankerLesson] {
        let sentences = sentences(set)
        return try (0..<parts).flatMap { part -> [RankerLesson] in
            let others = sentences.enumerated().filter { $0.offset % parts != part }
            let heard = try RelationSet.lessons(others.flatMap(\.element), coder)
            let coder = coder.hearing(RelationTrainer.classifier(heard))
            return sentences.enumerated().filter { $0.offset % parts == part }.flatMap {
                lessons($0.element, coder, passage: first + $0.offset)
            }
        }
    }

    /// The pairs of each sentence that is not kept apart, in the order of the tables.
    private static func sentences(_ set: RelationSet) -> [[RelationSet.Pair]] {
        set.pairs.filter { !$0.isHeldOut }.reduce(into: []) { sentences, pair in
            if sentences.last?.first?.row.sentence == pair.row.sentence {
                sentences[sentences.count - 1].append(pair)
            } else {
                sentences.append([pair])
            }
        }
    }

    /// The readings of one sentence whose two parties stand in one of its lines.
    private static func lessons(
        _ pairs: [RelationSet.Pair],
        _ coder: NewsCoder,
        passage: Int
    ) -> [RankerLesson] {
        guard let first = pairs.first,
            let (article, proposals) = try? coder.proposals(
                in: .bare(first.row.sentence, in: first.language)
            )
        else { return [] }
        let text = article.text.lowercased()
        let lines = pairs.map { pair in
            Line(
                source: PhrasePlaces(of: pair.row.source.lowercased(), in: text).ranges,
                target: PhrasePlaces(of: pair.row.target.lowercased(), in: text).ranges,
                label: pair.label
            )
        }
        return proposals.compactMap { proposal in
            guard let source = proposal.sourceWords, let target = proposal.targetWords else {
                return nil
            }
            let named = lines.filter { $0.names(source, target) }
            guard !named.isEmpty else { return nil }
            let label = RelationLabel(act: proposal.act, polarity: proposal.polarity)
            let turned =
                proposal.act.isMutual ? lines.filter { $0.names(target, source) } : []
            return RankerLesson(
                values: proposal.values,
                isRight: (named + turned).contains { $0.label == label },
                weight: weight,
                passage: passage,
                cue: proposal.cue
            )
        }
    }

    private struct Line {
        let source: [Range<Int>]
        let target: [Range<Int>]
        let label: RelationLabel

        func names(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
            source.contains { $0.overlaps(first) } && target.contains { $0.overlaps(second) }
        }
    }
}
