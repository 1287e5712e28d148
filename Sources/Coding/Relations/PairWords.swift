import Language

/// The words of a sentence as a reader sees them who looks at two of its phrases: each is known by hashed traits.
package struct PairWords: Sendable {
    /// Of all words, one after the other.
    package private(set) var traits: [UInt32] = []
    /// Where the traits of each word end.
    package private(set) var ends: [Int] = []
    /// The words on which the others of each phrase hang.
    package let source: Int
    package let target: Int

    package init(source: Int, target: Int) {
        self.source = source
        self.target = target
    }

    package var count: Int { ends.count }

    /// The traits of a word.
    package subscript(_ word: Int) -> ArraySlice<UInt32> {
        traits[(word == 0 ? 0 : ends[word - 1])..<ends[word]]
    }

    /// Whether the two are one pair, asked in both directions.
    package func isTurned(_ other: PairWords) -> Bool {
        source == other.target && target == other.source && ends == other.ends
            && traits == other.traits
    }

    package mutating func add(_ word: some Sequence<UInt32>) {
        traits += word
        ends.append(traits.count)
    }
}

extension RelationTraits {
    /// The kinds of a word's traits; the numbers follow those of a pair's.
    private enum WordKind: UInt32 {
        case word = 101, form, meaning, tag, relation, governor, cue, isNegation, isPassive
        case phrase, way, governorsWay, fromFirst, fromSecond
    }

    /// Distances are counted up to this.
    private static let farthest = 8
    /// Of a word: two senses and two cues more tell nothing new.
    private static let mostMeanings = 3
    private static let mostCuesOfWord = 2

    func pair(source: Range<Int>, target: Range<Int>) -> RelationPair {
        RelationPair(
            traits: traits(source: source, target: target),
            words: words(source: source, target: target)
        )
    }

    /// The words of the sentence for two phrases: what each is, and where it stands beside the two.
    ///
    /// It makes no difference here which of the two is the source, so that both directions are read at once.
    private func words(source: Range<Int>, target: Range<Int>) -> PairWords {
        let heads = (source: read.tree.head(of: source), target: read.tree.head(of: target))
        let isForward = heads.source <= heads.target
        let (first, second) = isForward ? (source, target) : (target, source)
        let (start, end) = isForward ? heads : (heads.target, heads.source)
        let way = way(from: start, to: end)
        var pair = PairWords(source: heads.source, target: heads.target)
        func phrase(_ place: Int) -> UInt32 {
            if first.contains(place) { return 1 }
            if second.contains(place) { return 2 }
            return words[place] == Self.nameWord ? 3 : 0
        }
        /// On whose side of the way a word stands: 3 where both sides meet.
        func side(_ place: Int) -> UInt32 {
            if place == way.meeting { return 3 }
            if way.up.contains(place) { return 1 }
            return way.down.contains(place) ? 2 : 0
        }
        func distance(_ place: Int, _ head: Int) -> UInt32 {
            UInt32(min(max(place - head, -Self.farthest), Self.farthest) + Self.farthest)
        }
        for place in words.indices {
            let phraseOfWord = phrase(place)
            var traits = ownTraits[place]
            func add(_ kind: WordKind, _ value: UInt32) { traits.append(Self.trait(kind, value)) }
            if phraseOfWord == 0 || phraseOfWord == 3 { traits += spellings[place] }
            add(.phrase, phraseOfWord)
            add(.way, side(place))
            if let head = read.tree.heads[place] {
                let ofParty = first.contains(head) ? UInt32(4) : second.contains(head) ? 5 : nil
                add(.governorsWay, ofParty ?? side(head))
            }
            add(.fromFirst, distance(place, start))
            add(.fromSecond, distance(place, end))
            pair.add(traits)
        }
        return pair
    }

    /// What each word is, whatever the two phrases are: all but how it is spelt.
    static func ownTraits(
        _ read: ReadSentence,
        _ words: [UInt32],
        _ classes: [[UInt32]],
        _ cues: [Cue]
    ) -> [[UInt32]] {
        let tree = read.tree
        var heard = [[UInt32]](repeating: [], count: words.count)
        for cue in cues {
            let told = mix(
                cue.label,
                UInt32(RelationLabel(act: cue.frame.act, polarity: cue.frame.polarity).place)
            )
            heard[cue.head].append(mix(told, cue.isHint ? 1 : 0))
        }
        return words.indices.map { place in
            var traits = classes[place].prefix(mostMeanings).map { trait(.meaning, $0) }
            if let tag = tree.tags[place] { traits.append(trait(.tag, UInt32(tag.rawValue))) }
            traits.append(trait(.relation, hash(tree.relations[place])))
            if let head = tree.heads[place] { traits.append(trait(.governor, words[head])) }
            traits += heard[place].prefix(mostCuesOfWord).map { trait(.cue, $0) }
            if read.has(.negation, at: place) || read.has(.negationDeterminer, at: place) {
                traits.append(trait(.isNegation, 1))
            }
            if tree.isPassive[place] { traits.append(trait(.isPassive, 1)) }
            return traits
        }
    }

    /// How each word is spelt, and the English word that says the same.
    static func spellings(_ read: ReadSentence, _ words: [UInt32]) -> [[UInt32]] {
        words.indices.map { place in
            words[place] == nameWord
                ? [trait(.word, nameWord)]
                : [trait(.word, words[place]), trait(.form, hash(read.tokens[place].folded))]
        }
    }

    private static func trait(_ kind: WordKind, _ value: UInt32) -> UInt32 {
        // 0 marks an empty place in a table.
        max(mix(kind.rawValue, value), 1)
    }
}
