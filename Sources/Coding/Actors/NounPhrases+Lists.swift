import Diplomacy
import Language

// Prepositions and lists.
extension NounPhrases {
    /// Gives each mention its preposition, its list, and whether it only modifies a thing.
    static func attached(_ mentions: [Mention], in read: ReadSentence) -> [Mention] {
        var result = mentions
        let ends = subordinateEnds(in: read)
        for place in result.indices {
            result[place].list = place
            if place > 0, areListed(result[place - 1], result[place], in: read),
                !startsSubject(place, of: result, in: read),
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

    /// *In A, B and C held talks*, *broke with A, B and C recalled their envoys*: whether behind a comma a list begins that ends before
    /// its own verb, and the one before the comma stands in another case or behind the preposition that opens the sentence.
    private static func startsSubject(
        _ place: Int,
        of mentions: [Mention],
        in read: ReadSentence
    ) -> Bool {
        let (first, second) = (mentions[place - 1], mentions[place])
        let end = first.tokens.upperBound
        guard end < second.tokens.lowerBound, read.tokens[end].kind == .comma,
            !(end..<second.tokens.lowerBound).contains(where: { read.has(.coordinator, at: $0) }),
            second.allows(.nominative)
        else { return false }
        // To the verb over whoever else is listed.
        var next = second.tokens.upperBound
        var isJoined = false
        for other in mentions[(place + 1)...] where other.tokens.lowerBound >= next {
            let gap = next..<other.tokens.lowerBound
            guard gap.count <= NounPhrases.reach,
                gap.allSatisfy({
                    read.tokens[$0].kind == .comma || read.has(.coordinator, at: $0)
                        || read.has(.determiner, at: $0)
                }), !gap.isEmpty
            else { break }
            isJoined = isJoined || gap.contains { read.has(.coordinator, at: $0) }
            next = other.tokens.upperBound
        }
        while next < read.tokens.count, read.tokens[next].kind == .bracket { next += 1 }
        guard isJoined, next < read.tokens.count, read.isVerb[next] else { return false }
        let isInOtherCase =
            read.traits.contains(.cases) && !first.allows(.nominative)
            && read.isVerb[..<first.tokens.lowerBound].contains(true)
        let opensSentence =
            read.has(.preposition, at: 0) && first.preposition != nil
            && !read.isVerb[..<first.tokens.lowerBound].contains(true)
        return isInOtherCase || opensSentence
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
        guard gap.count <= 5, !opensClause(second, after: first, in: read),
            !isOnlySubject(second, after: first, in: read)
        else { return false }
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
            } else if joins, read.has(.negation, at: place) {
                // *Ни A, ни B*.
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

    /// *…sent tanks to A, officials of B said*: one is the subject of a verb, the other is not.
    private static func isOnlySubject(
        _ second: Mention,
        after first: Mention,
        in read: ReadSentence
    ) -> Bool {
        func isSubject(_ mention: Mention) -> Bool {
            read.tree.universals[read.tree.head(of: mention.tokens)] == "nsubj"
        }
        // *French and German officials said*: the first adjective hangs on the same noun.
        let sharesNoun =
            read.tree.heads[read.tree.head(of: first.tokens)].map(second.tokens.contains) ?? false
        return isSubject(second) && !isSubject(first) && !sharesNoun
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

    /// *In die Ukraine*: a word that opens a relative clause elsewhere, and here stands behind another word.
    private static func isArticle(_ place: Int, in read: ReadSentence) -> Bool {
        read.has(.determiner, at: place) && place > 0 && read.tokens[place - 1].isWord
            && read.tree.tags[place] == .det
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
                !read.has(.relative, at: place) || isArticle(place, in: read),
                !read.has(.complementiser, at: place) || isArticle(place, in: read)
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
