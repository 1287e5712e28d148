import Diplomacy
import Language

/// Finds the parties of a sentence: names, leaders, people the text has introduced, pronouns.
struct MentionFinder: Sendable {
    let lexicon: Lexicon
    let leaders: LeaderBook

    /// The mentions of the sentence from left to right, with their prepositions and lists.
    func mentions(in read: ReadSentence, _ discourse: inout Discourse) -> [Mention] {
        var mentions = named(read, &discourse)
        mentions += learnt(read, mentions, &discourse)
        mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        mentions = NounPhrases.joined(mentions, in: read)
        mentions += anaphors(read, mentions, discourse)
        mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return NounPhrases.attached(mentions, in: read)
    }

    // MARK: Names and leaders

    private func named(_ read: ReadSentence, _ discourse: inout Discourse) -> [Mention] {
        var mentions: [Mention] = []
        var people: [Range<Int>: [(Match, PersonName)]] = [:]
        var order: [Range<Int>] = []
        for match in read.actorMatches {
            switch lexicon.senses[match.value] {
            case .actor(let code, let role):
                // A longer name that means nobody: the South China Sea.
                if code.rawValue.isEmpty { continue }
                if mentions.last?.tokens == match.tokens { continue }
                mentions.append(
                    Mention(
                        tokens: match.tokens,
                        actor: code,
                        kind: .named(role),
                        features: Self.singular(match.features, role),
                        reason: "\(role.rawValue) of \(code.rawValue)",
                        isModifier: role == .adjective
                    )
                )
            case .person(let name):
                if people[match.tokens] == nil { order.append(match.tokens) }
                people[match.tokens, default: []].append((match, name))
                if !name.isSurnameOnly { discourse.namedPeople.insert(name.person) }
            default: continue
            }
        }
        for tokens in order where !mentions.contains(where: { $0.tokens == tokens }) {
            if let mention = leader(people[tokens] ?? [], tokens, discourse) {
                mentions.append(mention)
            }
        }
        return mentions.map { withStatedOffice($0, mentions, read) }
    }

    /// A state has no plural: an ending that is a genitive or, of many, a nominative is a genitive.
    private static func singular(_ features: Features, _ role: ActorRole) -> Features {
        guard role == .name || role == .capital || role == .place,
            features.isSuperset(of: [.genitive, .nominative])
        else { return features }
        return features.subtracting([.nominative, .accusative])
    }

    /// *German Foreign Minister X*: the office that the text states, whatever else X led before or
    /// after.
    private func withStatedOffice(
        _ mention: Mention,
        _ all: [Mention],
        _ read: ReadSentence
    ) -> Mention {
        guard let name = mention.person,
            let person = leaders.people.first(where: { $0.name == name }),
            let stated = all.last(where: { other in
                let gap =
                    other.tokens
                    .upperBound..<max(other.tokens.upperBound, mention.tokens.lowerBound)
                let lead = max(0, other.tokens.lowerBound - 4)..<other.tokens.lowerBound
                return other.person == nil && other.tokens.upperBound <= mention.tokens.lowerBound
                    && gap.count <= 4
                    && (read.has(.title, in: gap) || (gap.count <= 1 && read.has(.title, in: lead)))
            })?.actor, stated != mention.actor,
            let term = person.terms.last(where: { $0.state == stated })
        else { return mention }
        return Mention(
            tokens: mention.tokens,
            actor: stated,
            kind: .leader(isInOffice: true),
            features: mention.features,
            reason: "\(name), \(term.role) of \(stated.rawValue) as the text states",
            person: name
        )
    }

    /// The person meant: one in office before one out of office, one named in full before others.
    ///
    /// A bare surname of somebody long out of office who is never named in full is nobody's.
    private func leader(
        _ candidates: [(Match, PersonName)],
        _ tokens: Range<Int>,
        _ discourse: Discourse
    ) -> Mention? {
        var best: (score: Int, mention: Mention)?
        for (match, name) in candidates {
            guard let office = leaders.office(of: name.person, on: discourse.day) else { continue }
            let isFull = !name.isSurnameOnly || discourse.namedPeople.contains(name.person)
            guard isFull || office.isInOffice else { continue }
            let score = (isFull ? 2 : 0) + (office.isInOffice ? 1 : 0)
            guard score > best?.score ?? -1 else { continue }
            let term = office.term
            let until = term.last.map { " until \($0)" } ?? ""
            let person = leaders.people[name.person].name
            best = (
                score,
                Mention(
                    tokens: tokens,
                    actor: term.state,
                    kind: .leader(isInOffice: office.isInOffice),
                    features: match.features,
                    reason: "\(person), \(term.role) of \(term.state.rawValue)\(until)",
                    person: person
                )
            )
        }
        return best?.mention
    }

    // MARK: People the text introduces

    /// "Armenian Foreign Minister X Y", "президент Венесуели X Y"; later the surname alone.
    private func learnt(
        _ read: ReadSentence,
        _ mentions: [Mention],
        _ discourse: inout Discourse
    ) -> [Mention] {
        var found: [Mention] = []
        let taken = Set(mentions.flatMap { Array($0.tokens) })
        var place = 0
        while place < read.tokens.count {
            defer { place += 1 }
            if let name = nameAfterTitle(read, place, taken),
                let state = state(ofTitleAt: place, nameStart: name.lowerBound, mentions, read)
            {
                let surname = read.tokens[name.upperBound - 1].folded
                discourse.learnt[Self.stem(surname)] = state
                found.append(learntMention(name, state, "introduced by a title here"))
                place = name.upperBound - 1
            } else if let state = learntSurname(read.tokens[place], discourse),
                !taken.contains(place)
            {
                found.append(
                    learntMention(place..<(place + 1), state, "introduced by a title before")
                )
            }
        }
        return found
    }

    private func learntMention(_ tokens: Range<Int>, _ state: ActorCode, _ how: String) -> Mention {
        Mention(
            tokens: tokens,
            actor: state,
            kind: .learnt,
            features: [],
            reason: "a person of \(state.rawValue), \(how)"
        )
    }

    /// One to four capitalised words after the title at `place` or after its state.
    private func nameAfterTitle(
        _ read: ReadSentence,
        _ place: Int,
        _ taken: Set<Int>
    ) -> Range<Int>? {
        // An expert or a reporter speaks for nobody's state.
        let speaksForState = !read.voices.contains {
            $0.tokens.contains(place) && $0.kind != .official
        }
        guard read.has(.title, at: place), !read.has(.title, at: place + 1), speaksForState,
            !read.has(.privateNoun, at: place)
        else { return nil }
        var start = place + 1
        while start < read.tokens.count, start - place <= 3, taken.contains(start) { start += 1 }
        var end = start
        while end < read.tokens.count, end - start < 4, read.tokens[end].isWord,
            read.tokens[end].isCapitalised, !taken.contains(end), !read.has(.stop, at: end),
            !read.has(.title, at: end)
        {
            end += 1
        }
        return end - start >= 2 ? start..<end : nil
    }

    /// The state right before the title (*Iranian*, *Iran's*) or between title and name.
    private func state(
        ofTitleAt place: Int,
        nameStart: Int,
        _ mentions: [Mention],
        _ read: ReadSentence
    ) -> ActorCode? {
        mentions.last {
            ($0.tokens.upperBound <= place && place - $0.tokens.upperBound <= 3
                && !read.isVerb[$0.tokens.upperBound..<place].contains(true)
                && !read.tokens[$0.tokens.upperBound..<place].contains { $0.kind == .comma })
                || ($0.tokens.lowerBound > place && $0.tokens.upperBound <= nameStart)
        }?.actor
    }

    private func learntSurname(_ token: Token, _ discourse: Discourse) -> ActorCode? {
        guard token.isCapitalised, token.isWord, !discourse.learnt.isEmpty else { return nil }
        for drop in 0...3 where token.folded.count - drop >= 3 {
            if let state = discourse.learnt[String(token.folded.dropLast(drop))] { return state }
        }
        return nil
    }

    /// A surname without its last vowel, so that its other cases are found.
    private static func stem(_ surname: String) -> String {
        if surname.count > 4, let last = surname.last, "аяоейьіїу".contains(last) {
            return String(surname.dropLast())
        }
        return surname
    }

    // MARK: Pronouns and definite nouns

    private func anaphors(
        _ read: ReadSentence,
        _ mentions: [Mention],
        _ discourse: Discourse
    ) -> [Mention] {
        let taken = Set(mentions.flatMap { Array($0.tokens) })
        var found: [Mention] = []
        var place = 0
        while place < read.tokens.count {
            defer { place += 1 }
            guard !taken.contains(place), read.tokens[place].isWord, !read.has(.relative, at: place)
            else { continue }
            let next = place + 1
            if read.has(.firstPerson, at: place) {
                continue
            } else if let end = read.phrase(.both, at: place)?.upperBound {
                let pair = discourse.lastTwo
                if pair.count == 2 {
                    found += pair.map { anaphor(place..<end, $0, "both parties spoken of last") }
                }
                place = end - 1
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
            } else if read.has(.personPronoun, at: place) || read.has(.pluralPronoun, at: place) {
                found += pronoun(read, place, mentions, discourse).map { [$0] } ?? []
            } else if read.has(.organisationNoun, at: place), let actor = discourse.lastOrganisation
            {
                found.append(anaphor(place..<next, actor, "the organisation spoken of last"))
            } else if read.has(.stateNoun, at: place),
                let actor = discourse.headingState ?? antecedent(before: place, mentions)
                    ?? discourse.lastState
            {
                found.append(anaphor(place..<next, actor, "the state spoken of last"))
            }
        }
        return found
    }

    private func pronoun(
        _ read: ReadSentence,
        _ place: Int,
        _ mentions: [Mention],
        _ discourse: Discourse
    ) -> Mention? {
        let isPlural = read.has(.pluralPronoun, at: place)
        let person = mentions.last { $0.tokens.upperBound <= place && $0.isPerson }?.actor
        let subject = mentions.first {
            $0.tokens.upperBound <= place && !$0.isModifier && $0.actor != nil
        }?.actor
        let actor =
            isPlural
            ? subject ?? discourse.lastSubjects.first
            : person ?? subject ?? discourse.lastPerson ?? discourse.lastSubjects.first
        guard let actor else { return nil }
        // "His country", "its sanctions": the pronoun owns what follows.
        let next = place + 1
        if read.has(.stateNoun, at: next) {
            return anaphor(place..<(next + 1), actor, "the state of the person spoken of")
        }
        var mention = anaphor(place..<next, actor, "a pronoun for the party spoken of last")
        // "Its allies": a noun of the lexicon may be owned as well as one that is not in it.
        let nouns: Set<FunctionWord> = [.genericParty, .bodyNoun, .privateNoun, .organisationNoun]
        mention.isModifier =
            next < read.tokens.count && read.tokens[next].isWord && !read.isVerb[next]
            && read.functions[next].isSubset(of: nouns)
        return mention
    }

    /// *We*, *our*: the state that the words' speaker speaks for, where they are anybody's.
    func withFirstPerson(
        _ mentions: [Mention],
        _ read: ReadSentence,
        _ attributions: [Attribution],
        _ discourse: Discourse
    ) -> [Mention] {
        let taken = Set(mentions.flatMap { Array($0.tokens) })
        let found = read.tokens.indices.filter {
            read.has(.firstPerson, at: $0) && !taken.contains($0)
        }
        .compactMap { place -> Mention? in
            let speaker = attributions.last { $0.covers.contains(place) }?.voice.actor
            guard let speaker else { return nil }
            let next = place + 1
            let owns =
                next < read.tokens.count && read.tokens[next].isWord && !read.isVerb[next]
                && read.functions[next].isDisjoint(with: [
                    .negation, .futureAuxiliary, .perfectAuxiliary, .passiveAuxiliary,
                    .preposition, .conditionalParticle,
                ])
            var mention = anaphor(place..<next, speaker, "'we' of the speaker")
            mention.isModifier = owns
            return mention
        }
        guard !found.isEmpty else { return mentions }
        return NounPhrases.attached(
            (mentions + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound },
            in: read
        )
    }

    private func antecedent(before place: Int, _ mentions: [Mention]) -> ActorCode? {
        mentions.last { $0.tokens.upperBound <= place && $0.actor?.isState == true }?.actor
    }

    private func anaphor(_ tokens: Range<Int>, _ actor: ActorCode, _ how: String) -> Mention {
        Mention(
            tokens: tokens,
            actor: actor,
            kind: .anaphor,
            features: [],
            reason: "\(actor.rawValue): \(how)"
        )
    }
}
