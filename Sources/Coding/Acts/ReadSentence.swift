import Diplomacy
import Language

/// A sentence with everything that the lexicons found in it, ready to be coded.
struct ReadSentence: Sendable {
    let sentence: Sentence
    let traits: Traits
    /// Words that tell an act.
    private(set) var acts: [ActCue]
    let ties: [TieCue]
    let channels: [ChannelCue]
    /// Words that tell one or may: those of `acts`, then the hints.
    private(set) var cues: [ActCue]
    let governors: [GovernorCue]
    let speech: [Speech]
    let voices: [VoiceCue]
    let dates: [DateCue]
    let ends: [EndCue]
    let roles: [RoleCue]
    let reasons: [ReasonCue]
    let epithets: [EpithetCue]
    /// Of each token: the closed classes it belongs to.
    let functions: [FunctionWords]
    /// Where a whole phrase of one class stands: *both countries*, *most of the world*.
    let phrases: [FunctionWord: [Range<Int>]]
    let actorMatches: [Match]
    /// Of each token: whether it names a state, a capital, an organisation.
    let isPartyName: [Bool]
    /// Of each token: whether a verb of the lexicons or an auxiliary stands there.
    let isVerb: [Bool]
    let tree: SentenceTree
    /// What its words mean, for who looks one up.
    let meanings: Meanings

    var tokens: [Token] { sentence.tokens }

    init(_ sentence: Sentence, _ lexicon: Lexicon, trees: DocumentTrees = DocumentTrees()) {
        tree = SentenceTree(sentence.tokens, trees)
        meanings = lexicon.meanings
        let all = lexicon.index.matches(in: sentence.tokens)
        let matches = Self.longestOfEach(
            all.filter { Self.isWellFormed($0, sentence, all, lexicon) },
            lexicon.senses
        )
        var acts: [ActCue] = []
        var ties: [TieCue] = []
        var channels: [ChannelCue] = []
        var hints: [ActCue] = []
        var governors: [GovernorCue] = []
        var speech: [Speech] = []
        var voices: [VoiceCue] = []
        var dates: [DateCue] = []
        var ends: [EndCue] = []
        var roles: [RoleCue] = []
        var reasons: [ReasonCue] = []
        var epithets: [EpithetCue] = []
        var actors: [Match] = []
        var functions = [FunctionWords](repeating: [], count: sentence.tokens.count)
        var isVerb = [Bool](repeating: false, count: sentence.tokens.count)
        var isPartyName = isVerb
        var phrases: [FunctionWord: [Range<Int>]] = [:]
        // *Collective Security Treaty Organization* is no treaty.
        let names = matches.filter { match in
            switch lexicon.senses[match.value] {
            case .actor, .person: match.tokens.count > 1
            // *Thanks to* is a preposition, not thanks.
            case .function(.preposition), .function(.subordinator): match.tokens.count > 1
            // *On 3 May*: a month, not what may be.
            case .date(.month):
                match.tokens.lowerBound > 0
                    && sentence.tokens[match.tokens.lowerBound].isCapitalised
            default: false
            }
        }.map(\.tokens)
        func isInName(_ tokens: Range<Int>) -> Bool {
            names.contains {
                $0.lowerBound <= tokens.lowerBound && tokens.upperBound <= $0.upperBound
            }
        }
        for match in matches {
            switch lexicon.senses[match.value] {
            case .actor:
                actors.append(match)
                for token in match.tokens { isPartyName[token] = true }
            case .person: actors.append(match)
            case .act(let frame):
                if isInName(match.tokens) { continue }
                if frame.condition.contains(.hint) {
                    hints.append(ActCue(match: match, frame: frame))
                    continue
                }
                acts.append(ActCue(match: match, frame: frame))
                if frame.form != .noun { isVerb[match.head] = true }
            case .tie(let frame):
                if !isInName(match.tokens) { ties.append(TieCue(match: match, frame: frame)) }
            case .channel(let channel):
                channels.append(ChannelCue(tokens: match.tokens, channel: channel))
            case .governor(let effect):
                if isInName(match.tokens) { continue }
                governors.append(GovernorCue(match: match, effect: effect))
                if !match.features.isDisjoint(with: [.finite, .infinitive, .gerund]) {
                    isVerb[match.head] = true
                }
            case .speech(let cue):
                if isInName(match.tokens) { continue }
                speech.append(Speech(match: match, cue: cue))
                if cue.form == .verb { isVerb[match.head] = true }
            case .voice(let kind): voices.append(VoiceCue(tokens: match.tokens, kind: kind))
            case .date(.end(let kind)): ends.append(EndCue(tokens: match.tokens, kind: kind))
            case .date(let word): dates.append(DateCue(tokens: match.tokens, word: word))
            case .role(let word): roles.append(RoleCue(tokens: match.tokens, word: word))
            case .reason(let reason):
                reasons.append(ReasonCue(tokens: match.tokens, reason: reason))
            case .epithet(let epithet):
                if isInName(match.tokens) { continue }
                epithets.append(EpithetCue(tokens: match.tokens, epithet: epithet))
            case .function(let category):
                if category == .conditionalParticle || category == .futureAuxiliary,
                    isInName(match.tokens)
                {
                    continue
                }
                for token in match.tokens { functions[token].insert(category) }
                if !match.hasGap { phrases[category, default: []].append(match.tokens) }
                switch category {
                case .passiveAuxiliary, .perfectAuxiliary, .futureAuxiliary:
                    isVerb[match.head] = true
                default: break
                }
            }
        }
        self.sentence = sentence
        traits = lexicon.traits
        self.acts = acts
        self.ties = ties
        self.channels = channels
        cues = acts + hints
        self.governors = governors
        self.speech = speech
        self.voices = voices
        self.dates = dates
        self.ends = ends
        self.roles = roles
        self.reasons = reasons
        self.epithets = epithets
        self.functions = functions
        self.phrases = phrases
        self.isVerb = isVerb
        actorMatches = actors
        self.isPartyName = isPartyName
    }

    /// The sentence where what takes an act up again means `deed`; where nothing was told before, it means nothing.
    func takingUp(_ deed: Act?) -> ReadSentence {
        guard cues.contains(where: { $0.frame.condition.contains(.echo) }) else { return self }
        var sentence = self
        sentence.cues = cues.compactMap { cue in
            guard cue.frame.condition.contains(.echo) else { return cue }
            return deed.map { ActCue(match: cue.match, frame: cue.frame.meaning($0)) }
        }
        return sentence
    }

    /// The sentence without the words of acts for which `isSpent` holds.
    func dropping(_ isSpent: (ActCue) -> Bool) -> ReadSentence {
        guard cues.contains(where: isSpent) else { return self }
        var sentence = self
        sentence.acts = acts.filter { !isSpent($0) }
        sentence.cues = cues.filter { !isSpent($0) }
        return sentence
    }

    func has(_ category: FunctionWord, at token: Int) -> Bool {
        functions.indices.contains(token) && functions[token].contains(category)
    }

    /// Whether a word makes what its clause tells conditional; *it would seem* only hedges it.
    func isConditional(at token: Int) -> Bool {
        has(.conditionalParticle, at: token) && !has(.hedge, at: token)
    }

    /// Whether the words say a closed class anywhere in `range`.
    func has(_ category: FunctionWord, in range: Range<Int>) -> Bool {
        range.contains { has(category, at: $0) }
    }

    /// The words of `range` with the capitals they have in the text.
    func original(_ range: Range<Int>) -> String {
        range.reduce(into: "") { text, place in
            let token = tokens[place]
            let space = text.isEmpty || token.isGlued ? "" : " "
            text +=
                space
                + (token.isAllCapitals
                    ? token.folded.uppercased()
                    : token.isCapitalised
                        ? token.folded.prefix(1).uppercased() + token.folded.dropFirst()
                        : token.folded)
        }
    }

    /// The longest phrase of a class that begins at a token.
    func phrase(_ category: FunctionWord, at place: Int) -> Range<Int>? {
        phrases[category]?.filter { $0.lowerBound == place }.max { $0.count < $1.count }
    }

    /// The UTF-8 bytes of the article that `range` of tokens covers.
    func bytes(_ range: Range<Int>) -> ByteRange {
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }

    /// Whether a match obeys its language's writing: a separable verb's prefix closes its clause
    /// (*sagte ihm Hilfe zu*), and where nouns have capitals a word with one is no verb.
    private static func isWellFormed(
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
    private static func longestOfEach(_ matches: [Match], _ senses: [Sense]) -> [Match] {
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
