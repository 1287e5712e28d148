import Language

/// Where a party stands beside an act's word, as the tree tells it.
struct TreeSlot: Hashable, Sendable {
    /// What the party is to the word that it hangs on.
    enum Role: Int32, CaseIterable, Sendable {
        case none, subject, object, dative, instrumental, agent, owner, adposition
        /// The noun that the act's clause describes: *the state that attacked*.
        case antecedent
        /// The word before which the act's word stands as a modifier, or which stands in apposition.
        case modified
        case clause
    }

    /// How the act's word is joined to the one that the party hangs on.
    enum Route: Int32, CaseIterable, Sendable {
        case own
        /// The act is the object, subject or oblique of a verb: *gave support*.
        case carrier
        /// *X came and helped*.
        case coordinated
        /// *X agreed to help*, *X helped by sending*.
        case controlled
        /// *X said that … helped*, *the plan to help*: another clause.
        case outer
        /// The act's word describes a noun: *the treaty on defence with X*.
        case noun
        case far
    }

    /// What stands between the party and the word that fills the role.
    enum Nesting: Int32, CaseIterable, Sendable {
        case head
        /// *Syria, Iran and X*.
        case listed
        /// *The president of X*, *X's army*: the owner of what fills the role.
        case owner
        /// *The president, X*.
        case named
        case deep
    }

    var role = Role.none
    var route = Route.far
    var nesting = Nesting.deep
    /// The lemma of the adposition that governs the party there; empty where there is none.
    var adposition = ""
    /// Whether the word on which the party hangs is passive.
    var isPassive = false
}

extension SentenceTree {
    /// The slot of the phrase whose head is `party` beside the act's word at `cue`.
    func slot(of party: Int, beside cue: Int) -> TreeSlot {
        slot(of: party, along: path(from: cue, to: party))
    }

    /// The same, where the way from the act's word is known already.
    func slot(of party: Int, along path: Path?) -> TreeSlot {
        guard let path, path.length > 0 else { return TreeSlot() }
        let (up, down) = (path.up, path.down)
        var slot = TreeSlot()
        slot.route = Self.route(up)
        guard !down.isEmpty else {
            slot.role = up.last == "acl" || up.last == "advcl" ? .antecedent : .modified
            slot.nesting = .head
            return slot
        }
        slot.nesting = Self.nesting(down.dropFirst())
        // The word of the path that hangs directly on the one where the ways meet.
        var place = party
        for _ in 1..<max(1, down.count) { place = heads[place] ?? place }
        slot.isPassive =
            heads[place].map { isPassive[$0] } ?? false || relations[place].hasSuffix(":pass")
        slot.adposition = adposition(of: place)
        slot.role = role(of: place, slot)
        return slot
    }

    private func role(of place: Int, _ slot: TreeSlot) -> TreeSlot.Role {
        let relation = relations[place]
        switch universals[place] {
        case "nsubj": return relation.hasSuffix(":pass") || slot.isPassive ? .object : .subject
        case "csubj": return .clause
        case "obj": return .object
        case "iobj": return .dative
        case "obl", "nmod":
            if relation.hasSuffix(":agent") { return .agent }
            if relation.hasSuffix(":poss") { return .owner }
            if !slot.adposition.isEmpty { return .adposition }
            if features[place].contains("Case=Ins") { return .instrumental }
            if features[place].contains("Case=Dat") { return .dative }
            return universals[place] == "nmod" ? .owner : .adposition
        case "amod", "det", "compound", "flat", "nummod": return .owner
        case "appos", "conj", "parataxis", "vocative", "dislocated": return .modified
        default: return .clause
        }
    }

    private static func route(_ up: [String]) -> TreeSlot.Route {
        guard let first = up.first else { return .own }
        if up.count > 4 { return .far }
        if up.allSatisfy({ $0 == "conj" }) { return .coordinated }
        let rest = up.drop { $0 == "conj" || $0 == "xcomp" || $0 == "advcl" }
        if rest.isEmpty { return .controlled }
        switch first {
        case "obj", "obl", "nsubj", "iobj":
            return up.dropFirst().allSatisfy { $0 == "conj" || $0 == "xcomp" } ? .carrier : .outer
        case "nmod", "amod", "compound", "appos": return .noun
        default: return .outer
        }
    }

    private static func nesting(_ rest: ArraySlice<String>) -> TreeSlot.Nesting {
        if rest.isEmpty { return .head }
        if rest.allSatisfy({ $0 == "conj" }) { return .listed }
        if rest.allSatisfy({ $0 == "appos" || $0 == "flat" || $0 == "conj" }) { return .named }
        let owners = ["nmod", "amod", "compound", "det", "conj", "flat", "appos"]
        return rest.count <= 2 && rest.allSatisfy { owners.contains($0) } ? .owner : .deep
    }
}

extension TreeSlot {
    /// The place in `slots` of the first that this one fills, or nil.
    ///
    /// The subject of a passive is an object, and its agent a subject.
    func rank(in slots: [Slot], preposition: String?) -> Int? {
        slots.firstIndex { slot in
            switch slot {
            case .subject:
                role == .subject || role == .agent || role == .antecedent && route == .outer
            case .object: role == .object || role == .owner && route == .own
            case .dative: role == .dative
            case .instrumental: role == .instrumental || role == .agent
            case .possessor: role == .owner
            case .preposition(let word):
                role == .adposition && adposition == word || preposition == word
            }
        }
    }
}
