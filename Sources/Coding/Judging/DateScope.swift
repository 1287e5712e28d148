import Language

/// Which words of its sentence a date belongs to, by the tree.
struct DateScope {
    let read: ReadSentence

    /// A date hangs on its noun at most by a preposition, a number and an adjective.
    private static let nominal: Set<String> = ["nmod", "amod", "appos", "compound", "flat", "obl"]
    /// What may stand between a predicate and another that shares its date: *in May A called and B came*.
    private static let shared: Set<String> = ["conj", "parataxis"]

    /// Whether the date says which treaty is meant: *asked for help under a treaty of 1997*.
    ///
    /// Where the paper itself is what is told, at `anchor`, it is that one's date.
    func namesPaper(_ date: Range<Int>, besides anchor: Int) -> Bool {
        let head = read.tree.head(of: date)
        guard Self.nominal.contains(read.tree.universals[head]), let noun = read.tree.heads[head],
            noun != anchor, read.tree.tags[noun] == .noun || read.tree.tags[noun] == .propn
        else { return false }
        return read.meanings.isPaper(read.tree.lemmas[noun])
    }

    /// Whether a date of another clause holds for the words at `anchor` too.
    ///
    /// It does where the clause is told of the date itself (*in 1991, when B came*), and where its predicate is joined to
    /// the date's and the date stands first.
    func reaches(_ anchor: Int, from date: Range<Int>) -> Bool {
        let tree = read.tree
        let head = tree.head(of: date)
        let governor = predicate(of: head)
        guard var word = predicate(of: anchor) else { return false }
        for _ in tree.heads.indices {
            if word == governor { return date.lowerBound < anchor }
            guard let above = tree.heads[word] else { return false }
            if above == head { return true }
            guard Self.shared.contains(tree.universals[word]) else { return false }
            word = predicate(of: above) ?? above
        }
        return false
    }

    /// The predicate of a word's clause, itself where it is one.
    private func predicate(of place: Int) -> Int? {
        let tree = read.tree
        if tree.tags[place] == .verb || tree.heads[place] == nil { return place }
        return tree.clauseHead(above: place)
    }
}
