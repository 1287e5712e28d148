import Diplomacy
import Language

/// Finds the parties of an act: which mention stands in which slot beside the word that tells it.
struct ArgumentFinder {
    let read: ReadSentence
    let mentions: [Mention]
    let clauses: [Clause]
    let discourse: Discourse
    /// Whether the language marks cases, so that an object may come first.
    let marksCases: Bool

    /// A party with how it was found.
    struct Party: Hashable {
        let actor: ActorCode?
        let how: String
        let isCarriedOver: Bool
        /// Where it stands; nil where it was carried over from before.
        let place: Int?
    }

    // MARK: Slots

    /// The mentions in the first of `slots` that is filled.
    func fill(_ slots: [Slot], of cue: ReadSentence.ActCue, at anchor: Int, excluding other: Set<Int>)
        -> [Int]
    {
        for slot in slots {
            let found = mentions(in: slot, of: cue, at: anchor).filter { !other.contains($0) }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func mentions(in slot: Slot, of cue: ReadSentence.ActCue, at anchor: Int) -> [Int] {
        switch slot {
        case .subject: subject(at: anchor)
        case .object: object(at: anchor, cases: [.accusative, .genitive, .dative])
        case .dative: dative(at: anchor)
        case .instrumental: instrumental(at: anchor)
        case .possessor: possessor(of: cue.match.tokens)
        case .preposition(let word): governed(by: word, at: anchor, cue: cue.match.tokens)
        }
    }

    /// The free mention before the verb in its clause; where there is none, the one after it.
    func subject(at anchor: Int) -> [Int] {
        let clause = clause(of: anchor)
        let before = indices(in: clause.lowerBound..<anchor).filter { isFree($0) && isNominative($0) }
        if let last = before.last { return list(of: last) }
        guard marksCases else { return [] }
        let after = indices(in: (anchor + 1)..<max(anchor + 1, clause.upperBound))
            .filter { isFree($0) && isNominative($0) }
        // After the verb an ending that may be an accusative is an object first.
        if let first = after.first, mentions[first].tokens.lowerBound - anchor <= 4,
            !mentions[first].features.contains(.accusative) || before.isEmpty && hasObject(before: anchor)
        {
            return list(of: first)
        }
        return []
    }

    private func hasObject(before anchor: Int) -> Bool {
        indices(in: clause(of: anchor).lowerBound..<anchor).contains {
            !mentions[$0].isModifier && !isNominative($0)
        }
    }

    private func object(at anchor: Int, cases: Features) -> [Int] {
        let clause = clause(of: anchor)
        let after = indices(in: (anchor + 1)..<max(anchor + 1, clause.upperBound)).filter {
            mentions[$0].preposition == nil && mentions[$0].allows(cases)
        }
        if let first = after.first, distance(anchor, first) <= 8 { return list(of: first) }
        guard marksCases else { return [] }
        let before = indices(in: clause.lowerBound..<anchor).filter {
            mentions[$0].preposition == nil && !mentions[$0].isModifier
                && mentions[$0].allows(cases) && !isOnlyNominative($0)
        }
        return before.last.map(list(of:)) ?? []
    }

    private func dative(at anchor: Int) -> [Int] {
        if !marksCases { return object(at: anchor, cases: .cases) }
        let clause = clause(of: anchor)
        let datives = indices(in: clause).filter {
            mentions[$0].preposition == nil && mentions[$0].allows(.dative)
                && mentions[$0].tokens.lowerBound != anchor
        }
        // A form that can only be a dative is one wherever it stands.
        let certain = datives.filter {
            mentions[$0].features.contains(.dative) && !mentions[$0].features.contains(.nominative)
        }
        if let best = nearest(certain, to: anchor) { return list(of: best) }
        let after = datives.filter { mentions[$0].tokens.lowerBound > anchor }
        return after.first.map(list(of:)) ?? []
    }

    private func instrumental(at anchor: Int) -> [Int] {
        let found = indices(in: clause(of: anchor)).filter {
            mentions[$0].preposition == nil && mentions[$0].features.contains(.instrumental)
        }
        return nearest(found, to: anchor).map(list(of:)) ?? []
    }

    /// *Russia's*, *Russian* before the noun, or a genitive right after it.
    func possessor(of cue: Range<Int>) -> [Int] {
        let before = indices(in: max(0, cue.lowerBound - 7)..<cue.lowerBound).last {
            let gap = mentions[$0].tokens.upperBound..<cue.lowerBound
            return mentions[$0].preposition != nil && !mentions[$0].isModifier
                ? false : gap.count <= 4 && isAdjectival(gap) && ownsFrom($0)
        }
        if let before { return list(of: before) }
        guard marksCases else { return [] }
        let after = indices(in: cue.upperBound..<min(read.tokens.count, cue.upperBound + 3)).first {
            mentions[$0].preposition == nil && mentions[$0].allows(.genitive)
                && !mentions[$0].isModifier
                && isAdjectival(cue.upperBound..<mentions[$0].tokens.lowerBound)
        }
        return after.map(list(of:)) ?? []
    }

    /// Whether the mention can own the noun after it: an adjective, a possessive, a body's name.
    private func ownsFrom(_ index: Int) -> Bool {
        let mention = mentions[index]
        if mention.isModifier { return true }
        let next = mention.tokens.upperBound
        if next < read.tokens.count, read.tokens[next].folded == "'s" { return true }
        return marksCases && mention.features.contains(.genitive)
            && !mention.features.contains(.accusative)
    }

    private func governed(by word: String, at anchor: Int, cue: Range<Int>) -> [Int] {
        let clause = clause(of: anchor)
        let matching = indices(in: clause).filter { index in
            guard let preposition = mentions[index].preposition else { return false }
            return preposition == word || preposition.hasSuffix(" \(word)")
                || preposition.hasPrefix("\(word) ")
        }
        let after = matching.filter { mentions[$0].tokens.lowerBound >= cue.upperBound }
        if let first = after.first { return list(of: first) }
        return matching.last { mentions[$0].tokens.upperBound <= cue.lowerBound }
            .map(list(of:)) ?? []
    }

    // MARK: Who was meant where nobody is named

    /// The subject of a verb without one: of the clause before, of the relative's noun, of the
    /// sentence before.
    func inheritedSubject(at anchor: Int) -> [Party] {
        guard let place = clauses.firstIndex(where: { $0.tokens.contains(anchor) }) else { return [] }
        let clause = clauses[place]
        if clause.kind == .relative,
            let antecedent = indices(in: 0..<clause.tokens.lowerBound).last
        {
            return parties(list(of: antecedent), "antecedent of the relative clause")
        }
        // Something else than a party is the subject: "the market fell".
        guard isSubjectless(clause, anchor) else { return [] }
        for earlier in clauses[..<place].reversed() {
            guard let verb = earlier.tokens.first(where: { read.isVerb[$0] }) else { continue }
            let found = subject(at: verb)
            if !found.isEmpty { return parties(found, "subject of the clause before") }
        }
        guard place == 0 || clause.kind == .quoted else { return [] }
        return discourse.lastSubjects.prefix(2).map {
            Party(
                actor: $0, how: "subject of the sentence before", isCarriedOver: true, place: nil)
        }
    }

    /// Whether nothing but small words, verbs and adverbs stands between the clause's start and the
    /// verb.
    private func isSubjectless(_ clause: Clause, _ anchor: Int) -> Bool {
        let others = (clause.tokens.lowerBound..<anchor).filter {
            read.tokens[$0].isWord && read.functions[$0].isEmpty && !read.isVerb[$0]
        }
        return others.count <= 1
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
        range.map { (read.tokens[$0].isGlued || $0 == range.lowerBound ? "" : " ") + read.tokens[$0].folded }
            .joined()
    }

    func indices(in range: Range<Int>) -> [Int] {
        mentions.indices.filter {
            mentions[$0].tokens.lowerBound >= range.lowerBound
                && mentions[$0].tokens.upperBound <= range.upperBound
        }
    }

    private func list(of index: Int) -> [Int] {
        mentions.indices.filter { mentions[$0].list == mentions[index].list }
    }

    private func isFree(_ index: Int) -> Bool {
        mentions[index].preposition == nil && !mentions[index].isModifier
            && !mentions[index].isGeneric
    }

    private func isNominative(_ index: Int) -> Bool { mentions[index].allows(.nominative) }

    private func isOnlyNominative(_ index: Int) -> Bool {
        mentions[index].features.intersection(.cases) == .nominative
    }

    private func isAdjectival(_ gap: Range<Int>) -> Bool {
        gap.allSatisfy { place in
            let token = read.tokens[place]
            return (token.isWord || token.kind == .quote || token.kind == .dash) && !read.isVerb[place]
                && !read.has(.preposition, at: place) && !read.has(.relative, at: place)
                && !read.has(.complementiser, at: place)
        }
    }

    private func distance(_ anchor: Int, _ index: Int) -> Int {
        mentions[index].tokens.lowerBound > anchor
            ? mentions[index].tokens.lowerBound - anchor
            : anchor - mentions[index].tokens.upperBound + 1
    }

    private func nearest(_ indices: [Int], to anchor: Int) -> Int? {
        indices.min { distance(anchor, $0) < distance(anchor, $1) }
    }
}
