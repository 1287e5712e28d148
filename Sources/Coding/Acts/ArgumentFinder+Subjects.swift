import Diplomacy
import Language

// Who is the subject of a verb: by case, by place, and where both leave it open by the tree.
extension ArgumentFinder {
    func subject(at anchor: Int) -> [Int] {
        guard let first = subjects(at: anchor).first else { return [] }
        return list(of: subject(at: anchor, insteadOf: first) ?? first)
    }

    /// *The services on which they relied failed*: whoever is the subject of a verb within does not do what the sentence tells.
    private func subject(at anchor: Int, insteadOf found: Int) -> Int? {
        let tree = read.tree
        let other = tree.head(of: mentions[found].tokens)
        guard tree.universals[other] == "nsubj", let verb = tree.heads[other],
            tree.relations[verb] == "acl:relcl"
        else { return nil }
        var predicate = anchor
        while tree.universals[predicate] == "xcomp", let head = tree.heads[predicate] {
            predicate = head
        }
        guard predicate != verb, let own = tree.dependents(of: predicate, by: ["nsubj"]).last else {
            return nil
        }
        return mentions.indices.first {
            mentions[$0].tokens.contains(own) && !mentions[$0].isPrivate && !mentions[$0].isModifier
        }
    }

    /// Free mentions that may be nominative: before the verb the nearest, or, where the object may
    /// stand there too, the first; where none stands before it, after the verb.
    func subjects(at anchor: Int) -> [Int] {
        if isClosingInfinitive(anchor) { return [] }
        let clause = clause(of: anchor)
        let free = indices(in: clause).filter { isFree($0) && isNominative($0) }
        let before = free.filter { mentions[$0].tokens.upperBound <= anchor }
        if !marksCases { return before.reversed() }
        return subjects(before, free, at: anchor)
    }

    private func subjects(_ nearer: [Int], _ free: [Int], at anchor: Int) -> [Int] {
        // *A и B C не признает*: what one does is done by none of a list, where somebody else stands there.
        let single =
            read.tree.features[anchor].contains("Number=Sing")
            ? nearer.filter { index in !read.areJoined(list(of: index).map { mentions[$0] }) } : []
        let before = single.isEmpty ? nearer : single
        let certain = before.filter { !mentions[$0].allows(.accusative) }
        let after = free.filter { mentions[$0].tokens.lowerBound > anchor }
        // *Капітана судна A заарештувала берегова охорона B*: what may only be a subject stands behind the verb.
        let sure = after.first.flatMap { place in
            let gap = (anchor + 1)..<max(anchor + 1, mentions[place].tokens.lowerBound)
            return (isOnlyNominative(place) || isSubjectInTree(place, of: anchor)) && gap.count <= 5
                && gap.allSatisfy { read.tokens[$0].isWord } ? place : nil
        }
        if let best = certain.last ?? (sure == nil ? before.first : nil) { return [best] }
        guard let first = after.first else { return [] }
        if read.traits.contains(.verbSecond) { return after }
        // Elsewhere an ending that may be an accusative is an object, unless the object is known.
        let isClear =
            !mentions[first].allows(.accusative) || after.count > 1
            || hasObject(beside: anchor, first)
        return isClear && distance(anchor, first) <= 5 ? after : []
    }

    /// Whether the tree has the mention, or the noun beside which it stands, as the subject of the verb, in the case of one.
    private func isSubjectInTree(_ index: Int, of anchor: Int) -> Bool {
        let tree = read.tree
        let head = tree.head(of: mentions[index].tokens)
        return tree.universals[head] == "nsubj" && tree.heads[head] == anchor
            && tree.features[head].contains("Case=Nom")
    }

    /// *…, der Ukraine zu helfen*: an infinitive that closes its clause has its subject outside.
    func isClosingInfinitive(_ anchor: Int) -> Bool {
        read.traits.contains(.verbLast)
            && (read.has(.infinitiveMarker, at: anchor - 1)
                || read.has(.infinitiveMarker, at: anchor + 1))
    }

    private func hasObject(beside anchor: Int, _ subject: Int) -> Bool {
        indices(in: clause(of: anchor)).contains {
            $0 != subject && mentions[$0].list != mentions[subject].list
                && !isNominative($0) && mentions[$0].preposition == nil
        }
    }
}
