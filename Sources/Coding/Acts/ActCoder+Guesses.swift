import Diplomacy
import Language

// Who may be meant where no slot of a word names the target.
extension ActCoder {
    /// Whether a party that no slot asks for may be the target after all.
    ///
    /// *Condemned the attack in a call with A*, *held exercises without A*, *agreed to shelter people of A*: who stands behind a
    /// preposition is not blamed, who is left out has no part, and who is met only in what one agrees to do is no partner.
    private func mayBeGuessed(_ index: Int, _ cue: ReadSentence.ActCue) -> Bool {
        let mention = mentions[index]
        if mention.preposition != nil {
            let own = read.tree.adposition(at: read.tree.head(of: mention.tokens))
            let isLeftOut =
                own.map { read.has(.negation, at: $0) || read.has(.negationDeterminer, at: $0) }
                ?? false
            if isLeftOut || cue.frame.act == .accuse { return false }
        }
        guard cue.frame.act.isMutual else { return true }
        let end = cue.match.tokens.upperBound
        let gap = end..<max(end, mention.tokens.lowerBound)
        return !gap.contains { read.isVerb[$0] }
    }

    /// The nearest party after the act in its clause: better than none, and marked as a guess.
    func following(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        excluding sources: Set<Int>
    ) -> [Int] {
        let clause = arguments.clause(of: cue.match.head)
        let actors = Set(sources.compactMap { mentions[$0].actor })
        let found = arguments.indices(
            in: cue.match.tokens.upperBound..<max(cue.match.tokens.upperBound, clause.upperBound)
        )
        .first {
            !sources.contains($0) && mayBeGuessed($0, cue)
                && mentions[$0].tokens.lowerBound - cue.match.tokens.upperBound <= 8
                && mentions[$0].actor.map { !actors.contains($0) } ?? true
        }
        let before =
            read.traits.contains(.cases)
            ? arguments.indices(in: clause).last {
                mentions[$0].tokens.upperBound <= cue.match.tokens.lowerBound
                    && mentions[$0].preposition != nil && !sources.contains($0)
                    && mayBeGuessed($0, cue)
                    && mentions[$0].actor.map { !actors.contains($0) } ?? false
            } : nil
        return (found ?? before).map { first in
            mentions.indices.filter { mentions[$0].list == mentions[first].list }
        }
            ?? []
    }
}
