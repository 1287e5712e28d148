import Diplomacy
import Language

/// A voice that may say a draft, and where it was found.
struct VoiceOption {
    enum Origin: Int32, CaseIterable {
        /// A speech word of the sentence.
        case own
        /// What the rules carry over sentences: quotations, *this was said by*, a dominating speaker.
        case ongoing
        /// The outlet that the article retells.
        case retold
    }

    let attribution: Attribution
    let origin: Origin
}

/// What is known of a voice beside a draft.
struct VoiceTraits {
    let setting: Setting
    let option: VoiceOption
    /// Whether the rules say that this voice speaks.
    let isRules: Bool

    static let columns =
        TraitTable.columns(
            "origin* ruled covers relay unnamed speechForm* speechModality* speechLemma* speechTag* "
                + "speechTense* speechRelation* path* turn* pathLength up down before gap commas quotesBetween "
                + "colonBetween complementiserBetween speechQuoted sameClause semicolonBetween isSource isTarget hasActor isAct "
                + "nearest others coversShare voiceWords speechFirst dominated"
        ) + Setting.columns

    func values(_ settingValues: [Int32]) -> [Int32] {
        let attribution = option.attribution
        let read = setting.passage.read
        let anchor = setting.draft.anchor
        let isOwn = option.origin == .own
        let own: [Int32]
        if isOwn {
            own = ownValues(attribution, read, anchor)
        } else {
            own = [Int32](repeating: -1, count: 18)
        }
        let first: [Int32] = [
            option.origin.rawValue, Trait.bit(isRules),
            isOwn ? Trait.bit(attribution.covers.contains(anchor)) : -1,
            Trait.bit(attribution.isRelay), Trait.bit(attribution.isUnnamed),
            Trait.order(attribution.form), Trait.order(attribution.modality),
        ]
        let actor = attribution.voice.actor
        let last: [Int32] = [
            Trait.bit(actor == setting.draft.source),
            Trait.bit(actor != nil && actor == setting.draft.target), Trait.bit(actor != nil),
            isOwn
                ? Trait.bit(read.acts.contains { $0.match.tokens.overlaps(attribution.cue) }) : -1,
            isOwn ? nearest(attribution, anchor) : -1,
            Int32(min(setting.passage.attributions.count { $0.cue != attribution.cue }, 4)),
            isOwn
                ? Int32(attribution.covers.count * 4 / max(read.tokens.count, 1)) : -1,
            Int32(min(attribution.voice.name.split(separator: " ").count, 5)),
            isOwn ? Trait.bit(attribution.cue.lowerBound * 2 < read.tokens.count) : -1,
            Trait.bit(setting.passage.attributions.isEmpty),
        ]
        return first + own + last + settingValues
    }

    private func ownValues(
        _ attribution: Attribution,
        _ read: ReadSentence,
        _ anchor: Int
    ) -> [Int32] {
        let tree = read.tree
        let head = tree.head(of: attribution.cue)
        let path = tree.path(from: head, to: anchor)
        let isBefore = attribution.cue.upperBound <= anchor
        let gap =
            isBefore
            ? attribution.cue.upperBound..<anchor
            : min(anchor + 1, attribution.cue.lowerBound)..<attribution.cue.lowerBound
        let clauses = setting.passage.clauses
        let clause = clauses.first { $0.tokens.contains(anchor) }?.tokens
        return [
            CategoryHash.of(tree.lemmas[head]), tree.tags[head].map { Int32($0.rawValue) } ?? 17,
            Trait.feature("Tense", of: tree.features[head]),
            CategoryHash.of(tree.universals[head]), Trait.way(path),
            Trait.turn(path), Int32(min(path?.length ?? 9, 9)),
            Int32(min(path?.up.count ?? 9, 9)), Int32(min(path?.down.count ?? 9, 9)),
            Trait.bit(isBefore), Int32(min(gap.count, 20)),
            Int32(min(gap.count { read.tokens[$0].kind == .comma }, 4)),
            Int32(min(gap.count { read.tokens[$0].kind == .quote }, 3)),
            Trait.bit(gap.contains { read.tokens[$0].folded == ":" }),
            Trait.bit(read.has(.complementiser, in: gap)),
            Trait.bit(read.tokens[..<head].count { $0.kind == .quote } % 2 == 1),
            Trait.bit(clause?.contains(head) ?? false),
            Trait.bit(gap.contains { read.tokens[$0].folded == ";" }),
        ]
    }

    /// How many other speech words of the sentence stand nearer to the act.
    private func nearest(_ attribution: Attribution, _ anchor: Int) -> Int32 {
        func distance(_ other: Attribution) -> Int { abs(other.cue.lowerBound - anchor) }
        return Int32(
            min(
                setting.passage.attributions.count { distance($0) < distance(attribution) },
                4
            )
        )
    }
}
