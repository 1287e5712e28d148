import Diplomacy
import Language

/// Widens mentions to the phrases they stand in, and finds their prepositions and lists.
enum NounPhrases {
    /// How far before its noun an adjective or a possessive may stand: *Russian military
    /// intelligence officers*.
    static let reach = 3

    /// Joins a state with its body (*Russia's Defence Ministry*, *уряд Вірменії*) and with its
    /// leader (*Venezuelan President Nicolás Maduro*) into one mention.
    static func joined(_ mentions: [Mention], in read: ReadSentence) -> [Mention] {
        var result: [Mention] = []
        for mention in mentions {
            let wide = widened(mention, in: read)
            if let last = result.last, last.actor == wide.actor,
                last.tokens.upperBound <= wide.tokens.lowerBound,
                isTitleGap(read, last.tokens.upperBound..<wide.tokens.lowerBound)
            {
                result[result.count - 1] = merged(last, wide)
            } else if let last = result.last, last.tokens.overlaps(wide.tokens) {
                if last.actor == wide.actor { result[result.count - 1] = merged(last, wide) }
            } else {
                result.append(wide)
            }
        }
        return result
    }

    private static func merged(_ first: Mention, _ second: Mention) -> Mention {
        Mention(
            tokens: first.tokens.lowerBound..<second.tokens.upperBound,
            core: first.core,
            actor: second.actor,
            kind: second.isPerson ? second.kind : first.kind,
            features: second.features,
            reason: second.isPerson ? second.reason : first.reason,
            person: second.person ?? first.person,
            until: second.person == nil ? first.until : second.until,
            isModifier: second.isModifier
        )
    }

    private static func isTitleGap(_ read: ReadSentence, _ gap: Range<Int>) -> Bool {
        gap.count <= 5
            && gap.allSatisfy { place in
                // *the European Union (EU)*
                read.tokens[place].kind == .bracket
                    || read.tokens[place].isWord && !read.isVerb[place]
                        && (read.has(.title, at: place) || read.has(.bodyNoun, at: place)
                            || read.has(.stateNoun, at: place) || read.tokens[place].folded == "'s")
            }
    }

    private static func widened(_ mention: Mention, in read: ReadSentence) -> Mention {
        var wide = mention
        let end = mention.tokens.upperBound
        let isPossessive = end < read.tokens.count && read.tokens[end].folded == "'s"
        if mention.isModifier || isPossessive || names(mention, theBodyAt: end, in: read)
            || (mention.features.contains(.genitive)
                && mention.features.isDisjoint(with: .accusative))
        {
            if isPossessive { wide.isModifier = true }
            if isPrivate(after: isPossessive ? end + 1 : end, in: read) {
                wide.isPrivate = true
                wide.isModifier = true
            } else if let head = bodyNoun(after: isPossessive ? end + 1 : end, in: read) {
                wide = spanning(wide, wide.tokens.lowerBound..<(head + 1), head, in: read)
                wide.isModifier = false
            }
        }
        if !wide.isModifier || mention.allows(.genitive),
            let head = bodyNoun(before: mention.tokens.lowerBound, mention, in: read)
        {
            wide = spanning(wide, head..<wide.tokens.upperBound, head, in: read)
            wide.isModifier = false
        }
        return wide
    }

    /// *The Biden administration*: the noun after a leader's name is called after them.
    private static func names(
        _ mention: Mention,
        theBodyAt place: Int,
        in read: ReadSentence
    ) -> Bool {
        mention.isPerson && place < read.tokens.count && isGovernment(read, place)
            && read.tree.heads[place - 1] == place
    }

    private static func isGovernment(_ read: ReadSentence, _ place: Int) -> Bool {
        (read.has(.stateNoun, at: place) || read.has(.bodyNoun, at: place))
            && !read.has(.title, at: place)
    }

    /// A wider mention shows the case of its head, which is not the name's; a leader's government is not the
    /// leader.
    private static func spanning(
        _ mention: Mention,
        _ tokens: Range<Int>,
        _ head: Int,
        in read: ReadSentence
    ) -> Mention {
        let isGovernment =
            mention.isGovernment || mention.isPerson && isGovernment(read, head)
        var wide = Mention(
            tokens: tokens,
            core: mention.core ?? mention.tokens,
            actor: mention.actor,
            kind: mention.kind,
            features: [],
            reason: mention.reason,
            person: isGovernment ? nil : mention.person,
            until: mention.until,
            isModifier: mention.isModifier
        )
        wide.isGovernment = isGovernment
        return wide
    }

    /// *Ukrainian separatists*, *German companies*: not the state.
    private static func isPrivate(after start: Int, in read: ReadSentence) -> Bool {
        for place in start..<min(start + reach, max(start, read.tokens.count)) {
            guard read.tokens[place].isWord, !read.isVerb[place] else { return false }
            if read.has(.privateNoun, at: place) { return true }
            if isBody(read, place) || !read.functions[place].isEmpty { return false }
        }
        return false
    }

    private static func isBody(_ read: ReadSentence, _ place: Int) -> Bool {
        read.has(.bodyNoun, at: place) || read.has(.stateNoun, at: place)
            || read.has(.title, at: place)
    }

    private static func bodyNoun(after start: Int, in read: ReadSentence) -> Int? {
        var found: Int?
        for place in start..<min(start + reach + 1, max(start, read.tokens.count)) {
            let token = read.tokens[place]
            guard token.isWord || (token.kind == .dash && token.isGlued), !read.isVerb[place] else {
                break
            }
            if isBody(read, place) {
                found = place
            } else if found != nil || !read.functions[place].isEmpty {
                break
            }
        }
        return found
    }

    /// *The government of Armenia*, *уряд Вірменії*: the noun before a genitive or an "of".
    private static func bodyNoun(
        before start: Int,
        _ mention: Mention,
        in read: ReadSentence
    ) -> Int? {
        var place = start - 1
        let allowed = mention.features.contains(.genitive)
        let isSeat = mention.kind == .named(.capital) || mention.kind == .named(.seat)
        var sawOf = false
        var sawOrigin = false
        while place >= 0, start - place <= reach {
            if isBody(read, place) {
                var first = place
                while first > 0, isBody(read, first - 1) { first -= 1 }
                // *Blocked by forces from X*, but *withdrew its forces from X*.
                if sawOrigin, first > 0, !read.has(.preposition, at: first - 1),
                    !read.has(.agent, at: first - 1), read.tokens[first - 1].isWord
                {
                    return nil
                }
                return sawOf || sawOrigin || allowed ? first : nil
            }
            guard read.tokens[place].isWord else { return nil }
            if read.has(.genitivePreposition, at: place)
                || (isSeat && read.has(.seatPreposition, at: place))
            {
                sawOf = true
            } else if read.has(.originPreposition, at: place) {
                sawOrigin = true
            } else if !read.has(.determiner, at: place) {
                return nil
            }
            place -= 1
        }
        return nil
    }
}
