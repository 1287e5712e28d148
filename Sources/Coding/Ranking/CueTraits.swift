import Diplomacy
import Language

/// What is known of one act's word, of a party beside it, and of two parties together: the values of
/// `TraitTable`, before categories become numbers.
struct CueTraits {
    let finder: CandidateFinder
    let cue: ReadSentence.ActCue
    /// The number of the cue in its sentence, and those beside it.
    let index: Int
    var frames: SentenceFrames { finder.frames }
    var scope: Scope { frames.frames[index].scope }
    var parties: ActCoder.Parties { frames.frames[index].parties }
    /// Of each mention: its head in the tree, the way there from the word, and its slot beside it.
    private let heads: [Int]
    private let paths: [SentenceTree.Path?]
    private let slots: [TreeSlot]
    private let bestSource: Int32
    private let bestTarget: Int32
    private let arguments: ArgumentFinder

    /// No slot of the frame is filled.
    private static let unfilled: Int32 = 9
    /// Longer ways are all the same: few of them are met twice.
    private static let longestWay = 5

    private var read: ReadSentence { finder.read }
    private var tree: SentenceTree { finder.read.tree }
    private var mentions: [Mention] { finder.mentions }
    private var drafts: [Draft] { finder.coder.drafts }

    init(_ finder: CandidateFinder, _ index: Int) {
        let cue = finder.read.cues[index]
        let tree = finder.read.tree
        let mentions = finder.mentions
        let heads = mentions.map { tree.head(of: $0.tokens) }
        let paths = heads.map { tree.path(from: cue.match.head, to: $0) }
        let slots = zip(heads, paths).map { tree.slot(of: $0, along: $1) }
        func best(_ wanted: [Slot]) -> Int32 {
            mentions.indices.compactMap { place in
                mentions[place].actor == nil || mentions[place].isPrivate
                    ? nil : slots[place].rank(in: wanted, preposition: mentions[place].preposition)
            }.min().map(Int32.init) ?? Self.unfilled
        }
        self.finder = finder
        self.cue = cue
        self.index = index
        self.heads = heads
        self.paths = paths
        self.slots = slots
        bestSource = best(cue.frame.source)
        bestTarget = best(cue.frame.target)
        arguments = finder.coder.arguments
    }

    // MARK: The word

    func cueValues() -> [Int32] {
        let head = cue.match.head
        let parent = tree.heads[head]
        let near = read.governors.last {
            $0.match.tokens.upperBound <= head && head - $0.match.tokens.upperBound <= 6
        }
        let above = parent.flatMap { place in read.governors.first { $0.match.head == place } }
        let negations = read.tokens.indices.filter {
            read.has(.negation, at: $0) || read.has(.negationDeterminer, at: $0)
        }
        let covering = finder.passage.attributions.filter { $0.covers.contains(head) }
        let dependents = tree.heads.indices.filter { tree.heads[$0] == head }
        let relations = Set(dependents.map { tree.universals[$0] })
        let outcome: Int32 =
            parties.sources.isEmpty
            ? 0
            : parties.targets.isEmpty ? (parties.isReciprocal ? 2 : 1) : parties.isGuess ? 3 : 4
        return [
            finder.language, entry(), order(scope.act), order(scope.polarity),
            order(cue.frame.form),
            order(cue.frame.act), order(cue.frame.polarity), order(scope.modality),
            bit(scope.isAsked), bit(scope.isConverse), bit(scope.carrier != nil),
            bit(finder.coder.isMeant(cue)), tree.tags[head].map { Int32($0.rawValue) } ?? 17,
            CategoryHash.of(tree.universals[head]),
            CategoryHash.of(parent.map { tree.lemmas[$0] } ?? ""),
            CategoryHash.of(tree.lemmas[head]), Int32(min(cue.match.tokens.count, 6)),
            bit(finder.coder.isPassive(cue)), clauseKind(head),
            Int32(min(scope.reasons.count, 4)), near.map { order($0.effect) } ?? -1,
            above.map { order($0.effect) } ?? -1, Int32(cue.frame.condition.rawValue),
            cue.frame.kind.map { order($0) } ?? -1, outcome,
            bit(drafts.contains { $0.cue == cue.match.tokens }),
            Int32(min(read.cues.count { $0.match.tokens.overlaps(cue.match.tokens) }, 6)),
            Int32(min(read.acts.count, 12)),
            covering.isEmpty ? 0 : covering.contains { $0.isRelay } ? 1 : 2,
            covering.last.map { order($0.modality) } ?? -1,
            bit(read.tokens.suffix(2).contains { $0.folded == "?" }),
            bit(read.tokens[..<head].count { $0.kind == .quote } % 2 == 1),
            Int32(min(tree.depths[head], 8)),
            bit(negations.contains { tree.heads[$0] == head || tree.heads[$0] == parent }),
            Int32(min(negations.count, 3)), bit(relations.contains("obj")),
            bit(relations.contains("nsubj")),
            Int32(min(Set(mentions.compactMap(\.actor)).count, 8)), bit(cue.match.hasGap),
            bit(read.has(.conditional, in: 0..<read.tokens.count)),
            Int32(min(read.tokens.count / 8, 6)),
            bit(read.has(.sport, in: 0..<read.tokens.count)),
            bit(tree.isPassive[head]),
            bit(read.acts.contains { $0.match.head == parent && $0.match.head != head }),
            bit(!arguments.owners(of: cue.match.tokens).isEmpty),
        ]
    }

    /// The entry of the lexicon, whatever its number there: the word with what it is said to mean.
    private func entry() -> Int32 {
        var hash = CategoryHash()
        for place in cue.match.tokens where !cue.match.hasGap || place == cue.match.head {
            hash.add(tree.lemmas[place].isEmpty ? read.tokens[place].folded : tree.lemmas[place])
        }
        hash.add(cue.frame.act.rawValue)
        hash.add(cue.frame.polarity.rawValue)
        hash.add(cue.frame.form.rawValue)
        return hash.result
    }

    // MARK: A party

    func partyValues(_ choice: PartyChoice, isSource: Bool) -> [Int32] {
        let own = isSource ? parties.sources : parties.targets
        let other = isSource ? parties.targets : parties.sources
        let type: Int32 =
            choice.actor.map { $0.isState ? 1 : $0.isOrganisation ? 2 : 3 } ?? 0
        let beginning: [Int32] = [
            choice.origin.rawValue,
            bit(own.contains { $0.place == choice.place && $0.actor == choice.actor }),
            bit(own.contains { $0.actor == choice.actor }),
            bit(other.contains { $0.actor == choice.actor }), type,
        ]
        let middle =
            choice.place.map { mentionValues($0, choice, isSource: isSource) }
            ?? absentValues(choice)
        let neighbours = frames.values(
            index,
            choice.actor,
            last: finder.coder.discourse.lastPair
        )
        return beginning + middle + neighbours + articleValues(choice.actor)
    }

    private func absentValues(_ choice: PartyChoice) -> [Int32] {
        var values = [Int32](repeating: -1, count: TraitTable.party.count - 19)
        values[7] = bestSource
        values[8] = bestTarget
        return values
    }

    private func mentionValues(_ place: Int, _ choice: PartyChoice, isSource: Bool) -> [Int32] {
        let mention = mentions[place]
        let slot = slots[place]
        let head = heads[place]
        let anchor = cue.match.head
        let path = paths[place]
        let source = rank(place, in: cue.frame.source)
        let target = rank(place, in: cue.frame.target)
        let isBefore = mention.tokens.upperBound <= anchor
        let gap =
            isBefore
            ? mention.tokens.upperBound..<anchor
            : min(anchor + 1, mention.tokens.lowerBound)..<mention.tokens.lowerBound
        let carrier = scope.carrier.map {
            Trait.way(tree.path(from: $0, to: head), longest: Self.longestWay)
        }
        let between = mentions.indices.count { gap.contains(mentions[$0].tokens.lowerBound) }
        let next = mention.tokens.upperBound
        return [
            slot.role.rawValue, slot.route.rawValue, slot.nesting.rawValue,
            (slot.role.rawValue * 10 + slot.route.rawValue) * 10 + slot.nesting.rawValue,
            bit(slot.isPassive), source, target, bestSource, bestTarget, source - bestSource,
            target - bestTarget, kind(of: mention), Trait.way(path, longest: Self.longestWay),
            Trait.turn(path),
            Int32(min(path?.length ?? 9, 9)),
            CategoryHash.of(tree.universals[head]), carrier ?? -1,
            CategoryHash.of(mention.preposition ?? ""), bit(mention.isModifier), bit(isBefore),
            Int32(min(gap.count, 20)), Int32(min(between, 5)),
            bit(arguments.clause(of: anchor).overlaps(mention.tokens)),
            Int32(min(mentions.count { $0.list == mention.list }, 4)),
            fit(place, isSource ? cue.frame.source : cue.frame.target),
            fit(place, isSource ? cue.frame.target : cue.frame.source),
            Int32(min(gap.count { read.tokens[$0].kind == .comma }, 3)),
            Int32(min(gap.count { read.isVerb[$0] }, 3)),
            bit(
                finder.passage.attributions.contains {
                    $0.voice.actor == choice.actor
                        && !$0.covers.contains(mention.tokens.lowerBound)
                }
            ),
            bit(mentions.contains { $0.actor == choice.actor && $0.tokens != mention.tokens }),
            Int32(min(place, 6)), CategoryHash.of(caseName(tree.features[head])),
            CategoryHash.of(tree.adposition(of: head)),
            bit(next < read.tokens.count && read.tokens[next].folded == "'s"),
            Int32(min(tree.depths[head], 8)),
        ] + antecedentValues(place, choice)
    }

    /// Of a pronoun: which of those it may mean this is, how that one stands in the sentence, and how many stand between.
    private func antecedentValues(_ place: Int, _ choice: PartyChoice) -> [Int32] {
        guard mentions[place].kind == .anaphor else { return [-1, -1, -1] }
        let order = Int32(choice.order)
        let before = mentions.indices.filter {
            mentions[$0].tokens.upperBound <= mentions[place].tokens.lowerBound
                && mentions[$0].kind != .anaphor && mentions[$0].actor != nil
        }
        guard let named = before.last(where: { mentions[$0].actor == choice.actor }) else {
            return [order, -2, 6]
        }
        let between = before.count { $0 > named }
        return [
            order, CategoryHash.of(tree.universals[heads[named]]),
            Int32(min(between, 5)),
        ]
    }

    private func articleValues(_ actor: ActorCode?) -> [Int32] {
        guard let actor else { return [-1, -1, -1, -1] }
        return [
            Int32(min(finder.actors.rank(of: actor), 9)),
            Int32(min(finder.actors.count(of: actor), 20)),
            finder.actors.absence(of: actor, at: finder.sentence).map { Int32(min($0, 9)) } ?? 10,
            bit(finder.actors.ranking.first == actor),
        ]
    }

    // MARK: Two parties

    /// What the rules made of the word with these parties, if anything.
    func draft(_ source: PartyChoice, _ target: PartyChoice) -> Draft? {
        drafts.first {
            $0.cue == cue.match.tokens && $0.source == source.actor && $0.target == target.actor
        }
    }

    func pairValues(
        _ source: PartyChoice,
        _ target: PartyChoice,
        told label: RelationLabel
    ) -> [Int32] {
        let draft = draft(source, target)
        let others = drafts.filter { $0.cue != cue.match.tokens }
        var (listed, ordered, apart, way): (Int32, Int32, Int32, Int32) = (2, 2, 5, -1)
        if let first = source.place, let second = target.place {
            listed = bit(mentions[first].list == mentions[second].list)
            ordered = bit(first < second)
            apart = Int32(min(abs(first - second), 4))
            way = Trait.way(
                tree.path(from: heads[first], to: heads[second]),
                longest: Self.longestWay
            )
        }
        return [
            bit(draft != nil), Int32((draft?.confidence ?? 0) * 100), listed, ordered,
            asBefore(source.actor, target.actor),
            bit(others.contains { $0.source == source.actor && $0.target == target.actor }),
            bit(others.contains { $0.target == source.actor && $0.source == target.actor }),
            finder.coder.discourse.lastPair.map { order($0.act) } ?? -1, apart, way,
        ] + finder.relations.values(source.place, target.place, label)
    }

    private func asBefore(_ source: ActorCode?, _ target: ActorCode?) -> Int32 {
        guard let last = finder.coder.discourse.lastPair?.pair else { return 3 }
        if last.source == source, last.target == target { return 1 }
        return last.source == target && last.target == source ? 2 : 0
    }

    // MARK: Small things

    private func bit(_ value: Bool) -> Int32 { Trait.bit(value) }

    private func order<Value: CaseIterable & Equatable>(_ value: Value) -> Int32 {
        Trait.order(value)
    }

    private func rank(_ place: Int, in wanted: [Slot]) -> Int32 {
        slots[place].rank(in: wanted, preposition: mentions[place].preposition).map(Int32.init)
            ?? Self.unfilled
    }

    /// Which of the frame's first slots the shallow grammar lets this mention fill.
    private func fit(_ place: Int, _ wanted: [Slot]) -> Int32 {
        let anchor = scope.carrier ?? cue.match.head
        for (order, slot) in wanted.prefix(3).enumerated() {
            let filled = arguments.fill(
                [slot],
                of: cue,
                at: order == 0 ? anchor : cue.match.head,
                excluding: []
            )
            if filled.contains(place) { return Int32(order) }
        }
        return -1
    }

    private func kind(of mention: Mention) -> Int32 {
        switch mention.kind {
        case .named(let role): order(role)
        case .leader(let isInOffice): isInOffice ? 10 : 11
        case .learnt: 12
        case .anaphor: 13
        case .generic: 14
        }
    }

    private func clauseKind(_ place: Int) -> Int32 {
        finder.coder.clauses.first { $0.tokens.contains(place) }.map { order($0.kind) } ?? -1
    }

    private func caseName(_ features: String) -> Substring {
        features.split(separator: "|").first { $0.hasPrefix("Case=") } ?? ""
    }
}
