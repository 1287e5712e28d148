import Diplomacy
import Language

// Which matches of the lexicons count in a sentence.
extension ReadSentence {
    /// Whether a match obeys its language's writing: a separable verb's prefix closes its clause
    /// (*sagte ihm Hilfe zu*), and where nouns have capitals a word with one is no verb.
    static func isWellFormed(
        _ match: Match,
        _ sentence: Sentence,
        _ all: [Match],
        _ lexicon: Lexicon
    ) -> Bool {
        let tokens = sentence.tokens
        let last = match.tokens.upperBound - 1
        func has(_ category: FunctionWord, at place: Int) -> Bool {
            all.contains {
                $0.tokens == place..<(place + 1) && lexicon.senses[$0.value] == .function(category)
            }
        }
        if case .act(let frame) = lexicon.senses[match.value], frame.condition.contains(.last),
            last + 1 < tokens.count, tokens[last + 1].isWord
        {
            return false
        }
        // *Was defeated by the army*: the noun after the doer's preposition is no object.
        if match.hasGap, !lexicon.traits.contains(.cases), match.features.contains(.passive),
            case .act(let frame) = lexicon.senses[match.value], frame.form == .phrase,
            frame.source.contains(.subject), frame.target.contains(.object),
            has(.agent, at: match.tokens.lowerBound + 1)
        {
            return false
        }
        if match.hasGap, has(.verbParticle, at: last), last + 1 < tokens.count {
            let next = last + 1
            let closes =
                !tokens[next].isWord || has(.coordinator, at: next) || has(.subordinator, at: next)
                || has(.relative, at: next)
            if !closes { return false }
        }
        guard lexicon.traits.contains(.nounCapitals), match.head > 0,
            tokens[match.head].isCapitalised,
            tokens[match.head - 1].kind == .word, match.tokens.count == 1
        else { return true }
        switch lexicon.senses[match.value] {
        case .act(let frame): return frame.form != .verb
        case .governor: return match.features.isDisjoint(with: [.finite, .infinitive])
        default: return true
        }
    }

    /// Hints are of one kind for each act, from here on.
    private static let hintKind = 13
    private static let dateKind = 5

    /// Of overlapping matches of one kind only the longest stays; kinds do not compete, but an act
    /// inside a longer phrase of acts or governors gives way to it.
    static func longestOfEach(_ matches: [Match], _ senses: [Sense]) -> [Match] {
        func kind(_ sense: Sense) -> Int {
            switch sense {
            case .actor, .person: 0
            // A hint hides no act, an act no hint, and a hint none of another act.
            case .act(let frame):
                frame.condition.contains(.hint) ? Self.hintKind + Int(Trait.order(frame.act)) : 1
            case .governor: 2
            case .speech: 3
            case .voice: 4
            case .date: Self.dateKind
            case .function: 6
            case .tie: 7
            case .channel: 8
            case .role(.role): 9
            // *Wurde … vertreten* holds who represents.
            case .role: 10
            case .reason: 11
            case .epithet: 12
            }
        }
        func isActor(_ match: Match) -> Bool { kind(senses[match.value]) == 0 }
        let ordered = matches.sorted {
            ($1.tokens.count, $0.hasGap ? 1 : 0, $0.tokens.lowerBound, $0.value)
                < ($0.tokens.count, $1.hasGap ? 1 : 0, $1.tokens.lowerBound, $1.value)
        }
        var kept: [Match] = []
        var covered = [[Int: Int]](repeating: [:], count: Self.hintKind + Act.allCases.count)
        for match in ordered {
            let kind = kind(senses[match.value])
            // A word may belong to several closed classes, and be both a noun and a verb.
            // Two people may share a surname: the finder chooses.
            let isTwin = kind == 0 && kept.contains { $0.tokens == match.tokens && isActor($0) }
            // *Received no support* says more than *received … support* with a word in its gap.
            let length = match.tokens.count - (match.hasGap ? 1 : 0)
            let isCue = kind == 1 || kind == 7 || kind >= Self.hintKind
            if kind != 6, !isCue, !isTwin,
                match.tokens.contains(where: { covered[kind][$0] != nil })
            {
                continue
            }
            if isCue,
                match.tokens.contains(where: { (covered[kind][$0] ?? 0) > length })
            {
                continue
            }
            kept.append(match)
            // What stands in the gap of a hint may be a hint of its own, as the number in *vor drei Jahren* is a word of a date.
            let own =
                (kind >= Self.hintKind || kind == Self.dateKind) && match.hasGap
                ? [match.tokens.lowerBound, match.head, match.tokens.upperBound - 1]
                : Array(match.tokens)
            for token in own {
                covered[kind][token] = max(covered[kind][token] ?? 0, length)
            }
        }
        return kept.sorted { ($0.tokens.lowerBound, $0.value) < ($1.tokens.lowerBound, $1.value) }
    }
}
