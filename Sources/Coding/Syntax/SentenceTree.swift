import Language

/// The tree of a sentence, laid on the tokens that the lexicons were matched on.
///
/// The engine cuts words in its own way (German *im* is two of them, and a sentence may be divided
/// otherwise); here each token is the first word that begins in it. Parallel arrays, one element a token.
struct SentenceTree: Hashable, Sendable {
    /// The token that governs it; nil at a root, or where the governor stands in another sentence.
    let heads: [Int?]
    /// The relation to the governor, with its subtype: `nsubj:pass`; empty where nothing is known.
    let relations: [String]
    /// The relation without its subtype: `nsubj`.
    let universals: [String]
    /// Nil where the engine saw no word.
    let tags: [UPOS?]
    let lemmas: [String]
    let features: [String]
    let isPassive: [Bool]
    /// From a root at 0 down.
    let depths: [Int]
    /// The first token that hangs on it as an adposition.
    private let adpositions: [Int?]

    /// The part of a document's trees that lies in `tokens`, whose ranges are of the same text; without
    /// trees, every token alone.
    init(_ tokens: [Token], _ words: DocumentTrees) {
        let places = tokens.map { words.word(startingIn: $0.range) }
        var tokenOfWord: [Int: Int] = [:]
        for (token, word) in places.enumerated() {
            if let word { tokenOfWord[word] = tokenOfWord[word] ?? token }
        }
        // The second word of a token is its first word's token.
        func token(of word: Int) -> Int? {
            tokenOfWord[word] ?? tokens.firstIndex { $0.range.overlaps(words.ranges[word]) }
        }
        var heads = [Int?](repeating: nil, count: tokens.count)
        for (place, word) in places.enumerated() {
            guard let word, let head = words.heads[word] else { continue }
            let governor = token(of: head)
            heads[place] = governor == place ? nil : governor
        }
        var adpositions = [Int?](repeating: nil, count: tokens.count)
        relations = places.map { $0.map { words.relations[$0] } ?? "" }
        for (place, head) in heads.enumerated() where relations[place] == "case" {
            if let head, adpositions[head] == nil { adpositions[head] = place }
        }
        self.heads = heads
        self.adpositions = adpositions
        universals = relations.map { String(Substring($0.utf8.prefix { $0 != UInt8(ascii: ":") })) }
        tags = places.map { $0.map { words.tags[$0] } }
        lemmas = places.map { $0.map { words.lemmas[$0] } ?? "" }
        features = places.map { $0.map { words.features[$0] } ?? "" }
        isPassive = features.map { $0.contains("Voice=Pass") }
        depths = tokens.indices.map { Self.chain(from: $0, heads).count - 1 }
    }

    /// A token and its governors up to the root.
    private static func chain(from token: Int, _ heads: [Int?]) -> [Int] {
        var chain = [token]
        // Two words of one token may govern each other: no longer than the sentence.
        while let head = heads[chain[chain.count - 1]], chain.count <= heads.count {
            chain.append(head)
        }
        return chain
    }

    /// The token of a phrase that the others hang on.
    func head(of phrase: Range<Int>) -> Int {
        phrase.filter { heads[$0].map { !phrase.contains($0) } ?? true }
            .min { depths[$0] < depths[$1] } ?? phrase.lowerBound
    }

    /// Whether a word only stands for another or points to it: *того* of *після того, як …*.
    func isPronominal(_ place: Int) -> Bool { tags[place] == .pron || tags[place] == .det }

    /// The lemma of the preposition of a word, empty where it has none.
    func adposition(of place: Int) -> String { adposition(at: place).map { lemmas[$0] } ?? "" }

    /// The token of that preposition.
    func adposition(at place: Int) -> Int? { adpositions[place] }

    /// The way from a word to another: relations upwards, then downwards, without their subtypes.
    struct Path: Hashable, Sendable {
        var up: [String] = []
        var down: [String] = []

        var length: Int { up.count + down.count }
    }

    /// Nil where they stand in different trees.
    func path(from start: Int, to end: Int) -> Path? {
        var (first, second) = (start, end)
        var path = Path()
        var steps = 0
        while first != second {
            steps += 1
            if steps > heads.count * 2 { return nil }
            if depths[first] >= depths[second] {
                guard let head = heads[first] else { return nil }
                path.up.append(universals[first])
                first = head
            } else {
                guard let head = heads[second] else { return nil }
                path.down.append(universals[second])
                second = head
            }
        }
        path.down.reverse()
        return path
    }
}

/// The words of all trees of a text, one after the other.
struct DocumentTrees: Sendable {
    /// UTF-8 bytes of the text.
    let ranges: [Range<Int>]
    let heads: [Int?]
    let relations: [String]
    let tags: [UPOS]
    let lemmas: [String]
    let features: [String]

    init(_ sentences: [ParsedSentence] = []) {
        var ranges: [Range<Int>] = []
        var heads: [Int?] = []
        for sentence in sentences {
            let base = ranges.count
            ranges += sentence.tokens
            heads += sentence.heads.map { $0 == 0 ? nil : base + $0 - 1 }
        }
        self.ranges = ranges
        self.heads = heads
        relations = sentences.flatMap(\.relations)
        tags = sentences.flatMap(\.tags)
        lemmas = sentences.flatMap(\.lemmas)
        features = sentences.flatMap(\.features)
    }

    /// The first word that begins in `range`, else the one that covers its first byte.
    func word(startingIn range: Range<Int>) -> Int? {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < ranges.count && ranges[low].overlaps(range) ? low : nil
    }
}
