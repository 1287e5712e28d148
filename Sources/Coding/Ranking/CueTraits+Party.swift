import Diplomacy
import Language

// What is known of a party beside an act's word: the columns of `TraitTable.party`.
extension CueTraits {
    /// As a source, and as a target.
    typealias PartyValues = (asSource: [Int32], asTarget: [Int32])

    /// Most columns are the same on either side; the others change places.
    func partyValues(_ choice: PartyChoice) -> PartyValues {
        let type: Int32 =
            choice.actor.map { $0.isState ? 1 : $0.isOrganisation ? 2 : 3 } ?? 0
        func isPicked(_ side: [ArgumentFinder.Party]) -> Bool {
            side.contains { $0.place == choice.place && $0.actor == choice.actor }
        }
        var asSource = [
            choice.origin.rawValue, bit(isPicked(parties.sources)),
            bit(parties.sources.contains { $0.actor == choice.actor }),
            bit(parties.targets.contains { $0.actor == choice.actor }), type,
        ]
        asSource.reserveCapacity(TraitTable.party.count)
        asSource += choice.place.map { mentionValues($0, choice) } ?? absentValues(choice)
        asSource += frames.values(
            index,
            choice.actor,
            last: finder.coder.discourse.lastPair
        )
        asSource += toldBefore.parts(of: choice.actor, at: finder.sentence)
        asSource += articleValues(choice.actor)
        var asTarget = asSource
        asTarget[Column.picked] = bit(isPicked(parties.targets))
        asTarget.swapAt(Column.pickedActor, Column.pickedOther)
        asTarget.swapAt(Column.fitsOwn, Column.fitsOther)
        return (asSource, asTarget)
    }

    /// The places of the columns that differ by side.
    private enum Column {
        static let picked = TraitTable.place("picked", in: TraitTable.party)
        static let pickedActor = TraitTable.place("pickedActor", in: TraitTable.party)
        static let pickedOther = TraitTable.place("pickedOther", in: TraitTable.party)
        static let fitsOwn = TraitTable.place("fitsOwn", in: TraitTable.party)
        static let fitsOther = TraitTable.place("fitsOther", in: TraitTable.party)
    }

    private func absentValues(_ choice: PartyChoice) -> [Int32] {
        var values = [Int32](repeating: -1, count: TraitTable.party.count - 25)
        values[7] = bestSource
        values[8] = bestTarget
        values.replaceSubrange((values.count - 2)..., with: lastNamedValues(choice))
        return values
    }

    private func mentionValues(_ place: Int, _ choice: PartyChoice) -> [Int32] {
        let mention = mentions[place]
        let own = sentence.own[place]
        let slot = slots[place]
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
            Trait.way(tree.path(from: $0, to: heads[place]), longest: Self.longestWay)
        }
        let between = mentions.indices.count { gap.contains(mentions[$0].tokens.lowerBound) }
        return [
            slot.role.rawValue, slot.route.rawValue, slot.nesting.rawValue,
            (slot.role.rawValue * 10 + slot.route.rawValue) * 10 + slot.nesting.rawValue,
            bit(slot.isPassive), source, target, bestSource, bestTarget, source - bestSource,
            target - bestTarget, own.kind, Trait.way(path, longest: Self.longestWay),
            Trait.turn(path),
            Int32(min(path?.length ?? 9, 9)),
            own.relation, carrier ?? -1,
            own.preposition, bit(mention.isModifier), bit(isBefore),
            Int32(min(gap.count, 20)), Int32(min(between, 5)),
            bit(arguments.clause(of: anchor).overlaps(mention.tokens)),
            own.listed,
            Self.fit(place, filledSources), Self.fit(place, filledTargets),
            Int32(min(gap.count { read.tokens[$0].kind == .comma }, 3)),
            Int32(min(gap.count { read.isVerb[$0] }, 3)),
            bit(
                finder.passage.attributions.contains {
                    $0.voice.actor == choice.actor
                        && !$0.covers.contains(mention.tokens.lowerBound)
                }
            ),
            bit(mentions.contains { $0.actor == choice.actor && $0.tokens != mention.tokens }),
            own.order, own.caseName, own.adposition, bit(own.isPossessive), own.depth,
        ] + antecedentValues(place, choice) + takenUpValues(place, choice) + [doer(place)]
            + lastNamedValues(choice)
    }

    /// Of a pronoun: how likely it takes up this actor, and by how much more than the likeliest other.
    private func takenUpValues(_ place: Int, _ choice: PartyChoice) -> [Int32] {
        let choices = mentions[place].choices
        guard let actor = choice.actor,
            let own = choices.first(where: { $0.actors.contains(actor) })?.weight
        else { return [-99, -99] }
        let other = choices.first { !$0.actors.contains(actor) }?.weight ?? 0
        func coarse(_ weight: Int) -> Int32 { Int32(max(-15, min(15, weight / 15))) }
        return [coarse(own), coarse(own - other)]
    }

    /// Whether a mention does what the word's clause tells, as the tree says: 1 itself, 2 a member of its list, 3 somebody else,
    /// 0 nobody that is told; of a noun 4 more.
    private func doer(_ place: Int) -> Int32 {
        let kind: Int32 = cue.frame.form == .noun ? 4 : 0
        guard let clauseDoer else { return kind }
        if mentions[place].tokens.contains(clauseDoer) { return kind + 1 }
        let isListed = mentions.contains {
            $0.tokens.contains(clauseDoer) && $0.list == mentions[place].list
        }
        return kind + (isListed ? 2 : 3)
    }

    /// In which of the sentences before the actor was named last, and what it was there.
    private func lastNamedValues(_ choice: PartyChoice) -> [Int32] {
        guard let actor = choice.actor else { return [-1, -1] }
        for (back, sentence) in finder.coder.discourse.named.enumerated() {
            let roles = sentence.filter { $0.actors.contains(actor) }.map(\.role.rawValue)
            if let role = roles.min() { return [Int32(back), role] }
        }
        return [9, 9]
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

    // MARK: Small things

    private func rank(_ place: Int, in wanted: [Slot]) -> Int32 {
        slots[place].rank(in: wanted, preposition: mentions[place].preposition).map(Int32.init)
            ?? Self.unfilled
    }

    /// Which of the frame's first slots the shallow grammar lets this mention fill.
    private static func fit(_ place: Int, _ filled: [[Int]]) -> Int32 {
        filled.firstIndex { $0.contains(place) }.map(Int32.init) ?? -1
    }
}
