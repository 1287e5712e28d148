import Diplomacy
import Language

/// What the words around an act do to it: negation, refusal, future, fear, condition.
struct Scope: Hashable {
    var act: Act
    var polarity: Polarity
    var modality: Modality
    /// Asked for instead of done: the act becomes a request in the other direction.
    var isAsked = false
    /// *Did not ask for help*: nobody asked.
    var isAskDenied = false
    /// The verb that carries the act's noun lends its subject; a converse one, its target.
    var carrier: Int?
    var isConverse = false
    /// Support that is pledged, which is given in words.
    var isPledged = false
    /// The noun that governs the act, whose owner is its source: *the Kremlin's plans to invade*.
    var plan: Range<Int>?
    var reasons: [String] = []

    /// The act and the polarity as they are told: what is asked for is a request, made or not.
    var toldAct: Act { isAsked ? .request : act }
    var toldPolarity: Polarity { isAsked ? isAskDenied ? .notDone : .done : polarity }
}

/// Reads the scope of an act from its governors and negations.
///
/// Governors apply from the nearest outwards, so that "refused to stop supplying" is first a
/// sanction and then its refusal. A governor reaches an act in its own clause or from the end of
/// the clause before.
struct ScopeReader {
    /// How many words may stand between a governor and what it governs: two noun phrases.
    static let reach = 7

    let read: ReadSentence
    let clauses: [Clause]

    func scope(of cue: ReadSentence.ActCue) -> Scope {
        var scope = Scope(act: cue.frame.act, polarity: cue.frame.polarity, modality: .fact)
        let clause = clauses.first { $0.tokens.contains(cue.match.head) }
        let range = clause?.tokens ?? 0..<read.tokens.count
        applyTense(cue.match, range, &scope)
        let governors = governors(of: cue, range)
        let negation = negation(of: cue.match, range)
        let isDenied = isDenied(cue, by: negation, governors)
        if isDenied {
            scope.polarity = scope.polarity.reversed
            scope.reasons.append("negation before '\(word(cue.match.head))'")
        }
        // *Не будет участвовать*, *will not be able to help*: one negation denies one of the two.
        var spent = Set(isDenied ? [negation].compactMap(\.self) : [])
        var used: Set<Int> = [cue.match.head]
        for governor in governors where used.insert(governor.match.head).inserted {
            let negation = self.negation(of: governor.match, clauseRange(governor.match.head))
            // *Bat nicht um Hilfe*: who asks not denies the asking, however near the help stands.
            let isNegated =
                negation.map { spent.insert($0).inserted || governor.effect == .ask } ?? false
            apply(governor, isNegated: isNegated, cue, &scope)
        }
        resolveRebuttal(cue, &scope)
        if clause?.kind == .conditional { scope.modality = .hypothetical }
        if range.contains(where: read.isConditional), scope.modality == .fact {
            let isAnnounced = isAnnounced(clause)
            scope.modality = isAnnounced ? .expected : .hypothetical
            scope.reasons.append(isAnnounced ? "future told in the past" : "conditional")
        }
        return scope
    }

    /// *Said that it would hold an exercise*: what was announced, where no condition is named.
    private func isAnnounced(_ clause: Clause?) -> Bool {
        guard let clause, clause.kind == .complement, !read.traits.contains(.cases),
            !read.has(.conditional, in: 0..<read.tokens.count)
        else { return false }
        return read.speech.contains {
            $0.cue.form == .verb && $0.match.head < clause.tokens.lowerBound
        }
    }

    /// *Did not abandon* rebuts a charge: the charge stays on record, as denied.
    ///
    /// *Will not abandon* is a promise of support (codebook, section 10).
    private func resolveRebuttal(_ cue: ReadSentence.ActCue, _ scope: inout Scope) {
        guard cue.frame.polarity == .notDone, scope.polarity == .done, scope.modality == .fact,
            scope.act == cue.frame.act, !scope.isAsked
        else { return }
        scope.polarity = .notDone
        scope.modality = .denied
        scope.reasons.append("a charge rebutted")
    }

    private func applyTense(_ match: Match, _ range: Range<Int>, _ scope: inout Scope) {
        let isFuture =
            match.features.contains(.future) && match.features.isDisjoint(with: [.past, .present])
        let lead = max(range.lowerBound, match.head - 5)..<match.head
        if isFuture || read.has(.futureAuxiliary, in: lead) && !match.features.contains(.passive) {
            scope.modality = .expected
            scope.reasons.append("future")
        }
    }

    // MARK: Negation

    /// *Not only* denies nothing.
    private func isNegation(_ place: Int) -> Bool {
        read.has(.negation, at: place) && !read.has(.negationVoid, at: place)
    }

    /// *Received no support*, *with the lack of support* where the pattern is *received … support*, *with … support*:
    /// the gap holds the negation.
    ///
    /// One that the pattern holds is what it says: *на просьбу … не ответила* rejects.
    private func negatesWithin(_ cue: ReadSentence.ActCue) -> Bool {
        guard cue.match.hasGap, cue.frame.polarity == .done else { return false }
        let gap = cue.match.gap
        return gap.contains { place in
            (read.has(.negationDeterminer, at: place) || isNegation(place))
                && !isOfAnother(place, cue)
        }
            || read.governors.contains { governor in
                governor.effect == .negate && governor.match.tokens.allSatisfy(gap.contains)
            }
    }

    /// *Stood behind A without reservation*, *asked A not to come*: the negation is of a noun beside the act, or of what is asked for.
    private func isOfAnother(_ place: Int, _ cue: ReadSentence.ActCue) -> Bool {
        if cue.frame.act == .request, read.has(.infinitiveMarker, at: place + 1) { return true }
        guard read.has(.preposition, at: place), let noun = read.tree.heads[place] else {
            return false
        }
        return cue.match.gap.contains(noun)
    }

    /// Whether the act's own words are denied; where negations agree, *no help* beside *did not give* is one.
    private func isDenied(
        _ cue: ReadSentence.ActCue,
        by negation: Int?,
        _ governors: [ReadSentence.GovernorCue]
    ) -> Bool {
        if negatesWithin(cue) { return true }
        guard let place = negation else { return false }
        let isOneOfTwo =
            read.traits.contains(.negativeConcord) && read.has(.negationDeterminer, at: place)
            && governors.contains { self.negation(of: $0.match, clauseRange($0.match.head)) != nil }
        return !isOneOfTwo
    }

    /// A negation counts from the nearest verb to the left on: *did not provide any help* negates
    /// *help* through *provide*, *no support* negates at once.
    private func negation(of match: Match, _ range: Range<Int>) -> Int? {
        let start = match.tokens.lowerBound
        var steps = 0
        for place in stride(from: start - 1, through: range.lowerBound, by: -1) {
            if read.has(.negationDeterminer, at: place), steps <= 3 { return place }
            if isNegation(place) {
                return steps <= 3 && !isOfParticiple(place, before: match) ? place : nil
            }
            guard read.tokens[place].isWord else { break }
            if read.isVerb[place], !isAuxiliary(place) { break }
            steps += 1
        }
        if let place = negation(inPartsOf: match, range) { return place }
        // German: *unterstützt Armenien nicht*.
        guard match.features.contains(.present) || match.features.contains(.past) else {
            return nil
        }
        let after = (match.tokens.upperBound..<max(match.tokens.upperBound, range.upperBound))
        return Self.negationBehind(read, after) ?? negationBeforeObject(of: match, after)
    }

    /// *Назвав удари нічим не спровокованою агресією і запевнив*: the negation is of a participle, which is no part of the act's verb.
    private func isOfParticiple(_ place: Int, before match: Match) -> Bool {
        let tree = read.tree
        guard read.traits.contains(.negativeConcord), let word = tree.heads[place], word > place,
            word < match.tokens.lowerBound
        else { return false }
        return tree.features[word].contains("VerbForm=Part") && tree.universals[word] != "root"
            && tree.path(from: match.head, to: word)?.down.isEmpty == false
    }

    /// *Neither A nor B, whom the rebels had asked for help, condemned C*, *lieferte A nach eigener Darstellung keine Waffen*: whoever does
    /// it is nobody, and what is done is nothing, however far away.
    ///
    /// Where negations agree, the verb has its own; what the act's own words hold they say themselves (*has no intention*).
    private func negation(inPartsOf match: Match, _ range: Range<Int>) -> Int? {
        guard !read.traits.contains(.negativeConcord) else { return nil }
        let tree = read.tree
        func negation(_ part: Int) -> Int? {
            ([part] + tree.dependents(of: part, by: ["det", "cc", "advmod"])).first { place in
                read.has(.negationDeterminer, at: place) || isNegation(place)
            }
        }
        let subjects = tree.dependents(of: match.head, by: ["nsubj"])
        // *Sent no soldiers, but observers*: a governor's object may be another than the act's.
        let isAct = read.cues.contains { $0.match == match }
        let objects = isAct ? tree.dependents(of: match.head, by: ["obj"]) : []
        return subjects.lazy.compactMap(negation).first
            ?? objects.lazy.filter { range.contains($0) && !match.tokens.contains($0) }
            .compactMap(negation).first
    }

    /// *Bat Russland nicht um Hilfe*: a negation of the verb before what the verb is about; *nicht um A, sondern um B*
    /// denies A alone.
    private func negationBeforeObject(of match: Match, _ after: Range<Int>) -> Int? {
        after.first { place in
            isNegation(place)
                && read.has(.preposition, at: place + 1)
                && read.tree.heads[place].map(match.tokens.contains) == true
                && !read.has(.contrast, in: place..<after.upperBound)
        }
    }

    /// A negation after the finite verb must close its clause: *unterstützt Armenien nicht*, *liefert
    /// Waffen keine*.
    private static func negationBehind(_ read: ReadSentence, _ after: Range<Int>) -> Int? {
        guard
            let place = after.last(where: {
                read.has(.negation, at: $0) || read.has(.negationDeterminer, at: $0)
            })
        else { return nil }
        let next = place + 1
        return next >= after.upperBound || !read.tokens[next].isWord ? place : nil
    }

    private func isAuxiliary(_ place: Int) -> Bool {
        read.has(.passiveAuxiliary, at: place) || read.has(.perfectAuxiliary, at: place)
            || read.has(.futureAuxiliary, at: place)
    }

    private func apply(
        _ governor: ReadSentence.GovernorCue,
        isNegated: Bool,
        _ cue: ReadSentence.ActCue,
        _ scope: inout Scope
    ) {
        let name = word(governor.match.head)
        let isFuture =
            governor.match.features.contains(.future)
            && governor.match.features.isDisjoint(with: [.past, .present])
        var effect = governor.effect
        if isNegated {
            switch effect {
            case .light, .lightConverse, .keepOn, .expected, .pledge, .possible, .duty:
                scope.polarity = scope.polarity.reversed
                scope.reasons.append("negation of '\(name)'")
            case .refuse, .negate, .stop, .end, .unlikely, .denied:
                effect = .keepOn
                scope.reasons.append("'\(name)' is itself negated")
            case .negateWeak, .feared, .ask: break
            }
        }
        let isNoun = Self.isNoun(governor)
        // *Plans* may be a verb; where the tree has a noun it is one.
        let isPlan =
            isNoun || governor.effect == .expected && read.tree.tags[governor.match.head] == .noun
        if isPlan, governor.match.tokens.upperBound <= cue.match.tokens.lowerBound {
            scope.plan = scope.plan ?? governor.match.tokens
        }
        switch effect {
        case .light, .lightConverse:
            guard cue.frame.form == .noun, scope.carrier.map(isNounOfGovernor) ?? true else {
                return
            }
            scope.carrier = governor.match.head
            scope.isConverse = effect == .lightConverse
            if isFuture { scope.modality = .expected }
        case .negate, .negateWeak, .end:
            if effect == .negateWeak, scope.polarity == .notDone { return }
            // *Asked in vain*: it was asked.
            if scope.act.quad == .verbalConflict, !isNoun,
                read.tree.tags[governor.match.head] == .adv
                    || read.tree.tags[governor.match.head] == .adj
            {
                return
            }
            scope.polarity = scope.polarity.reversed
            if cue.frame.form == .noun, scope.carrier == nil { scope.carrier = governor.match.head }
        case .refuse:
            scope.act = .reject
            scope.polarity = .done
            if scope.carrier == nil { scope.carrier = governor.match.head }
        case .stop:
            guard scope.act.quad == .materialCooperation || scope.act == .support else {
                scope.polarity = scope.polarity.reversed
                break
            }
            scope.act = .sanction
            scope.polarity = .done
            if scope.carrier == nil { scope.carrier = governor.match.head }
        case .expected: if scope.modality == .fact { scope.modality = .expected }
        case .pledge:
            // Who pledges support has supported in words; what is pledged by name is to come (codebook, section 6).
            scope.isPledged = scope.act == .support && scope.polarity == .done
            if scope.modality == .fact, !scope.isPledged { scope.modality = .expected }
        case .possible:
            guard scope.modality == .fact else { break }
            let isToCome =
                read.has(.conditionalParticle, at: governor.match.head)
                && isAnnounced(clauses.first { $0.tokens.contains(cue.match.head) })
            scope.modality = isToCome ? .expected : .hypothetical
        case .duty: if scope.modality == .fact { scope.modality = .hypothetical }
        case .feared: scope.modality = .feared
        case .denied: scope.modality = .denied
        case .unlikely:
            scope.polarity = scope.polarity.reversed
            scope.modality = .expected
        case .ask:
            guard !scope.act.isHostile || scope.act == .sanction else { return }
            scope.isAsked = true
            scope.isAskDenied = isNegated
            scope.carrier = governor.match.head
        case .keepOn: break
        }
        scope.reasons.append("'\(name)': \(effect.rawValue)")
    }

    private static func isNoun(_ governor: ReadSentence.GovernorCue) -> Bool {
        governor.match.features.isDisjoint(with: [.finite, .infinitive, .gerund, .passive])
    }

    /// *Take part in the provision of help*: whoever takes part helps, since a provision has no subject.
    private func isNounOfGovernor(_ place: Int) -> Bool {
        read.governors.contains { $0.match.head == place && Self.isNoun($0) }
    }

    private func clauseRange(_ place: Int) -> Range<Int> {
        clauses.first { $0.tokens.contains(place) }?.tokens ?? 0..<read.tokens.count
    }

    private func word(_ place: Int) -> String { read.tokens[place].folded }
}
