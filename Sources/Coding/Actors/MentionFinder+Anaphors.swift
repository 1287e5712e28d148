import Diplomacy
import Language
import Text

// What takes up somebody named before: pronouns, *both countries*, *the country*, *we*.
extension MentionFinder {
    func anaphors(
        _ read: ReadSentence,
        _ mentions: [Mention],
        _ discourse: Discourse
    ) -> [Mention] {
        let taken = Set(mentions.flatMap { Array($0.tokens) })
        var found: [Mention] = []
        var place = 0
        // What was found stands for others to take up: *he said that he …*.
        func resolver() -> PronounResolver {
            let all = (mentions + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
            let here = Antecedent.all(NounPhrases.attached(all, in: read), in: read)
            return PronounResolver(read: read, named: [here] + discourse.named)
        }
        while place < read.tokens.count {
            defer { place += 1 }
            guard !taken.contains(place), read.tokens[place].isWord, !read.has(.relative, at: place)
            else { continue }
            let next = place + 1
            if read.has(.firstPerson, at: place) {
                continue
            } else if let end = read.phrase(.both, at: place)?.upperBound {
                let pair = two(before: place, mentions) ?? discourse.lastTwo
                if pair.count == 2 {
                    found += pair.map {
                        Mention.anaphor(place..<end, $0, "both parties spoken of last")
                    }
                }
                place = end - 1
            } else if let (phrase, states) = spanned(at: place, mentions, read) {
                found += states.map {
                    Mention.anaphor(phrase, $0, "one of those that the sentence spans")
                }
                place = phrase.upperBound - 1
            } else if let phrase = read.phrase(.genericParty, at: place) {
                // "Its ally Russia" names somebody after all.
                if !taken.contains(phrase.upperBound) {
                    found.append(
                        Mention(
                            tokens: phrase,
                            actor: nil,
                            kind: .generic,
                            features: [],
                            reason: "a party that names nobody"
                        )
                    )
                }
                place = phrase.upperBound - 1
            } else if PronounResolver.isPronoun(place, in: read) {
                let meant = resolver().mentions(at: place)
                found += meant
                // *His country* is one party: the noun says no other.
                place = (meant.first?.tokens.upperBound ?? next) - 1
            } else if let (noun, called) = read.epithet(at: place) {
                if let named = mention(noun, among: called, resolver(), discourse) {
                    found.append(named)
                }
                place = noun.upperBound - 1
            } else if read.has(.organisationNoun, at: place), let actor = discourse.lastOrganisation
            {
                found.append(
                    Mention.anaphor(place..<next, actor, "the organisation spoken of last")
                )
            } else if let led = stateLed(namedAt: place, mentions, read) {
                found.append(
                    Mention.anaphor(place..<next, led, "the state whose leader is named after it")
                )
            } else if read.isSeveralStates(at: place) {
                found += resolver().statesTogether(at: place)
            } else if read.has(.stateNoun, at: place), !isNamePart(place, read),
                !isSaidOfSubject(place, read)
            {
                let choices = resolver().states(at: place)
                if let actor = discourse.headingState ?? choices.first?.actors[0]
                    ?? discourse.lastState
                {
                    // *The aggressor, A*: the name beside it says who it is.
                    let run = read.tokens[place...].prefix { token in
                        token.isWord
                    }.indices.prefix { read.has(.stateNoun, at: $0) }
                    let isNamed = mentions.contains { mention in
                        let head = read.tree.head(of: mention.tokens)
                        return read.tree.universals[head] == "appos"
                            && read.tree.heads[head].map(run.contains) ?? false
                    }
                    if isNamed { continue }
                    var mention = Mention.anaphor(place..<next, actor, "the state spoken of last")
                    mention.choices = choices
                    found.append(mention)
                }
            }
        }
        return found
    }

    /// Between an office and its state stand an article and an adjective or two.
    private static let officeReach = 5

    /// *President of the East African country N N*: the word for a state between an office and the name of who holds it.
    private func stateLed(
        namedAt place: Int,
        _ mentions: [Mention],
        _ read: ReadSentence
    ) -> ActorCode? {
        guard read.has(.stateNoun, at: place), !read.has(.title, at: place),
            let leader = mentions.first(where: { $0.tokens.lowerBound == place + 1 && $0.isPerson })
        else { return nil }
        let lead = max(0, place - Self.officeReach)..<place
        guard let title = lead.last(where: { read.has(.title, at: $0) }),
            ((title + 1)..<place).allSatisfy({ read.tokens[$0].isWord && !read.isVerb[$0] }),
            read.traits.contains(.cases)
                || ((title + 1)..<place).contains(where: { read.has(.genitivePreposition, at: $0) })
        else { return nil }
        return leader.actor
    }

    /// *A is a country that …*: what is said of a subject takes up nobody else.
    private func isSaidOfSubject(_ place: Int, _ read: ReadSentence) -> Bool {
        let head = read.phrase(.stateNoun, at: place).map(read.tree.head(of:)) ?? place
        return !read.tree.dependents(of: head, by: ["cop"]).isEmpty
            && !read.tree.dependents(of: head, by: ["nsubj"]).isEmpty
    }

    /// *The South Caucasus*: a word for a state with a capital before another is part of a name.
    private func isNamePart(_ place: Int, _ read: ReadSentence) -> Bool {
        let end = read.phrase(.stateNoun, at: place)?.upperBound ?? place + 1
        guard end < read.tokens.count, read.tokens[end - 1].isCapitalised,
            !read.traits.contains(.nounCapitals)
        else { return false }
        return read.tokens[end].isWord && read.tokens[end].isCapitalised
            && !read.has(.title, at: end)
    }

    /// The two states that the sentence names before *both countries*, where it names two.
    private func two(before place: Int, _ mentions: [Mention]) -> [ActorCode]? {
        let states = mentions.filter { $0.tokens.upperBound <= place }.compactMap(\.actor)
            .filter(\.isState).eachOnce
        return states.count == 2 ? states : nil
    }

    /// *From Damascus and Tehran to Havana, regimes …*: the words for several parties at `place`, and the states that the
    /// sentence spans before it says what they are.
    private func spanned(
        at place: Int,
        _ mentions: [Mention],
        _ read: ReadSentence
    ) -> (phrase: Range<Int>, states: [ActorCode])? {
        let noun = read.has(.stateNoun, at: place) ? place..<(place + 1) : nil
        guard let phrase = read.phrase(.genericParty, at: place) ?? noun,
            read.tree.features[read.tree.head(of: phrase)].contains("Number=Plur")
        else { return nil }
        let states = mentions.filter {
            $0.tokens.upperBound <= phrase.lowerBound && $0.actor?.isState == true
        }
        guard
            let first = states.firstIndex(where: {
                read.has(.spanStart, at: $0.tokens.lowerBound - 1)
            }),
            let last = states.indices.dropFirst(first + 1).first(where: { place in
                let gap = states[place - 1].tokens.upperBound..<states[place].tokens.lowerBound
                return read.has(.spanEnd, in: gap)
            })
        else { return nil }
        let span = states[first].tokens.upperBound..<states[last].tokens.lowerBound
        guard !span.contains(where: { read.isVerb[$0] }) else { return nil }
        let all = states[first...last].compactMap(\.actor).eachOnce
        // Two ends alone are a way: *flew from Tripoli to Minsk*.
        return all.count > 2 ? (phrase, all) : nil
    }

    /// *We*, *our*: the state that the words' speaker speaks for, where they are anybody's; in an interview, who has the turn.
    func withFirstPerson(
        _ mentions: [Mention],
        _ read: ReadSentence,
        _ attributions: [Attribution],
        inTurnOf party: ActorCode?
    ) -> [Mention] {
        let taken = Set(mentions.flatMap { Array($0.tokens) })
        let found = read.tokens.indices.filter {
            read.has(.firstPerson, at: $0) && !taken.contains($0)
        }
        .compactMap { place -> Mention? in
            let quoted = attributions.last { $0.covers.contains(place) }
            guard let speaker = quoted.map(\.voice.actor) ?? party else { return nil }
            let next = place + 1
            let relation = read.tree.relations[place]
            let isSubject = relation == "nsubj" || relation == "nsubj:pass"
            let owns =
                !isSubject && next < read.tokens.count && read.tokens[next].isWord
                && !read.isVerb[next]
                && read.functions[next].isDisjoint(with: [
                    .negation, .futureAuxiliary, .perfectAuxiliary, .passiveAuxiliary,
                    .preposition, .conditionalParticle,
                ])
            var mention = Mention.anaphor(place..<next, speaker, "'we' of the speaker")
            mention.isModifier = owns
            return mention
        }
        guard !found.isEmpty else { return mentions }
        return NounPhrases.attached(
            (mentions + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound },
            in: read
        )
    }
}
