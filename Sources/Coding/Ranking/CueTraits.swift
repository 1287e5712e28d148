import Diplomacy
import Language

/// What is known of one act's word, of a party beside it, and of two parties together: the values of
/// `TraitTable`, before categories become numbers.
struct CueTraits {
    let finder: CandidateFinder
    let cue: ReadSentence.ActCue
    /// The number of the cue in its sentence, and those beside it.
    let index: Int
    var frames: SentenceFrames { finder.frames }
    var scope: Scope { frames.frames[index].scope }
    var parties: ActCoder.Parties { frames.frames[index].parties }
    /// What is known of the mentions, whatever the word.
    let sentence: SentenceTraits
    /// Of each mention: the way there from the word, and its slot beside it.
    let paths: [SentenceTree.Path?]
    let slots: [TreeSlot]
    /// Which mentions the shallow grammar lets fill each of the first slots of the frame.
    let filledSources, filledTargets: [[Int]]
    /// What the rules read of the word, and of the others of the sentence.
    private let drafts, others: [Draft]
    let bestSource: Int32
    let bestTarget: Int32
    let arguments: ArgumentFinder
    /// Who does what the clause of the word tells.
    let clauseDoer: Int?
    let toldBefore: ToldBefore

    /// No slot of the frame is filled.
    static let unfilled: Int32 = 9
    /// Frames have hardly more slots than this for a side.
    private static let mostSlots = 3
    /// Longer ways are all the same: few of them are met twice.
    static let longestWay = 5

    var read: ReadSentence { finder.read }
    var tree: SentenceTree { finder.read.tree }
    var mentions: [Mention] { finder.mentions }
    var heads: [Int] { sentence.heads }

    init(_ finder: CandidateFinder, _ index: Int, _ sentence: SentenceTraits) {
        let cue = finder.read.cues[index]
        let tree = finder.read.tree
        let mentions = finder.mentions
        let paths = sentence.heads.map { tree.path(from: cue.match.head, to: $0) }
        let slots = zip(sentence.heads, paths).map { tree.slot(of: $0, along: $1) }
        func best(_ wanted: [Slot]) -> Int32 {
            mentions.indices.compactMap { place in
                mentions[place].actor == nil || mentions[place].isPrivate
                    ? nil : slots[place].rank(in: wanted, preposition: mentions[place].preposition)
            }.min().map(Int32.init) ?? Self.unfilled
        }
        self.finder = finder
        self.cue = cue
        self.index = index
        self.sentence = sentence
        self.paths = paths
        self.slots = slots
        bestSource = best(cue.frame.source)
        bestTarget = best(cue.frame.target)
        let arguments = finder.coder.arguments
        let carrier = finder.frames.frames[index].scope.carrier ?? cue.match.head
        func filled(_ wanted: [Slot]) -> [[Int]] {
            wanted.prefix(Self.mostSlots).enumerated().map { order, slot in
                arguments.fill(
                    [slot],
                    of: cue,
                    at: order == 0 ? carrier : cue.match.head,
                    excluding: []
                )
            }
        }
        filledSources = filled(cue.frame.source)
        filledTargets = filled(cue.frame.target)
        self.arguments = arguments
        drafts = finder.coder.drafts.filter { $0.cue == cue.match.tokens }
        others = finder.coder.drafts.filter { $0.cue != cue.match.tokens }
        let predicate =
            cue.frame.form == .noun ? tree.clauseHead(above: cue.match.head) : cue.match.head
        toldBefore = finder.frames.told(before: index)
        clauseDoer = predicate.flatMap(finder.read.subject(of:))
    }

    // MARK: The word

    func cueValues() -> [Int32] {
        let head = cue.match.head
        let parent = tree.heads[head]
        let near = read.governors.last {
            $0.match.tokens.upperBound <= head && head - $0.match.tokens.upperBound <= 6
        }
        let above = parent.flatMap { place in read.governors.first { $0.match.head == place } }
        let negations = read.tokens.indices.filter {
            read.has(.negation, at: $0) || read.has(.negationDeterminer, at: $0)
        }
        let covering = finder.passage.attributions.filter { $0.covers.contains(head) }
        let dependents = tree.heads.indices.filter { tree.heads[$0] == head }
        let relations = Set(dependents.map { tree.universals[$0] })
        let outcome: Int32 =
            parties.sources.isEmpty
            ? 0
            : parties.targets.isEmpty ? (parties.isReciprocal ? 2 : 1) : parties.isGuess ? 3 : 4
        return [
            finder.language, entry(), order(scope.act), order(scope.polarity),
            order(cue.frame.form),
            order(cue.frame.act), order(cue.frame.polarity), order(scope.modality),
            bit(scope.isAsked), bit(scope.isConverse), bit(scope.carrier != nil),
            bit(finder.coder.isMeant(cue)), tree.tags[head].map { Int32($0.rawValue) } ?? 17,
            CategoryHash.of(tree.universals[head]),
            CategoryHash.of(parent.map { tree.lemmas[$0] } ?? ""),
            CategoryHash.of(tree.lemmas[head]), Int32(min(cue.match.tokens.count, 6)),
            bit(finder.coder.isPassive(cue)), clauseKind(head),
            Int32(min(scope.reasons.count, 4)), near.map { order($0.effect.learnt) } ?? -1,
            above.map { order($0.effect.learnt) } ?? -1,
            Int32(cue.frame.condition.subtracting(.verdict).rawValue),
            cue.frame.kind.map { order($0) } ?? -1, outcome,
            bit(!drafts.isEmpty),
            Int32(min(read.cues.count { $0.match.tokens.overlaps(cue.match.tokens) }, 6)),
            Int32(min(read.acts.count, 12)),
            covering.isEmpty ? 0 : covering.contains { $0.isRelay } ? 1 : 2,
            covering.last.map { order($0.modality) } ?? -1,
            bit(read.tokens.suffix(2).contains { $0.folded == "?" }),
            bit(read.tokens[..<head].count { $0.kind == .quote } % 2 == 1),
            Int32(min(tree.depths[head], 8)),
            bit(negations.contains { tree.heads[$0] == head || tree.heads[$0] == parent }),
            Int32(min(negations.count, 3)), bit(relations.contains("obj")),
            bit(relations.contains("nsubj")),
            Int32(min(Set(mentions.compactMap(\.actor)).count, 8)), bit(cue.match.hasGap),
            bit(read.has(.conditional, in: 0..<read.tokens.count)),
            Int32(min(read.tokens.count / 8, 6)),
            bit(read.has(.sport, in: 0..<read.tokens.count)),
            bit(tree.isPassive[head]),
            bit(read.acts.contains { $0.match.head == parent && $0.match.head != head }),
            bit(!arguments.owners(of: cue.match.tokens).isEmpty),
        ]
    }

    /// The entry of the lexicon, whatever its number there: the word with what it is said to mean.
    private func entry() -> Int32 {
        var hash = CategoryHash()
        for place in cue.match.tokens where !cue.match.hasGap || place == cue.match.head {
            hash.add(tree.lemmas[place].isEmpty ? read.tokens[place].folded : tree.lemmas[place])
        }
        hash.add(cue.frame.act.rawValue)
        hash.add(cue.frame.polarity.rawValue)
        hash.add(cue.frame.form.rawValue)
        return hash.result
    }

    // MARK: Two parties

    /// What the rules made of the word with these parties, if anything.
    func draft(_ source: PartyChoice, _ target: PartyChoice) -> Draft? {
        drafts.first { $0.source == source.actor && $0.target == target.actor }
    }

    /// The columns `TraitTable.pair` of two parties, in the place of those that `values` holds.
    func pairValues(
        _ source: PartyChoice,
        _ target: PartyChoice,
        told label: RelationLabel,
        in values: inout [Int32]
    ) {
        values.removeAll(keepingCapacity: true)
        let draft = draft(source, target)
        values.append(bit(draft != nil))
        values.append(Int32((draft?.confidence ?? 0) * 100))
        var (apart, way): (Int32, Int32) = (5, -1)
        if let first = source.place, let second = target.place {
            values.append(bit(mentions[first].list == mentions[second].list))
            values.append(bit(first < second))
            apart = Int32(min(abs(first - second), 4))
            way = sentence.way(from: first, to: second)
        } else {
            values += [2, 2]
        }
        values.append(asBefore(source.actor, target.actor))
        values.append(
            bit(others.contains { $0.source == source.actor && $0.target == target.actor })
        )
        values.append(
            bit(others.contains { $0.target == source.actor && $0.source == target.actor })
        )
        values.append(finder.coder.discourse.lastPair.map { order($0.act) } ?? -1)
        values.append(apart)
        values.append(way)
        values += finder.relations.values(source.place, target.place, label)
        values += toldBefore.pair(
            source.actor,
            target.actor,
            frames.frames[index].act,
            at: finder.sentence
        )
    }

    private func asBefore(_ source: ActorCode?, _ target: ActorCode?) -> Int32 {
        guard let last = finder.coder.discourse.lastPair?.pair else { return 3 }
        if last.source == source, last.target == target { return 1 }
        return last.source == target && last.target == source ? 2 : 0
    }

    // MARK: Small things

    func bit(_ value: Bool) -> Int32 { Trait.bit(value) }

    func order<Value: CaseIterable & Equatable>(_ value: Value) -> Int32 {
        Trait.order(value)
    }

    private func clauseKind(_ place: Int) -> Int32 {
        finder.coder.clauses.first { $0.tokens.contains(place) }.map { order($0.kind) } ?? -1
    }
}
