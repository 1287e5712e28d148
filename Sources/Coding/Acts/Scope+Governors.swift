import Diplomacy
import Language

// Which governors reach an act: by the words between them, or because the tree joins them.
extension ScopeReader {
    /// The governors whose reach holds the cue, the nearest first.
    func governors(
        of cue: ReadSentence.ActCue,
        _ range: Range<Int>
    )
        -> [ReadSentence.GovernorCue]
    {
        let head = cue.match.tokens
        var reached = read.governors.filter { reaches($0, cue, range) }
        // *Is hardly likely to take part in the provision of help*: what governs the verb that carries the act governs the act.
        var carriers = reached.filter(\.effect.isLight)
        while let carrier = carriers.popLast() {
            let further = read.governors.filter { governor in
                !reached.contains(governor) && mayGovern(governor, cue)
                    && stands(governor, before: carrier.match.tokens, range)
            }
            reached += further
            carriers += further.filter(\.effect.isLight)
        }
        return reached.sorted { distance($0, head) < distance($1, head) }
    }

    /// Whether a governor may have to do with an act at all.
    private func mayGovern(
        _ governor: ReadSentence.GovernorCue,
        _ cue: ReadSentence.ActCue
    ) -> Bool {
        // Words inside a longer phrase of the act are spent.
        guard !governor.match.tokens.overlaps(cue.match.tokens),
            !isCircumstance(cue.match, of: governor.match)
        else { return false }
        // *It would seem* only hedges.
        if read.has(.conditionalParticle, at: governor.match.head),
            read.has(.hedge, at: governor.match.head)
        {
            return false
        }
        // *Did not rule out sending troops*: they may come.
        if governor.effect == .possible { return true }
        // *Never* is a negation already, and *жодного … не* one negation.
        return !governor.match.tokens.contains {
            read.has(.negation, at: $0) || read.has(.negationDeterminer, at: $0)
        }
            // *No sign that A is ready to come*: too far off to be read as the act's own.
            || governor.effect == .negate
                && isFurtherComplement(cue.match, of: governor.match)
    }

    private func reaches(
        _ governor: ReadSentence.GovernorCue,
        _ cue: ReadSentence.ActCue,
        _ range: Range<Int>
    ) -> Bool {
        guard mayGovern(governor, cue) else { return false }
        let head = cue.match.tokens
        if governor.match.tokens.upperBound <= head.lowerBound {
            return isFurtherComplement(cue.match, of: governor.match)
                || stands(governor, before: head, range)
                // *It is unlikely that A will send troops*.
                || governor.effect == .unlikely && isComplement(cue.match, of: governor.match)
        }
        // *Воевать они не станут*: the act hangs on a governor that follows.
        if isComplement(cue.match, of: governor.match) { return true }
        // *The meeting between A and B in C was called off*: however long its subject is.
        if isSubject(cue.match, of: governor) { return true }
        // Verb-last clauses and *help was refused*: the governor follows in the clause.
        return range.contains(governor.match.head)
            && !governor.match.features.isDisjoint(with: [.finite, .passive])
            && governor.match.tokens.lowerBound - head.upperBound <= Self.reach
            && cue.frame.form == .noun
    }

    /// Whether a governor stands before the words near enough to govern them, with no verb of another act between.
    private func stands(
        _ governor: ReadSentence.GovernorCue,
        before words: Range<Int>,
        _ range: Range<Int>
    ) -> Bool {
        guard governor.match.tokens.upperBound <= words.lowerBound else { return false }
        let gap = governor.match.tokens.upperBound..<words.lowerBound
        guard gap.count <= Self.reach, !gap.contains(where: isActVerb),
            !isToldApart(governor.match, before: words)
        else { return false }
        return range.contains(governor.match.head) || isOpen(gap)
    }

    /// *Withdrew its ambassador and expelled A's*, *A, which lost 196 citizens, accuses B*, *demanded an end to the attacks*: whether the
    /// tree has the governor beside the words or under them, and not over them.
    private func isToldApart(_ governor: Match, before words: Range<Int>) -> Bool {
        let tree = read.tree
        let head = tree.head(of: words)
        guard let path = tree.path(from: head, to: tree.head(of: governor.tokens)) else {
            return false
        }
        if path.down.isEmpty {
            // What the governor's verb is joined to is a second thing told, and so is *accusing both*, behind a comma; *um A beizustehen*
            // is what it is for.
            let isParted = (governor.tokens.upperBound..<words.lowerBound).contains {
                read.tokens[$0].kind == .comma
            }
            return path.up.last == "conj" && read.isVerb[governor.head]
                || path.up.last == "advcl" && isParted
                    && !tree.features[head].contains("VerbForm=Inf")
        }
        return path.up.isEmpty && Self.parts.contains(path.down[0])
    }

    /// What hangs on a word by these is what it is about, or tells more of it.
    private static let parts: Set<String> = ["obj", "iobj", "obl", "nsubj", "acl", "nmod"]

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

    /// Whether the act is what the governor is said of: *the talks did not take place*, *the visit was called off*.
    private func isSubject(_ act: Match, of cue: ReadSentence.GovernorCue) -> Bool {
        let governor = cue.match
        let tree = read.tree
        let head = tree.head(of: act.tokens)
        // *The support, which proved too little*.
        let isDescribed = governor.tokens.contains { place in
            tree.relations[place] == "acl:relcl" && tree.heads[place] == head
                && tree.dependents(of: place, by: ["nsubj"]).contains {
                    read.has(.relative, at: $0)
                }
        }
        if isDescribed { return true }
        guard tree.universals[head] == "nsubj", let verb = tree.heads[head],
            governor.tokens.contains(verb)
        else { return false }
        if tree.relations[head] == "nsubj:pass" { return true }
        // *A's veto prevented help*, *strikes cut off the power*: what has an object does not happen to its subject.
        return cue.effect != .stop
            && tree.dependents(of: verb, by: ["obj", "ccomp", "xcomp"]).allSatisfy(
                governor.tokens.contains
            )
    }

    /// *After the talks with A, B refused*, *without A's help B would not have won*: whether the act is only when or why the governor's
    /// clause holds.
    private func isCircumstance(_ act: Match, of governor: Match) -> Bool {
        let tree = read.tree
        var place = tree.head(of: act.tokens)
        for _ in read.tokens.indices {
            if governor.tokens.contains(place) { return false }
            if tree.universals[place] == "obl",
                tree.adposition(at: place).map({
                    read.has(.circumstance, at: $0) || read.has(.cause, at: $0)
                }) == true
            {
                return true
            }
            guard let above = tree.heads[place] else { return false }
            place = above
        }
        return false
    }

    /// *No sign that A is ready to take part*: whether the act hangs on the governor over others that it is governed by.
    private func isFurtherComplement(_ act: Match, of governor: Match) -> Bool {
        let tree = read.tree
        var place = tree.head(of: act.tokens)
        for link in 0..<Self.mostLinks {
            let relation = tree.universals[place]
            guard let above = tree.heads[place],
                Self.complements.contains(relation) || relation == "acl"
                    || relation == "nmod" && tree.isPronominal(place)
            else { return false }
            if governor.tokens.contains(above) { return link > 0 }
            let isLink =
                read.governors.contains { $0.match.tokens.contains(above) }
                || tree.isPronominal(above)
            guard isLink else { return false }
            place = above
        }
        return false
    }

    /// *Urged A to stop its air strikes*, *demanded an end to the raids*: whether what a word would stop goes on, since somebody asks
    /// for the stop.
    func isDemanded(_ governor: Match) -> Bool {
        let tree = read.tree
        var place = tree.head(of: governor.tokens)
        for _ in 0..<Self.mostLinks {
            guard let above = tree.heads[place] else { return false }
            place = above
            let asks =
                read.governors.contains { $0.effect == .ask && $0.match.tokens.contains(place) }
                || read.acts.contains {
                    $0.frame.act == .request && $0.match.tokens.contains(place)
                }
            if asks { return true }
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

    /// From a clause into its complement: no other act's verb, no stop and no semicolon between.
    private func isOpen(_ gap: Range<Int>) -> Bool {
        gap.count <= (read.traits.contains(.verbLast) ? Self.reach : 4)
            && gap.allSatisfy {
                !read.isVerb[$0] && read.tokens[$0].kind != .stop && read.tokens[$0].folded != ";"
                    // Where the verb comes last, *der* may as well be an article.
                    && (read.traits.contains(.verbLast) || !read.has(.relative, at: $0))
                    && !read.has(.contrast, at: $0)
                    // *Was not enough, because its attacks went on*: a reason is no complement.
                    && (!read.has(.subordinator, at: $0) || read.has(.complementiser, at: $0))
            }
    }
}
