import Diplomacy
import Language

// Who did it, and to whom: the slots of the frame, the passive turned round, requests and refusals.
extension ActCoder {
    struct Parties {
        var sources: [ArgumentFinder.Party] = []
        var targets: [ArgumentFinder.Party] = []
        /// The sources did it to each other.
        var isReciprocal = false
        /// The target is only the nearest party that was left.
        var isGuess = false
    }

    func parties(of cue: ReadSentence.ActCue, _ scope: Scope) -> Parties {
        let arguments = self.arguments
        var parties = Parties()
        if scope.isAsked, let carrier = scope.carrier {
            return asked(cue, carrier, arguments)
        }
        if scope.act == .reject, cue.frame.act == .request, cue.frame.form == .noun,
            let carrier = scope.carrier
        {
            // *Turned down a Saudi request*: refused is who asked.
            parties.sources = arguments.parties(arguments.subject(at: carrier), "who refuses")
            let asker = arguments.owners(of: cue.match.tokens).prefix(1)
            parties.targets = arguments.parties(Array(asker), "who had asked")
            return parties
        }
        if scope.act == .reject, cue.frame.act != .reject, cue.frame.form == .noun,
            let carrier = scope.carrier
        {
            // *Blocked EU aid to Ukraine*: the blocker against whom the aid was for.
            let subject = arguments.subject(at: carrier)
            parties.sources =
                subject.isEmpty
                ? arguments.inheritedSubject(at: carrier)
                : arguments.parties(subject, "who refuses")
            let known = Set(subject)
            let targets = arguments.fill(
                cue.frame.target,
                of: cue,
                at: cue.match.head,
                excluding: known.union(arguments.owners(of: cue.match.tokens))
            )
            parties.targets = arguments.parties(
                targets.isEmpty
                    ? arguments.owners(of: cue.match.tokens).filter { !known.contains($0) }
                    : targets,
                "to whom it was refused"
            )
            return parties
        }
        if let between = between(cue, arguments) {
            parties.sources = between
            parties.isReciprocal = true
            return parties
        }
        let isPassive = cue.frame.form == .verb && isPassive(cue)
        var sources: [Int]
        var targets: [Int]
        if isPassive {
            sources = agent(of: cue, arguments)
            targets = arguments.subject(at: cue.match.head)
            if targets.isEmpty {
                parties.targets = arguments.inheritedSubject(at: cue.match.head)
            }
        } else {
            sources = fillSource(cue, scope, arguments)
            targets = arguments.fill(
                cue.frame.target,
                of: cue,
                at: cue.match.head,
                excluding: Set(sources)
            )
        }
        if sources.isEmpty, !isPassive {
            let anchor = scope.carrier ?? cue.match.head
            if takesSubject(cue, scope) {
                parties.sources = arguments.inheritedSubject(at: anchor)
            }
        }
        if scope.isConverse, let carrier = scope.carrier {
            let receiver = arguments.subject(at: carrier)
            if targets.isEmpty || sources == receiver { targets = receiver }
            if sources == receiver { sources = fromSource(cue, arguments) }
        }
        if targets.isEmpty, parties.targets.isEmpty, !isPassive {
            targets = beneficiaries(of: cue, scope, besides: sources)
        }
        if targets.isEmpty, parties.targets.isEmpty, !cue.frame.target.isEmpty, !isPassive,
            !cue.frame.condition.contains(.party)
        {
            targets = following(cue, arguments, excluding: Set(sources))
            parties.isGuess = !targets.isEmpty
        }
        if !sources.isEmpty {
            parties.sources = arguments.parties(sources, "source of '\(head(cue))'")
        }
        if !targets.isEmpty {
            parties.targets = arguments.parties(targets, "target of '\(head(cue))'")
        }
        if cue.frame.condition.contains(.echo) {
            parties.targets = received(parties.sources)
            return parties
        }
        carryOver(cue, scope, &parties)
        complete(cue, arguments, &parties)
        // *A and B met in Moscow*: with each other, not with the place.
        if scope.act.isMutual, parties.sources.count >= 2, targets.allSatisfy(isPlace) {
            parties.targets = []
        }
        if parties.targets.isEmpty, scope.act.isMutual, parties.sources.count >= 2 {
            parties.isReciprocal = true
        }
        parties.sources.removeAll { $0.actor == nil }
        // The subject of another sentence and whatever party comes next are no reading.
        if parties.isGuess, parties.sources.allSatisfy({ $0.place == nil }) { parties.targets = [] }
        return parties
    }

    /// *Greece did so too*: to whom it was done before.
    private func received(_ sources: [ArgumentFinder.Party]) -> [ArgumentFinder.Party] {
        let receivers = sources.compactMap { $0.actor.flatMap(discourse.receiver(ofEchoBy:)) }
        return Set(receivers).sorted { $0.rawValue < $1.rawValue }.map {
            .init(
                actor: $0,
                how: "from what was told before",
                isCarriedOver: true,
                place: nil
            )
        }
    }

    func isPlace(_ index: Int) -> Bool {
        let first = mentions[index].tokens.lowerBound
        return mentions[index].preposition != nil && !mentions[index].isPerson
            && read.has(.seatPreposition, in: max(0, first - 3)..<first)
    }

    func fillSource(
        _ cue: ReadSentence.ActCue,
        _ scope: Scope,
        _ arguments: ArgumentFinder
    ) -> [Int] {
        // *Blocked B's plans to help*: whoever blocks them refuses.
        if let plan = scope.plan, scope.act != .reject, cue.frame.source.contains(.subject),
            let owner = arguments.owners(of: plan).first
        {
            return [owner]
        }
        let own = besideCue(cue, arguments)
        let prefersSubject = cue.frame.source.first == .subject
        if !prefersSubject, !own.isEmpty { return own }
        let anchor = scope.carrier ?? cue.match.head
        if takesSubject(cue, scope) {
            let subject = arguments.subject(at: anchor)
            if !subject.isEmpty { return subject }
        }
        // *Was not invited*: the subject of a passive phrase is no source.
        if own.isEmpty, cue.frame.form == .phrase, !cue.frame.source.isEmpty,
            cue.frame.target.first != .subject
        {
            return arguments.fill(
                [.possessor, .subject],
                of: cue,
                at: cue.match.head,
                excluding: []
            )
        }
        return own
    }

    /// A verb has a subject where its frame asks for one; a noun only through the verb that carries it.
    private func takesSubject(_ cue: ReadSentence.ActCue, _ scope: Scope) -> Bool {
        scope.carrier != nil || (cue.frame.form != .noun && cue.frame.source.contains(.subject))
    }

    /// The source where it stands beside the act's own word rather than as a subject.
    private func besideCue(_ cue: ReadSentence.ActCue, _ arguments: ArgumentFinder) -> [Int] {
        arguments.fill(
            cue.frame.source.filter { $0 != .subject },
            of: cue,
            at: cue.match.head,
            excluding: []
        )
    }

    /// *received support from Russia*: the giver stands after a preposition.
    func fromSource(_ cue: ReadSentence.ActCue, _ arguments: ArgumentFinder) -> [Int] {
        let own = besideCue(cue, arguments)
        return own.isEmpty ? agent(of: cue, arguments) : own
    }

    /// The doer of a passive: after *by*, *von*, *з боку*, or in the instrumental.
    func agent(of cue: ReadSentence.ActCue, _ arguments: ArgumentFinder) -> [Int] {
        let clause = arguments.clause(of: cue.match.head)
        let found = arguments.indices(in: clause).first { index in
            let mention = mentions[index]
            let first = mention.tokens.lowerBound
            guard first >= cue.match.tokens.upperBound || read.traits.contains(.cases) else {
                return false
            }
            // *Recognised as part of A but populated by B*: the doer of another verb.
            let gap = cue.match.tokens.upperBound..<max(cue.match.tokens.upperBound, first)
            if gap.contains(where: { read.tree.tags[$0] == .verb }) { return false }
            if mention.preposition == nil {
                return mention.features.contains(.instrumental)
                    && mention.features.isDisjoint(with: [.nominative, .accusative])
            }
            return (max(0, first - 4)..<first).contains { read.has(.agent, at: $0) }
        }
        return found.map(arguments.list(of:)) ?? []
    }

    /// *clashes between A and B*, *переговори між А і Б*.
    func between(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder
    )
        -> [ArgumentFinder.Party]?
    {
        let found = arguments.indices(in: arguments.clause(of: cue.match.head)).filter {
            let first = mentions[$0].tokens.lowerBound
            return first >= cue.match.tokens.upperBound && mentions[$0].preposition != nil
                && (cue.match.tokens.upperBound..<first).contains { read.has(.between, at: $0) }
        }
        guard let first = found.first, found.count >= 2 else { return nil }
        // *A meeting between A and B in C*: the place is no party.
        let list = arguments.list(of: first)
        return arguments.parties(list.count > 1 ? list : found, "parties of '\(head(cue))'")
    }

    func asked(
        _ cue: ReadSentence.ActCue,
        _ carrier: Int,
        _ arguments: ArgumentFinder
    ) -> Parties {
        var parties = Parties()
        let subject = arguments.subject(at: carrier)
        parties.sources =
            subject.isEmpty
            ? arguments.inheritedSubject(at: carrier) : arguments.parties(subject, "who asks")
        let asker = Set(parties.sources.compactMap(\.actor))
        let others = mentions.indices.filter {
            mentions[$0].actor.map { !asker.contains($0) } == true && !mentions[$0].isModifier
        }
        let after = others.filter {
            mentions[$0].tokens.lowerBound > carrier
                && mentions[$0].tokens.lowerBound - carrier <= 8
        }
        let before = others.last { mentions[$0].tokens.upperBound <= carrier }
        if let place = after.first ?? before {
            parties.targets = arguments.parties(arguments.list(of: place), "who is asked")
        }
        return parties
    }
}
