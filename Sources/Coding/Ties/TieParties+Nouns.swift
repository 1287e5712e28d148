import Diplomacy
import Language

/// The party that a noun is said of: *X, an ally of Y*, *X as a partner*, *X is a client*.
extension TieParties {
    func named(excluding others: Set<Int>) -> [Int] {
        [
            apposed(excluding: others), appositive, predicated, asRole(excluding: others),
            identified(excluding: others), called(excluding: others),
        ].compactMap(\.self)
    }

    /// *Russia's ally Syria*, *союзник Росії Білорусь*, *its ally, Syria,*.
    func apposed(excluding others: Set<Int>) -> Int? {
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
    var hasPreposition: Bool {
        (max(0, phraseStart - 2)..<words.lowerBound).contains { read.has(.preposition, at: $0) }
    }

    /// *China, Russia's main trading partner,* and *Сирія — союзник Росії*.
    var appositive: Int? {
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
    var isClosed: Bool {
        let near = words.upperBound..<min(words.upperBound + Self.roleReach, read.tokens.count)
        let end = near.first { !read.tokens[$0].isWord && read.tokens[$0].kind != .quote }
        return near.isEmpty
            || (words.upperBound..<(end ?? near.upperBound)).allSatisfy { !isVerb($0) }
                && (end != nil || near.upperBound == read.tokens.count)
    }

    /// *Syria is an ally*, *dass Syrien ein Verbündeter ist*, *Syria remains*.
    var predicated: Int? {
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
    func asRole(excluding others: Set<Int>) -> Int? {
        guard let role else { return nil }
        return mentions.indices.last {
            isParty($0) && !others.contains($0) && mentions[$0].tokens.upperBound <= role
                && role - mentions[$0].tokens.upperBound <= Self.roleReach
        }
    }

    /// Who sees the party so: *China* sees Russia as a partner.
    var viewers: [Int] {
        guard role != nil, let seen = asRole(excluding: []) else { return [] }
        return mentions.indices.reversed().filter {
            isParty($0) && mentions[$0].preposition == nil && !mentions[$0].isModifier
                && mentions[$0].tokens.upperBound <= mentions[seen].tokens.lowerBound
        }
    }

    var role: Int? {
        (max(0, phraseStart - 2)..<words.lowerBound).last { read.has(.rolePreposition, at: $0) }
    }

    /// *Its main ally is Russia*, *головний покупець — Китай*.
    func identified(excluding others: Set<Int>) -> Int? {
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
    func called(excluding others: Set<Int>) -> Int? {
        guard features.contains(.instrumental) else { return nil }
        return arguments.indices(in: region.lowerBound..<words.lowerBound).last {
            isParty($0) && !others.contains($0) && mentions[$0].preposition == nil
                && words.lowerBound - mentions[$0].tokens.upperBound <= Self.roleReach
        }
    }

    func subject(before place: Int, in clause: Range<Int>) -> Int? {
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
    func antecedent(before start: Int) -> Int? {
        let earlier = mentions.indices.filter {
            isParty($0) && mentions[$0].tokens.upperBound <= start && !mentions[$0].isModifier
        }
        let clause = arguments.clauses.first { $0.tokens.lowerBound == start }
        if clause?.kind == .relative || clause?.kind == .complement { return earlier.last }
        return earlier.first { mentions[$0].preposition == nil }
    }

    /// Where the noun's phrase begins: over its owner, its adjectives and its article.
    var phraseStart: Int {
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
    func isInPredicate(_ place: Int) -> Bool {
        read.has(.copula, at: place)
            || (read.tokens[place].kind != .comma
                && (!read.has(.relative, at: place) || read.traits.contains(.commas))
                && !(isVerb(place) && !read.has(.negation, at: place)))
    }

    /// Whether a verb stands there: *a close partner* has none.
    func isVerb(_ place: Int) -> Bool {
        guard read.isVerb[place], place > 0 else { return read.isVerb[place] }
        return !read.has(.determiner, at: place - 1) && read.tokens[place - 1].folded != "'s"
    }
}
