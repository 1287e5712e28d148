import Language

/// A place in a sentence where a pattern matched.
struct Match: Hashable, Sendable {
    /// Token indices.
    let tokens: Range<Int>
    /// Which of the index's values.
    let value: Int
    /// Of the words with an ending, all together; of several nouns the last counts for the case.
    let features: Features
    /// The token that carries the ending: the verb of a phrase, the last noun of a name.
    let head: Int
    /// Whether other words stand between its own.
    let hasGap: Bool
    /// Of its tokens, from the first on, a bit each: whether the pattern itself has the word.
    fileprivate let own: UInt64

    /// The tokens that stand between its own.
    var gap: [Int] {
        hasGap
            ? tokens.filter { own & (1 << UInt64(min($0 - tokens.lowerBound, 63))) == 0 } : []
    }
}

/// All patterns of one language, found in one pass over a sentence.
///
/// The first word of each pattern is looked up by its hash: the whole word for an exact one, every
/// prefix for a stem. So a token costs as many look-ups as it has letters, however large the lexicon.
struct PatternIndex: Sendable {
    private struct Entry: Sendable {
        let pattern: Pattern
        let value: Int
    }

    private var entries: [Entry] = []
    private var exact = NumberTable<UInt64, [Int]>()
    private var stems = NumberTable<UInt64, [Int]>()
    private let endings: Endings

    init(endings: Endings) {
        self.endings = endings
    }

    mutating func insert(_ pattern: Pattern, value: Int) {
        guard let first = pattern.words.first else { return }
        let entry = entries.count
        entries.append(Entry(pattern: pattern, value: value))
        switch first.form {
        case .exact(let word):
            exact[Self.hash(word), default: []].append(entry)
        case .stems(let alternatives, _):
            for stem in Set(alternatives) { stems[Self.hash(stem), default: []].append(entry) }
        case .gap: break
        }
    }

    /// Every match in the sentence, in the order of the tokens, overlapping ones included.
    func matches(in tokens: [Token]) -> [Match] {
        var found: [Match] = []
        for place in tokens.indices {
            let word = tokens[place].folded
            var candidates = exact[Self.hash(word)] ?? []
            var hash = Self.seed
            for byte in word.utf8 {
                Self.mix(byte, into: &hash)
                // Two stems of one entry may both begin the word: *zap*, *zapp*.
                for owner in stems[hash] ?? [] where !candidates.contains(owner) {
                    candidates.append(owner)
                }
            }
            for candidate in candidates {
                if let match = match(entries[candidate], tokens, place) { found.append(match) }
            }
        }
        return found
    }

    private func match(_ entry: Entry, _ tokens: [Token], _ start: Int) -> Match? {
        var place = start
        var features: Features = []
        var head = start
        var hasVerb = false
        var gapped = false
        var own: UInt64 = 0
        for word in entry.pattern.words {
            if case .gap = word.form {
                gapped = true
                continue
            }
            let reach = gapped ? Pattern.longestGap : 0
            guard let (found, form) = find(word, tokens, place, reach) else { return nil }
            gapped = false
            if let form {
                let isVerb = !form.isDisjoint(with: [.finite, .infinitive, .gerund, .passive])
                if !hasVerb {
                    features = features.subtracting(.cases).union(form)
                    head = found
                }
                hasVerb = hasVerb || isVerb
            }
            own |= 1 << UInt64(min(found - start, 63))
            place = found + 1
        }
        return Match(
            tokens: start..<place,
            value: entry.value,
            features: features,
            head: head,
            hasGap: place - start > entry.pattern.wordCount,
            own: own
        )
    }

    /// The next token from `place` that `word` matches, over at most `reach` others of its clause.
    private func find(
        _ word: WordPattern,
        _ tokens: [Token],
        _ place: Int,
        _ reach: Int
    ) -> (Int, Features?)? {
        for candidate in place...(place + reach) {
            guard candidate < tokens.count else { return nil }
            if let form = form(tokens[candidate], word) { return (candidate, form.features) }
            switch tokens[candidate].kind {
            case .comma, .stop: return nil
            case .mark where tokens[candidate].folded == ";": return nil
            default: continue
            }
        }
        return nil
    }

    private struct Form {
        let features: Features?
    }

    private func form(_ token: Token, _ word: WordPattern) -> Form? {
        switch word.capital {
        case .any: break
        case .first: guard token.isCapitalised else { return nil }
        case .all: guard token.isAllCapitals else { return nil }
        }
        switch word.form {
        case .gap: return nil
        case .exact(let form): return token.folded == form ? Form(features: nil) : nil
        case .stems(let stems, let ending):
            // A class whose endings are all reflexive matches only where -ся was there to strip.
            if let features = inflected(token.folded[...], stems, ending),
                !features.contains(.reflexive)
            {
                return Form(features: features)
            }
            let word = token.folded.utf8
            for suffix in endings.reflexive
            where word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
                let base = Substring(word.dropLast(suffix.utf8.count))
                if let features = inflected(base, stems, ending) {
                    return Form(features: features.union(.reflexive))
                }
            }
            return nil
        }
    }

    private func inflected(_ word: Substring, _ stems: [String], _ ending: String) -> Features? {
        var best: (length: Int, features: Features)?
        for stem in stems where word.utf8.starts(with: stem.utf8) {
            // Of two divisions of one word the one with the longer ending is meant.
            let length = stem.utf8.count
            guard length < best?.length ?? .max else { continue }
            if let features = endings.features(
                of: Substring(word.utf8.dropFirst(length)),
                in: ending
            ) {
                best = (length, features)
            }
        }
        return best?.features
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// FNV-1a: a prefix's hash is a step on the way to the word's.
    private static func mix(_ byte: UInt8, into hash: inout UInt64) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    private static func hash(_ word: String) -> UInt64 {
        var hash = seed
        for byte in word.utf8 { mix(byte, into: &hash) }
        return hash
    }
}
