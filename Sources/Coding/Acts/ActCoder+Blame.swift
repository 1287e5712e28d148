import Diplomacy
import Language

// Who is blamed for an event that is blamed: whoever did it, and never who suffered it.
extension ActCoder {
    /// Who stands in the words of an event: those who did it, and the others.
    struct EventSides {
        var doers: [Int] = []
        var sufferers: [Int] = []
    }

    /// *Condemned the bombing of A by B*: B is blamed, and A is not, whoever else is named (codebook, section 3).
    func completeEvent(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard let sides = sidesOfBlamed(by: cue) else { return }
        let blamers = Set(parties.sources.compactMap(\.actor))
        let doers = sides.doers.filter { mentions[$0].actor.map { !blamers.contains($0) } ?? false }
        if let first = doers.first {
            parties.targets = arguments.parties(arguments.list(of: first), "who did what is blamed")
            parties.isGuess = false
        } else {
            let suffered = Set(sides.sufferers)
            parties.targets.removeAll { $0.place.map(suffered.contains) ?? false }
        }
    }

    /// The sides of the event that a word of blame has as its object; nil where it blames no event.
    func sidesOfBlamed(by cue: ReadSentence.ActCue) -> EventSides? {
        guard cue.frame.act == .accuse, cue.frame.form != .noun,
            let event = event(blamedBy: cue)
        else { return nil }
        let tree = read.tree
        let noun = tree.head(of: event.match.tokens)
        var sides = EventSides()
        var owners: [Int] = []
        for place in mentions.indices where mentions[place].actor != nil {
            let mention = mentions[place]
            let head = tree.head(of: mention.tokens)
            guard !mention.tokens.overlaps(cue.match.tokens),
                mention.tokens.overlaps(event.match.tokens)
                    || tree.path(from: head, to: noun)?.down.isEmpty == true
                    || event.match.tokens.upperBound <= mention.tokens.lowerBound
                        && (isInstrument(mention) || isBehind(mention, event))
            else { continue }
            switch side(of: mention, event) {
            case .doer: sides.doers.append(place)
            case .sufferer: sides.sufferers.append(place)
            case .owner: owners.append(place)
            }
        }
        // *Удары A*, but *бомбардування A*: whether a noun's owner does it or suffers it stands in its frame.
        let ownerDoes = event.frame.source.first == .possessor && sides.doers.isEmpty
        if ownerDoes { sides.doers += owners } else { sides.sufferers += owners }
        return sides
    }

    private enum Side { case doer, sufferer, owner }

    private func side(of mention: Mention, _ event: ReadSentence.ActCue) -> Side {
        let tokens = mention.tokens
        if mention.isModifier, tokens.lowerBound < event.match.head { return .doer }
        if isInstrument(mention) { return .doer }
        guard let preposition = mention.preposition else { return .owner }
        func holds(_ slots: [Slot]) -> Bool { slots.contains(.preposition(preposition)) }
        // *The bombing of A*: where both may stand so, what the target's slots begin with.
        if event.frame.target.first == .preposition(preposition) { return .sufferer }
        return holds(event.frame.source) && !holds(event.frame.target) ? .doer : .sufferer
    }

    /// *Die Angriffe auf A*: with nothing but a preposition and an article between, whatever the tree makes of it.
    private func isBehind(_ mention: Mention, _ event: ReadSentence.ActCue) -> Bool {
        let gap = event.match.tokens.upperBound..<mention.tokens.lowerBound
        return mention.preposition != nil && gap.count <= NounPhrases.reach
            && gap.allSatisfy { read.has(.preposition, at: $0) || read.has(.determiner, at: $0) }
    }

    /// *By A's aircraft*, where a case says so: *авіацією А*, *А державою*.
    private func isInstrument(_ mention: Mention) -> Bool {
        guard read.traits.contains(.cases), mention.preposition == nil else { return false }
        let head = read.tree.head(of: mention.tokens)
        let noun = mention.isModifier ? read.tree.heads[head] ?? head : head
        return mention.features.intersection(.cases) == .instrumental
            || read.tree.features[noun].contains("Case=Ins")
    }

    /// What is blamed: the noun that is the object of the word of blame, where it tells something that one state does to another.
    private func event(blamedBy cue: ReadSentence.ActCue) -> ReadSentence.ActCue? {
        let tree = read.tree
        let events = read.cues.filter { event in
            let noun = tree.head(of: event.match.tokens)
            let isNoun =
                event.frame.form == .noun
                || tree.tags[noun] == .noun && event.match.features.contains(.gerund)
            // *Blamed A for the attack*: behind a preposition it is what A is blamed for.
            guard isNoun, event.frame.act != .accuse, event.frame.act != .request,
                !event.match.tokens.overlaps(cue.match.tokens), tree.adposition(of: noun).isEmpty
            else { return false }
            let isObject = ["obj", "obl", "conj"].contains(tree.universals[noun])
            return isNext(event, to: cue)
                || (isObject || tree.relations[noun] == "nsubj:pass")
                    && tree.heads[noun].map(cue.match.tokens.contains) ?? false
        }
        return events.min {
            abs($0.match.head - cue.match.head) < abs($1.match.head - cue.match.head)
        }
    }

    /// *Condemned the Israeli strikes*: with nothing but an article and adjectives between, whatever the tree makes of it.
    private func isNext(_ event: ReadSentence.ActCue, to cue: ReadSentence.ActCue) -> Bool {
        let end = cue.match.tokens.upperBound
        guard end <= event.match.tokens.lowerBound else { return false }
        let gap = end..<event.match.tokens.lowerBound
        return gap.count <= NounPhrases.reach
            && gap.allSatisfy { place in
                read.has(.determiner, at: place) || read.tree.tags[place] == .adj
                    || mentions.contains { $0.isModifier && $0.tokens.contains(place) }
            }
    }
}
