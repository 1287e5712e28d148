import Diplomacy
import Language

/// What is known of the way in which a draft is told.
struct ModalityTraits {
    /// The modalities in the order of their judges.
    static let order = Modality.allCases

    static let columns =
        TraitTable.columns(
            "ruled* voices relays inner* innerIsSource innerIsTarget innerHasActor innerUnnamed path* turn* "
                + "speechLemma* speechTense* speechBefore othersSpeak otherLemma* otherPath*"
        ) + Setting.columns

    let setting: Setting
    /// The voices by the rules, outermost first, and the modality that the rules give.
    let chain: [Attribution]
    let ruled: Modality

    func values(_ settingValues: [Int32]) -> [Int32] {
        let draft = setting.draft
        let tree = setting.passage.read.tree
        let people = chain.filter { !$0.isRelay }
        let inner = people.last
        let own = setting.passage.attributions
        let isOwn = own.contains { $0.cue == inner?.cue && $0.reason == inner?.reason }
        let head = isOwn ? inner.map { tree.head(of: $0.cue) } : nil
        let path = head.map { tree.path(from: $0, to: draft.anchor) }
        let other = own.filter { $0.cue != inner?.cue && !$0.cue.overlaps(draft.cue) }
            .min {
                abs($0.cue.lowerBound - draft.anchor) < abs($1.cue.lowerBound - draft.anchor)
            }
        let otherHead = other.map { tree.head(of: $0.cue) }
        return [
            Trait.order(ruled), Int32(min(people.count, 3)),
            Int32(min(chain.count - people.count, 2)),
            inner.map { Trait.order($0.modality) } ?? -1,
            Trait.bit(inner?.voice.actor == draft.source),
            Trait.bit(draft.target != nil && inner?.voice.actor == draft.target),
            Trait.bit(inner?.voice.actor != nil), Trait.bit(inner?.isUnnamed ?? false),
            path.map { Trait.way($0) } ?? -4, path.map(Trait.turn) ?? -4,
            CategoryHash.of(head.map { tree.lemmas[$0] } ?? ""),
            head.map { Trait.feature("Tense", of: tree.features[$0]) } ?? -1,
            head.map { Trait.bit($0 < draft.anchor) } ?? -1,
            Trait.bit(other != nil), CategoryHash.of(otherHead.map { tree.lemmas[$0] } ?? ""),
            otherHead.map { Trait.way(tree.path(from: $0, to: draft.anchor)) } ?? -4,
        ] + settingValues
    }
}
