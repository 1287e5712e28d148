import Diplomacy
import Language

/// What the words around an act do to it: negation, refusal, future, fear, condition.
struct Scope: Hashable {
    var act: Act
    var polarity: Polarity
    var modality: Modality
    /// Asked for instead of done: the act becomes a request in the other direction.
    var isAsked = false
    /// The verb that carries the act's noun lends its subject; a converse one, its target.
    var carrier: Int?
    var isConverse = false
    /// The noun that governs the act, whose owner is its source: *the Kremlin's plans to invade*.
    var plan: Range<Int>?
    var reasons: [String] = []
}

/// Reads the scope of an act from its governors and negations.
///
/// Governors apply from the nearest outwards, so that "refused to stop supplying" is first a
/// sanction and then its refusal. A governor reaches an act in its own clause or from the end of
/// the clause before.
struct ScopeReader {
    /// How many words may stand between a governor and what it governs: two noun phrases.
    private static let reach = 7

    let read: ReadSentence
    let clauses: [Clause]

    func scope(of cue: ReadSentence.ActCue) -> Scope {
        var scope = Scope(act: cue.frame.act, polarity: cue.frame.polarity, modality: .fact)
        let clause = clauses.first { $0.tokens.contains(cue.match.head) }
        let range = clause?.tokens ?? 0..<read.tokens.count
        applyTense(cue.match, range, &scope)
        let governors = governors(of: cue, range)
        if isDenied(cue, range, governors) {
            scope.polarity = scope.polarity.reversed
            scope.reasons.append("negation before '\(word(cue.match.head))'")
        }
        var used: Set<Int> = [cue.match.head]
        for governor in governors where used.insert(governor.match.head).inserted {
            apply(governor, cue, range, &scope)
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

    /// *Received no support*, *with the lack of support* where the pattern is *received … support*, *with … support*:
    /// the gap holds the negation.
    private func negatesWithin(_ cue: ReadSentence.ActCue) -> Bool {
        guard cue.match.hasGap, cue.frame.polarity == .done else { return false }
        let gap = cue.match.tokens.dropFirst()
        return gap.contains { place in
            read.has(.negationDeterminer, at: place)
                || read.has(.negation, at: place) && !read.has(.negationVoid, at: place)
        }
            || read.governors.contains { governor in
                governor.effect == .negate && governor.match.tokens.allSatisfy(gap.contains)
            }
    }

    /// Whether the act's own words are denied; where negations agree, *no help* beside *did not give* is one.
    private func isDenied(
        _ cue: ReadSentence.ActCue,
        _ range: Range<Int>,
        _ governors: [ReadSentence.GovernorCue]
    ) -> Bool {
        if negatesWithin(cue) { return true }
        guard let place = negation(of: cue.match, range) else { return false }
        let isOneOfTwo =
            read.traits.contains(.negativeConcord) && read.has(.negationDeterminer, at: place)
            && governors.contains { negation(of: $0.match, clauseRange($0.match.head)) != nil }
        return !isOneOfTwo
    }

    /// A negation counts from the nearest verb to the left on: *did not provide any help* negates
    /// *help* through *provide*, *no support* negates at once.
    private func negation(of match: Match, _ range: Range<Int>) -> Int? {
        let start = match.tokens.lowerBound
        var steps = 0
        for place in stride(from: start - 1, through: range.lowerBound, by: -1) {
            if read.has(.negationDeterminer, at: place), steps <= 3 { return place }
            if read.has(.negation, at: place), !read.has(.negationVoid, at: place) {
                return steps <= 3 ? place : nil
            }
            guard read.tokens[place].isWord else { break }
            if read.isVerb[place], !isAuxiliary(place) { break }
            steps += 1
        }
        // German: *unterstützt Armenien nicht*.
        guard match.features.contains(.present) || match.features.contains(.past) else {
            return nil
        }
        let after = (match.tokens.upperBound..<max(match.tokens.upperBound, range.upperBound))
        return Self.negationBehind(read, after)
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

    // MARK: Governors

    /// The governors whose reach holds the cue, the nearest first.
    private func governors(
        of cue: ReadSentence.ActCue,
        _ range: Range<Int>
    )
        -> [ReadSentence.GovernorCue]
    {
        let head = cue.match.tokens
        return read.governors.filter { governor in
            // Words inside a longer phrase of the act are spent.
            guard !governor.match.tokens.overlaps(head) else { return false }
            // *It would seem* only hedges.
            if read.has(.conditionalParticle, at: governor.match.head),
                read.has(.hedge, at: governor.match.head)
            {
                return false
            }
            // *Never* is a negation already, and *жодного … не* one negation.
            if governor.match.tokens.contains(where: {
                read.has(.negation, at: $0) || read.has(.negationDeterminer, at: $0)
            }) {
                // *No sign that A is ready to come*: too far off to be read as the act's own.
                return governor.effect == .negate
                    && isFurtherComplement(cue.match, of: governor.match)
            }
            if governor.match.tokens.upperBound <= head.lowerBound {
                let gap = governor.match.tokens.upperBound..<head.lowerBound
                if isFurtherComplement(cue.match, of: governor.match) { return true }
                guard gap.count <= Self.reach, !gap.contains(where: isActVerb) else { return false }
                return range.contains(governor.match.head) || isOpen(gap)
            }
            // *Воевать они не станут*: the act hangs on a governor that follows.
            if isComplement(cue.match, of: governor.match) { return true }
            // Verb-last clauses and *help was refused*: the governor follows in the clause.
            return range.contains(governor.match.head)
                && !governor.match.features.isDisjoint(with: [.finite, .passive])
                && governor.match.tokens.lowerBound - head.upperBound <= Self.reach
                && cue.frame.form == .noun
        }
        .sorted { distance($0, head) < distance($1, head) }
    }

    private static let complements: Set<String> = ["xcomp", "ccomp", "csubj"]
    /// *No sign that A is ready to take part*: so many governors, and words like *того* between them, may stand over each other.
    private static let mostLinks = 4

    /// Whether the tree joins the act's verb to the governor as what it is about.
    private func isComplement(_ act: Match, of governor: Match) -> Bool {
        let head = read.tree.head(of: act.tokens)
        guard let above = read.tree.heads[head] else { return false }
        return governor.tokens.contains(above)
            && Self.complements.contains(read.tree.universals[head])
    }

    /// *No sign that A is ready to take part*: whether the act hangs on the governor over others that it is governed by.
    private func isFurtherComplement(_ act: Match, of governor: Match) -> Bool {
        let tree = read.tree
        var place = tree.head(of: act.tokens)
        for link in 0..<Self.mostLinks {
            let relation = tree.universals[place]
            guard let above = tree.heads[place],
                Self.complements.contains(relation) || relation == "acl"
                    || relation == "nmod" && tree.tags[place] == .det
                    || relation == "nmod" && tree.tags[place] == .pron
            else { return false }
            if governor.tokens.contains(above) { return link > 0 }
            let isLink =
                read.governors.contains { $0.match.tokens.contains(above) }
                || tree.tags[above] == .det || tree.tags[above] == .pron
            guard isLink else { return false }
            place = above
        }
        return false
    }

    /// The verb of another act stands between: what governs that one does not reach further.
    private func isActVerb(_ place: Int) -> Bool {
        read.isVerb[place]
            && read.acts.contains { $0.match.head == place && $0.frame.form == .verb }
            && !read.governors.contains { $0.match.head == place }
    }

    private func distance(_ governor: ReadSentence.GovernorCue, _ head: Range<Int>) -> Int {
        governor.match.tokens.upperBound <= head.lowerBound
            ? head.lowerBound - governor.match.tokens.upperBound
            : governor.match.tokens.lowerBound - head.upperBound
    }

    /// From a clause into its complement: no other act's verb and no stop between.
    private func isOpen(_ gap: Range<Int>) -> Bool {
        gap.count <= (read.traits.contains(.verbLast) ? Self.reach : 4)
            && gap.allSatisfy {
                !read.isVerb[$0] && read.tokens[$0].kind != .stop
                    // Where the verb comes last, *der* may as well be an article.
                    && (read.traits.contains(.verbLast) || !read.has(.relative, at: $0))
                    && !read.has(.contrast, at: $0)
            }
    }

    private func apply(
        _ governor: ReadSentence.GovernorCue,
        _ cue: ReadSentence.ActCue,
        _ range: Range<Int>,
        _ scope: inout Scope
    ) {
        let name = word(governor.match.head)
        let isNegated = negation(of: governor.match, clauseRange(governor.match.head)) != nil
        let isFuture =
            governor.match.features.contains(.future)
            && governor.match.features.isDisjoint(with: [.past, .present])
        var effect = governor.effect
        if isNegated {
            switch effect {
            case .light, .lightConverse, .keepOn, .expected, .possible, .duty:
                scope.polarity = scope.polarity.reversed
                scope.reasons.append("negation of '\(name)'")
            case .refuse, .negate, .stop, .end, .unlikely, .denied:
                effect = .keepOn
                scope.reasons.append("'\(name)' is itself negated")
            case .negateWeak, .feared, .ask: break
            }
        }
        let isNoun = governor.match.features.isDisjoint(with: [
            .finite, .infinitive, .gerund, .passive,
        ])
        if isNoun, governor.match.tokens.upperBound <= cue.match.tokens.lowerBound {
            scope.plan = scope.plan ?? governor.match.tokens
        }
        switch effect {
        case .light, .lightConverse:
            guard cue.frame.form == .noun, scope.carrier == nil else { return }
            scope.carrier = governor.match.head
            scope.isConverse = effect == .lightConverse
            if isFuture { scope.modality = .expected }
        case .negate, .negateWeak, .end:
            if effect == .negateWeak, scope.polarity == .notDone { return }
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
            scope.carrier = governor.match.head
        case .keepOn: break
        }
        scope.reasons.append("'\(name)': \(effect.rawValue)")
    }

    private func clauseRange(_ place: Int) -> Range<Int> {
        clauses.first { $0.tokens.contains(place) }?.tokens ?? 0..<read.tokens.count
    }

    private func word(_ place: Int) -> String { read.tokens[place].folded }
}
