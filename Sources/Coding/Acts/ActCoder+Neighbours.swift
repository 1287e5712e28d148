import Diplomacy
import Language

// Parties that another word of the sentence gives: the motion that is voted on, the meeting that somebody stays away from.
extension ActCoder {
    /// *They did not condemn it*: two pronouns of another number are not one party, so the second means the next whom it may.
    func takeAnother(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard parties.sources.count == 1, parties.targets.count == 1,
            let subject = parties.sources[0].place, let place = parties.targets[0].place,
            let source = parties.sources[0].actor, parties.targets[0].actor == source,
            mentions[subject].kind == .anaphor, mentions[place].kind == .anaphor,
            !mentions[place].isModifier, isSeveral(subject) != isSeveral(place),
            let other = mentions[place].choices.flatMap(\.actors).first(where: { $0 != source })
        else { return }
        parties.targets = [
            .init(
                actor: other,
                how: "'\(arguments.words(mentions[place].tokens))', who is not the source",
                isCarriedOver: true,
                place: place
            )
        ]
    }

    private func isSeveral(_ mention: Int) -> Bool {
        read.has(.several, at: mentions[mention].tokens.lowerBound)
    }

    /// Between a preposition and its object stand an article and an adjective or two.
    private static let objectReach = 3

    /// *Promised that its ties with A would grow*: a phrase that ends in a preposition has its object behind it, in whatever clause.
    func completeObject(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        let end = cue.match.tokens.upperBound
        guard cue.frame.form == .phrase, parties.targets.isEmpty,
            !parties.sources.isEmpty, read.has(.preposition, at: end - 1),
            read.has(.complementiser, in: cue.match.tokens)
        else { return }
        let known = Set(parties.sources.compactMap(\.actor))
        let object = mentions.indices.first {
            (end...(end + Self.objectReach)).contains(mentions[$0].tokens.lowerBound)
                && !mentions[$0].isModifier && !mentions[$0].isPrivate
        }
        guard let object, let actor = mentions[object].actor, !known.contains(actor) else { return }
        parties.targets = arguments.parties(
            arguments.list(of: object),
            "object of '\(head(cue))'"
        )
    }

    /// *Does not consider it useful to hold exercises with A*: who is named in what is refused is refused.
    func completeRefused(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard cue.frame.act == .reject, cue.frame.form == .phrase, parties.targets.isEmpty,
            !parties.sources.isEmpty
        else { return }
        let tree = read.tree
        let known = Set(parties.sources.compactMap(\.actor))
        let refused = tree.heads.indices.first { place in
            place >= cue.match.tokens.upperBound
                && ["xcomp", "ccomp", "acl", "csubj"].contains(tree.universals[place])
                && tree.heads[place].map(cue.match.tokens.contains) ?? false
        }
        guard let refused else { return }
        let object = mentions.indices.first { place in
            let way = tree.path(from: tree.head(of: mentions[place].tokens), to: refused)
            return mentions[place].actor.map { !known.contains($0) } ?? false
                && !mentions[place].isPrivate && way?.down.isEmpty ?? false
                && way?.up.allSatisfy { Self.objects.contains($0) } ?? false
        }
        parties.targets =
            object.map { arguments.parties(arguments.list(of: $0), "named in what is refused") }
            ?? []
    }

    private static let objects: Set<String> = [
        "obj", "iobj", "obl", "nmod", "amod", "compound", "flat",
    ]

    /// *Mutual help in case of attack*: a duty, that no day has called for yet.
    func isMutualDuty(_ cue: ReadSentence.ActCue, _ scope: Scope) -> Bool {
        (cue.frame.act == .aid || cue.frame.act == .support) && cue.frame.form == .phrase
            && scope.modality == .fact && read.has(.mutual, in: cue.match.tokens)
    }

    /// *Signed a pact on mutual defence*: what is mutual is owed by both who made the agreement told before it.
    func completeMutual(_ cue: ReadSentence.ActCue, _ parties: inout Parties) {
        guard cue.frame.act == .aid || cue.frame.act == .support, cue.frame.form != .verb,
            read.has(.mutual, in: cue.match.tokens),
            let pact = drafts.last(where: { $0.act == .agree && $0.polarity == .done }),
            let partner = pact.target,
            (parties.sources + parties.targets).compactMap(\.actor).allSatisfy({
                $0 == pact.source || $0 == partner
            })
        else { return }
        parties.sources = [pact.source, partner].map {
            .init(actor: $0, how: "party to the agreement", isCarriedOver: true, place: nil)
        }
        parties.targets = []
        parties.isReciprocal = true
    }

    /// *Votes on motions that condemn A; B votes against it*: a vote against what accuses somebody is for them.
    func completeMotion(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard cue.frame.kind == .vote, cue.frame.form != .noun, cue.frame.act == .support,
            cue.frame.condition.contains(.party), parties.targets.isEmpty
        else { return }
        let known = Set(parties.sources.compactMap(\.actor))
        let charges = read.acts.filter { charge in
            (charge.frame.act == .accuse || charge.frame.act == .sanction)
                && charge.frame.polarity == .done && !charge.match.tokens.overlaps(cue.match.tokens)
                && charge.match.tokens.upperBound <= cue.match.tokens.lowerBound
        }
        for charge in charges.reversed() {
            let accused = arguments.fill(
                charge.frame.target,
                of: charge,
                at: charge.match.head,
                excluding: []
            )
            let free = accused.filter { mentions[$0].actor.map { !known.contains($0) } ?? false }
            guard free.isEmpty else {
                parties.targets = arguments.parties(free, "whom the motion accuses")
                return
            }
        }
    }

    /// *A was a base for B's attack on C*: lent to who attacks, who may stand within the words, or be who the sentence is about.
    func completeAttacker(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard cue.frame.act == .aid, cue.frame.condition.contains(.party),
            cue.frame.target.contains(.possessor), cue.match.hasGap || cue.match.tokens.count > 2,
            parties.targets.isEmpty, let source = parties.sources.first?.actor
        else { return }
        func isOther(_ place: Int) -> Bool {
            mentions[place].actor.map { $0 != source } ?? false && !mentions[place].isPrivate
        }
        let within = mentions.indices.filter {
            isOther($0) && cue.match.tokens.contains(mentions[$0].tokens.lowerBound)
        }
        let verb = read.tree.heads.indices.first { read.tree.universals[$0] == "root" }
        let subject = verb.map { arguments.subject(at: $0) } ?? []
        let found = within.isEmpty ? subject.filter(isOther) : within
        parties.targets = arguments.parties(Array(found.prefix(1)), "who attacks from there")
    }

    /// *Was not invited to the summit in A*, *its absence there*: who holds a meeting is whom one does not meet.
    func completeHost(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard cue.frame.act == .consult, cue.frame.polarity == .notDone else { return }
        if parties.sources.isEmpty, !parties.targets.isEmpty, !cue.frame.source.contains(.subject) {
            parties.sources = host(of: cue, arguments, besides: parties.targets)
        } else if parties.targets.isEmpty, !parties.sources.isEmpty, isNamedBy(cue, parties.sources)
        {
            parties.targets = host(of: cue, arguments, besides: parties.sources)
        }
    }

    /// *The absence of A*, not *the absence of A's support*: whether a noun's party hangs on the noun itself.
    func isNamedBy(_ cue: ReadSentence.ActCue, _ sources: [ArgumentFinder.Party]) -> Bool {
        guard cue.frame.form == .noun else { return true }
        let head = read.tree.head(of: cue.match.tokens)
        return sources.contains { source in
            source.place.map { read.tree.heads[read.tree.head(of: mentions[$0].tokens)] == head }
                ?? false
        }
    }

    private func host(
        of cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        besides others: [ArgumentFinder.Party]
    ) -> [ArgumentFinder.Party] {
        let known = Set(others.compactMap(\.actor))
        let gatherings = Gathering.all(in: read, mentions)
        let near = gatherings.min {
            abs($0.place - cue.match.head) < abs($1.place - cue.match.head)
        }
        if let near {
            return known.contains(near.host)
                ? [] : arguments.parties([near.mention], "who holds the meeting")
        }
        guard let host = discourse.lastHost, !known.contains(host) else { return [] }
        return [
            .init(
                actor: host,
                how: "who holds the meeting told before",
                isCarriedOver: true,
                place: nil
            )
        ]
    }
}
