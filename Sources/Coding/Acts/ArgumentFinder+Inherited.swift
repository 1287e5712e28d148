import Diplomacy
import Language

// Who was meant where nobody is named beside the word: the subject of a clause before, or whom a relative clause describes.
extension ArgumentFinder {
    /// The subject of a verb without one: the relative's noun, or the subject of a clause before.
    /// (The subject of the sentence before was tried: of our examples not one came out right.)
    func inheritedSubject(at anchor: Int) -> [Party] {
        guard let place = clauses.firstIndex(where: { $0.tokens.contains(anchor) }) else {
            return []
        }
        let clause = clauses[place]
        // *A state, which attacked*: only where the pronoun itself is the verb's subject. In languages
        // with cases it mostly is not, and its form does not tell this reader.
        let isInfinitive = isClosingInfinitive(anchor)
        if clause.kind == .relative, !isInfinitive {
            if let told = whoTold(whatRelativeAround: anchor) { return told }
            if let described = described(byRelativeAround: anchor) {
                return parties(list(of: described), "whom the relative clause describes")
            }
            guard !marksCases, anchor - clause.tokens.lowerBound <= 3,
                let antecedent = indices(in: 0..<clause.tokens.lowerBound).last
            else { return [] }
            return parties(list(of: antecedent), "antecedent of the relative clause")
        }
        // Something else than a party is the subject: "the market fell".
        guard isInfinitive || isSubjectless(clause, anchor) else {
            return sharedSubject(at: anchor)
        }
        // The frame of the sentence comes before what was put into it.
        let earlier = clauses[..<place].reversed()
        let inserted: Set<Clause.Kind> = [.relative, .subordinate, .conditional]
        for clause in earlier.filter({ !inserted.contains($0.kind) })
            + earlier.filter({ inserted.contains($0.kind) })
        {
            let verb = clause.tokens.first { read.isVerb[$0] } ?? clause.tokens.upperBound - 1
            let found = subject(at: verb)
            if !found.isEmpty { return parties(found, "subject of the clause before") }
        }
        return sharedSubject(at: anchor)
    }

    /// *A may praise B, but will hardly take part in helping it*, *захищаючи A, загинули військові B*: the subject that the tree gives to
    /// joined verbs and to what is done beside.
    private func sharedSubject(at anchor: Int) -> [Party] {
        let tree = read.tree
        let own = tree.universals[anchor] == "conj" ? anchor : tree.clauseHead(above: anchor)
        guard let predicate = own,
            tree.universals[predicate] == "conj"
                || tree.universals[predicate] == "advcl"
                    && ["VerbForm=Conv", "VerbForm=Part", "VerbForm=Ger"].contains(
                        where: tree.features[predicate].contains
                    ),
            let subject = read.subject(of: predicate).map(tree.firstOfList),
            let named = mentions.indices.first(where: {
                mentions[$0].tokens.contains(subject) && !mentions[$0].isPrivate
            })
        else { return [] }
        return parties(list(of: named), "subject of the verb joined with it")
    }

    /// A noun hangs on the predicate over no more than two others.
    private static let deepestNoun = 3

    /// The word that the relative clause around `anchor` describes, where its pronoun does what the clause tells.
    private func antecedent(ofRelativeAround anchor: Int) -> Int? {
        let tree = read.tree
        var predicate = anchor
        // *Which was one of the sites of the attack*: the predicate may hold the word.
        for _ in 0..<Self.deepestNoun where tree.universals[predicate] == "nmod" {
            predicate = tree.heads[predicate] ?? predicate
        }
        guard tree.relations[predicate] == "acl:relcl", let described = tree.heads[predicate],
            let pronoun = tree.dependents(of: predicate, by: ["nsubj"]).last,
            read.has(.relative, at: pronoun)
        else { return nil }
        return described
    }

    private func described(byRelativeAround anchor: Int) -> Int? {
        guard let word = antecedent(ofRelativeAround: anchor) else { return nil }
        return mentions.indices.first { index in
            let mention = mentions[index]
            guard !mention.isPrivate, !mention.isGeneric else { return false }
            if mention.tokens.contains(word) { return true }
            // *The soil of A, which served as a base*.
            let first = mention.tokens.lowerBound
            return first > word && read.tree.heads[read.tree.head(of: mention.tokens)] == word
                && read.has(.genitivePreposition, at: first - 1)
        }
    }

    /// *A said that the talks should go on, which contradicts B*: what is described is no party but what was said, and so
    /// who said it.
    private func whoTold(whatRelativeAround anchor: Int) -> [Party]? {
        guard let word = antecedent(ofRelativeAround: anchor),
            !mentions.contains(where: { $0.tokens.contains(word) }),
            let verb = read.tree.governor(ofComplementAround: word),
            read.speech.contains(where: { $0.match.tokens.contains(verb) })
        else { return nil }
        let tellers = subject(at: verb)
        return tellers.isEmpty ? nil : parties(tellers, "who said what the clause describes")
    }

    /// Whether nothing but small words, verbs and adverbs stands between the clause's start and the
    /// verb.
    private func isSubjectless(_ clause: Clause, _ anchor: Int) -> Bool {
        let others = (clause.tokens.lowerBound..<anchor).filter {
            read.tokens[$0].isWord && read.functions[$0].isEmpty && !read.isVerb[$0]
        }
        return others.count <= 1
    }
}
