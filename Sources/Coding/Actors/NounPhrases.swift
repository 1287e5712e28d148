import Diplomacy
import Language

/// Widens mentions to the phrases they stand in, and finds their prepositions and lists.
enum NounPhrases {
    /// How far before its noun an adjective or a possessive may stand: *Russian military
    /// intelligence officers*.
    private static let reach = 3

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
        if mention.isModifier || isPossessive
            || (mention.features.contains(.genitive)
                && mention.features.isDisjoint(with: .accusative))
        {
            if isPossessive { wide.isModifier = true }
            if isPrivate(after: isPossessive ? end + 1 : end, in: read) {
                wide.isPrivate = true
                wide.isModifier = true
            } else if let head = bodyNoun(after: isPossessive ? end + 1 : end, in: read) {
                wide = spanning(wide, wide.tokens.lowerBound..<(head + 1))
                wide.isModifier = false
            }
        }
        if !wide.isModifier || mention.allows(.genitive),
            let head = bodyNoun(before: mention.tokens.lowerBound, mention, in: read)
        {
            wide = spanning(wide, head..<wide.tokens.upperBound)
            wide.isModifier = false
        }
        return wide
    }

    /// A wider mention shows the case of its head, which is not the name's.
    private static func spanning(_ mention: Mention, _ tokens: Range<Int>) -> Mention {
        Mention(
            tokens: tokens,
            core: mention.core ?? mention.tokens,
            actor: mention.actor,
            kind: mention.kind,
            features: [],
            reason: mention.reason,
            person: mention.person,
            until: mention.until,
            isModifier: mention.isModifier
        )
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

    // MARK: Prepositions and lists

    /// Gives each mention its preposition, its list, and whether it only modifies a thing.
    static func attached(_ mentions: [Mention], in read: ReadSentence) -> [Mention] {
        var result = mentions
        let ends = subordinateEnds(in: read)
        for place in result.indices {
            result[place].list = place
            if place > 0, areListed(result[place - 1], result[place], in: read),
                !ends.contains(where: {
                    result[place - 1].tokens.upperBound <= $0
                        && $0 < result[place].tokens.lowerBound
                })
            {
                result[place].list = result[place - 1].list
            }
            result[place].preposition =
                preposition(of: result[place], in: read)
                ?? (place > 0 && result[place].list == result[place - 1].list
                    ? result[place - 1].preposition : nil)
        }
        // "Cuban and Russian services": the last of a list decides what the others stand for.
        for place in result.indices.dropLast().reversed()
        where result[place].list == result[place + 1].list && result[place].isModifier {
            result[place].isModifier = result[place + 1].isModifier
        }
        return result
    }

    /// *Whenever it votes on A, B abstains*: where the clause before the main one ends, a comma joins no list.
    private static func subordinateEnds(in read: ReadSentence) -> [Int] {
        guard !read.tokens.isEmpty,
            read.has(.subordinator, at: 0) || read.has(.conditional, at: 0)
        else { return [] }
        let clauses = ClauseDivider.clauses(of: read)
        return clauses.dropFirst().filter { $0.kind == .coordinated }.map(\.tokens.lowerBound)
            .prefix(1).map(\.self)
    }

    private static func areListed(
        _ first: Mention,
        _ second: Mention,
        in read: ReadSentence
    ) -> Bool {
        if first.tokens == second.tokens { return true }
        guard first.tokens.upperBound < second.tokens.lowerBound, first.actor != second.actor,
            !first.isGeneric
        else { return first.tokens.upperBound <= second.tokens.lowerBound ? false : true }
        let gap = first.tokens.upperBound..<second.tokens.lowerBound
        guard gap.count <= 5, !opensClause(second, after: first, in: read) else { return false }
        var joins = false
        for place in gap {
            let token = read.tokens[place]
            // *A, unlike B, …*.
            if read.has(.unlike, at: place) { return false }
            if token.kind == .comma || read.has(.coordinator, at: place) {
                joins = true
            } else if token.kind == .bracket || token.kind == .quote {
                continue
            } else if joins, read.tree.tags[place] == .adv,
                read.functions[place].isSubset(of: [.stop, .hedge])
            {
                // *A, B and now C*.
                continue
            } else if !read.has(.determiner, at: place), !read.has(.title, at: place),
                !read.has(.preposition, at: place)
            {
                return false
            } else if read.has(.preposition, at: place), !joins {
                return false
            }
        }
        return joins
    }

    /// *…supported A, and B condemned C*: B is the subject of a clause of its own.
    private static func opensClause(
        _ second: Mention,
        after first: Mention,
        in read: ReadSentence
    ) -> Bool {
        let end = second.tokens.upperBound
        let next = end..<min(end + 2, max(end, read.tokens.count))
        let gap = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
        let divides =
            gap.contains { read.tokens[$0].kind == .comma }
            && gap.contains { read.has(.coordinator, at: $0) || read.has(.contrast, at: $0) }
        return divides && next.contains { read.isVerb[$0] }
            && (0..<first.tokens.lowerBound).contains { read.isVerb[$0] }
    }

    private static func opensClause(_ read: ReadSentence, after mention: Mention) -> Bool {
        let end = mention.tokens.upperBound
        return (end..<min(end + 4, max(end, read.tokens.count))).contains { read.isVerb[$0] }
    }

    /// The nearest preposition before the mention, over determiners, adjectives and titles.
    private static func preposition(of mention: Mention, in read: ReadSentence) -> String? {
        var place = mention.tokens.lowerBound - 1
        var steps = 0
        while place >= 0, steps <= reach {
            let token = read.tokens[place]
            // *On Wednesday Canberra scrapped*: the preposition is the day's.
            if read.dates.contains(where: { $0.tokens.contains(place) }) { return nil }
            // *after Russia invaded*: a conjunction here, not a preposition.
            if read.has(.subordinator, at: place), opensClause(read, after: mention) { return nil }
            if read.has(.preposition, at: place) || read.has(.agent, at: place) {
                var first = place
                while first > 0,
                    read.has(.preposition, at: first - 1) || read.has(.agent, at: first - 1),
                    place - first < 2
                {
                    first -= 1
                }
                return read.tokens[first...place].map(\.folded).joined(separator: " ")
            }
            guard token.isWord || token.kind == .quote || (token.kind == .dash && token.isGlued),
                !read.isVerb[place], !read.has(.coordinator, at: place),
                !read.has(.relative, at: place), !read.has(.complementiser, at: place)
            else { return nil }
            // Over another noun the preposition belongs to that noun: "in the war with X".
            let isSmall =
                read.has(.determiner, at: place) || read.has(.title, at: place)
                || read.has(.bodyNoun, at: place) || read.has(.stateNoun, at: place)
            steps += isSmall ? 0 : 1
            place -= 1
            if steps > reach { return nil }
        }
        return nil
    }
}
