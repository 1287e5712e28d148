import Diplomacy
import Language

// What is complained of, and of whom: *accused A of inaction*, *complained that A had failed to come*, *was furious that A struck*.
extension ActCoder {
    /// *Complained that A had failed*, *were angry that A went on*: who does what is complained of is blamed.
    func completeBlamed(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard parties.targets.isEmpty, cue.frame.act == .accuse, cue.frame.form != .noun else {
            return
        }
        let accusers = Set(parties.sources.compactMap(\.actor))
        let doers =
            complements(of: cue).map { self.parties(ofSubjectOf: $0) }.first { !$0.isEmpty }
            ?? subjectOfNextComplement(cue, arguments)
        parties.targets = arguments.parties(
            doers.filter { mentions[$0].actor.map { !accusers.contains($0) } ?? false },
            "subject of what is complained of"
        )
    }

    /// The predicates of the clauses that the cue's word takes, also over a pronoun: *обурені тим, що …*.
    private func complements(of cue: ReadSentence.ActCue) -> [Int] {
        let tree = read.tree
        return tree.heads.indices.filter { place in
            guard place >= cue.match.tokens.upperBound, let above = tree.heads[place] else {
                return false
            }
            switch tree.universals[place] {
            case "ccomp": return cue.match.tokens.contains(above)
            case "acl":
                return tree.isPronominal(above)
                    && (cue.match.tokens.contains(above)
                        || tree.heads[above].map(cue.match.tokens.contains) ?? false)
            default: return false
            }
        }
    }

    private func subjectOfNextComplement(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder
    ) -> [Int] {
        let clause = arguments.clause(of: cue.match.head)
        guard let next = clauses.first(where: { $0.tokens.lowerBound >= clause.upperBound }),
            next.kind == .complement
        else { return [] }
        let verb = next.tokens.last { read.isVerb[$0] } ?? next.tokens.upperBound - 1
        return arguments.subject(at: verb)
    }

    /// *Accused A of inaction*, *blamed it for failing to step in*: what follows in the clause is what the accused did, or did
    /// not do, to the accuser.
    func completeCharge(
        _ cue: ReadSentence.ActCue,
        _ arguments: ArgumentFinder,
        _ parties: inout Parties
    ) {
        guard let charge = charge(before: cue), cue.frame.form != .phrase else { return }
        func party(
            _ actor: ActorCode?,
            _ how: String,
            isCarriedOver: Bool
        )
            -> ArgumentFinder.Party
        {
            .init(actor: actor, how: how, isCarriedOver: isCarriedOver, place: nil)
        }
        let isOwnDoing =
            cue.frame.form == .verb || parties.sources.isEmpty
            || cue.frame.polarity == .notDone && !isNamedBy(cue, parties.sources)
        if isOwnDoing {
            parties.sources = [party(charge.target, "the accused", isCarriedOver: false)]
        }
        if parties.targets.allSatisfy({ $0.actor == charge.target }) {
            parties.targets = [party(charge.source, "the accuser", isCarriedOver: true)]
        }
    }

    private func charge(before cue: ReadSentence.ActCue) -> Draft? {
        let clause = arguments.clause(of: cue.match.head)
        let isCharged =
            cue.frame.polarity == .notDone
            || !cue.match.features.isDisjoint(with: [.gerund, .infinitive])
        guard isCharged else { return nil }
        return drafts.last {
            $0.act == .accuse && $0.target != nil && $0.polarity == .done
                && !$0.marks.contains(.nominal) && clause.contains($0.anchor)
                && $0.cue.upperBound <= cue.match.tokens.lowerBound
        }
    }

    /// Whether the words are what somebody is accused of, so that whoever accuses claims it.
    func isCharge(_ cue: ReadSentence.ActCue, by source: ActorCode?) -> Bool {
        guard cue.frame.act != .accuse else { return false }
        if let charge = charge(before: cue) { return charge.target == source }
        return cue.frame.polarity == .notDone && isDispleasing(cue)
    }

    /// *Displeasure is caused by the fact that A's troops do too little*: the cue stands in a clause that a word of blame governs.
    private func isDispleasing(_ cue: ReadSentence.ActCue) -> Bool {
        let tree = read.tree
        let blames = read.cues.filter {
            $0.frame.act == .accuse && $0.frame.polarity == .done
                && $0.match.tokens.upperBound <= cue.match.tokens.lowerBound
        }
        guard !blames.isEmpty, var place = predicate(around: cue.match.tokens),
            Self.clauses.contains(tree.universals[place])
        else { return false }
        while Self.clauses.contains(tree.universals[place]), let head = tree.heads[place] {
            place = head
        }
        // *The fact that …* is no predicate itself.
        let above = tree.tags[place] == .noun ? tree.clauseHead(above: place) ?? place : place
        return blames.contains { blame in
            let head = tree.head(of: blame.match.tokens)
            return head == above || tree.heads[head] == above
        }
    }

    private static let clauses: Set<String> = ["ccomp", "acl", "csubj", "advcl"]

    /// The predicate that a cue is, or that it hangs on.
    func predicate(around words: Range<Int>) -> Int? {
        let head = read.tree.head(of: words)
        guard read.tree.tags[head] != .verb, read.tree.dependents(of: head, by: ["nsubj"]).isEmpty
        else { return head }
        return read.tree.clauseHead(above: head)
    }
}
