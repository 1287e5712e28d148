import Diplomacy
import Language

/// Finds the parties of a tie: which mention stands in which slot beside its words.
struct TieParties {
    let read: ReadSentence
    let mentions: [Mention]
    let arguments: ArgumentFinder
    /// The words of the tie, the one that carries its ending, and what the ending says.
    let words: Range<Int>
    let head: Int
    let features: Features

    /// How many words may stand between an owner and its noun: *Russia's closest and most devoted
    /// ally*.
    private static let ownerReach = 6
    /// How far a party may stand from its verb: two noun phrases.
    private static let objectReach = 9
    /// How far from *as*, or from a copula, the party stands of which a noun is said.
    private static let roleReach = 6
    /// How soon *is* follows a noun that it identifies: *its main ally in the region is*.
    private static let identityReach = 5

    /// The clauses in which the tie's words stand: *recognised as part of* opens one of its own.
    private var region: Range<Int> {
        let clauses = [head, words.lowerBound, words.upperBound - 1].map(arguments.clause)
        return clauses.reduce(words) {
            min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
        }
    }

    /// The mentions in the first of `slots` that is filled, lists whole.
    func fill(_ slots: [TieSlot], excluding others: Set<Int>) -> [Int] {
        let actors = Set(others.compactMap { mentions[$0].actor })
        for slot in slots {
            let found = candidates(for: slot, excluding: others).first {
                !others.contains($0) && isParty($0)
                    && !(mentions[$0].actor.map(actors.contains) ?? false)
            }
            if let found { return company(of: found).filter { !others.contains($0) } }
        }
        return []
    }

    private func candidates(for slot: TieSlot, excluding others: Set<Int>) -> [Int] {
        switch slot {
        case .named: named(excluding: others)
        case .owner: owners
        case .subject: subjects
        case .object: objects
        case .dative:
            bare { mentions[$0].features.contains(.dative) }
        case .instrumental:
            bare { mentions[$0].features.contains(.instrumental) }
        case .agent: agents
        case .viewer: viewers
        case .preposition(let word, let side): governed(by: word, side)
        case .pair, .partners, .nobody: []
        }
    }

    // MARK: The party that a noun is said of

    private func named(excluding others: Set<Int>) -> [Int] {
        [
            apposed(excluding: others), appositive, predicated, asRole(excluding: others),
            identified(excluding: others), called(excluding: others),
        ].compactMap(\.self)
    }

    /// *Russia's ally Syria*, *союзник Росії Білорусь*, *its ally, Syria,*.
    private func apposed(excluding others: Set<Int>) -> Int? {
        let start =
            others.map { mentions[$0].tokens.upperBound }.filter {
                $0 > words.upperBound && $0 - words.upperBound <= 4
            }.max() ?? words.upperBound
        guard
            let next = mentions.indices.first(where: {
                mentions[$0].tokens.lowerBound >= start && !others.contains($0)
            }), isParty(next), mentions[next].preposition == nil || hasPreposition
        else { return nil }
        let gap = start..<mentions[next].tokens.lowerBound
        guard gap.count <= 3 else { return nil }
        let isTight = gap.allSatisfy {
            read.tokens[$0].kind == .quote || read.tokens[$0].kind == .comma
                || read.has(.title, at: $0) || read.has(.determiner, at: $0)
        }
        guard isTight else { return nil }
        let commas = gap.count { read.tokens[$0].kind == .comma }
        guard commas > 0 else { return next }
        // Behind a comma the name must be closed off again, or else it opens a clause.
        let end = mentions[next].tokens.upperBound
        let isClosed = end >= read.tokens.count || !read.tokens[end].isWord
        return isClosed ? next : nil
    }

    /// *With its ally Iran*: the preposition is the noun's and so the name's.
    private var hasPreposition: Bool {
        (max(0, phraseStart - 2)..<words.lowerBound).contains { read.has(.preposition, at: $0) }
    }

    /// *China, Russia's main trading partner,* and *Сирія — союзник Росії*.
    private var appositive: Int? {
        let place = phraseStart - 1
        guard place > 0 else { return nil }
        let kind = read.tokens[place].kind
        guard kind == .comma || kind == .bracket || kind == .dash && !read.tokens[place].isGlued,
            kind == .dash || isClosed
        else { return nil }
        return mentions.indices.last { index in
            let end = mentions[index].tokens.upperBound
            return isParty(index) && !isOwnerForm(index) && end <= place
                && (end..<place).allSatisfy { !read.tokens[$0].isWord }
        }
    }

    /// Whether the noun's phrase ends as an apposition does, at a mark and before any verb.
    private var isClosed: Bool {
        let near = words.upperBound..<min(words.upperBound + Self.roleReach, read.tokens.count)
        let end = near.first { !read.tokens[$0].isWord && read.tokens[$0].kind != .quote }
        return near.isEmpty
            || (words.upperBound..<(end ?? near.upperBound)).allSatisfy { !isVerb($0) }
                && (end != nil || near.upperBound == read.tokens.count)
    }

    /// *Syria is an ally*, *dass Syrien ein Verbündeter ist*, *Syria remains*.
    private var predicated: Int? {
        // *Is still an ally*: a small word may seem to open a clause between the copula and the noun.
        let lead = max(0, words.lowerBound - Self.objectReach)..<words.lowerBound
        let before = lead.last { copula in
            read.has(.copula, at: copula)
                && (copula..<words.lowerBound).allSatisfy(isInPredicate)
        }
        if let before { return subject(before: before, in: arguments.clause(of: before)) }
        // Where the verb comes last, the copula closes the clause.
        let clause = region
        guard read.traits.contains(.verbLast),
            let after = clause.first(where: {
                read.has(.copula, at: $0) && $0 >= words.upperBound
            })
        else { return nil }
        return subject(before: min(after, phraseStart), in: clause)
    }

    /// *China sees Russia as a partner*, *gilt Moskau als Garant*.
    private func asRole(excluding others: Set<Int>) -> Int? {
        guard let role else { return nil }
        return mentions.indices.last {
            isParty($0) && !others.contains($0) && mentions[$0].tokens.upperBound <= role
                && role - mentions[$0].tokens.upperBound <= Self.roleReach
        }
    }

    /// Who sees the party so: *China* sees Russia as a partner.
    private var viewers: [Int] {
        guard role != nil, let seen = asRole(excluding: []) else { return [] }
        return mentions.indices.reversed().filter {
            isParty($0) && mentions[$0].preposition == nil && !mentions[$0].isModifier
                && mentions[$0].tokens.upperBound <= mentions[seen].tokens.lowerBound
        }
    }

    private var role: Int? {
        (max(0, phraseStart - 2)..<words.lowerBound).last { read.has(.rolePreposition, at: $0) }
    }

    /// *Its main ally is Russia*, *головний покупець — Китай*.
    private func identified(excluding others: Set<Int>) -> Int? {
        let start =
            others.map { mentions[$0].tokens.upperBound }
            .filter { $0 > words.upperBound && $0 - words.upperBound <= 4 }.max()
            ?? words.upperBound
        let near = start..<min(start + Self.identityReach, read.tokens.count)
        guard
            let link = near.first(where: {
                read.has(.copula, at: $0)
                    || read.traits.contains(.cases) && read.tokens[$0].kind == .dash
                        && !read.tokens[$0].isGlued
            }), (start..<link).allSatisfy({ read.tokens[$0].isWord && !read.isVerb[$0] })
        else { return nil }
        return mentions.indices.first {
            isParty($0) && !others.contains($0) && mentions[$0].preposition == nil
                && mentions[$0].tokens.lowerBound > link
                && mentions[$0].tokens.lowerBound - link <= Self.roleReach
                && mentions[$0].allows(.nominative)
        }
    }

    /// *Назвал Армению гарантом*: a noun in the instrumental is said of the party before it.
    private func called(excluding others: Set<Int>) -> Int? {
        guard features.contains(.instrumental) else { return nil }
        return arguments.indices(in: region.lowerBound..<words.lowerBound).last {
            isParty($0) && !others.contains($0) && mentions[$0].preposition == nil
                && words.lowerBound - mentions[$0].tokens.upperBound <= Self.roleReach
        }
    }

    private func subject(before place: Int, in clause: Range<Int>) -> Int? {
        // Where endings tell the subject, it need not stand next to its verb.
        if read.traits.contains(.cases),
            let told = arguments.subject(at: place).first(where: isParty),
            mentions[told].tokens.upperBound <= place
        {
            return told
        }
        let own = arguments.indices(in: clause.lowerBound..<max(clause.lowerBound, place)).last {
            isParty($0) && mentions[$0].preposition == nil && !mentions[$0].isModifier
        }
        if let own { return own }
        let found = arguments.subject(at: place).first(where: isParty)
        return found ?? antecedent(before: clause.lowerBound)
    }

    /// Whom a relative pronoun, or a verb without a subject, takes up from before its clause.
    private func antecedent(before start: Int) -> Int? {
        let earlier = mentions.indices.filter {
            isParty($0) && mentions[$0].tokens.upperBound <= start && !mentions[$0].isModifier
        }
        let clause = arguments.clauses.first { $0.tokens.lowerBound == start }
        if clause?.kind == .relative { return earlier.last }
        return earlier.first { mentions[$0].preposition == nil }
    }

    /// Where the noun's phrase begins: over its owner, its adjectives and its article.
    private var phraseStart: Int {
        var place = words.lowerBound
        if let owner = owners.first(where: { mentions[$0].tokens.lowerBound < place }) {
            place = mentions[owner].tokens.lowerBound
        }
        while place > 0, read.tokens[place - 1].isWord || read.tokens[place - 1].kind == .quote,
            !isVerb(place - 1), !read.has(.preposition, at: place - 1),
            !read.has(.coordinator, at: place - 1), !read.has(.copula, at: place - 1),
            !read.has(.rolePreposition, at: place - 1), !read.has(.relative, at: place - 1),
            !mentions.contains(where: { $0.tokens.contains(place - 1) && !$0.isGeneric })
        {
            place -= 1
        }
        return place
    }

    /// What may stand between a copula and its noun: no other verb, no comma, no other clause.
    private func isInPredicate(_ place: Int) -> Bool {
        read.has(.copula, at: place)
            || (read.tokens[place].kind != .comma
                && (!read.has(.relative, at: place) || read.traits.contains(.commas))
                && !(isVerb(place) && !read.has(.negation, at: place)))
    }

    /// Whether a verb stands there: *a close partner* has none.
    private func isVerb(_ place: Int) -> Bool {
        guard read.isVerb[place], place > 0 else { return read.isVerb[place] }
        return !read.has(.determiner, at: place - 1) && read.tokens[place - 1].folded != "'s"
    }

    // MARK: Owners

    private var owners: [Int] { [ownerBefore, ownerAfter].compactMap(\.self) }

    private var ownerBefore: Int? {
        mentions.indices.last { index in
            let mention = mentions[index]
            guard isParty(index), mention.tokens.lowerBound <= words.lowerBound else {
                return false
            }
            // *Russian troops*: the noun belongs to the mention and to the tie's words.
            if mention.tokens.upperBound > words.lowerBound { return true }
            let gap = mention.tokens.upperBound..<words.lowerBound
            guard gap.count <= Self.ownerReach, gap.allSatisfy(isAdjectival) else { return false }
            if mention.isModifier { return true }
            // *Russlands Verbündeter*: a form that is a genitive and nothing else.
            if read.traits.contains(.cases), mention.preposition == nil,
                mention.features.contains(.genitive),
                mention.features.isDisjoint(with: [.accusative, .dative, .nominative])
            {
                return true
            }
            // *Russian army base*: the body's noun stands before the thing that it owns.
            if gap.isEmpty, !read.traits.contains(.cases) { return mention.preposition == nil }
            let isGlued = !gap.isEmpty && gap.allSatisfy { read.tokens[$0].kind == .dash }
            return isGlued
                || (!gap.isEmpty && read.tokens[gap.lowerBound].folded == "'s")
        }
    }

    /// *союзник Росії*, *Verbündeter Russlands*: a genitive right after.
    private var ownerAfter: Int? {
        guard read.traits.contains(.cases) else { return nil }
        return mentions.indices.first { index in
            let mention = mentions[index]
            let gap = words.upperBound..<max(words.upperBound, mention.tokens.lowerBound)
            return isParty(index) && mention.tokens.lowerBound >= words.upperBound
                && gap.count <= 2 && gap.allSatisfy(isAdjectival) && mention.preposition == nil
                && mention.allows(.genitive)
        }
    }

    private func isAdjectival(_ place: Int) -> Bool {
        let token = read.tokens[place]
        if token.folded == "'s" { return true }
        return
            (token.isWord || token.kind == .quote || token.kind == .number
            || token.kind == .dash && token.isGlued)
            && !read.has(.preposition, at: place)
            && (!read.has(.relative, at: place) || read.has(.determiner, at: place))
            && !read.has(.complementiser, at: place) && !read.has(.copula, at: place)
            && !mentions.contains { $0.tokens.contains(place) && !$0.isGeneric }
    }

    // MARK: Parties of a verb

    private var subjects: [Int] {
        let clause = region
        let own = arguments.subject(at: head).filter { mentions[$0].tokens.upperBound <= head }
        if let first = own.first(where: isParty) { return [first] }
        let before = arguments.indices(in: clause.lowerBound..<max(clause.lowerBound, head)).filter
        {
            isParty($0) && mentions[$0].preposition == nil && !mentions[$0].isModifier
        }
        if let nearest = before.last { return [nearest] }
        let late = arguments.subject(at: head).first(where: isParty) ?? inverted
        return [late ?? antecedent(before: clause.lowerBound)].compactMap(\.self)
    }

    /// *В Абхазии размещены российские войска*: where endings tell the subject, it may come last.
    private var inverted: Int? {
        guard read.traits.contains(.cases) else { return nil }
        return arguments.indices(in: region).first {
            isParty($0) && mentions[$0].preposition == nil && mentions[$0].allows(.nominative)
                && mentions[$0].tokens.lowerBound >= words.upperBound
                && mentions[$0].tokens.lowerBound - words.upperBound <= 1
        }
    }

    private var objects: [Int] {
        let clause = region
        let after = arguments.indices(in: clause).filter {
            isParty($0) && mentions[$0].tokens.lowerBound > head
                && mentions[$0].tokens.lowerBound - head <= Self.objectReach
                && mentions[$0].preposition == nil && mentions[$0].allows([.accusative, .genitive])
        }
        guard read.traits.contains(.cases) else { return after }
        let before = arguments.indices(in: clause).filter {
            isParty($0) && mentions[$0].tokens.upperBound <= head
                && mentions[$0].preposition == nil && mentions[$0].allows(.accusative)
                && !mentions[$0].isModifier
        }
        return after + before.reversed()
    }

    private func bare(_ isRight: (Int) -> Bool) -> [Int] {
        arguments.indices(in: region).filter {
            isParty($0) && mentions[$0].preposition == nil && isRight($0)
                && mentions[$0].features.isDisjoint(with: .nominative)
        }
        .sorted { distance($0) < distance($1) }
    }

    private var agents: [Int] {
        arguments.indices(in: region).filter { index in
            let mention = mentions[index]
            guard isParty(index) else { return false }
            if mention.preposition == nil {
                return mention.features.contains(.instrumental)
                    && mention.features.isDisjoint(with: [.nominative, .accusative])
            }
            return follows(.agent, index)
        }
        .sorted { distance($0) < distance($1) }
    }

    private func governed(by word: String, _ side: TieSlot.Side) -> [Int] {
        let matching = arguments.indices(in: region).filter { index in
            guard isParty(index), let preposition = mentions[index].preposition else {
                return false
            }
            return preposition == word || preposition.hasSuffix(" \(word)")
                || preposition.hasPrefix("\(word) ")
        }
        guard side == .either else { return besides(word, side) }
        let after = matching.filter { mentions[$0].tokens.lowerBound > words.lowerBound }
        let before = matching.filter { mentions[$0].tokens.lowerBound < words.lowerBound }
            .reversed()
        return after + before
    }

    /// *Matter more than relations with B*: a side that is named reaches over the clause.
    private func besides(_ word: String, _ side: TieSlot.Side) -> [Int] {
        mentions.indices.filter { index in
            guard isParty(index), let preposition = mentions[index].preposition else {
                return false
            }
            let isAfter = mentions[index].tokens.lowerBound >= words.upperBound
            return isAfter == (side == .after)
                && preposition.split(separator: " ").contains { $0 == word }
        }
    }

    // MARK: Pairs

    /// Both parties of *relations between A and B*, *A's relations with B*, *A-B relations*.
    func pair() -> [Int] {
        let near =
            max(0, words.lowerBound - Self.ownerReach)..<max(region.upperBound, words.upperBound)
        let between = arguments.indices(in: near).first { follows(.between, $0) }
        let both = between.map(list(of:))?.filter(isParty) ?? []
        if both.count >= 2 { return both }
        let modifiers = mentions.indices.filter {
            isParty($0) && mentions[$0].tokens.upperBound <= words.lowerBound
                && words.lowerBound - mentions[$0].tokens.lowerBound <= 4
        }.suffix(2)
        if modifiers.count == 2, let first = modifiers.first, let last = modifiers.last {
            // *Both countries* are two mentions of the same words.
            let start = mentions[first].tokens.upperBound
            let gap = start..<max(start, mentions[last].tokens.lowerBound)
            if gap.allSatisfy({ read.tokens[$0].kind == .dash }) { return [first, last] }
        }
        let other = arguments.indices(in: near).first {
            isParty($0) && mentions[$0].tokens.lowerBound >= words.lowerBound
                && follows(.partnerPreposition, $0)
        }
        // *A and B are allies*, *relations of A and B*, *A and B have drifted apart*.
        guard let other else {
            return (ownerAfter ?? subjects.first).map(company) ?? []
        }
        let own = owners.filter { $0 != other }
        let holders = own.isEmpty ? subjects.filter { $0 != other } : own
        return holders.first.map { [$0] + list(of: other).filter(isParty) } ?? []
    }

    /// Whether the mention stands behind a preposition of this class.
    private func follows(_ category: FunctionWord, _ index: Int) -> Bool {
        let first = mentions[index].tokens.lowerBound
        return mentions[index].preposition != nil
            && (max(0, first - 3)..<first).contains { read.has(category, at: $0) }
    }

    // MARK: Small questions

    /// The list that a party stands in.
    ///
    /// *China, Russia's main trading partner* is none: only *and* makes company, and the owner of a
    /// generic party (*and its allies*) is not in it.
    private func company(of index: Int) -> [Int] {
        let all = list(of: index).filter {
            isParty($0)
                && !(mentions[$0].kind == .anaphor && mentions[$0].isModifier && $0 != index)
        }
        return all.isEmpty || read.areJoined(all.map { mentions[$0] }) ? all : [index]
    }

    /// *Russia's*, *Russian*, *its*: it owns what follows, whatever list it stands in.
    private func isOwnerForm(_ index: Int) -> Bool {
        let end = mentions[index].tokens.upperBound
        return mentions[index].kind == .named(.adjective)
            || end < read.tokens.count && read.tokens[end].folded == "'s"
    }

    /// Whether somebody is meant; *partner country* itself is no party, though it takes one up.
    private func isParty(_ index: Int) -> Bool {
        let mention = mentions[index]
        let isOwnWord =
            mention.kind == .anaphor && words.contains(mention.tokens.lowerBound)
            && mention.tokens.upperBound <= words.upperBound
        return mention.actor != nil && !mention.isGeneric && !mention.isPrivate && !isOwnWord
    }

    private func list(of index: Int) -> [Int] {
        mentions.indices.filter { mentions[$0].list == mentions[index].list }
    }

    private func distance(_ index: Int) -> Int {
        abs(mentions[index].tokens.lowerBound - head)
    }
}
