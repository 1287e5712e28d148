import Diplomacy
import Language

// Parties that the clause does not name but its construction or its neighbours give.
extension ActCoder {
    /// Parties that the construction itself gives: the owner of a generic party, and the subject of
    /// what is complained of.
    func complete(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        let clause = arguments.clause(of: cue.match.head)
        takeAnother(cue, arguments, &parties)
        completeEvent(cue, arguments, &parties)
        dropHelpers(cue, &parties)
        completeMotion(cue, arguments, &parties)
        completeObject(cue, arguments, &parties)
        completeRefused(cue, arguments, &parties)
        completeMutual(cue, &parties)
        completeHost(cue, arguments, &parties)
        completeAttacker(cue, arguments, &parties)
        if parties.sources.allSatisfy({ $0.actor == nil }), cue.frame.polarity == .notDone,
            let (owner, party) = arguments.ownerOfGeneric(in: clause)
        {
            parties.sources = arguments.parties([owner], "owner of the party")
            parties.targets = arguments.parties([party], "target of '\(head(cue))'")
        }
        defer {
            completeFromPair(cue, &parties)
            completeBystander(cue, arguments, &parties)
            completeWitness(cue, arguments, &parties)
        }
        completeCharge(cue, arguments, &parties)
        if parties.targets.isEmpty, cue.frame.form == .noun, !parties.sources.isEmpty,
            cue.frame.act == .support || cue.frame.act == .aid
        {
            let known = Set(parties.sources.compactMap(\.actor))
            let next = mentions.indices.first {
                mentions[$0].tokens.lowerBound >= clause.upperBound && !mentions[$0].isPrivate
                    && mentions[$0].actor.map { !known.contains($0) } ?? false
            }
            parties.targets =
                next.map {
                    arguments.parties(arguments.list(of: $0), "the party of the next clause")
                } ?? []
        }
        completeBlamed(cue, arguments, &parties)
    }

    /// *Agreed with American help*, *за посередництва A домовилися*: whose help or office it was is no partner.
    private func dropHelpers(_ cue: ReadSentence.ActCue, _ parties: inout Parties) {
        guard cue.frame.act.isMutual, parties.sources.count > 1 else { return }
        parties.targets.removeAll { target in
            guard let place = target.place else { return false }
            let head = read.tree.head(of: mentions[place].tokens)
            guard let noun = read.tree.heads[head],
                ["amod", "nmod"].contains(read.tree.universals[head])
            else { return false }
            return read.cues.contains {
                ($0.frame.act == .support || $0.frame.act == .aid) && $0.frame.form == .noun
                    && $0.match.tokens.contains(noun)
            }
        }
    }

    /// *Stood idly by*, *failed to see it coming*: the phrase names nobody whom it failed; the other
    /// party of the sentence is meant, or of the pair before.
    func completeBystander(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard parties.targets.isEmpty, cue.frame.target.isEmpty, cue.frame.polarity == .notDone,
            let source = parties.sources.first?.actor
        else { return }
        let known = Set(parties.sources.compactMap(\.actor))
        let rest = arguments.indices(in: cue.match.tokens.upperBound..<read.tokens.count)
        if let other = rest.first(where: { mentions[$0].actor.map { !known.contains($0) } ?? false }
        ) {
            parties.targets = arguments.parties(
                arguments.list(of: other),
                "the other party of the sentence"
            )
        } else if let partner = discourse.partner(of: source) {
            parties.targets = [
                .init(
                    actor: partner,
                    how: "the other party of the pair spoken of before",
                    isCarriedOver: true,
                    place: nil
                )
            ]
        }
    }

    /// *Regimes found that Russian support was lacking*: whoever says or finds so is whom it failed, where nobody else is named.
    func completeWitness(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard parties.targets.isEmpty, cue.frame.polarity == .notDone, cue.frame.form == .phrase,
            cue.frame.act == .support || cue.frame.act == .aid,
            let verb = read.tree.governor(ofComplementAround: cue.match.head)
        else { return }
        let known = Set(parties.sources.compactMap(\.actor))
        let subjects = Set(read.tree.dependents(of: verb, by: ["nsubj"]))
        let witnesses = mentions.indices.filter { place in
            mentions[place].actor.map { !known.contains($0) } ?? false
                && !subjects.isDisjoint(with: mentions[place].tokens)
        }
        parties.targets = arguments.parties(witnesses, "who finds so")
    }

    /// Where one party is named and the other is not, the pair of the sentence before is meant.
    func completeFromPair(_ cue: ReadSentence.ActCue, _ parties: inout Parties) {
        guard cue.frame.form != .noun, cue.frame.condition.isDisjoint(with: [.party, .verdict]),
            !cue.frame.act.isMutual
        else { return }
        let how = "the other party of the pair spoken of before"
        func carried(_ actor: ActorCode) -> ArgumentFinder.Party {
            .init(actor: actor, how: how, isCarriedOver: true, place: nil)
        }
        // A pronoun beside a pair from before would be a guess on a guess.
        let named = (parties.sources + parties.targets).compactMap(\.place)
        guard named.allSatisfy({ mentions[$0].kind != .anaphor && !mentions[$0].isModifier }) else {
            return
        }
        if parties.targets.isEmpty, parties.sources.count == 1, !cue.frame.target.isEmpty,
            let partner = parties.sources[0].actor.flatMap(discourse.partner(of:))
        {
            parties.targets = [carried(partner)]
        } else if parties.sources.isEmpty, parties.targets.count == 1,
            let partner = parties.targets[0].actor.flatMap(discourse.partner(of:))
        {
            parties.sources = [carried(partner)]
        }
    }

    /// Help that was asked for in the sentence before and did, or did not, come: both parties are
    /// known from there.
    func carryOver(_ cue: ReadSentence.ActCue, _ scope: Scope, _ parties: inout Parties) {
        guard scope.act == .support || scope.act == .aid, let last = discourse.lastPair,
            parties.sources.isEmpty, cue.frame.form == .noun || cue.frame.form == .phrase
        else { return }
        let pair: DirectedPair? =
            switch last.act {
            case .request, .consult:
                DirectedPair(source: last.pair.target, target: last.pair.source)
            case .support, .aid: last.pair
            default: nil
            }
        guard let pair else { return }
        if let named = parties.targets.first?.actor, named != pair.target {
            // *A no longer helps B. C, left without a patron, …*: who is not named beside it is whose help is missed before.
            guard cue.frame.target == [.subject], scope.polarity == .notDone,
                last.act == .support || last.act == .aid, last.polarity == .notDone,
                named != pair.source
            else { return }
        }
        let how = "from the \(last.act.rawValue) told in the sentence before"
        parties.sources = [
            .init(actor: pair.source, how: how, isCarriedOver: true, place: nil)
        ]
        if parties.targets.isEmpty {
            parties.targets = [
                .init(actor: pair.target, how: how, isCarriedOver: true, place: nil)
            ]
        }
    }
}
