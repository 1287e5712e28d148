import Diplomacy
import Language
import Text

/// Proposes every reading that a sentence allows, with what speaks for and against it.
struct CandidateFinder {
    let passage: LanguageReader.Passage
    /// Which sentence of the article it is.
    let sentence: Int
    let language: Int32
    let actors: ArticleActors
    /// What the classifier hears between the mentions; empty without one.
    let relations: SentenceRelations
    let frames: SentenceFrames

    var coder: ActCoder { passage.coder }
    var read: ReadSentence { passage.coder.read }
    var mentions: [Mention] { passage.coder.mentions }

    /// Carried parties are looked for so many sentences back; half of all that the corpus carries over
    /// stand one back, nearly all the rest two or three.
    private static let reach = 3
    private static let recentCount = 3
    private static let salientCount = 2
    private static let antecedentCount = 3
    /// A sentence with more words of acts than this is a list of links, not prose.
    private static let mostCues = 60

    func candidates(_ encode: (Int, Int32) -> Float) -> [Candidate] {
        guard !read.cues.isEmpty, read.cues.count <= Self.mostCues else { return [] }
        let (lists, traits) = (joinedLists, SentenceTraits(read, mentions))
        return read.cues.indices.flatMap { candidates($0, lists, traits, encode) }
    }

    private func choices(_ cue: ReadSentence.ActCue, _ lists: Set<Int>) -> [PartyChoice] {
        var choices = mentions.indices
            .filter { mentions[$0].actor != nil && !mentions[$0].isPrivate }
            .map {
                PartyChoice(
                    actor: mentions[$0].actor,
                    place: $0,
                    origin: .mention,
                    list: lists.contains(mentions[$0].list) ? mentions[$0].list : nil
                )
            }
        for place in mentions.indices where mentions[place].kind == .anaphor {
            for (order, actor) in rivals(of: place).prefix(Self.antecedentCount).enumerated() {
                choices.append(
                    PartyChoice(actor: actor, place: place, origin: .mention, order: order + 1)
                )
            }
        }
        func add(_ actor: ActorCode?, _ origin: PartyChoice.Origin) {
            guard let actor, !choices.contains(where: { $0.actor == actor && $0.place == nil })
            else { return }
            choices.append(PartyChoice(actor: actor, place: nil, origin: origin))
        }
        let discourse = coder.discourse
        add(discourse.lastPair?.pair.source, .lastSource)
        add(discourse.lastPair?.pair.target, .lastTarget)
        for subject in discourse.lastSubjects.prefix(2) { add(subject, .lastSubject) }
        add(discourse.headingState, .heading)
        for attribution in passage.attributions where attribution.covers.contains(cue.match.head) {
            add(attribution.voice.actor, .speaker)
        }
        let named = Set(mentions.compactMap(\.actor))
        for actor in actors.recent(before: sentence, reach: Self.reach)
            .filter({ !named.contains($0) }).prefix(Self.recentCount)
        {
            add(actor, .recent)
        }
        for actor in actors.ranking.prefix(Self.salientCount) where !named.contains(actor) {
            add(actor, .salient)
        }
        return choices
    }

    /// Whom else a pronoun may mean, the likeliest first.
    private func rivals(of place: Int) -> [ActorCode] {
        let own = mentions.filter { $0.tokens == mentions[place].tokens }.compactMap(\.actor)
        return mentions[place].choices.flatMap(\.actors).eachOnce.filter { !own.contains($0) }
    }

    /// The lists whose members *and* joins, or that one phrase names (*both countries*).
    private var joinedLists: Set<Int> {
        Set(
            Dictionary(grouping: mentions, by: \.list).filter { _, members in
                read.areJoined(members)
                    || members.dropFirst().contains { $0.tokens == members[0].tokens }
            }.keys
        )
    }

    private func candidates(
        _ index: Int,
        _ lists: Set<Int>,
        _ sentence: SentenceTraits,
        _ encode: (Int, Int32) -> Float
    ) -> [Candidate] {
        let cue = read.cues[index]
        let frame = frames.frames[index]
        let traits = CueTraits(self, index, sentence)
        func encoded(_ values: [Int32], from start: Int) -> [Float] {
            values.enumerated().map { encode(start + $0.offset, $0.element) }
        }
        let nobody = PartyChoice(
            actor: nil,
            place: mentions.firstIndex(where: \.isGeneric),
            origin: .nobody
        )
        let word = encoded(traits.cueValues(), from: 0)
        var (givers, receivers): ([Side], [Side]) = ([], [])
        let sufferers = sufferers(cue, frame)
        let held = (
            givers: holders(cue, traits.slots, cue.frame.source, not: cue.frame.target),
            receivers: cue.frame.form == .noun
                ? holders(cue, traits.slots, cue.frame.target, not: cue.frame.source) : []
        )
        for choice in choices(cue, lists) + [nobody] {
            let isGiver =
                choice.origin != .nobody && !frames.isOpponent(choice.actor, at: index)
                && !isOneself(choice)
                && !sufferers.contains(choice.actor) && isLeft(choice, by: held.givers)
            let isReceiver =
                !frames.isVictim(choice.actor, at: index)
                && (sufferers.isEmpty || sufferers.contains(choice.actor))
                && isLeft(choice, by: held.receivers)
            guard isGiver || isReceiver else { continue }
            let values = traits.partyValues(choice)
            if isGiver {
                let columns = encoded(values.asSource, from: TraitTable.sourceStart)
                givers.append(Side(party: choice, columns: columns))
            }
            if isReceiver {
                let columns = encoded(values.asTarget, from: TraitTable.targetStart)
                receivers.append(Side(party: choice, columns: columns))
            }
        }
        let act = frame.act
        let polarity = frame.scope.toldPolarity
        let label = RelationLabel(act: act, polarity: polarity)
        var pair: [Int32] = []
        var found: [Candidate] = []
        for giver in givers {
            let source = giver.party
            for receiver in receivers
            where isPossible(source, receiver.party, act) && isTakenUp(cue, source, receiver.party)
            {
                let target = receiver.party
                let isShelter =
                    act == .consult && polarity == .done && target.actor != nil
                    && source.place.map { mentions[$0].isExLeader } ?? false
                let draft = isShelter ? traits.draft(target, source) : traits.draft(source, target)
                traits.pairValues(source, target, told: label, in: &pair)
                var columns: [Float] = []
                columns.reserveCapacity(TraitTable.all.count)
                columns += word
                columns += giver.columns
                columns += receiver.columns
                for (place, value) in pair.enumerated() {
                    columns.append(encode(TraitTable.pairStart + place, value))
                }
                found.append(
                    Candidate(
                        cue: index,
                        words: cue.match.tokens,
                        source: isShelter ? target : source,
                        target: isShelter ? source : target,
                        act: isShelter ? .aid : act,
                        polarity: polarity,
                        traits: columns,
                        isDrafted: draft.map { $0.act == (isShelter ? .aid : act) } ?? false,
                        carrier: frame.scope.carrier,
                        isShelter: isShelter
                    )
                )
            }
        }
        return found
    }

    /// A party on one side of an act, with the columns that are its own.
    private struct Side {
        let party: PartyChoice
        let columns: [Float]
    }

    /// *C, left without a patron*, *his allies feel abandoned*: whom the subject of such a word names suffers it, and nobody else does.
    private func sufferers(
        _ cue: ReadSentence.ActCue,
        _ frame: SentenceFrames.Frame
    ) -> [ActorCode?] {
        guard cue.frame.target == [.subject], !cue.frame.source.contains(.subject) else {
            return []
        }
        return frame.parties.targets.filter { $0.place != nil }.map(\.actor)
    }

    /// *Berlin sent*, *weapons from Berlin*, *aid for Kyiv*: who hangs on an act's word in a slot of one side alone holds that side, so that
    /// nobody of the text before does.
    ///
    /// Those to whom a verb does something do not: passives and datives are read wrongly too often (plain lost 0.004). Pronouns do: without
    /// them each set lost one or two thousandths.
    private func holders(
        _ cue: ReadSentence.ActCue,
        _ slots: [TreeSlot],
        _ side: [Slot],
        not other: [Slot]
    ) -> [Mention] {
        zip(mentions, slots).filter { mention, slot in
            guard mention.actor != nil, !mention.isPrivate else { return false }
            // Of a noun, genitives and datives are told apart too badly.
            return slot.route == .own && [.head, .listed].contains(slot.nesting)
                && (cue.frame.form != .noun || slot.role == .adposition)
                && slot.rank(in: side, preposition: nil) != nil
                && slot.rank(in: other, preposition: nil) == nil
        }.map(\.0)
    }

    /// Whether those who hold a side leave it to this party: it is one of them, or of their list.
    private func isLeft(_ party: PartyChoice, by holders: [Mention]) -> Bool {
        guard !holders.isEmpty else { return true }
        guard let mention = party.place.map({ mentions[$0] }) else { return false }
        return holders.contains { $0.tokens == mention.tokens || $0.list == mention.list }
    }

    /// What takes up an act told before is done to whom it was done then.
    private func isTakenUp(
        _ cue: ReadSentence.ActCue,
        _ source: PartyChoice,
        _ target: PartyChoice
    ) -> Bool {
        guard cue.frame.condition.contains(.echo), let actor = source.actor else { return true }
        return coder.discourse.receiver(ofEchoBy: actor) == target.actor
    }

    /// *Paris fühlt sich hintergangen*: whom *sich* means is named beside it, and nobody acts as *sich*.
    private func isOneself(_ party: PartyChoice) -> Bool {
        guard let place = party.place else { return false }
        let mention = mentions[place]
        return mention.kind == .anaphor && !mention.isModifier
            && read.has(.reflexive, at: mention.tokens.lowerBound)
    }

    /// Whether a pronoun stands for a list to which the other belongs too.
    private func takesUpBoth(_ pronoun: PartyChoice, _ other: PartyChoice) -> Bool {
        guard let place = pronoun.place, let actor = pronoun.actor, let other = other.actor,
            let list = mentions[place].choices.first(where: { $0.actors.contains(actor) })?.actors
        else { return false }
        return list.contains(other)
    }

    /// Somebody is named in the sentence, or the pair is the one spoken of; and only support and aid
    /// may be given to nobody by name (codebook, section 2).
    private func isPossible(_ source: PartyChoice, _ target: PartyChoice, _ act: Act) -> Bool {
        guard source.actor != target.actor else { return false }
        // One pronoun is one party, and *they* do nothing to one of themselves.
        if source.place != nil, source.place == target.place { return false }
        if takesUpBoth(source, target) || takesUpBoth(target, source) { return false }
        guard let actor = target.actor else { return act == .support || act == .aid }
        if source.place != nil || target.place != nil { return true }
        guard let pair = coder.discourse.lastPair?.pair else {
            return source.origin == .speaker || target.origin == .speaker
        }
        return [pair.source, pair.target].contains(actor)
            && [pair.source, pair.target].contains(source.actor)
            || source.origin == .speaker || target.origin == .speaker
    }
}
