import Diplomacy
import Language

// Which negation denies an act, or what governs it.
extension ScopeReader {
    /// *Not only* denies nothing.
    private func isNegation(_ place: Int) -> Bool {
        read.has(.negation, at: place) && !read.has(.negationVoid, at: place)
            && !isOfUntil(place)
    }

    /// *Waited, until it asked*, in the languages whose *until* takes a negation: *ждали, пока она не попросила*.
    ///
    /// Without a comma before it the word is *for now*: *пока не попросила*.
    private func isOfUntil(_ place: Int) -> Bool {
        let clause = read.tokens[..<place].lastIndex { !$0.isWord }.map { $0 + 1 } ?? 0
        return clause > 0 && read.tokens[clause - 1].kind == .comma && read.has(.until, at: clause)
    }

    /// A negation, or a determiner that is one: *no*, *keine*.
    private func denies(_ place: Int) -> Bool { isDeterminer(place) || isNegation(place) }

    /// The *no* of *no-fly zone* is a part of a word.
    private func isDeterminer(_ place: Int) -> Bool {
        read.has(.negationDeterminer, at: place) && !read.isJoined(place)
    }

    /// *Received no support*, *with the lack of support* where the pattern is *received … support*, *with … support*:
    /// the gap holds the negation.
    ///
    /// One that the pattern holds is what it says: *на просьбу … не ответила* rejects.
    private func negatesWithin(_ cue: ReadSentence.ActCue) -> Bool {
        guard cue.match.hasGap, cue.frame.polarity == .done else { return false }
        let gap = cue.match.gap
        return gap.contains { denies($0) && !isOfAnother($0, cue) }
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
    func isDenied(
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
    func negation(of match: Match, _ range: Range<Int>) -> Int? {
        let start = match.tokens.lowerBound
        var steps = 0
        for place in stride(from: start - 1, through: range.lowerBound, by: -1) {
            if isDeterminer(place), steps <= 3 { return place }
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
        return negationBehind(match, after) ?? negationBeforeObject(of: match, after)
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
            ([part] + tree.dependents(of: part, by: ["det", "cc", "advmod"])).first(where: denies)
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
    /// Waffen keine*; *A zog ab, B dagegen nicht* and *trat aus und duldet A nicht* deny another's act or another act.
    private func negationBehind(_ match: Match, _ after: Range<Int>) -> Int? {
        guard let place = after.last(where: { denies($0) }) else { return nil }
        let next = place + 1
        guard next >= after.upperBound || !read.tokens[next].isWord else { return nil }
        let gap = match.tokens.upperBound..<max(match.tokens.upperBound, place)
        let comma = gap.last { read.tokens[$0].kind == .comma }
        if let comma, read.has(.contrast, in: comma..<place),
            !gap.suffix(from: comma).contains(where: { read.isVerb[$0] })
        {
            return nil
        }
        guard let head = read.tree.heads[place], !match.tokens.contains(head) else { return place }
        let isAnothers =
            read.isVerb[head] && read.tree.heads[head] == match.head
            && read.tree.universals[head] == "conj"
        return isAnothers || comma != nil && !read.isVerb[head] ? nil : place
    }

    private func isAuxiliary(_ place: Int) -> Bool {
        read.has(.passiveAuxiliary, at: place) || read.has(.perfectAuxiliary, at: place)
            || read.has(.futureAuxiliary, at: place)
    }
}
