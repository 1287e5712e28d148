import Diplomacy
import Language

// Whom help reached, or did not, where only what came of it says so.
extension ActCoder {
    /// *Thanks to A's help B held out*, *without A's help B was beaten*, *B fled after A's support had weakened*: who does, or
    /// suffers, what came of the help is whom it was meant for.
    func beneficiaries(
        of cue: ReadSentence.ActCue,
        _ scope: Scope,
        besides sources: [Int]
    ) -> [Int] {
        guard scope.act == .support || scope.act == .aid, !sources.isEmpty,
            let outcome = outcome(of: cue, scope)
        else { return [] }
        let givers = Set(sources.compactMap { mentions[$0].actor })
        return parties(ofSubjectOf: outcome).filter { place in
            !sources.contains(place) && mentions[place].actor.map { !givers.contains($0) } ?? false
        }
    }

    /// Whether what came of it is told to say that help stayed away: an inference of whoever tells it.
    func isInferred(_ cue: ReadSentence.ActCue, _ scope: Scope) -> Bool {
        scope.polarity == .notDone && causedOutcome(of: cue, true) != nil
    }

    /// The predicate of the clause that tells what came of the help.
    private func outcome(of cue: ReadSentence.ActCue, _ scope: Scope) -> Int? {
        if let outcome = causedOutcome(of: cue, scope.polarity == .notDone) { return outcome }
        guard scope.polarity == .notDone else { return nil }
        return read.tree.clause(
            aroundAdverbialOf: read.tree.head(of: cue.match.tokens)
        )
    }

    /// The predicate on which *thanks to help*, *without help*, *for want of help* hangs.
    private func causedOutcome(of cue: ReadSentence.ActCue, _ isMissing: Bool) -> Int? {
        guard cue.frame.form == .noun else { return nil }
        let tree = read.tree
        let head = tree.head(of: cue.match.tokens)
        let above = tree.universals[head] == "nmod" ? tree.heads[head] : nil
        let isCause = [head, above].compactMap(\.self).contains { noun in
            tree.dependents(of: noun, by: ["case"]).contains { place in
                // *Ohne Hilfe*, where the scope missed it, tells of no help that was given.
                read.has(.cause, at: place) && (!read.has(.negation, at: place) || isMissing)
            }
        }
        return isCause ? tree.clauseHead(above: head) : nil
    }

    /// The mentions that are the subject of a predicate with their list, else those that own it: *A's troops*.
    func parties(ofSubjectOf predicate: Int) -> [Int] {
        guard let subject = read.subject(of: predicate).map(read.tree.firstOfList) else {
            return []
        }
        let open = mentions.indices.filter { !mentions[$0].isPrivate && mentions[$0].actor != nil }
        if let named = open.first(where: { mentions[$0].tokens.contains(subject) }) {
            return open.filter { mentions[$0].list == mentions[named].list }
        }
        return open.filter { place in
            let head = read.tree.firstOfList(read.tree.head(of: mentions[place].tokens))
            return read.tree.heads[head] == subject && mentions[place].isModifier
        }
    }
}

extension SentenceTree {
    /// The predicate of the clause in which the clause around `place` says when or why: *fled* of *fled after help had stopped*.
    func clause(aroundAdverbialOf place: Int) -> Int? {
        var word = place
        for _ in heads.indices {
            guard let head = heads[word] else { return nil }
            if universals[word] == "advcl" { return head }
            // *Після того, як …*: the clause hangs on a pronoun that hangs on the verb.
            if universals[word] == "acl", isPronominal(head) {
                return clauseHead(above: head)
            }
            guard ["nsubj", "obj", "obl", "xcomp", "aux"].contains(universals[word]) else {
                return nil
            }
            word = head
        }
        return nil
    }
}
