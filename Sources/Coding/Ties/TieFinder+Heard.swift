import Diplomacy
import Language

extension TieFinder {
    /// The ties that the classifier heard and that the rules did not find, as drafts.
    ///
    /// It looks at two parties at a time, so a whole sentence of dependence sounds in every pair: the likeliest
    /// reading of a kind stands, and beside it only the members of its lists. The same guards hold as for the
    /// rules: nothing from a question, nothing that may only come to be.
    func drafts(
        of heard: [SentenceRelations.HeardTie],
        besides found: [TieDraft]
    ) -> [TieDraft] {
        if isQuestion { return [] }
        var kept: [SentenceRelations.HeardTie] = []
        for tie in heard.sorted(by: { $0.probability > $1.probability })
        where !kept.contains(where: { isRival(tie, of: $0) })
            && !found.contains(where: { isRival(tie, of: $0) })
        {
            kept.append(tie)
        }
        return kept.compactMap(draft)
    }

    /// Whether both cannot be meant: one kind with the parties turned round, or with another party.
    private func isRival(
        _ tie: SentenceRelations.HeardTie,
        of better: SentenceRelations.HeardTie
    ) -> Bool {
        func areListed(_ first: Int, _ second: Int) -> Bool {
            first == second || mentions[first].list == mentions[second].list
        }
        let isOfList =
            areListed(tie.holder, better.holder) && areListed(tie.other, better.other)
            && (mentions[tie.holder].actor, mentions[tie.other].actor)
                != (mentions[better.holder].actor, mentions[better.other].actor)
        return tie.kind == better.kind && !isOfList
            && !Set([tie.holder, tie.other].map { mentions[$0].actor }).isDisjoint(
                with: [better.holder, better.other].map { mentions[$0].actor }
            )
    }

    private func isRival(_ tie: SentenceRelations.HeardTie, of draft: TieDraft) -> Bool {
        tie.kind == draft.kind
            && !Set([mentions[tie.holder].actor, mentions[tie.other].actor]).isDisjoint(
                with: [draft.holder, draft.other]
            )
    }

    private func draft(of tie: SentenceRelations.HeardTie) -> TieDraft? {
        let holder = mentions[tie.holder]
        let other = mentions[tie.other]
        guard fits(tie.kind, holder.actor, other.actor) else { return nil }
        let anchor = meeting(holder.tokens, other.tokens)
        let words = anchor..<(anchor + 1)
        if tie.kind != .presence, isOnlyPossible(words, head: anchor, form: nil) { return nil }
        let isNegated = isNegated(words, head: anchor, isSpread: false)
        let percent = Int((tie.probability * 100).rounded())
        return TieDraft(
            kind: tie.kind,
            holder: holder.actor,
            other: other.actor,
            detail: nil,
            modality: isNegated ? .denied : .fact,
            anchor: anchor,
            cue: words,
            span: min(
                holder.tokens.lowerBound,
                other.tokens.lowerBound,
                anchor
            )..<max(
                holder.tokens.upperBound,
                other.tokens.upperBound,
                words.upperBound
            ),
            confidence: tie.probability,
            trail: [
                "classifier of ties: \(tie.kind.rawValue), \(percent) % likely, "
                    + "between '\(arguments.words(holder.tokens))' (\(holder.reason)) "
                    + "and '\(arguments.words(other.tokens))' (\(other.reason))"
            ] + (isNegated ? ["negated"] : [])
        )
    }

    /// The word under which both phrases stand in the tree; else the one over the second.
    private func meeting(_ first: Range<Int>, _ second: Range<Int>) -> Int {
        let tree = read.tree
        func chain(_ phrase: Range<Int>) -> [Int] {
            var chain = [tree.head(of: phrase)]
            while let head = tree.heads[chain[chain.count - 1]], !chain.contains(head) {
                chain.append(head)
            }
            return chain
        }
        let (upper, lower) = (chain(first), chain(second))
        func isParty(_ place: Int) -> Bool { first.contains(place) || second.contains(place) }
        let common = upper.first { lower.contains($0) && !isParty($0) }
        return common ?? lower.first { !isParty($0) } ?? upper.first { !isParty($0) } ?? lower[0]
    }
}
