import Diplomacy
import Language

// Verbs of saying: who is their subject, and which words they introduce.
extension AttributionFinder {
    func said(_ speech: ReadSentence.Speech) -> Attribution? {
        let cue = speech.match.tokens
        guard isVerb(cue), let speaker = speaker(of: speech.match),
            !read.has(.firstPerson, at: speaker.tokens.lowerBound) || speaker.tokens.count > 1
        else { return nil }
        let covers = covered(by: cue, of: speaker.tokens)
        guard !covers.isEmpty else { return nil }
        var found = attribution(
            speech,
            to: speaker,
            covers: covers,
            reason: "'\(read.tokens[speech.match.head].folded)' with \(speaker.voice.name)"
        )
        found.written = read.original(speaker.tokens)
        found.standsApart = standsApart(cue, from: covers, speaker.tokens)
        return found
    }

    /// *…, says X.*, *…, каже X, …*, *…, X said.*: they stand between marks, and not before the words.
    private func standsApart(
        _ cue: Range<Int>,
        from covers: Range<Int>,
        _ speaker: Range<Int>
    ) -> Bool {
        let start = min(cue.lowerBound, speaker.lowerBound)
        let end = max(cue.upperBound, speaker.upperBound)
        guard start > 0, isBreak(start - 1), covers.lowerBound < start else { return false }
        if speaker.lowerBound > cue.lowerBound || end >= read.tokens.count { return true }
        let kind = read.tokens[end].kind
        return kind == .comma || kind == .dash || kind == .stop
    }

    /// Where a noun may stand in a tree, and a verb that the tagger took for one does not.
    private static let nominal: Set<String> = [
        "nsubj", "obj", "iobj", "obl", "nmod", "amod", "compound", "flat", "appos",
    ]

    /// *Ex-Soviet states*: one word that the tree takes for a noun says nothing.
    private func isVerb(_ cue: Range<Int>) -> Bool {
        let tag = read.tree.tags[cue.lowerBound]
        return cue.count > 1 || tag != .noun && tag != .propn
            || !Self.nominal.contains(read.tree.universals[cue.lowerBound])
    }

    // MARK: Who speaks

    /// The subject that the tree gives the verb; else the voice that stands nearest to it.
    private func speaker(of match: Match) -> Speaker? {
        let verb = read.tree.head(of: match.tokens)
        if isPassive(verb) { return agent(of: verb) }
        if let seat = seat(ofUnnamedAt: verb) { return seat }
        switch subject(of: verb, match.tokens) {
        case .some(let place) where read.has(.expletive, at: place): return nil
        case .some(let place) where read.tree.tags[place] == .noun:
            return voice(at: place).map(identified)
        case .some(let place): return (voice(at: place) ?? neighbour(of: match)).map(identified)
        case nil: return neighbour(of: match).map(identified)
        }
    }

    /// *In Tehran they fear*: where nobody is named but a place before them, it is the place's own who do.
    private func seat(ofUnnamedAt verb: Int) -> Speaker? {
        let tree = read.tree
        let subject = tree.dependents(of: verb, by: ["nsubj"]).last
        // Where verbs show who does it, nobody need stand there: *в Тегеране опасаются*.
        let isUnnamed =
            subject.map { read.has(.several, at: $0) && !read.has(.feminine, at: $0) }
            ?? (tree.tags[verb] == .verb && tree.features[verb].contains("Number=Plur")
                && !tree.features[verb].contains("Person=1"))
        guard isUnnamed,
            let place = mentions.first(where: { mention in
                mention.actor?.isState == true && mention.kind != .anaphor && !mention.isPerson
                    && !mention.isModifier && mention.tokens.upperBound <= subject ?? verb
                    && mention.tokens.lowerBound > 0
                    && read.has(.seatPreposition, at: mention.tokens.lowerBound - 1)
                    && tree.heads[tree.head(of: mention.tokens)] == verb
            })
        else { return nil }
        return (Voice(name: name(at: place.tokens), actor: place.actor), place.tokens)
    }

    /// *The president's spokesman X*: somebody whom the words name with a role is called by the name.
    func identified(_ speaker: Speaker) -> Speaker {
        guard let person = people.first(where: { $0.tokens.overlaps(speaker.tokens) }),
            !speaker.voice.name.contains(person.name),
            // *Officials of the Biden administration* are not Biden.
            !(speaker.tokens.lowerBound..<max(speaker.tokens.lowerBound, person.tokens.lowerBound))
                .contains(where: { read.has(.preposition, at: $0) })
        else { return speaker }
        let start = min(person.tokens.lowerBound, speaker.tokens.lowerBound)
        let end = max(person.tokens.upperBound, speaker.tokens.upperBound)
        return (Voice(name: person.name, actor: person.party), start..<end)
    }

    private func isPassive(_ verb: Int) -> Bool {
        read.tree.heads.indices.contains {
            read.tree.heads[$0] == verb && read.tree.relations[$0] == "nsubj:pass"
        }
    }

    /// *Was confirmed by X*; *is expected* is said by nobody.
    private func agent(of verb: Int) -> Speaker? {
        read.tree.heads.indices.first {
            read.tree.heads[$0] == verb && read.tree.relations[$0] == "obl:agent"
        }.flatMap(voice(at:))
    }

    /// *X met Y and said*: the subject of the verb, or of the verbs that it is joined to.
    func subject(of verb: Int, _ cue: Range<Int>) -> Int? {
        let tree = read.tree
        var verb = verb
        for _ in read.tokens.indices {
            // *Norway, a diplomat said, betrayed Sweden*: of two the nearer.
            let subject = tree.heads.indices.filter {
                tree.heads[$0] == verb && tree.relations[$0] == "nsubj" && !cue.contains($0)
            }
            .min { abs($0 - verb) < abs($1 - verb) }
            if let subject { return subject }
            guard tree.universals[verb] == "conj", let head = tree.heads[verb] else { return nil }
            verb = head
        }
        return nil
    }

    /// The voice whose words hold a token, or the person whom the token means though no book lists it.
    func voice(at place: Int) -> Speaker? {
        candidates(in: 0..<read.tokens.count).filter { $0.tokens.contains(place) }
            .max { $0.tokens.count < $1.tokens.count }
            ?? pronoun(at: place) ?? noun(at: place)
    }

    /// *A retired commodore said*: whoever is the subject of the words speaks, though no book lists them.
    func noun(at place: Int) -> Speaker? {
        guard read.tree.tags[place] == .noun,
            meanings.isVoice(read.tree.lemmas[place]) || isCalling(place)
        else { return nil }
        let owner = mentions.first { $0.tokens.contains(place) && $0.actor != nil }
        guard owner == nil || owner?.kind == .anaphor else { return nil }
        let start = described(from: place, place, by: ["amod", "compound"])
        let whole = start..<named(after: place..<(place + 1)).upperBound
        return (Voice(name: name(at: whole), actor: owner?.actor), whole)
    }

    /// *The Latin Americanist Evan Ellis*: whatever a name follows at once, somebody is called so.
    private func isCalling(_ place: Int) -> Bool {
        let next = place + 1
        return next + 1 < read.tokens.count && isNameWord(next) && isNameWord(next + 1)
            && read.tree.tags[next] == .propn && read.tree.tags[next + 1] == .propn
    }

    /// *He said*: to be named from what went before.
    private func pronoun(at place: Int) -> Speaker? {
        guard read.has(.personPronoun, at: place), !read.has(.relative, at: place),
            !read.has(.expletive, at: place)
        else { return nil }
        return (Voice(name: read.tokens[place].folded), place..<(place + 1))
    }

    /// The voice before the verb, or after it where the words come first: *…, said X*.
    private func neighbour(of match: Match) -> Speaker? {
        let cue = match.tokens
        let clause =
            clauses.first { $0.tokens.contains(match.head) }?.tokens ?? 0..<read.tokens.count
        let before = voice(endingIn: clause.lowerBound..<cue.lowerBound).flatMap {
            isNear($0.tokens, before: cue) ? $0 : nil
        }
        let after =
            isInverted(at: cue)
            ? voice(startingIn: cue.upperBound..<min(read.tokens.count, cue.upperBound + 8)) : nil
        if let before, !(isParted(before.tokens, from: cue) && after != nil) { return before }
        return after
    }

    /// *X, the head of Y, said*: a speaker stands close to the verb; nothing else speaks between.
    private func isNear(_ tokens: Range<Int>, before cue: Range<Int>) -> Bool {
        let gap = tokens.upperBound..<max(tokens.upperBound, cue.lowerBound)
        return gap.count <= 6 && !gap.contains { read.isVerb[$0] && !isAuxiliary($0) }
    }

    func isAuxiliary(_ place: Int) -> Bool {
        read.has(.perfectAuxiliary, at: place) || read.has(.passiveAuxiliary, at: place)
            || read.has(.futureAuxiliary, at: place) || read.has(.conditionalParticle, at: place)
    }

    /// *"…", said X*; *Про це сказав X*; *This was said by X*: the verb opens its part of the
    /// sentence, or a demonstrative does.
    private func isInverted(at cue: Range<Int>) -> Bool {
        let place = cue.lowerBound - 1
        guard place >= 0 else { return true }
        return !read.tokens[place].isWord
            || read.has(.demonstrative, in: 0..<min(2, read.tokens.count))
            || place == 0
    }

    /// *"…", X said*: the mention before the verb belongs to the words, the speaker follows it.
    private func isParted(_ tokens: Range<Int>, from cue: Range<Int>) -> Bool {
        (tokens.upperBound..<max(tokens.upperBound, cue.lowerBound)).contains { isBreak($0) }
    }

    func isBreak(_ place: Int) -> Bool {
        let kind = read.tokens[place].kind
        return kind == .comma || kind == .quote || kind == .dash
    }

    // MARK: What is covered

    /// The quotation, the clause after *that*, or what stands on the other side of the words of saying.
    private func covered(by cue: Range<Int>, of speaker: Range<Int>) -> Range<Int> {
        let whole = 0..<read.tokens.count
        if let quotation = quotation() {
            return quotation.contains(cue.lowerBound) ? whole : quotation
        }
        let start = min(cue.lowerBound, speaker.lowerBound)
        let end = max(cue.upperBound, speaker.upperBound)
        let before = partBegin(before: start)..<start
        // *…, X said, …*
        if start > 0, isBreak(start - 1), end + 1 < whole.upperBound, isBreak(end) { return whole }
        if isSaidAfter(
            before,
            end..<whole.upperBound,
            isAfterVerb: speaker.lowerBound > cue.lowerBound,
            cue
        ) {
            return goesOn(after: end) ? whole : before
        }
        return cue.lowerBound * 2 < whole.upperBound || opensComplement(after: cue)
            ? cue.upperBound..<whole.upperBound : before
    }

    /// *…, says X who …*, *…, X said on Monday*: a break parts the words of saying from what was said before.
    private func isSaidAfter(
        _ before: Range<Int>,
        _ after: Range<Int>,
        isAfterVerb: Bool,
        _ cue: Range<Int>
    ) -> Bool {
        guard let last = before.last, isBreak(last), before.contains(where: { read.isVerb[$0] })
        else { return false }
        if isAfterVerb { return true }
        return !opensComplement(after: cue) && !after.contains { read.isVerb[$0] }
            || after.first.map { isBreak($0) } == true
    }

    /// *…, says X: …*, *…, X said, — …*: what is said goes on behind the words of saying.
    private func goesOn(after place: Int) -> Bool {
        (place..<read.tokens.count).contains {
            read.tokens[$0].folded == ":" || read.tokens[$0].kind == .dash
        }
    }

    /// A semicolon ends what the words of saying after it may cover.
    private func partBegin(before place: Int) -> Int {
        ((0..<place).last { read.tokens[$0].folded == ";" } ?? -1) + 1
    }

    private func opensComplement(after cue: Range<Int>) -> Bool {
        (cue.upperBound..<min(read.tokens.count, cue.upperBound + 6)).contains {
            read.has(.complementiser, at: $0)
        }
    }

    /// The tokens between the first quote and the last, where they are more than a few words.
    private func quotation() -> Range<Int>? {
        let quotes = read.tokens.indices.filter { read.tokens[$0].kind == .quote }
        guard let first = quotes.first else { return nil }
        guard let last = quotes.last, last > first else {
            // One mark: the quotation began before, or goes on after this sentence.
            return first * 2 > read.tokens.count ? 0..<first : first..<read.tokens.count
        }
        return last - first > 5 ? first..<last : nil
    }
}
