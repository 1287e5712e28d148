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
    static let ownerReach = 6
    /// How far a party may stand from its verb: two noun phrases.
    static let objectReach = 9
    /// How far from *as*, or from a copula, the party stands of which a noun is said.
    static let roleReach = 6
    /// How soon *is* follows a noun that it identifies: *its main ally in the region is*.
    static let identityReach = 5

    /// The clauses in which the tie's words stand: *recognised as part of* opens one of its own.
    var region: Range<Int> {
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

    func candidates(for slot: TieSlot, excluding others: Set<Int>) -> [Int] {
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
    func follows(_ category: FunctionWord, _ index: Int) -> Bool {
        let first = mentions[index].tokens.lowerBound
        return mentions[index].preposition != nil
            && (max(0, first - 3)..<first).contains { read.has(category, at: $0) }
    }

    // MARK: Small questions

    /// The list that a party stands in.
    ///
    /// *China, Russia's main trading partner* is none: only *and* makes company, and the owner of a
    /// generic party (*and its allies*) is not in it.
    func company(of index: Int) -> [Int] {
        let all = list(of: index).filter {
            isParty($0)
                && !(mentions[$0].kind == .anaphor && mentions[$0].isModifier && $0 != index)
        }
        return all.isEmpty || read.areJoined(all.map { mentions[$0] }) ? all : [index]
    }

    /// *Russia's*, *Russian*, *its*: it owns what follows, whatever list it stands in.
    func isOwnerForm(_ index: Int) -> Bool {
        let end = mentions[index].tokens.upperBound
        return mentions[index].kind == .named(.adjective)
            || end < read.tokens.count && read.tokens[end].folded == "'s"
    }

    /// Whether somebody is meant; *partner country* itself is no party, though it takes one up.
    func isParty(_ index: Int) -> Bool {
        let mention = mentions[index]
        let isOwnWord =
            mention.kind == .anaphor && words.contains(mention.tokens.lowerBound)
            && mention.tokens.upperBound <= words.upperBound
        return mention.actor != nil && !mention.isGeneric && !mention.isPrivate && !isOwnWord
    }

    func list(of index: Int) -> [Int] {
        mentions.indices.filter { mentions[$0].list == mentions[index].list }
    }

    func distance(_ index: Int) -> Int {
        abs(mentions[index].tokens.lowerBound - head)
    }
}
