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

    /// Whether a hyphen joins a word to the next: *no-fly zone*.
    func isJoined(_ token: Int) -> Bool {
        token >= 0 && token + 2 < tokens.count && tokens[token + 1].folded == "-"
            && tokens[token + 1].isGlued && tokens[token + 2].isGlued
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
}
