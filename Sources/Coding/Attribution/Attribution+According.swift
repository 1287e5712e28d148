import Diplomacy
import Language

// Words that name a source without a verb: *according to X*, *…, so X*, *мовляв*.
extension AttributionFinder {
    /// So many words may stand between a voice and the words of saying that follow it.
    private static let postReach = 6

    func according(_ speech: ReadSentence.Speech) -> Attribution? {
        let cue = speech.match.tokens
        let start = clauseBegin(before: cue)
        let after = voice(startingIn: cue.upperBound..<min(read.tokens.count, cue.upperBound + 9))
        let before = candidates(in: 0..<cue.lowerBound)
            .filter { cue.lowerBound - $0.tokens.upperBound < Self.postReach }
            .max { left, right in
                (left.tokens.upperBound, left.tokens.count)
                    < (right.tokens.upperBound, right.tokens.count)
            }
        // *X zufolge*, but *…, so X*.
        let isParted = cue.lowerBound > 0 && isBreak(cue.lowerBound - 1)
        let found =
            speech.cue.form == .post
            ? after ?? (isParted ? nil : before) : after ?? pronounVoice(near: cue)
        let speaker = pronoun(in: cue) ?? found ?? noun(after: cue)
        guard let speaker else { return nil }
        return attribution(
            speech,
            to: speaker,
            covers: start..<read.tokens.count,
            reason: "'\(words(cue))' \(speaker.voice.name)"
        )
    }

    /// *He says*, *за його словами*: the words of saying hold the pronoun themselves.
    private func pronoun(in cue: Range<Int>) -> Speaker? {
        // *Hieß es in Bamako*: that *es* is nobody.
        cue.first { place in
            (read.has(.personPronoun, at: place) || read.has(.pluralPronoun, at: place))
                && !read.has(.expletive, at: place)
        }.map { place in
            let actor = mentions.first { $0.kind == .anaphor && $0.tokens.contains(place) }?.actor
            return (Voice(name: read.tokens[place].folded, actor: actor), place..<(place + 1))
        }
    }

    private func pronounVoice(near cue: Range<Int>) -> Speaker? {
        mentions.first {
            $0.kind == .anaphor && abs($0.tokens.lowerBound - cue.upperBound) <= 2
        }.map { (Voice(name: $0.actor?.rawValue ?? "", actor: $0.actor), $0.tokens) }
    }

    /// *So der Regierungschef*, *according to the commodore*: whom no book of voices lists.
    private func noun(after cue: Range<Int>) -> Speaker? {
        (cue.upperBound..<min(read.tokens.count, cue.upperBound + 4))
            .first { read.tree.tags[$0] == .noun }
            .flatMap(noun(at:))
    }

    /// *X accused Y: мовляв, …*: the word goes on with what the one before it said.
    func retelling(_ speech: ReadSentence.Speech) -> Attribution? {
        let cue = speech.match.tokens
        guard let verb = (0..<cue.lowerBound).last(where: { read.isVerb[$0] && !isAuxiliary($0) }),
            let place = subject(of: verb, cue), let speaker = voice(at: place).map(identified)
        else { return nil }
        return attribution(
            speech,
            to: speaker,
            covers: cue.upperBound..<read.tokens.count,
            reason: "'\(words(cue))' after \(speaker.voice.name)"
        )
    }

    /// *…, but, according to X, …*: words that begin a clause after *but*, *and* or a semicolon cover no other.
    private func clauseBegin(before cue: Range<Int>) -> Int {
        var place = cue.lowerBound - 1
        while place > 0, read.tokens[place].kind == .comma { place -= 1 }
        if place > 0, read.tokens[place].folded == ";" { return place }
        let isJoined =
            place > 0 && (read.has(.contrast, at: place) || read.has(.coordinator, at: place))
            && (0..<place).contains { read.isVerb[$0] }
        return isJoined ? place : 0
    }
}
