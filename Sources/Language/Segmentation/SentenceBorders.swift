/// A token as the sentence classifier sees it.
struct BorderToken {
    let start: Int
    let end: Int
    /// The byte with which its line begins.
    let lineStart: Int
    let hash: UInt32
    let shape: Shape
    let space: Atom.Space
    /// Of its last atom.
    let suffix: UInt32
    /// In scalars, at most 255.
    let length: UInt8
    /// The place of its rule, where it is several words.
    let rule: Int?
    let words: Int

    /// `atoms` is not empty; `previous` is the token before it, if any.
    init(
        _ atoms: ArraySlice<Atom>,
        after previous: BorderToken?,
        hash: UInt32,
        rule: Int? = nil,
        words: Int = 1
    ) {
        let (first, last) = (atoms[atoms.startIndex], atoms[atoms.endIndex - 1])
        start = first.start
        end = last.end
        lineStart = first.space == .line ? first.start : previous?.lineStart ?? first.start
        self.hash = hash
        space = first.space
        suffix = last.suffix
        self.rule = rule
        self.words = words
        guard atoms.count > 1 else {
            shape = first.shape
            length = first.length
            return
        }
        shape = Self.shape(atoms, first.shape, last.shape)
        length = UInt8(atoms.reduce(0) { min($0 + Int($1.length), 255) })
    }

    private static func shape(_ atoms: ArraySlice<Atom>, _ first: Shape, _ last: Shape) -> Shape {
        if atoms[atoms.startIndex + 1].bond == .joins { return .address }
        let isStopped = last == .mark(.stop)
        if first.isWord {
            if first.isSmall || first == .caseless {
                return isStopped ? .smallStopped : .smallCompound
            }
            return isStopped ? .capitalisedStopped : .capitalisedCompound
        }
        if first.isNumber { return isStopped ? .numberStopped : .numberCompound }
        switch first {
        case .mark(.stop), .mark(.ellipsis), .mark(.exclamation), .mark(.question):
            let isStops = atoms.allSatisfy {
                $0.shape == .mark(.stop) || $0.shape == .mark(.ellipsis)
            }
            return isStops ? .stops : .exclamations
        case .mark(.hyphen), .mark(.dash): return last == first ? .dashes : .symbols
        case .mark(.apostrophe), .mark(.quote): return last == first ? .quotes : .symbols
        default: return .symbols
        }
    }
}

/// Whether a sentence ends between two tokens: what the classifier looks at.
struct SentenceBorders {
    /// What has been read of the sentence, and of the quotes and brackets that are open.
    struct State {
        /// The first token of the sentence.
        private(set) var start = 0
        private var brackets = 0
        private var isQuoted = false
        private var quotes = 0
        private var capitals = 0
        private var words = 0

        /// Begins a sentence at the token `place`.
        mutating func begin(at place: Int) {
            self = State()
            start = place
        }

        mutating func read(_ token: BorderToken) {
            switch token.shape {
            case .mark(.bracketOpening): brackets = min(brackets + 1, 3)
            case .mark(.bracketClosing): brackets = max(brackets - 1, -1)
            case .mark(.quote): isQuoted.toggle()
            case .mark(.quoteOpening): quotes = min(quotes + 1, 3)
            case .mark(.quoteClosing): quotes = max(quotes - 1, -1)
            default: break
            }
            if token.shape.isWord {
                words += 1
                if token.shape.isCapital { capitals += 1 }
            }
        }

        /// The open brackets and quotes.
        var nesting: UInt32 {
            UInt32(brackets + 1) << 4 | UInt32(quotes + 1) << 1 | (isQuoted ? 1 : 0)
        }

        /// Whether nearly all words, half of them, or few are capitalised: headlines, names.
        var capitalShare: UInt32 {
            words == 0 ? 3 : capitals * 8 >= words * 7 ? 2 : capitals * 2 >= words ? 1 : 0
        }
    }

    /// Whether a sentence may end before `next` at all.
    ///
    /// Between two small words of one line it never does, which saves three gaps in four.
    @inline(__always)
    static func isCandidate(_ last: BorderToken, _ next: BorderToken) -> Bool {
        !(next.shape.isSmall && last.shape.isWord && next.space != .line)
    }

    /// Fills `features` for the gap before the token `place`.
    @inline(__always)
    static func describe(
        _ tokens: [BorderToken],
        _ place: Int,
        _ state: State,
        _ features: inout FeatureList
    ) {
        let (last, next) = (tokens[place - 1], tokens[place])
        let space = UInt32(next.space.rawValue)
        let (one, two) = (UInt32(last.shape.rawValue), UInt32(next.shape.rawValue))
        let pair = one << 16 | two << 8 | space
        let (before, beforeSpace) = shape(tokens, place - 2)
        let (after, afterSpace) = shape(tokens, place + 1)
        let (third, _) = shape(tokens, place - 3)
        let (fourth, _) = shape(tokens, place + 2)
        let beforeHash = place >= 2 ? tokens[place - 2].hash : 1
        let afterHash = place + 1 < tokens.count ? tokens[place + 1].hash : 1
        let length = bucket(place - state.start)
        let rest = bucket(tokens.count - place)
        let first = tokens[state.start]
        let nextWord = mixed(30, next.hash, two)
        features.removeAll()
        features.add(0, 0)
        features.add(1, pair)
        features.add(2, last.hash, space)
        features.add(3, nextWord, space)
        features.add(4, last.hash, two << 8 | space)
        features.add(5, nextWord, one << 8 | space)
        features.add(6, beforeHash, one << 8 | space)
        features.add(7, mixed(7, beforeHash, one), two << 8 | space)
        features.add(8, pair, before << 8 | beforeSpace)
        features.add(9, pair, after << 8 | afterSpace)
        features.add(10, pair, before << 16 | after << 8 | afterSpace)
        features.add(11, pair, third << 16 | before << 8 | afterSpace)
        features.add(12, pair, after << 16 | fourth << 8 | afterSpace)
        features.add(13, pair, length)
        features.add(14, length, space)
        features.add(15, pair, state.nesting)
        features.add(16, nextWord, after)
        features.add(17, nextWord, afterHash)
        features.add(18, last.hash, nextWord)
        features.add(19, pair, rest)
        features.add(20, pair, rest << 8 | length)
        features.add(21, first.hash, length << 16 | one << 8 | two)
        features.add(22, UInt32(first.shape.rawValue), length << 24 | pair)
        features.add(23, pair, state.capitalShare << 8 | length)
        features.add(24, UInt32(tokens[place - 1].length), before << 16 | one << 8 | two)
        features.add(25, place >= 2 ? UInt32(tokens[place - 2].length) : 0, pair)
        features.add(26, last.suffix, two << 8 | space)
        features.add(27, mixed(27, beforeHash, last.hash), two)
        features.add(28, mixed(28, beforeHash, last.hash), nextWord)
        features.add(29, pair, UInt32(next.length))
        features.add(31, pair, next.suffix)
        if next.space == .line {
            // Wrapped lines are about equally long; headlines and last lines are short.
            let line = UInt32(min((last.end - last.lineStart) / 16, 8))
            features.add(32, pair, line)
            features.add(33, line, length)
        }
    }

    @inline(__always)
    private static func shape(_ tokens: [BorderToken], _ place: Int) -> (UInt32, UInt32) {
        guard place >= 0, place < tokens.count else { return (0, 0) }
        return (UInt32(tokens[place].shape.rawValue), UInt32(tokens[place].space.rawValue))
    }

    /// 0 to 4, then 5 to 6, 7 to 10, 11 to 18, 19 to 34, more.
    @inline(__always)
    private static func bucket(_ count: Int) -> UInt32 {
        switch count {
        case ...4: UInt32(max(count, 0))
        case ...6: 5
        case ...10: 6
        case ...18: 7
        case ...34: 8
        default: 9
        }
    }
}
