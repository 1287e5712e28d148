import Diplomacy
import Language

extension AttributionFinder {
    // MARK: Where a name stands

    /// *political scientist Vladimir Fesenko*, *міністр оборони Іван Коваль*: a voice with the name after it.
    func named(after voice: Range<Int>) -> Range<Int> {
        let start = ownEnd(of: voice)
        let end = nameEnd(from: start, longest: 3)
        return voice.lowerBound..<(end > start ? end : voice.upperBound)
    }

    /// *Minister of defence X*: a leader whom the voice's words stand before.
    func leader(after voice: Range<Int>) -> Mention? {
        let end = ownEnd(of: voice)
        return mentions.first { $0.isPerson && $0.actor != nil && $0.tokens.lowerBound == end }
    }

    /// Behind what is said of a voice in the genitive: *міністр оборони*, *радник курдського уряду*.
    private func ownEnd(of voice: Range<Int>) -> Int {
        let head = read.tree.head(of: voice)
        let reach = min(read.tokens.count, voice.upperBound + 3)
        var end = voice.upperBound
        while end < reach, !isNameWord(end) {
            let noun = read.tree.universals[end] == "amod" ? end + 1 : end
            guard noun < reach, !isNameWord(noun), read.tree.universals[noun] == "nmod",
                read.tree.heads[noun].map({ $0 >= head && $0 < noun }) == true
            else { break }
            end = noun + 1
        }
        return end
    }

    /// Where the words of a name that begins at `start` end; *Ter-Saakyan* is one of its words.
    func nameEnd(from start: Int, longest: Int) -> Int {
        var (end, words) = (start, 0)
        while end < read.tokens.count {
            if end > start, isHyphen(end) {
                end += 2
            } else if isNameWord(end), words < longest {
                end += 1
                words += 1
            } else {
                break
            }
        }
        return end
    }

    private func isHyphen(_ place: Int) -> Bool {
        place + 1 < read.tokens.count && read.tokens[place].kind == .dash
            && read.tokens[place].isGlued && isNameWord(place + 1)
    }

    // MARK: How it is written

    /// The name of the voice that stands at `tokens`.
    func name(at tokens: Range<Int>) -> String {
        guard names.usesDictionaryForms else { return read.original(tokens) }
        var parts: [String] = []
        var place = tokens.lowerBound
        while place < tokens.upperBound {
            let mention = mentions.filter { own($0).lowerBound == place && $0.kind != .anaphor }
                .max { $0.tokens.count < $1.tokens.count }
            if let mention, let name = name(of: mention) {
                parts.append(name)
                place = own(mention).upperBound
            } else {
                // *Пресс-секретарь* is three tokens and one word; *российская армия* has its adjective from the party.
                let word =
                    word(at: place)
                    ?? mention?.actor.flatMap {
                        read.tree.tags[place] == .adj ? names.name(of: $0, .adjective) : nil
                    }
                if let word, word != parts.last {
                    if let last = parts.last, joins(place) {
                        parts[parts.count - 1] = "\(last)-\(word)"
                    } else {
                        parts.append(word)
                    }
                }
                place += 1
            }
        }
        return parts.isEmpty
            ? names.romanised(read.original(tokens)) : parts.joined(separator: " ")
    }

    /// Whether a hyphen joins a word of a name to the one before it.
    private func joins(_ place: Int) -> Bool {
        place > 1 && isHyphen(place - 1) && isNameWord(place - 2)
    }

    /// The words that a mention's name stands for.
    private func own(_ mention: Mention) -> Range<Int> {
        mention.person == nil ? mention.core ?? mention.tokens : mention.tokens
    }

    /// Nil where the party has many of the kind: *the Pentagon* and *the State Department* are called by their words.
    private func name(of mention: Mention) -> String? {
        if let person = mention.person { return person }
        guard case .named(let role) = mention.kind, let actor = mention.actor else { return nil }
        return names.name(of: actor, role)
    }

    /// A word of office in English, a name in Latin letters; nothing for small words.
    private func word(at place: Int) -> String? {
        let token = read.tokens[place]
        guard token.isWord, !read.has(.preposition, at: place), !read.has(.coordinator, at: place)
        else { return nil }
        let lemma = read.tree.lemmas[place]
        if let known = names.word(lemma) ?? names.word(token.folded) {
            let isPlural = read.tree.features[place].contains("Number=Plur")
            return isPlural && read.tree.tags[place] == .noun
                ? plural(known) : known
        }
        let written = read.original(place..<(place + 1))
        let tag = read.tree.tags[place]
        // *Двох дипломатів*, *seiner Delegation*: no part of what somebody is called, with a capital at the head of a sentence too.
        let isSmall = tag == .num || tag == .det || tag == .adv || tag == .pron
        if isSmall, place == 0 { return nil }
        guard token.isCapitalised else {
            // A small word that no table knows says nothing in the letters of another language.
            return isSmall || names.spellsOtherwise ? nil : written
        }
        guard tag == .noun || tag == .propn else { return names.romanised(written) }
        // The dictionary form, where it is one of the same word.
        // A name in the nominative is one: *Orlova* is not of Orlov's kind.
        let isName = tag == .propn && read.tree.features[place].contains("Case=Nom")
        let isSame =
            !isName && lemma.lowercased().prefix(3) == token.folded.prefix(3) && lemma.count > 2
        let form = isSame ? lemma.prefix(1).uppercased() + lemma.dropFirst() : written
        return names.romanised(token.isAllCapitals ? written : form)
    }

    private func plural(_ word: String) -> String {
        if word.hasSuffix("s") || word.hasSuffix("media") || word.hasSuffix("press") {
            return word
        }
        return word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"
    }
}
