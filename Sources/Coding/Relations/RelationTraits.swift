import Diplomacy
import Language

/// What the words of a sentence tell about two of its phrases: who stands where beside which verb and noun,
/// and which acts the lexicons hear in them.
///
/// Each trait is a number that its parts were mixed to. The words of names are all alike, so that what is
/// learnt of Peru holds for Norway; another word is the English one that says the same, and stands with its class
/// of meaning, so that what is learnt of *raid* holds for *Angriff*.
struct RelationTraits {
    let read: ReadSentence
    let words: [UInt32]
    /// The classes of meaning of each word that is no name.
    let classes: [[UInt32]]
    private let relations: [UInt32]
    private let dependents: [[Int]]
    private let cues: [Cue]
    /// What `PairWords` takes from each word: whatever the two phrases are, and where the word is in neither.
    let ownTraits: [[UInt32]]
    let spellings: [[UInt32]]

    /// A word that tells an act, with what its scope makes of it.
    struct Cue {
        let head: Int
        let tokens: Range<Int>
        let frame: ActFrame
        let label: UInt32
        let isHint: Bool
    }

    /// The kinds of traits; the number keeps those of different kinds apart.
    private enum Kind: UInt32 {
        case bias = 1, order, path, onPath, sourcePath, targetPath, sourceStep, targetStep
        case governor, governorRelation, dependent, dependentOfWord, party, second, negated
        case sameGovernor, otherGovernor, governors, between, betweenOrdered, pair
        case before, after, anywhere, name
        case cue, cueFrame, cuePlace, cueOnPath, cueSlots, cueSource, cueTarget, cueFits
        case cueGovernsSource, cueGovernsTarget
        case onPathClass, sourcePathClass, targetPathClass, governorClass, governorRelationClass
        case dependentClass, dependentOfClass, betweenClass, betweenOrderedClass, anywhereClass
        case governorClasses
    }

    static let nameWord = UInt32(2)
    private static let sourceWord = UInt32(3)
    private static let targetWord = UInt32(4)
    /// Set in every other word: none is one of the numbers that stand for names and for the two phrases.
    private static let aboveNames = UInt32(16)
    /// Ways through the tree and stretches of words are looked at no further than this.
    static let longestWay = 6
    private static let longestStretch = 20
    private static let mostCues = 40

    init(_ read: ReadSentence, _ clauses: [Clause]) {
        let tree = read.tree
        var isName = [Bool](repeating: false, count: read.tokens.count)
        for match in read.actorMatches { for place in match.tokens { isName[place] = true } }
        var words: [UInt32] = []
        var classes: [[UInt32]] = []
        for place in read.tokens.indices {
            if isName[place] || tree.tags[place] == .propn {
                words.append(Self.nameWord)
                classes.append([])
                continue
            }
            let lemma = tree.lemmas[place].lowercased()
            let meaning = read.meanings.meaning(of: lemma)
            words.append(
                meaning.map { $0.word.value | Self.aboveNames }
                    ?? Self.hash(lemma.isEmpty ? read.tokens[place].folded : lemma)
            )
            classes.append(meaning?.classes.map(\.value) ?? [])
        }
        self.words = words
        self.classes = classes
        relations = tree.universals.map { Self.hash($0) }
        var dependents = [[Int]](repeating: [], count: read.tokens.count)
        for (place, head) in tree.heads.enumerated() {
            if let head { dependents[head].append(place) }
        }
        self.dependents = dependents
        let scopes = ScopeReader(read: read, clauses: clauses)
        cues = read.cues.prefix(Self.mostCues).map { cue in
            let scope = scopes.scope(of: cue)
            let label = RelationLabel(
                act: scope.toldAct,
                polarity: scope.toldPolarity
            )
            return Cue(
                head: cue.match.head,
                tokens: cue.match.tokens,
                frame: cue.frame,
                label: UInt32(label.place),
                isHint: cue.frame.condition.contains(.hint)
            )
        }
        self.read = read
        ownTraits = Self.ownTraits(read, words, classes, cues)
        spellings = Self.spellings(read, words)
    }

    /// The traits of two phrases, each once, in the order of their numbers.
    func traits(source: Range<Int>, target: Range<Int>) -> [UInt32] {
        var bag = Bag()
        let tree = read.tree
        let heads = (source: tree.head(of: source), target: tree.head(of: target))
        let isBefore: UInt32 = heads.source < heads.target ? 1 : 0
        func word(_ place: Int) -> UInt32 {
            source.contains(place)
                ? Self.sourceWord : target.contains(place) ? Self.targetWord : words[place]
        }
        func isParty(_ place: Int) -> Bool { source.contains(place) || target.contains(place) }
        bag.add(.bias)
        bag.add(.order, isBefore)

        // The way from one to the other.
        let course = way(from: heads.source, to: heads.target)
        let (chains, meeting, up, down) = (course.chains, course.meeting, course.up, course.down)
        var way = Self.hash(meeting == nil ? "apart" : "")
        for place in up.prefix(4) { way = Self.mix(way, relations[place]) }
        way = Self.mix(way, 7)
        for place in down.prefix(4) { way = Self.mix(way, relations[place]) }
        bag.add(.path, way)
        let upper = meeting.map { up.dropFirst() + [$0] } ?? up.dropFirst()
        let lower = meeting.map { down.dropFirst() + [$0] } ?? down.dropFirst()
        for (steps, kind, step) in [
            (Array(upper), Kind.sourcePath, Kind.sourceStep),
            (Array(lower), Kind.targetPath, Kind.targetStep),
        ] {
            let places = steps.prefix(Self.longestWay).filter { !isParty($0) }
            for (order, place) in places.enumerated() {
                bag.add(.onPath, word(place))
                bag.add(kind, word(place))
                bag.add(step, UInt32(min(order, 2)), word(place))
                for meaning in classes[place] {
                    bag.add(.onPathClass, meaning)
                    bag.add(
                        kind == .sourcePath ? .sourcePathClass : .targetPathClass,
                        UInt32(min(order, 2)),
                        meaning
                    )
                }
            }
        }

        // The verb or noun over each, and what else hangs on it.
        let governors = (governor(chains.0, isParty), governor(chains.1, isParty))
        for (side, governor, head) in [
            (UInt32(0), governors.0, heads.source), (1, governors.1, heads.target),
        ] {
            guard let governor else { continue }
            bag.add(.governor, side, word(governor))
            bag.add(.governorRelation, side, relations[head], word(governor))
            for meaning in classes[governor] {
                bag.add(.governorClass, side, meaning)
                bag.add(.governorRelationClass, side, relations[head], meaning)
            }
            for place in dependents[governor] where !isParty(place) {
                if read.has(.negation, at: place) || read.has(.negationDeterminer, at: place) {
                    bag.add(.negated, side)
                }
                bag.add(.dependent, side, relations[place], word(place))
                bag.add(.dependentOfWord, side, word(governor), word(place))
                for meaning in classes[place] {
                    bag.add(.dependentClass, side, relations[place], meaning)
                    for above in classes[governor] {
                        bag.add(.dependentOfClass, side, above, meaning)
                    }
                }
                for under in dependents[place].prefix(8) {
                    if isParty(under) {
                        bag.add(
                            .party,
                            side,
                            Self.mix(relations[place], relations[under]),
                            source.contains(under) ? 0 : 1
                        )
                    } else if Self.carriesMeaning(tree.tags[under]) {
                        bag.add(.second, side, word(place), word(under))
                    }
                }
            }
        }
        if let first = governors.0, let second = governors.1 {
            bag.add(first == second ? .sameGovernor : .otherGovernor)
            bag.add(.governors, word(first), word(second))
            for upper in classes[first] {
                for lower in classes[second] { bag.add(.governorClasses, upper, lower) }
            }
        }

        // The words between, around, and anywhere.
        let between =
            source.upperBound <= target.lowerBound
            ? source.upperBound..<target.lowerBound
            : min(target.upperBound, source.lowerBound)..<source.lowerBound
        for place in between.prefix(Self.longestStretch) where read.tokens[place].isWord {
            bag.add(.between, word(place))
            bag.add(.betweenOrdered, isBefore, word(place))
            for meaning in classes[place] {
                bag.add(.betweenClass, meaning)
                bag.add(.betweenOrderedClass, isBefore, meaning)
            }
            if place + 1 < between.upperBound { bag.add(.pair, word(place), word(place + 1)) }
        }
        for (side, phrase) in [(UInt32(0), source), (1, target)] {
            for place in max(0, phrase.lowerBound - 2)..<phrase.lowerBound {
                bag.add(.before, side, word(place))
            }
            for place in phrase.upperBound..<min(words.count, phrase.upperBound + 2) {
                bag.add(.after, side, word(place))
            }
            for place in phrase { bag.add(.name, side, words[place]) }
        }
        for place in words.indices where !isParty(place) && Self.carriesMeaning(tree.tags[place]) {
            bag.add(.anywhere, words[place])
            for meaning in classes[place] { bag.add(.anywhereClass, meaning) }
        }

        // What the lexicons hear.
        for cue in cues where !isParty(cue.head) {
            add(cue, source: heads.source, target: heads.target, governors, upper + lower, &bag)
        }
        return bag.sorted
    }

    private func add(
        _ cue: Cue,
        source: Int,
        target: Int,
        _ governors: (Int?, Int?),
        _ way: some Collection<Int>,
        _ bag: inout Bag
    ) {
        let tree = read.tree
        let label = cue.label
        bag.add(.cue, label)
        bag.add(
            .cueFrame,
            UInt32(RelationLabel(act: cue.frame.act, polarity: cue.frame.polarity).place)
        )
        let place: UInt32 =
            (cue.head < source ? 0 : 1) + (cue.head < target ? 0 : 2) + (source < target ? 4 : 0)
        bag.add(.cuePlace, label, place)
        if way.contains(cue.head) { bag.add(.cueOnPath, label, cue.isHint ? 1 : 0) }
        let slots = (
            tree.slot(of: source, beside: cue.head), tree.slot(of: target, beside: cue.head)
        )
        func code(_ slot: TreeSlot) -> UInt32 {
            UInt32(slot.role.rawValue * 10 + slot.route.rawValue)
        }
        bag.add(.cueSlots, label, code(slots.0), code(slots.1))
        bag.add(.cueSource, label, code(slots.0), UInt32(slots.0.nesting.rawValue))
        bag.add(.cueTarget, label, code(slots.1), UInt32(slots.1.nesting.rawValue))
        let fits =
            (slots.0.rank(in: cue.frame.source, preposition: nil) == nil ? 0 : 1)
            + (slots.1.rank(in: cue.frame.target, preposition: nil) == nil ? 0 : 2)
            + (slots.0.rank(in: cue.frame.target, preposition: nil) == nil ? 0 : 4)
            + (slots.1.rank(in: cue.frame.source, preposition: nil) == nil ? 0 : 8)
        bag.add(.cueFits, label, UInt32(fits))
        if governors.0 == cue.head { bag.add(.cueGovernsSource, label, code(slots.0)) }
        if governors.1 == cue.head { bag.add(.cueGovernsTarget, label, code(slots.1)) }
    }

    private func governor(_ chain: [Int], _ isParty: (Int) -> Bool) -> Int? {
        chain.dropFirst().first { !isParty($0) && Self.carriesMeaning(read.tree.tags[$0]) }
    }

    private static func carriesMeaning(_ tag: UPOS?) -> Bool {
        switch tag {
        case .verb, .noun, .adj, .adv, .aux: true
        default: false
        }
    }

    // MARK: Numbers

    static func hash(_ text: some StringProtocol) -> UInt32 {
        CategoryHash(text).value | aboveNames
    }

    static func mix(_ first: UInt32, _ second: UInt32) -> UInt32 {
        var value = (first ^ (second &* 0x9E37_79B1)) &* 0x85EB_CA6B
        value ^= value >> 13
        return value &* 0xC2B2_AE35 ^ (value >> 16)
    }

    private struct Bag {
        private var traits: [UInt32] = []

        mutating func add(
            _ kind: Kind,
            _ first: UInt32 = 0,
            _ second: UInt32 = 0,
            _ third: UInt32 = 0
        ) {
            let start = RelationTraits.mix(kind.rawValue, first)
            traits.append(RelationTraits.mix(RelationTraits.mix(start, second), third))
        }

        /// Each once.
        var sorted: [UInt32] {
            var unique: [UInt32] = []
            unique.reserveCapacity(traits.count)
            for trait in traits.sorted() where trait != unique.last { unique.append(trait) }
            return unique
        }
    }
}
