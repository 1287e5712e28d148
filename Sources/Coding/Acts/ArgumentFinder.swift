import Diplomacy
import Language

/// Finds the parties of an act: which mention stands in which slot beside the word that tells it.
struct ArgumentFinder {
    let read: ReadSentence
    let mentions: [Mention]
    let clauses: [Clause]
    let discourse: Discourse

    /// Whether endings tell the parties, so that an object may come first.
    var marksCases: Bool { read.traits.contains(.cases) }

    /// A party with how it was found.
    struct Party: Hashable {
        let actor: ActorCode?
        let how: String
        let isCarriedOver: Bool
        /// Where it stands; nil where it was carried over from before.
        let place: Int?
    }

    // MARK: Slots

    /// The mentions in the first of `slots` that is filled, lists whole.
    func fill(
        _ slots: [Slot],
        of cue: ReadSentence.ActCue,
        at anchor: Int,
        excluding other: Set<Int>
    )
        -> [Int]
    {
        for slot in slots {
            for candidate in candidates(for: slot, of: cue, at: anchor)
            where !other.contains(candidate) {
                return list(of: candidate).filter { !other.contains($0) }
            }
            if isFilledByOther(slot, of: cue) { break }
        }
        return []
    }

    /// *Fought in A against jihadists*: where a verb's own preposition has somebody who is no party, a later slot has nobody else.
    private func isFilledByOther(_ slot: Slot, of cue: ReadSentence.ActCue) -> Bool {
        guard cue.frame.act == .assault, cue.frame.form == .verb, case .preposition(let word) = slot
        else { return false }
        let tree = read.tree
        return tree.dependents(of: cue.match.head, by: ["obl"]).contains { noun in
            tree.adposition(at: noun).map { read.tokens[$0].folded == word } ?? false
                && !mentions.contains { $0.tokens.contains(noun) }
                && !read.dates.contains { $0.tokens.contains(noun) }
        }
    }

    /// The mentions that may stand in a slot, the likeliest first.
    private func candidates(for slot: Slot, of cue: ReadSentence.ActCue, at anchor: Int) -> [Int] {
        switch slot {
        case .subject: subjects(at: anchor)
        case .object: objects(at: anchor, cases: [.accusative, .genitive, .dative])
        case .dative: datives(at: anchor)
        case .instrumental: instrumentals(at: anchor)
        case .possessor:
            owners(
                of: cue.match.tokens,
                isHelp: cue.frame.act == .support || cue.frame.act == .aid
            ) + ownersWithin(cue)
        case .preposition(let word): governed(by: word, at: anchor, cue: cue.match.tokens)
        }
    }

    /// Mentions without a preposition after the verb; where the verb may come last, before it too.
    func objects(at anchor: Int, cases: Features) -> [Int] {
        let clause = clause(of: anchor)
        let bare = indices(in: clause).filter {
            mentions[$0].preposition == nil && mentions[$0].allows(cases)
                && distance(anchor, $0) <= Self.objectReach && !ownsParty($0)
        }
        let after = bare.filter { mentions[$0].tokens.lowerBound > anchor }
        guard marksCases else { return after }
        let before = bare.filter {
            mentions[$0].tokens.upperBound <= anchor && !mentions[$0].isModifier
                && !isOnlyNominative($0)
        }
        return after + before.reversed()
    }

    /// *Its allies*, *Russia's partner Syria*: the owner of a party is not the party.
    private func ownsParty(_ index: Int) -> Bool {
        guard mentions[index].isModifier, index + 1 < mentions.count else { return false }
        let gap =
            mentions[index].tokens
            .upperBound..<max(
                mentions[index].tokens.upperBound,
                mentions[index + 1].tokens.lowerBound
            )
        return !mentions[index + 1].isModifier && gap.count <= 1 && isAdjectival(gap)
            && mentions[index].list != mentions[index + 1].list
    }

    /// Who owns the generic party of this clause: *Russia's allies feel abandoned*.
    func ownerOfGeneric(in clause: Range<Int>) -> (owner: Int, party: Int)? {
        for party in indices(in: clause) where mentions[party].isGeneric && party > 0 {
            let owner = party - 1
            if mentions[owner].actor != nil, ownsParty(owner) { return (owner, party) }
        }
        return nil
    }

    /// How far an object may stand from its verb: two noun phrases.
    private static let objectReach = 9

    private func datives(at anchor: Int) -> [Int] {
        if !marksCases { return objects(at: anchor, cases: .cases) }
        let bare = indices(in: clause(of: anchor)).filter {
            mentions[$0].allows(.dative)
                && (mentions[$0].preposition == nil
                    || mentions[$0].features.contains(.dative)
                        && hangs($0, bareOn: anchor..<(anchor + 1)))
        }
        // A form that can only be a dative is one wherever it stands.
        let certain = bare.filter {
            mentions[$0].features.contains(.dative) && !isNominative($0)
        }
        let others = bare.filter { !certain.contains($0) && !mentions[$0].isModifier }
        let after = others.filter { mentions[$0].tokens.lowerBound > anchor }
        let before = others.filter { mentions[$0].tokens.upperBound <= anchor }
        return certain.sorted { distance(anchor, $0) < distance(anchor, $1) } + after
            + before.reversed()
    }

    private func instrumentals(at anchor: Int) -> [Int] {
        indices(in: clause(of: anchor)).filter {
            mentions[$0].preposition == nil && mentions[$0].features.contains(.instrumental)
                && !isNominative($0)
        }
        .sorted { distance(anchor, $0) < distance(anchor, $1) }
    }

    /// *Russia's*, *Russian* before the noun, then a genitive right after it.
    ///
    /// `isHelp`: whether the noun is help, whose giver stands behind it even where a preposition opens the phrase (*без допомоги
    /// Росії*); for other nouns that brought more wrong parties than right ones.
    func owners(of cue: Range<Int>, isHelp: Bool = false) -> [Int] {
        let before = indices(in: max(0, cue.lowerBound - 7)..<cue.lowerBound).last {
            let gap = mentions[$0].tokens.upperBound..<cue.lowerBound
            return mentions[$0].preposition != nil && !mentions[$0].isModifier
                ? false : gap.count <= 4 && isAdjectival(gap) && ownsFrom($0)
        }
        // *French troops left*: the body's noun belongs to the mention and to the act's phrase.
        let inside = mentions.indices.first {
            mentions[$0].tokens.lowerBound < cue.upperBound && mentions[$0].tokens.overlaps(cue)
                && mentions[$0].tokens.lowerBound <= cue.lowerBound && !mentions[$0].isPrivate
        }
        if before == nil, let inside { return [inside] }
        guard marksCases else { return before.map { [$0] } ?? [] }
        let after = indices(in: cue.upperBound..<min(read.tokens.count, cue.upperBound + 4)).first {
            (mentions[$0].preposition == nil
                || isHelp && mentions[$0].features.contains(.genitive) && hangs($0, bareOn: cue))
                && mentions[$0].allows(.genitive) && !mentions[$0].isModifier
                && isAdjectival(cue.upperBound..<mentions[$0].tokens.lowerBound)
        }
        return [before, after].compactMap(\.self)
    }

    /// *Без допомоги Росії*, *у наданні допомоги Чаду*: the preposition is another noun's, and the party hangs on the words.
    private func hangs(_ index: Int, bareOn words: Range<Int>) -> Bool {
        let head = read.tree.head(of: mentions[index].tokens)
        return ["nmod", "iobj", "obl"].contains(read.tree.universals[head])
            && read.tree.adposition(of: head).isEmpty
            && read.tree.heads[head].map(words.contains) ?? false
    }

    /// *Shortcomings of Russian missiles*, *недоліки російських ракет*: who stands within the words of a noun.
    private func ownersWithin(_ cue: ReadSentence.ActCue) -> [Int] {
        guard cue.match.hasGap, cue.frame.form == .noun else { return [] }
        return mentions.indices.filter {
            mentions[$0].tokens.lowerBound > cue.match.tokens.lowerBound
                && mentions[$0].tokens.upperBound <= cue.match.tokens.upperBound
                && mentions[$0].isModifier && !mentions[$0].isPrivate
        }
    }

    /// Whether the mention can own the noun after it: an adjective, a possessive, a body's name.
    private func ownsFrom(_ index: Int) -> Bool {
        let mention = mentions[index]
        if mention.isModifier { return true }
        let next = mention.tokens.upperBound
        if next < read.tokens.count, read.tokens[next].folded == "'s" { return true }
        return marksCases && mention.features.contains(.genitive)
            && mention.features.isDisjoint(with: [.accusative, .dative])
    }

    private func governed(by word: String, at anchor: Int, cue: Range<Int>) -> [Int] {
        let clause = clause(of: anchor)
        let matching = indices(in: clause).filter { index in
            guard let preposition = mentions[index].preposition else { return false }
            return preposition == word || preposition.hasSuffix(" \(word)")
                || preposition.hasPrefix("\(word) ")
        }
        let after = matching.filter { mentions[$0].tokens.lowerBound >= cue.upperBound }
        // A party in the gap of the pattern itself, then one before it; where the order of words tells the parts, that is another's.
        let before = matching.filter { mentions[$0].tokens.lowerBound < cue.upperBound }
        return after
            + before.filter { marksCases || mentions[$0].tokens.upperBound > cue.lowerBound }
            .reversed()
    }

    func parties(_ indices: [Int], _ how: String) -> [Party] {
        indices.map { index in
            let mention = mentions[index]
            return Party(
                actor: mention.actor,
                how: "'\(words(mention.tokens))' (\(mention.reason)), \(how)",
                isCarriedOver: mention.kind == .anaphor,
                place: index
            )
        }
    }

    // MARK: Small questions

    func clause(of anchor: Int) -> Range<Int> {
        clauses.first { $0.tokens.contains(anchor) }?.tokens ?? 0..<read.tokens.count
    }

    func words(_ range: Range<Int>) -> String {
        range.map {
            (read.tokens[$0].isGlued || $0 == range.lowerBound ? "" : " ") + read.tokens[$0].folded
        }
        .joined()
    }

    func indices(in range: Range<Int>) -> [Int] {
        mentions.indices.filter {
            !mentions[$0].isPrivate && mentions[$0].tokens.lowerBound >= range.lowerBound
                && mentions[$0].tokens.upperBound <= range.upperBound
        }
    }

    func list(of index: Int) -> [Int] {
        mentions.indices.filter { mentions[$0].list == mentions[index].list }
    }

    func isFree(_ index: Int) -> Bool {
        mentions[index].preposition == nil && !mentions[index].isModifier
            && !mentions[index].isGeneric
    }

    func isNominative(_ index: Int) -> Bool { mentions[index].allows(.nominative) }

    func isOnlyNominative(_ index: Int) -> Bool {
        mentions[index].features.intersection(.cases) == .nominative
    }

    private func isAdjectival(_ gap: Range<Int>) -> Bool {
        gap.allSatisfy { place in
            let token = read.tokens[place]
            return (token.isWord || token.kind == .quote || token.kind == .dash)
                && !read.isVerb[place]
                && !read.has(.preposition, at: place) && !read.has(.relative, at: place)
                && !read.has(.complementiser, at: place)
        }
    }

    func distance(_ anchor: Int, _ index: Int) -> Int {
        mentions[index].tokens.lowerBound > anchor
            ? mentions[index].tokens.lowerBound - anchor
            : anchor - mentions[index].tokens.upperBound + 1
    }
}
