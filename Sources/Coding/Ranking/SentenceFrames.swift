import Diplomacy
import Language

/// The words of acts in a sentence with the parties that the rules see beside each, so that one may look at its
/// neighbours: who is accused of striking is who struck, and who abandoned whom is not who complains of it.
struct SentenceFrames {
    struct Frame {
        /// The tokens of the act's word, and the one that the others hang on.
        let words: Range<Int>
        let head: Int
        let act: Act
        let isNoun: Bool
        let scope: Scope
        let parties: ActCoder.Parties
        let isMeant: Bool

        /// Whether the rules know who did it to whom.
        var isTold: Bool {
            isMeant && !parties.sources.isEmpty
                && (!parties.targets.isEmpty || parties.isReciprocal)
        }

        /// 0 where the actor has no part in it, 1 for a source, 2 for a target, 3 for both.
        func role(of actor: ActorCode?) -> Int32 {
            guard let actor else { return 0 }
            let isSource = parties.sources.contains { $0.actor == actor }
            let isTarget =
                parties.targets.contains { $0.actor == actor } || isSource && parties.isReciprocal
            return (isSource ? 1 : 0) + (isTarget ? 2 : 0)
        }
    }

    /// In the order of the sentence's cues.
    let frames: [Frame]
    /// Of each frame, the place of the one that hangs on its word, of the one that its word hangs on, and of the one told before it.
    private let below: [Int?]
    private let above: [Int?]
    private let before: [Int?]
    /// Of each frame, who suffers the event that it blames.
    private let sufferers: [Set<ActorCode>]
    /// Of each frame, whether its word belongs to what the one above speaks of, and is no second thing told of the same party.
    private let hangsAsPart: [Bool]

    /// Those of the sentences before, the latest first.
    private let earlier: [Frame]
    /// Which sentence of the article this is, and what was told in those before.
    private let sentence: Int
    private let toldBefore: ToldBefore

    /// Further down or up the tree a word is hardly its object or its clause.
    private static let reach = 4
    /// *The attack* is one of the sentences just before.
    private static let memory = 3

    /// `earlier`: the frames of the sentences before, the latest sentence last.
    init(_ coder: ActCoder, after earlier: [SentenceFrames]) {
        let tree = coder.read.tree
        let frames = coder.read.cues.map { cue in
            let scope = ScopeReader(read: coder.read, clauses: coder.clauses).scope(of: cue)
            return Frame(
                words: cue.match.tokens,
                head: cue.match.head,
                act: scope.toldAct,
                isNoun: cue.frame.form == .noun,
                scope: scope,
                parties: coder.parties(of: cue, scope),
                isMeant: coder.isMeant(cue)
            )
        }
        sufferers = coder.read.cues.map { cue in
            let sides = coder.sidesOfBlamed(by: cue)
            func actors(_ places: [Int]?) -> Set<ActorCode> {
                Set((places ?? []).compactMap { coder.mentions[$0].actor })
            }
            return actors(sides?.sufferers).subtracting(actors(sides?.doers))
        }
        // Down from the first to the second: how many steps, nil where it does not hang on it.
        func steps(_ first: Int, _ second: Int) -> Int? {
            var (place, count) = (frames[second].head, 0)
            while count < Self.reach, let head = tree.heads[place] {
                count += 1
                if head == frames[first].head { return count }
                place = head
            }
            return nil
        }
        func nearest(_ place: Int, _ distance: (Int) -> Int?) -> Int? {
            frames.indices.filter {
                frames[$0].isMeant && !frames[$0].words.overlaps(frames[place].words)
            }.compactMap { other in distance(other).map { (other, $0) } }
                .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
        }
        below = frames.indices.map { place in nearest(place) { steps(place, $0) } }
        let above = frames.indices.map { place in nearest(place) { steps($0, place) } }
        hangsAsPart = frames.indices.map { place in
            let way = above[place].flatMap {
                tree.path(from: frames[place].head, to: frames[$0].head)
            }
            return way.map { !$0.up.contains("conj") } ?? false
        }
        before = frames.indices.map { place in
            nearest(place) { other in
                let gap = frames[place].words.lowerBound - frames[other].words.upperBound
                return gap >= 0 ? gap : nil
            }
        }
        self.above = above
        self.frames = frames
        self.earlier = earlier.suffix(Self.memory).reversed().flatMap { $0.frames.reversed() }
            .filter(\.isTold)
        sentence = earlier.count
        var told = earlier.last?.toldBefore ?? ToldBefore()
        for frame in earlier.last?.frames ?? [] { told.add(frame, sentence: sentence - 1) }
        toldBefore = told.remembered(at: sentence)
    }

    /// What was told before the word at `place`, in this sentence too.
    func told(before place: Int) -> ToldBefore {
        var told = toldBefore
        for frame in frames where frame.words.upperBound <= frames[place].words.lowerBound {
            told.add(frame, sentence: sentence)
        }
        return told
    }

    /// Whether an actor is only one who suffered the event that the word at `place` blames: in *condemned the strikes on Iran*
    /// Iran is not blamed (codebook, section 3).
    func isVictim(_ actor: ActorCode?, at place: Int) -> Bool {
        actor.map(sufferers[place].contains) ?? false
    }

    private static let demanding: Set<Act> = [.accuse, .request, .sanction]

    /// Whether an actor refuses what the word at `place` speaks of: who votes against a resolution that condemns Russia does not
    /// condemn it.
    func isOpponent(_ actor: ActorCode?, at place: Int) -> Bool {
        guard Self.demanding.contains(frames[place].act), hangsAsPart[place],
            let above = above[place].map({ frames[$0] })
        else { return false }
        return above.act == .reject && above.scope.polarity == .done && above.role(of: actor) == 1
    }

    /// What an actor is beside the neighbours of a frame, as the columns `below` to `lastActs` of a party.
    func values(_ place: Int, _ actor: ActorCode?, last: Discourse.LastPair?) -> [Int32] {
        let own = frames[place]
        let below = below[place].map { frames[$0] }
        let above = above[place].map { frames[$0] }
        let before = before[place].map { frames[$0] }
        let echo = echo(of: below ?? own, before: place)
        let lastRole: Int32 =
            actor == nil ? 0 : last?.pair.source == actor ? 1 : last?.pair.target == actor ? 2 : 0
        return values(own, below?.act, below?.role(of: actor))
            + values(own, above?.act, above?.role(of: actor))
            + values(own, before?.act, before?.role(of: actor))
            + values(own, echo?.act, echo?.role(of: actor), as: below == nil ? "own" : "below")
            + values(own, last?.act, lastRole)
    }

    /// The role beside another act, and the two acts with it as a category.
    private func values(
        _ own: Frame,
        _ other: Act?,
        _ role: Int32?,
        as kind: String = ""
    ) -> [Int32] {
        guard let other, let role else { return [-1, -1] }
        var hash = CategoryHash(kind)
        for word in [own.act.rawValue, other.rawValue, String(role)] { hash.add(word) }
        return [role, hash.result]
    }

    /// The act of the same kind that was told last, as the attack that *the attack* takes up.
    private func echo(of event: Frame, before place: Int) -> Frame? {
        frames[..<place].last {
            $0.isTold && $0.act == event.act && !$0.words.overlaps(event.words)
        } ?? earlier.first { $0.act == event.act }
    }
}
