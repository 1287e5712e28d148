import Diplomacy
import Language

/// Finds the parties of a sentence: names, leaders, people the text has introduced, and what takes them up.
struct MentionFinder: Sendable {
    let lexicon: Lexicon
    let leaders: LeaderBook

    /// The mentions of the sentence from left to right, with their prepositions and lists.
    func mentions(in read: ReadSentence, _ discourse: inout Discourse) -> [Mention] {
        var mentions = named(read, &discourse)
        mentions += learnt(read, mentions, &discourse)
        mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        mentions = NounPhrases.joined(mentions, in: read).flatMap(\.members)
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
                        isModifier: role == .adjective && !isNation(match.tokens, in: read)
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

    /// *The Chinese said*, *the French last year left*: an adjective with an article and without a noun is the nation.
    private func isNation(_ tokens: Range<Int>, in read: ReadSentence) -> Bool {
        let (first, next) = (tokens.lowerBound, tokens.upperBound)
        guard first > 0, next < read.tokens.count, read.has(.determiner, at: first - 1) else {
            return false
        }
        return read.tree.tags[next] == .verb || read.tree.tags[next] == .aux
            || read.dates.contains { $0.tokens.lowerBound == next }
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
                    person: person,
                    until: office.isInOffice ? nil : term.last
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
}
