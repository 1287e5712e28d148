import Diplomacy
import Language

/// Owners, and the parties of a verb of state.
extension TieParties {
    // MARK: Owners

    var owners: [Int] { [ownerBefore, ownerAfter].compactMap(\.self) }

    var ownerBefore: Int? {
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
    var ownerAfter: Int? {
        guard read.traits.contains(.cases) else { return nil }
        return mentions.indices.first { index in
            let mention = mentions[index]
            let gap = words.upperBound..<max(words.upperBound, mention.tokens.lowerBound)
            return isParty(index) && mention.tokens.lowerBound >= words.upperBound
                && gap.count <= 2 && gap.allSatisfy(isAdjectival) && mention.preposition == nil
                && mention.allows(.genitive)
        }
    }

    func isAdjectival(_ place: Int) -> Bool {
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

    var subjects: [Int] {
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
    var inverted: Int? {
        guard read.traits.contains(.cases) else { return nil }
        return arguments.indices(in: region).first {
            isParty($0) && mentions[$0].preposition == nil && mentions[$0].allows(.nominative)
                && mentions[$0].tokens.lowerBound >= words.upperBound
                && mentions[$0].tokens.lowerBound - words.upperBound <= 1
        }
    }

    var objects: [Int] {
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

    func bare(_ isRight: (Int) -> Bool) -> [Int] {
        arguments.indices(in: region).filter {
            isParty($0) && mentions[$0].preposition == nil && isRight($0)
                && mentions[$0].features.isDisjoint(with: .nominative)
        }
        .sorted { distance($0) < distance($1) }
    }

    var agents: [Int] {
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

    func governed(by word: String, _ side: TieSlot.Side) -> [Int] {
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
    func besides(_ word: String, _ side: TieSlot.Side) -> [Int] {
        mentions.indices.filter { index in
            guard isParty(index), let preposition = mentions[index].preposition else {
                return false
            }
            let isAfter = mentions[index].tokens.lowerBound >= words.upperBound
            return isAfter == (side == .after)
                && preposition.split(separator: " ").contains { $0 == word }
        }
    }
}
