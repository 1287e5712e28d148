import Diplomacy
import Language

// Whether a form is the word that is meant: noun or verb, active or passive, adjective or governor.
extension ActCoder {
    /// Chooses between the noun and the verb of one form: *support*, *attack*.
    func isMeant(_ cue: ReadSentence.ActCue) -> Bool {
        let isReflexive = cue.match.features.contains(.reflexive)
        if cue.frame.condition.contains(.reflexive), !isReflexive { return false }
        if cue.frame.condition.contains(.notReflexive), isReflexive { return false }
        if isGovernorHere(cue) || isAttributive(cue) || isNounOnly(cue) || isOfCompound(cue) {
            return false
        }
        let rivals = read.acts.filter {
            $0.match.tokens == cue.match.tokens && $0.frame != cue.frame
        }
        guard rivals.contains(where: { ($0.frame.form == .noun) != (cue.frame.form == .noun) })
        else { return true }
        return (cue.frame.form == .noun) == isNounPosition(cue.match.tokens.lowerBound)
    }

    /// The *fly* of a *no-fly zone*.
    private func isOfCompound(_ cue: ReadSentence.ActCue) -> Bool {
        let place = cue.match.tokens.lowerBound - 2
        return read.has(.negationDeterminer, at: place) && read.isJoined(place)
    }

    /// *Stopped trains*: a form that a verb and a noun share, where the tree has a noun.
    private func isNounOnly(_ cue: ReadSentence.ActCue) -> Bool {
        let place = cue.match.head
        return cue.frame.form == .verb && !read.traits.contains(.cases)
            && !cue.match.features.contains(.gerund) && read.tree.tags[place] == .noun
            && ["obj", "obl", "nmod", "compound"].contains(read.tree.universals[place])
    }

    /// *a striking example*, *its main trading partner*: a participle that is an adjective.
    func isAttributive(_ cue: ReadSentence.ActCue) -> Bool {
        let place = cue.match.tokens.lowerBound - 1
        guard cue.frame.form == .verb, cue.match.features == .gerund, place >= 0,
            !read.traits.contains(.cases), read.tokens[place].isWord
        else { return false }
        if read.has(.determiner, at: place) || read.tokens[place].folded == "'s" { return true }
        return read.functions[place].isEmpty && !read.isVerb[place]
            && !mentions.contains { $0.tokens.contains(place) }
            && !read.governors.contains { $0.match.tokens.contains(place) }
    }

    /// *provide support*, *ask for help*, *refuse to sign*: a word that governs another act here
    /// tells none of its own.
    func isGovernorHere(_ cue: ReadSentence.ActCue) -> Bool {
        guard cue.frame.form == .verb else { return false }
        let effects: Set<Governor> = [
            .light, .lightConverse, .ask, .refuse, .stop, .negate, .keepOn,
        ]
        let governs = read.governors.contains {
            $0.match.head == cue.match.head && effects.contains($0.effect)
        }
        guard governs else { return false }
        let clause = arguments.clause(of: cue.match.head)
        return read.acts.contains { other in
            let gap = other.match.tokens.lowerBound - cue.match.tokens.upperBound
            return gap >= 0 && gap <= 4 && other.match.tokens.upperBound <= clause.upperBound + 4
                && (other.frame.form == .noun
                    || !other.match.features.isDisjoint(with: [.infinitive, .gerund]))
        }
    }

    /// *Reportedly sent arms and pledged a loan*: whether a word of hearsay stands in the clause of the act, or hangs on a
    /// word of which the act is a part.
    func isHedged(_ place: Int) -> Bool {
        if read.has(.hedge, in: arguments.clause(of: place)) { return true }
        let parts: Set<String> = ["obj", "conj", "nmod", "obl", "xcomp"]
        var word = place
        while parts.contains(read.tree.universals[word]), let head = read.tree.heads[word] {
            word = head
            if read.tree.dependents(of: word, by: ["advmod"]).contains(where: {
                read.has(.hedge, at: $0)
            }) {
                return true
            }
        }
        return false
    }

    /// *Leaves its friends alone*: that support does not come, of nobody by name and in no past, is a verdict on many events.
    func isAssessment(
        _ cue: ReadSentence.ActCue,
        _ scope: Scope,
        _ target: ArgumentFinder.Party?
    ) -> Bool {
        guard target?.actor == nil, scope.polarity == .notDone,
            scope.act == .support || scope.act == .aid
        else { return false }
        let predicate = read.tree.clauseHead(above: cue.match.head)
        let words = [cue.match.head] + [predicate].compactMap(\.self)
        let tensed = words + words.flatMap { read.tree.dependents(of: $0, by: ["aux", "cop"]) }
        return !tensed.contains {
            let features = read.tree.features[$0]
            return features.contains("Tense=Past") && !features.contains("VerbForm=Part")
        }
    }

    func isNounPosition(_ place: Int) -> Bool {
        guard place > 0 else { return true }
        let before = place - 1
        if read.has(.determiner, at: before) || read.has(.negationDeterminer, at: before) {
            return true
        }
        if read.has(.infinitiveMarker, at: before) || isAuxiliary(before) { return false }
        if let mention = mentions.last(where: { $0.tokens.upperBound == place }) {
            return mention.isModifier
        }
        if read.tokens[before].folded == "'s" { return true }
        return !read.has(.personPronoun, at: before) && !read.has(.pluralPronoun, at: before)
            && !read.has(.relative, at: before)
    }

    func isAuxiliary(_ place: Int) -> Bool {
        read.has(.futureAuxiliary, at: place) || read.has(.conditionalParticle, at: place)
            || read.has(.passiveAuxiliary, at: place)
    }

    func isPassive(_ cue: ReadSentence.ActCue) -> Bool {
        let features = cue.match.features
        guard features.contains(.passive) else { return false }
        let head = cue.match.head
        let clause = arguments.clause(of: head)
        let lead = max(clause.lowerBound, head - 4)..<head
        if read.has(.passiveAuxiliary, in: lead) { return true }
        if read.traits.contains(.cases) {
            let hasPerfect = read.has(.perfectAuxiliary, in: clause)
            let isWerden = read.has(.passiveAuxiliary, in: clause)
            return isWerden || (!features.contains(.past) && !hasPerfect)
        }
        // *a state backed by Russia*: no auxiliary, but a doer right after.
        return read.has(.agent, at: cue.match.tokens.upperBound)
    }
}
