import Diplomacy
import Language

/// Two mentions of a sentence and the tie that the classifier hears between them.
struct HeardTie {
    let holder: Int
    let other: Int
    let kind: Tie.Kind
    let share: Float

    /// From this share on a tie is told.
    ///
    /// On the sentences of `Evaluation/ties` that are kept apart 84 of 100 are then right and a quarter of all
    /// is found; at 0.7 it is 77, and at 0.9 a fifth is found. Of 3,154 pairs in sentences on acts 5 are told.
    private static let leastShare: Float = 0.9

    /// The likeliest kind; nil where that is none, or not likely enough.
    init?(_ holder: Int, _ other: Int, _ shares: [Float]) {
        let best = RelationClassifier.likeliest(shares)
        guard let kind = TieLabel.kind(at: best), shares[best] >= Self.leastShare else {
            return nil
        }
        self.holder = holder
        self.other = other
        self.kind = kind
        share = shares[best]
    }
}

/// Turns the ties that the classifier hears into drafts, where the lexicon has no word for them.
struct TieHearer {
    let passage: LanguageReader.Passage

    private var read: ReadSentence { passage.read }
    private var mentions: [Mention] { passage.coder.mentions }

    /// The drafts in the order of their shares, each pair once.
    func drafts(_ heard: [HeardTie]) -> [TieDraft] {
        // What is asked is not said.
        if read.tokens.suffix(3).contains(where: { $0.kind == .stop && $0.folded == "?" }) {
            return []
        }
        var told = Set(passage.ties.map { pair($0.holder, $0.other) })
        let ordered = heard.sorted {
            (-$0.share, $0.holder, $0.other) < (-$1.share, $1.holder, $1.other)
        }
        return ordered.compactMap { tie in
            let (holder, other) = (mentions[tie.holder], mentions[tie.other])
            guard isNamed(holder), isNamed(other),
                TieFinder.fits(tie.kind, holder.actor, other.actor)
            else { return nil }
            let anchor = anchor(holder, other)
            guard !isOnlyPossible(anchor), told.insert(pair(holder.actor, other.actor)).inserted
            else { return nil }
            return draft(tie, holder, other, anchor)
        }
    }

    private func draft(
        _ tie: HeardTie,
        _ holder: Mention,
        _ other: Mention,
        _ anchor: Int
    )
        -> TieDraft
    {
        let isNegated = isNegated(anchor)
        let arguments = passage.coder.arguments
        let percent = Int((tie.share * 100).rounded())
        return TieDraft(
            kind: tie.kind,
            holder: holder.actor,
            other: other.actor,
            detail: nil,
            modality: isNegated ? .denied : .fact,
            anchor: anchor,
            cue: anchor..<(anchor + 1),
            span: [holder.tokens, other.tokens].reduce(anchor..<(anchor + 1)) {
                min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
            },
            confidence: Double(tie.share),
            trail: [
                "classifier of ties: \(percent) % \(tie.kind.rawValue)",
                "'\(arguments.words(holder.tokens))' (\(holder.reason)), holder",
                "'\(arguments.words(other.tokens))' (\(other.reason)), other party",
            ] + (isNegated ? ["negated"] : [])
        )
    }

    /// The classifier was taught on names; whom a pronoun means is less sure than what it hears.
    private func isNamed(_ mention: Mention) -> Bool {
        mention.kind != .anaphor && mention.kind != .generic
    }

    private func pair(_ first: ActorCode?, _ second: ActorCode?) -> Set<ActorCode?> {
        [first, second]
    }

    /// The word over one of the two that the tie hangs on, as far as the tree tells.
    private func anchor(_ holder: Mention, _ other: Mention) -> Int {
        let tree = read.tree
        let heads = [tree.head(of: other.tokens), tree.head(of: holder.tokens)]
        let governor = heads.lazy.compactMap { tree.heads[$0] }.first {
            !holder.tokens.contains($0) && !other.tokens.contains($0)
        }
        return governor ?? heads[1]
    }

    private func isNegated(_ anchor: Int) -> Bool {
        read.tree.heads.indices.contains { place in
            (read.tree.heads[place] == anchor || place == anchor)
                && (read.has(.negation, at: place) || read.has(.negationDeterminer, at: place))
                && !read.has(.negationVoid, at: place)
        }
    }

    /// *If it were an ally*, *will join*: no state yet.
    private func isOnlyPossible(_ anchor: Int) -> Bool {
        guard let clause = passage.clauses.first(where: { $0.tokens.contains(anchor) }) else {
            return false
        }
        return clause.kind == .conditional || read.has(.futureAuxiliary, in: clause.tokens)
            || read.has(.conditionalParticle, in: clause.tokens)
    }
}
