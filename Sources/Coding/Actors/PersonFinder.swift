import Diplomacy
import Language

/// Finds the people whom a sentence names with a role and a party.
///
/// A name is a run of words that the tree takes for proper names and that name no party. Its role stands before it
/// (*Iranian envoy X*, *the envoy for Syria, X*), behind a comma (*X, Iran's envoy*) or behind *is*. The party stands
/// before the role, in the genitive behind it, or is who was represented by, or sent, the person.
struct PersonFinder {
    let read: ReadSentence
    let mentions: [Mention]
    /// How the name that stands at some tokens is written.
    let written: (Range<Int>) -> String

    /// A person as the sentence names them.
    struct Found: Hashable {
        let name: String
        let role: Person.Role
        let title: Range<Int>
        let party: ActorCode
        let isFormer: Bool
        let tokens: Range<Int>
    }

    /// Between a role and the name behind it: *special envoy for relations between A and B, X*.
    private static let complement = 12
    /// Between a comma behind a name and its role: *X, the newly named Turkish special envoy*.
    private static let apposition = 6
    /// Between a party and its role: *Iran's newly appointed deputy foreign minister*.
    private static let modifiers = 4
    /// Between a party that is represented and the person: *Iran was represented by its experienced negotiator X*.
    private static let delegation = 14

    /// From left to right.
    func people() -> [Found] {
        let roles = read.roles.compactMap { cue -> (Range<Int>, Person.Role)? in
            if case .role(let role) = cue.word { return (cue.tokens, role) }
            return nil
        }
        guard !roles.isEmpty else { return [] }
        let names = names(besides: roles.map(\.0))
        return names.compactMap { name in
            let held = roles.filter { isHeld($0.0, by: name, names, roles.map(\.0)) }
            // Of two, the one that the tree joins to the name; else the nearer.
            let best = held.min { left, right in
                rank(left.0, name) < rank(right.0, name)
            }
            guard let (title, role) = best, let party = party(of: title, name) else { return nil }
            return Found(
                name: calling(name),
                role: role,
                title: title,
                party: party,
                isFormer: isFormer(title),
                tokens: min(
                    title.lowerBound,
                    name.lowerBound
                )..<max(title.upperBound, name.upperBound)
            )
        }
    }

    /// The book's name of a leader, in every language; else as voices are named.
    private func calling(_ name: Range<Int>) -> String {
        let own = mentions.first { $0.person != nil && $0.tokens.overlaps(name) }
        return own?.person ?? written(name)
    }

    // MARK: Names

    /// Runs of proper names that name no party, of two words or more; one word where a role stands right before it.
    private func names(besides roles: [Range<Int>]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while place < read.tokens.count {
            guard isName(place, roles), read.tokens[place].isCapitalised else {
                place += 1
                continue
            }
            var end = place + 1
            while end < read.tokens.count, isName(end, roles) || isHyphen(end, roles) { end += 1 }
            while !read.tokens[end - 1].isCapitalised { end -= 1 }
            let words = (place..<end).count { read.tokens[$0].isWord }
            let followsRole = roles.contains { $0.upperBound == place }
            if words >= 2 || followsRole { found.append(place..<end) }
            place = end
        }
        return found
    }

    private func isName(_ place: Int, _ roles: [Range<Int>]) -> Bool {
        read.tokens[place].isWord && (read.tree.tags[place] == .propn || isOddCapital(place))
            && !read.isPartyName[place] && !roles.contains { $0.contains(place) }
            && !read.has(.title, at: place)
            && !read.dates.contains { $0.tokens.contains(place) }
            && !read.tokens[place].isAllCapitals && read.tokens[place].folded != "'s"
    }

    /// A capital within a sentence that nothing but a name has: the tree need not know each name.
    private func isOddCapital(_ place: Int) -> Bool {
        !read.traits.contains(.nounCapitals) && place > 0 && read.tokens[place].isCapitalised
            && read.tokens[place - 1].isWord && !read.has(.stop, at: place)
    }

    /// *Henry-Laur*: a dash between two parts of a name.
    private func isHyphen(_ place: Int, _ roles: [Range<Int>]) -> Bool {
        let token = read.tokens[place]
        return token.kind == .dash && token.isGlued && place + 1 < read.tokens.count
            && read.tokens[place + 1].isGlued && isName(place + 1, roles)
    }

    // MARK: Roles

    private func isHeld(
        _ role: Range<Int>,
        by name: Range<Int>,
        _ names: [Range<Int>],
        _ roles: [Range<Int>]
    ) -> Bool {
        if isSubject(name, of: role) { return true }
        if role.upperBound <= name.lowerBound {
            let gap = role.upperBound..<name.lowerBound
            guard !names.contains(where: { gap.overlaps($0) }) else { return false }
            if gap.isEmpty { return true }
            // *The envoy to Cairo, X, left*: between two commas the name is said of what stands before.
            let isSetOff = read.tokens[gap.upperBound - 1].kind == .comma && isClosed(behind: name)
            let inner = isSetOff ? gap.lowerBound..<gap.upperBound - 1 : gap
            let isPlain = gap.count <= Self.complement && !isBroken(inner)
            return isPlain && (areJoined(role, name) || inner.isEmpty || isComplement(inner))
        }
        guard name.upperBound < role.lowerBound else { return false }
        let gap = name.upperBound..<role.lowerBound
        let opening = read.tokens[gap.lowerBound]
        let isApposed = opening.kind == .comma || opening.kind == .dash && !opening.isGlued
        let isOthers = names.contains { $0.lowerBound == role.upperBound }
        return isApposed && !isOthers && gap.count <= Self.apposition + 1
            && !isBroken(gap.dropFirst())
            && !gap.contains { read.has(.coordinator, at: $0) }
            && !roles.contains { gap.overlaps($0) }
    }

    private func isClosed(behind name: Range<Int>) -> Bool {
        guard name.upperBound < read.tokens.count else { return true }
        let next = read.tokens[name.upperBound].kind
        return next == .comma || next == .stop
    }

    /// A verb, a comma or a quotation mark: what stands on both sides belongs to two phrases.
    private func isBroken(_ gap: Range<Int>) -> Bool {
        gap.contains { place in
            let token = read.tokens[place]
            return read.isVerb[place] || read.tree.tags[place] == .verb
                || read.tree.tags[place] == .aux
                || token.kind == .comma || token.kind == .stop || token.kind == .quote
                // German articles are relative pronouns too.
                || read.has(.relative, at: place) && !read.has(.determiner, at: place)
        }
    }

    /// *For relations between A and B*, *des Präsidenten*: what a role is for, or whose it is.
    private func isComplement(_ gap: Range<Int>) -> Bool {
        read.has(.preposition, at: gap.lowerBound)
            || read.has(.genitivePreposition, at: gap.lowerBound)
            || mentions.contains { $0.tokens.overlaps(gap) }
    }

    /// Whether one governs the other in the tree.
    private func areJoined(_ role: Range<Int>, _ name: Range<Int>) -> Bool {
        let (role, name) = (read.tree.head(of: role), read.tree.head(of: name))
        let relations: Set<String> = ["appos", "flat", "compound", "nmod", "amod"]
        return read.tree.heads[name] == role && relations.contains(read.tree.universals[name])
            || read.tree.heads[role] == name && relations.contains(read.tree.universals[role])
    }

    /// *X is Iran's ambassador*.
    private func isSubject(_ name: Range<Int>, of role: Range<Int>) -> Bool {
        let (role, name) = (read.tree.head(of: role), read.tree.head(of: name))
        return read.tree.heads[name] == role && read.tree.universals[name] == "nsubj"
    }

    private func rank(_ role: Range<Int>, _ name: Range<Int>) -> (Int, Int) {
        let distance =
            role.upperBound <= name.lowerBound
            ? name.lowerBound - role.upperBound : role.lowerBound - name.upperBound
        return (areJoined(role, name) ? 0 : 1, distance)
    }

    private func isFormer(_ role: Range<Int>) -> Bool {
        let lead = max(0, role.lowerBound - Self.modifiers)..<role.lowerBound
        return read.roles.contains { cue in
            cue.word == .former && (lead.overlaps(cue.tokens) || role.overlaps(cue.tokens))
                && !isBroken(cue.tokens.upperBound..<max(cue.tokens.upperBound, role.lowerBound))
        }
    }

    // MARK: Parties

    private func party(of role: Range<Int>, _ name: Range<Int>) -> ActorCode? {
        owner(before: role) ?? owner(behind: role, name)
            ?? mentions.first { $0.tokens.overlaps(name) && !$0.isPrivate }?.actor
            ?? sender(of: min(role.lowerBound, name.lowerBound))
    }

    /// *Iranian*, *Iran's*, *President X's*, *US*: the party right before the role.
    private func owner(before role: Range<Int>) -> ActorCode? {
        mentions.last { mention in
            guard mention.actor != nil, !mention.isPrivate,
                mention.tokens.lowerBound < role.lowerBound, isOwner(mention)
            else { return false }
            if mention.tokens.overlaps(role) { return true }
            let gap = mention.tokens.upperBound..<role.lowerBound
            return gap.count <= Self.modifiers && !isBroken(gap)
                && !gap.contains { place in
                    read.has(.preposition, at: place) || read.has(.coordinator, at: place)
                        || read.has(.determiner, at: place)
                }
        }?.actor
    }

    /// *Its envoy*, *the country's envoy*: a noun that takes a party up owns a role only as these do.
    private func isOwner(_ mention: Mention) -> Bool {
        let end = mention.tokens.upperBound
        return mention.kind != .anaphor || mention.isModifier
            || end < read.tokens.count && read.tokens[end].folded == "'s"
    }

    /// *Of Iran*, *Ірану*, *des Iran*: the party whose the role is.
    private func owner(behind role: Range<Int>, _ name: Range<Int>) -> ActorCode? {
        mentions.first { mention in
            guard mention.actor != nil, !mention.isPrivate,
                mention.tokens.upperBound > role.upperBound, !mention.tokens.overlaps(name)
            else { return false }
            if mention.tokens.lowerBound <= role.upperBound, mention.tokens.overlaps(role) {
                return true
            }
            guard mention.tokens.lowerBound >= role.upperBound else { return false }
            let gap = role.upperBound..<mention.tokens.lowerBound
            let isOf = gap.contains { read.has(.genitivePreposition, at: $0) }
            let isGenitive =
                read.traits.contains(.cases) && mention.allows(.genitive)
                && !gap.contains { read.has(.preposition, at: $0) }
            return (isOf || isGenitive) && gap.count <= Self.modifiers && !isBroken(gap)
        }?.actor
    }

    /// *Iran was represented by*, *Iran sent*: the party that stands before such words.
    private func sender(of place: Int) -> ActorCode? {
        let cue = read.roles.last { cue in
            // German: *wurde durch X vertreten*.
            cue.word == .represents && cue.tokens.lowerBound < place
                && place - cue.tokens.upperBound <= Self.delegation
        }
        guard let cue else { return nil }
        let between = cue.tokens.lowerBound + 1..<place
        guard !between.contains(where: { read.tokens[$0].kind == .comma }) else { return nil }
        return mentions.last { mention in
            mention.actor != nil && mention.preposition == nil && !mention.isPrivate
                && mention.tokens.upperBound <= cue.tokens.lowerBound
                && cue.tokens.lowerBound - mention.tokens.upperBound <= Self.modifiers
        }?.actor
    }
}
