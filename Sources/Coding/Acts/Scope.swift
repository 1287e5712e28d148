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
        case .end where scope.act == .consult || cue.frame.kind == .mediation:
            // *Finished his visit*, *A's mediation ended with an agreement*: it took place.
            break
        case .negate, .negateWeak, .end:
            if effect == .negateWeak, scope.polarity == .notDone { return }
            // *Asked in vain*: it was asked.
            if scope.act.quad == .verbalConflict,
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
            if scope.act.isHostile, isDemanded(governor.match) { break }
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

    func clauseRange(_ place: Int) -> Range<Int> {
        clauses.first { $0.tokens.contains(place) }?.tokens ?? 0..<read.tokens.count
    }

    private func word(_ place: Int) -> String { read.tokens[place].folded }
}
