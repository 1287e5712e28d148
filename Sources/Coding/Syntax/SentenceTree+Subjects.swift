import Diplomacy
import Language

extension SentenceTree {
    private static let arguments: Set<String> = ["nsubj", "csubj", "obj", "iobj", "obl"]
    private static let predicates: Set<String> = [
        "root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis",
    ]
    /// Clauses within clauses: deeper than this a parse is not to be trusted.
    private static let deepest = 6

    /// The tokens that hang on `place` by one of the relations, from left to right.
    func dependents(of place: Int, by wanted: Set<String>) -> [Int] {
        heads.indices.filter { heads[$0] == place && wanted.contains(universals[$0]) }
    }

    /// The predicate of the clause that `place` stands in, itself not counted; nil without a tree.
    func clauseHead(above place: Int) -> Int? {
        var next = heads[place]
        for _ in heads.indices {
            guard let word = next else { return nil }
            if isPredicate(word) { return word }
            next = heads[word]
        }
        return nil
    }

    /// The word that the clause around `place` completes: *found* in *found that help was lacking*.
    func governor(ofComplementAround place: Int) -> Int? {
        var word = place
        for _ in 0..<Self.deepest {
            guard let head = heads[word] else { return nil }
            if universals[word] == "ccomp" { return head }
            word = head
        }
        return nil
    }

    private func isPredicate(_ place: Int) -> Bool {
        Self.predicates.contains(universals[place])
            || universals[place] == "conj" && (tags[place] == .verb || tags[place] == .aux)
            || !dependents(of: place, by: ["nsubj"]).isEmpty
    }

    /// Who does what the predicate at `place` tells, though another verb may hold the word: in *A urged B to leave* B
    /// leaves, in *A came to leave* and *A rose and left* A does.
    ///
    /// `controls`: whether the dependent of a verb, its second argument, is who shall do what hangs on the verb.
    func subject(of place: Int, controls: (_ verb: Int, _ argument: Int) -> Bool) -> Int? {
        var predicate = place
        for _ in 0..<Self.deepest {
            if let own = dependents(of: predicate, by: ["nsubj"]).last { return own }
            guard let above = heads[predicate] else { return nil }
            switch universals[predicate] {
            case "xcomp", "ccomp":
                let others = dependents(of: above, by: ["obj", "iobj", "obl"])
                if let other = others.first(where: { $0 < predicate && controls(above, $0) }) {
                    return other
                }
            case "acl":
                // *The country that left*, *the order to leave*: who is described, or nobody that is told.
                return tags[predicate] == .verb && !features[predicate].contains("VerbForm=Inf")
                    ? above : nil
            case "conj", "advcl", "parataxis": break
            default: return nil
            }
            predicate = above
        }
        return nil
    }

    /// Whether the two are arguments of one predicate, and so cannot mean the same unless one is reflexive.
    func areArguments(_ first: Int, _ second: Int) -> Bool {
        guard let head = heads[first], head == heads[second] else { return false }
        return Self.arguments.contains(universals[first])
            && Self.arguments.contains(universals[second])
    }

    /// The first member of the list that a token stands in.
    func firstOfList(_ place: Int) -> Int {
        var first = place
        for _ in heads.indices {
            guard
                universals[first] == "conj" || universals[first] == "flat"
                    || universals[first] == "appos", let head = heads[first]
            else { return first }
            first = head
        }
        return first
    }
}

extension ReadSentence {
    /// Acts whose doer goes on to do what hangs on the word: *promised B to come*.
    private static let ownDeeds: Set<Act> = [.support, .aid, .agree, .reject, .threaten]

    /// Who does what the predicate at `place` tells, as the tree and the frames of the words say.
    func subject(of place: Int) -> Int? { tree.subject(of: place, controls: controls) }

    /// Who does what the clause that `place` stands in tells: the first of a list.
    func doer(ofClauseAround place: Int) -> Int? {
        tree.clauseHead(above: place).flatMap(subject(of:)).map(tree.firstOfList)
    }

    /// Whether who stands beside `verb` is asked or made to do what hangs on it.
    private func controls(_ verb: Int, _ argument: Int) -> Bool {
        let frames = cues.filter { $0.match.head == verb }.map(\.frame)
        let asks = frames.contains { frame in
            frame.act == .request
                && frame.target.contains(.preposition(tree.adposition(of: argument)))
        }
        if asks { return true }
        if tree.universals[argument] == "obj" { return true }
        // *Told B to leave*, but *promised B to come*: of a verb that the lexicon does not know, the subject does it.
        let isDative =
            tree.universals[argument] == "iobj"
            || tree.features[argument].contains("Case=Dat")
                && tree.adposition(of: argument).isEmpty
        let orders =
            frames.contains { !Self.ownDeeds.contains($0.act) }
            || governors.contains { $0.match.head == verb && $0.effect == .ask }
        return isDative && orders && !frames.contains { Self.ownDeeds.contains($0.act) }
    }
}
