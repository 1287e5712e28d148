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
    let isRelay: Bool
    /// Whether the voice is a pronoun or a bare noun, to be named from what went before.
    var isUnnamed = false
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
            }
        }
        return (label().map { [$0] } ?? []) + found
    }

    /// The people whom the sentence introduces by calling and name: *political scientist Jane Porter*.
    var introduced: [Voice] {
        read.voices.filter { !$0.kind.isNamed }.compactMap { voice in
            let whole = named(after: voice.tokens, 0..<read.tokens.count)
            guard whole.count > voice.tokens.count else { return nil }
            return Voice(name: name(at: whole))
        }
    }

    private func said(_ speech: ReadSentence.Speech) -> Attribution? {
        let cue = speech.match.tokens
        let clause =
            clauses.first { $0.tokens.contains(speech.match.head) }?.tokens
            ?? 0..<read.tokens.count
        let before = voice(endingIn: clause.lowerBound..<cue.lowerBound).flatMap {
            isNear($0.tokens, before: cue) ? $0 : nil
        }
        let after =
            isInverted(at: cue)
            ? voice(startingIn: cue.upperBound..<min(read.tokens.count, cue.upperBound + 8)) : nil
        let comesFirst = cue.lowerBound * 2 < read.tokens.count || opensComplement(after: cue)
        let speaker: (voice: Voice, tokens: Range<Int>)?
        if let before, !(isInverted(before.tokens, cue) && after != nil) {
            speaker = before
        } else {
            speaker = after
        }
        guard let speaker else { return nil }
        let covers: Range<Int>
        if let quotation = quotation(), !quotation.contains(cue.lowerBound) {
            covers = quotation
        } else if comesFirst {
            covers = cue.upperBound..<read.tokens.count
        } else {
            covers = 0..<min(cue.lowerBound, speaker.tokens.lowerBound)
        }
        guard !covers.isEmpty else { return nil }
        return Attribution(
            covers: covers,
            voice: speaker.voice,
            modality: speech.cue.modality,
            form: speech.cue.form,
            reason: "'\(read.tokens[speech.match.head].folded)' with \(speaker.voice.name)",
            isRelay: false,
            isUnnamed: isUnnamed(speaker.tokens),
            cue: cue
        )
    }

    /// *X, the head of Y, said*: a speaker stands close to the verb; nothing else speaks between.
    private func isNear(_ tokens: Range<Int>, before cue: Range<Int>) -> Bool {
        let gap = tokens.upperBound..<max(tokens.upperBound, cue.lowerBound)
        return gap.count <= 6 && !gap.contains { read.isVerb[$0] && !isAuxiliary($0) }
    }

    private func isAuxiliary(_ place: Int) -> Bool {
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

    private func according(_ speech: ReadSentence.Speech) -> Attribution? {
        let cue = speech.match.tokens
        let after = voice(startingIn: cue.upperBound..<min(read.tokens.count, cue.upperBound + 9))
        let before = voice(endingIn: max(0, cue.lowerBound - 6)..<cue.lowerBound)
        let speaker = speech.cue.form == .post ? after ?? before : after ?? pronounVoice(near: cue)
        guard let speaker else { return nil }
        return Attribution(
            covers: 0..<read.tokens.count,
            voice: speaker.voice,
            modality: speech.cue.modality,
            form: speech.cue.form,
            reason: "'\(words(cue))' \(speaker.voice.name)",
            isRelay: false,
            isUnnamed: isUnnamed(speaker.tokens),
            cue: cue
        )
    }

    // MARK: Voices

    typealias Speaker = (voice: Voice, tokens: Range<Int>)

    /// The last voice in a stretch before a verb.
    private func voice(endingIn range: Range<Int>) -> Speaker? {
        candidates(in: range).max { $0.tokens.upperBound < $1.tokens.upperBound }
    }

    /// The first voice in a stretch after a verb or a preposition.
    private func voice(startingIn range: Range<Int>) -> Speaker? {
        let stop = range.first {
            read.tokens[$0].kind == .comma && $0 > range.lowerBound + 1
                || read.has(.complementiser, at: $0)
        }
        let reach = range.lowerBound..<(stop ?? range.upperBound)
        return candidates(in: reach).min { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Mentions, generic voices, and names of people whom no book lists.
    func candidates(in range: Range<Int>) -> [Speaker] {
        var found: [Speaker] = []
        for mention in mentions
        where range.contains(mention.tokens.lowerBound) && mention.actor != nil
            && (!mention.isModifier || hasVoice(after: mention.tokens.upperBound))
            && (mention.preposition == nil || mention.isPerson
                || mention.tokens.lowerBound == range.lowerBound)
        {
            let tokens = widened(mention.tokens, range)
            let name = mention.person ?? name(at: tokens)
            found.append((Voice(name: name, actor: mention.actor), tokens))
        }
        for voice in read.voices where range.contains(voice.tokens.lowerBound) {
            let tokens = named(after: voice.tokens, range)
            let owner = mentions.first {
                $0.tokens.upperBound <= tokens.lowerBound
                    && tokens.lowerBound - $0.tokens.upperBound <= 2 && $0.isModifier
            }
            let whole = (owner?.tokens.lowerBound ?? tokens.lowerBound)..<tokens.upperBound
            let speaks = voice.kind == .official ? (owner ?? seat(of: tokens))?.actor : nil
            found.append((Voice(name: name(at: whole), actor: speaks), whole))
        }
        found += people(in: range)
        return found
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

    private func isUnnamed(_ tokens: Range<Int>) -> Bool {
        mentions.contains { $0.kind == .anaphor && $0.tokens == tokens }
            || tokens.allSatisfy { !read.tokens[$0].isCapitalised || $0 == 0 }
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
                && gap.allSatisfy { read.tokens[$0].isWord && !read.isVerb[$0] }
        }
        return next.map { tokens.lowerBound..<$0.tokens.upperBound } ?? tokens
    }

    /// *political scientist Vladimir Fesenko*: a voice with the name after it.
    private func named(after voice: Range<Int>, _ range: Range<Int>) -> Range<Int> {
        var end = voice.upperBound
        while end < read.tokens.count, end - voice.upperBound < 3, isNameWord(end) { end += 1 }
        return voice.lowerBound..<end
    }

    /// Two capitalised words, or one that is tagged as a name and does not open the sentence.
    private func people(in range: Range<Int>) -> [Speaker] {
        var found: [Speaker] = []
        var place = range.lowerBound
        while place < range.upperBound {
            var end = place
            while end < range.upperBound, end - place < 4, isNameWord(end) { end += 1 }
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

    private func pronounVoice(near cue: Range<Int>) -> Speaker? {
        mentions.first {
            $0.kind == .anaphor && abs($0.tokens.lowerBound - cue.upperBound) <= 2
        }.map { (Voice(name: $0.actor?.rawValue ?? "", actor: $0.actor), $0.tokens) }
    }

    // MARK: What is covered

    /// *"…", X said*: the mention before the verb belongs to the words, the speaker follows it.
    private func isInverted(_ tokens: Range<Int>, _ cue: Range<Int>) -> Bool {
        (tokens.upperBound..<max(tokens.upperBound, cue.lowerBound)).contains {
            read.tokens[$0].kind == .comma || read.tokens[$0].kind == .quote
                || read.tokens[$0].kind == .dash
        }
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

    func words(_ range: Range<Int>) -> String {
        range.map { read.tokens[$0].folded }.joined(separator: " ")
    }
}
