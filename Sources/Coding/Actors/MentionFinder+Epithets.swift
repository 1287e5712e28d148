import Diplomacy
import Language

// What parties are called in place of their names: *the kingdom*, *the Baltic republic*, *the alliance*.
extension ReadSentence {
    /// Who may be called by `noun` and the adjectives beside it; nil where they tell nothing.
    ///
    /// Empty where nobody is both: *the landlocked island*.
    private func parties(calledBy noun: Range<Int>) -> Set<ActorCode>? {
        epithets.filter { cue in
            cue.tokens.overlaps(noun) || cue.epithet.form == .adjective && narrows(cue.tokens, noun)
        }
        .map(\.epithet.parties)
        .reduce(nil) { (called: Set<ActorCode>?, parties) in
            called?.intersection(parties) ?? parties
        }
    }

    /// Whether the adjective hangs on the noun, or stands before it with nothing but adjectives between.
    private func narrows(_ adjective: Range<Int>, _ noun: Range<Int>) -> Bool {
        if let head = tree.heads[tree.head(of: adjective)], noun.contains(head) { return true }
        return adjective.upperBound <= noun.lowerBound
            && (adjective.upperBound..<noun.lowerBound).allSatisfy { tree.tags[$0] == .adj }
    }

    /// The noun for a party that begins at `place`, a word for a state or an epithet that stands for one, and who is called so.
    ///
    /// *An island* and *islands* are nobody named before, *the island of Crete* and *the Union Army* are names.
    func epithet(at place: Int) -> (noun: Range<Int>, parties: Set<ActorCode>)? {
        let cue = epithets.first { $0.epithet.form == .noun && $0.tokens.lowerBound == place }
        guard
            let noun = phrase(.stateNoun, at: place) ?? phrase(.organisationNoun, at: place)
                ?? cue?.tokens,
            let called = parties(calledBy: noun)
        else { return nil }
        let head = tree.head(of: noun)
        if tree.features[head].contains("Number=Plur")
            || determiners(of: head).contains(where: { $0.contains("Definite=Ind") })
        {
            return nil
        }
        if has(.stateNoun, at: place) || has(.organisationNoun, at: place) { return (noun, called) }
        let next = noun.upperBound
        let isNamed =
            next < tokens.count
            && (tokens[next].isWord && tokens[next].isCapitalised && !isVerb[next]
                || has(.genitivePreposition, at: next))
        return !isNamed && isPointedAt(head) ? (noun, called) : nil
    }

    /// What the tagger tells of the words that determine a noun.
    private func determiners(of noun: Int) -> [String] {
        tree.dependents(of: noun, by: ["det"]).map { tree.features[$0] }
    }

    /// Whether a noun means those that the text has named: *the*, *these*; in a language without articles, what nothing counts
    /// or describes.
    func isPointedAt(_ noun: Int) -> Bool {
        let determiners = determiners(of: noun)
        if determiners.contains(where: {
            $0.contains("Definite=Def") || $0.contains("PronType=Dem")
        }) {
            return true
        }
        return !traits.contains(.articles) && determiners.isEmpty
            && tree.dependents(of: noun, by: ["nummod", "amod", "nmod"]).isEmpty
    }

    /// *Countries*: several states.
    func isSeveralStates(at place: Int) -> Bool {
        has(.countryNoun, at: place) && tree.features[place].contains("Number=Plur")
    }
}

extension Discourse {
    /// The state named last of those that are called so, or the organisation.
    func lastNamed(among called: Set<ActorCode>) -> ActorCode? {
        states.last(where: called.contains)
            ?? lastOrganisation.flatMap { called.contains($0) ? $0 : nil }
    }
}

extension MentionFinder {
    /// Whom the noun takes up of those who are `called` so: the heading's state, or who was named before.
    func mention(
        _ noun: Range<Int>,
        among called: Set<ActorCode>,
        _ resolver: PronounResolver,
        _ discourse: Discourse
    ) -> Mention? {
        let choices = resolver.parties(at: resolver.read.tree.head(of: noun), among: called)
        let heading = discourse.headingState.flatMap { called.contains($0) ? $0 : nil }
        guard
            let actor = heading ?? choices.first?.actors.first
                ?? discourse.lastNamed(among: called)
        else { return nil }
        var mention = Mention.anaphor(noun, actor, "who is called so and was named last")
        mention.choices = choices
        return mention
    }
}
