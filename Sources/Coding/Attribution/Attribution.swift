import Diplomacy
import Language

/// Who says the words of a stretch of a sentence, and in what way.
struct Attribution: Hashable, Sendable {
    /// Token indices of the sentence.
    let covers: Range<Int>
    var voice: Voice
    let modality: Modality
    /// How the words of saying stand to the voice.
    let form: SpeechCue.Form
    let reason: String
    /// Whether the voice is an outlet that passes on what others say.
    var isRelay: Bool
    /// Whether the voice is a pronoun or a bare noun, to be named from what went before.
    var isUnnamed = false
    /// Whether it is a pronoun: nobody is called so.
    var isPronoun = false
    /// What a voice without a name is for its party: *the Armenian leader*.
    var office: Person.Role?
    /// The voice as the text writes it.
    var written = ""
    /// Whether it is somebody's turn in an interview, and no word says so.
    var isTurn = false
    /// Whether marks part the words of saying from what is said: *…, says X.*
    var standsApart = false
    /// Where the speech word stands; its own act is not covered by what it introduces.
    let cue: Range<Int>
}

/// Finds the speakers of a sentence.
///
/// A speech verb speaks for its clause's subject, or for the person after it where the words come
/// first (*…, said X*). What it covers: the quotation, the clause after *that*, or everything on the
/// other side of it. A preposition (*according to*, *за словами*, *laut*) covers the whole sentence.
struct AttributionFinder {
    let read: ReadSentence
    let mentions: [Mention]
    let clauses: [Clause]
    /// What nouns mean, for those that no table of voices lists.
    var meanings = Meanings.none
    /// The people whom it names with a role.
    var people: [PersonFinder.Found] = []
    /// How voices are named.
    var names = NameBook.asWritten

    /// The outlets that the sentence names, as voices are named.
    var outlets: [String] { read.voices.filter(\.kind.isNamed).map { name(at: $0.tokens) } }

    func attributions() -> [Attribution] {
        let found = read.speech.flatMap { speech -> [Attribution] in
            switch speech.cue.form {
            case .verb: said(speech).map { [$0] + told(speech, covering: $0.covers) } ?? []
            case .prep, .post, .label: [according(speech)].compactMap(\.self)
            case .relay: [relayed(speech)].compactMap(\.self)
            case .quotative: [retelling(speech)].compactMap(\.self)
            }
        }
        return (label().map { [$0] } ?? []) + found
    }

    /// The people whom the sentence introduces by calling and name: *political scientist Jane Porter*.
    var introduced: [Voice] {
        let callings = read.voices.filter { !$0.kind.isNamed }
            .map { (voice: $0.tokens, whole: named(after: $0.tokens)) }
            .filter { $0.whole.count > $0.voice.count }
        // *Adviser of the government X*: the government is not called X.
        return callings.filter { one in
            !callings.contains { other in
                other.whole != one.whole && other.whole.contains(one.whole.lowerBound)
            }
        }
        .map { Voice(name: name(at: $0.whole)) }
    }

    /// The people of two names or more who are subjects, though nobody says what they are.
    var subjects: [Voice] {
        people(in: 0..<read.tokens.count).filter { person in
            person.tokens.count > 1
                && read.tree.universals[read.tree.head(of: person.tokens)] == "nsubj"
        }
        .map(\.voice)
    }

    /// What words of saying give to whom.
    func attribution(
        _ speech: ReadSentence.Speech,
        to speaker: Speaker,
        covers: Range<Int>,
        reason: String
    ) -> Attribution {
        Attribution(
            covers: covers,
            voice: speaker.voice,
            modality: speech.cue.modality,
            form: speech.cue.form,
            reason: reason,
            isRelay: false,
            isUnnamed: isUnnamed(speaker.tokens),
            isPronoun: isPronoun(speaker.tokens),
            office: office(at: speaker.tokens),
            cue: speech.match.tokens
        )
    }

    // MARK: Voices

    typealias Speaker = (voice: Voice, tokens: Range<Int>)

    /// The last voice in a stretch before a verb.
    func voice(endingIn range: Range<Int>) -> Speaker? {
        candidates(in: range).max { $0.tokens.upperBound < $1.tokens.upperBound }
    }

    /// The first voice in a stretch after a verb or a preposition.
    func voice(startingIn range: Range<Int>) -> Speaker? {
        let stop = range.first {
            read.tokens[$0].kind == .comma && $0 > range.lowerBound + 1
                || read.has(.complementiser, at: $0)
        }
        let reach = range.lowerBound..<(stop ?? range.upperBound)
        return candidates(in: reach).min { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Mentions, generic voices, and names of people whom no book lists.
    func candidates(in stretch: Range<Int>) -> [Speaker] {
        let range = stretch.clamped(to: read.sentence.dateline.upperBound..<read.tokens.count)
        var found: [Speaker] = []
        for mention in mentions
        where range.contains(mention.tokens.lowerBound) && mention.actor != nil
            && !read.has(.expletive, at: mention.tokens.lowerBound)
            && (!mention.isModifier || hasVoice(after: mention.tokens.upperBound))
            && (mention.preposition == nil || mention.isPerson
                || mention.tokens.lowerBound == range.lowerBound)
        {
            let tokens = widened(mention.tokens, range)
            let name = mention.person ?? name(at: tokens)
            found.append((Voice(name: name, actor: mention.actor), tokens))
        }
        for voice in read.voices where range.contains(voice.tokens.lowerBound) {
            if let leader = leader(after: voice.tokens) {
                let name = leader.person ?? name(at: leader.tokens)
                let whole = voice.tokens.lowerBound..<leader.tokens.upperBound
                found.append((Voice(name: name, actor: leader.actor), whole))
                continue
            }
            let tokens = named(after: voice.tokens)
            // *The agency Reuters* is Reuters.
            let isNamed = read.voices.contains { $0.kind.isNamed && tokens.overlaps($0.tokens) }
            if isNamed, !voice.kind.isNamed { continue }
            let owner = mentions.first {
                $0.tokens.upperBound <= tokens.lowerBound
                    && tokens.lowerBound - $0.tokens.upperBound <= 2 && $0.isModifier
            }
            let start = owner.map { ($0.core ?? $0.tokens).lowerBound } ?? tokens.lowerBound
            let whole = described(from: start, read.tree.head(of: tokens))..<tokens.upperBound
            let speaks = voice.kind == .official ? (owner ?? seat(of: tokens))?.actor : nil
            found.append((Voice(name: name(at: whole), actor: speaks), whole))
        }
        found += people(in: range)
        return found
    }

    /// *A former Moldovan diplomat*: the adjectives before a voice say who it is.
    func described(
        from start: Int,
        _ head: Int,
        by relations: Set<String> = ["amod"]
    ) -> Int {
        var start = start
        while start > 0, read.tree.heads[start - 1] == head,
            relations.contains(read.tree.universals[start - 1])
        {
            start -= 1
        }
        return start
    }

    /// *Officials in Caracas*: the place whose officials they are, where nothing else tells whose.
    private func seat(of voice: Range<Int>) -> Mention? {
        let head = read.tree.head(of: voice)
        let isQualified = read.tree.heads.indices.contains {
            read.tree.heads[$0] == head && read.tree.universals[$0] == "amod" && !voice.contains($0)
        }
        guard !isQualified else { return nil }
        return mentions.first {
            $0.actor != nil && $0.preposition != nil && !$0.isPerson
                && (voice.upperBound...(voice.upperBound + 1)).contains($0.tokens.lowerBound)
        }
    }

    /// A pronoun, *the country*, or one person by a bare noun: *the minister*; not *the Pentagon*, nor *officials*.
    private func isUnnamed(_ tokens: Range<Int>) -> Bool {
        if isPronoun(tokens)
            || mentions.contains(where: { $0.kind == .anaphor && $0.tokens == tokens })
        {
            return true
        }
        let isParty = mentions.contains { mention in
            guard case .named(let role) = mention.kind else { return false }
            return role != .adjective && mention.tokens.overlaps(tokens)
        }
        return !isParty && !isPlural(tokens)
            && tokens.allSatisfy { !read.tokens[$0].isCapitalised || $0 == 0 }
    }

    private func isPronoun(_ tokens: Range<Int>) -> Bool {
        tokens.count == 1
            && (read.has(.personPronoun, at: tokens.lowerBound)
                || read.has(.pluralPronoun, at: tokens.lowerBound)
                || read.has(.firstPerson, at: tokens.lowerBound))
    }

    private func hasVoice(after place: Int) -> Bool {
        read.voices.contains { (place...(place + 3)).contains($0.tokens.lowerBound) }
    }

    /// A mention together with the generic voice after it: *Venezuelan officials*.
    private func widened(_ tokens: Range<Int>, _ range: Range<Int>) -> Range<Int> {
        let next = read.voices.first { voice in
            let gap = tokens.upperBound..<max(tokens.upperBound, voice.tokens.lowerBound)
            // *US intelligence* is one voice with its state.
            if voice.tokens.lowerBound == tokens.lowerBound {
                return voice.tokens.count > tokens.count
            }
            return voice.tokens.lowerBound >= tokens.upperBound && gap.count <= 2
                && gap.allSatisfy {
                    read.tokens[$0].isWord && !read.isVerb[$0] && read.tree.tags[$0] != .verb
                }
        }
        return next.map { tokens.lowerBound..<$0.tokens.upperBound } ?? tokens
    }

    /// Two capitalised words, or one that is tagged as a name and does not open the sentence.
    private func people(in range: Range<Int>) -> [Speaker] {
        var found: [Speaker] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let end = min(nameEnd(from: place, longest: 4), range.upperBound)
            // One capitalised word may be any German noun.
            let isName =
                end - place >= 2
                || end - place == 1 && place > 0 && read.tree.tags[place] == .propn
            if isName { found.append((Voice(name: name(at: place..<end)), place..<end)) }
            place = max(end, place + 1)
        }
        return found
    }

    func isNameWord(_ place: Int) -> Bool {
        let token = read.tokens[place]
        return token.isWord && token.isCapitalised && token.folded.count > 1
            && read.functions[place].isDisjoint(with: [
                .personPronoun, .pluralPronoun, .determiner, .stop, .preposition, .subordinator,
                .coordinator, .title, .firstPerson, .conditional, .contrast, .demonstrative,
            ]) && !read.dates.contains { $0.tokens.contains(place) }
            && !mentions.contains { $0.tokens.contains(place) && $0.kind != .anaphor }
    }

    func words(_ range: Range<Int>) -> String {
        range.map { read.tokens[$0].folded }.joined(separator: " ")
    }
}
