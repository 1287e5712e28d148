import Diplomacy
import Language

/// Who says a draft, how certain it is and when it was.
struct Qualified {
    /// Outermost first.
    let chain: [Attribution]
    let modality: Modality
    let date: (interval: DayInterval, reason: String)?
    /// Whether it is a pledge, which is made in words.
    var isPledge = false

    /// For the trail of a statement.
    var trail: [String] {
        chain.map { "speaker: \($0.reason)" } + [
            date.map { "date: \($0.reason)" } ?? "date: none in the sentence"
        ]
    }
}

/// Qualifies the drafts of one article: voices, modality, date.
///
/// The rules of the codebook (sections 6 to 8) propose; where there are judges, these choose among what the
/// rules found and what the sentences around allow.
struct Qualifier {
    let passages: [LanguageReader.Passage]
    let speakers: SpeakerAssigner
    let published: DayInterval?
    /// Nil where the rules decide alone.
    let judges: Judges?
    let language: Int32
    /// The dates of each sentence.
    let dated: [[DateReader.Dated]]
    /// Of each sentence, the date that stands with a time at the head of its paragraph.
    let stamps: [DateReader.Dated?]

    init(
        passages: [LanguageReader.Passage],
        speakers: SpeakerAssigner,
        dates: DateReader,
        judges: Judges?,
        language: String
    ) {
        self.passages = passages
        self.speakers = speakers
        self.judges = judges
        self.language = CategoryHash.of(language)
        published = dates.published
        dated = dates.dates(in: passages)
        stamps = Self.stamps(passages, dated, published)
    }

    /// *Tue 4 March, 10:15 Poland …*: an entry of a running report is of its day, to its last sentence; one that only has its
    /// hour is of the day of publication.
    private static func stamps(
        _ passages: [LanguageReader.Passage],
        _ dated: [[DateReader.Dated]],
        _ published: DayInterval?
    ) -> [DateReader.Dated?] {
        let day = published.flatMap { $0.first == $0.last ? $0 : nil }
        var stamp: DateReader.Dated?
        return passages.indices.map { line in
            if line == 0 || passages[line].block != passages[line - 1].block {
                let read = passages[line].read
                let hour = DateReader.Dated.opensWithHour(read) ? day : nil
                stamp =
                    dated[line].first { $0.opens(read) }
                    ?? hour.map { .init(tokens: 0..<1, interval: $0, reason: "an hour") }
            }
            return stamp
        }
    }

    func qualified(_ draft: Draft, line: Int) -> Qualified {
        let ruled = speakers.chain(line: line, anchor: draft.anchor, cue: draft.cue)
        let ruledModality = modality(draft, ruled)
        guard let judges else {
            let date = date(draft, line, ruled, ruledModality)
            return Qualified(
                chain: ruled,
                modality: ruledModality,
                date: date.flatMap { date in date.interval.map { ($0, date.reason) } }
            )
        }
        let setting = setting(draft, line)
        let values = setting.values()
        let chain = chain(setting, values, ruled, judges)
        let date = date(setting, values, ruled, ruledModality, judges)
        let read = passages[line].read
        if let own = chain.last(where: { !$0.isRelay }), Self.pledges(draft, own),
            !read.has(.conditional, in: 0..<read.tokens.count)
        {
            // The words are the act: it is told by whoever tells of the words.
            return Qualified(
                chain: chain.filter { $0 != own },
                modality: .fact,
                date: date,
                isPledge: true
            )
        }
        return Qualified(
            chain: chain,
            modality: modality(setting, values, ruled, chain, judges),
            date: date,
            isPledge: draft.isPledged
        )
    }

    func setting(_ draft: Draft, _ line: Int) -> Setting {
        Setting(
            passage: passages[line],
            draft: draft,
            line: line,
            lines: passages.count,
            language: language
        )
    }

    // MARK: Voices

    /// From which probability on a voice is believed; where the rules believe it too, sooner.
    ///
    /// Below a half, since a right voice under another name than the coder's counted as wrong where the judge
    /// was taught. Found in steps of 0.1 on the examples and the corpus kept apart: since the rules follow the
    /// tree they may be believed sooner than they were (0.35).
    private static let leastVoice = (own: 0.45, ruled: 0.25)
    /// What the rules read wins unless another modality is likelier by so much; found likewise.
    private static let ruleBonus = 0.45

    /// The likely voices of the sentence, the wider outside.
    ///
    /// Where none is likely, the rules say who goes on speaking: over a whole interview, or a retold report,
    /// which the passages that the judge was taught with are too short for.
    private func chain(
        _ setting: Setting,
        _ values: [Int32],
        _ ruled: [Attribution],
        _ judges: Judges
    ) -> [Attribution] {
        func isRuled(_ attribution: Attribution) -> Bool {
            ruled.contains { $0.voice.name == attribution.voice.name }
        }
        let rated = voiceValues(setting, values, ruled).map {
            ($0.option, judges.probability(.voice, $0.values))
        }
        let own = rated.filter { option, chance in
            guard option.origin == .own else { return false }
            guard isRuled(option.attribution) else { return chance >= Self.leastVoice.own }
            // *According to X*, *X: …*, *as X writes* and *…, says X* leave no doubt of what is covered.
            return option.attribution.form != .verb || option.attribution.standsApart
                || chance >= Self.leastVoice.ruled
        }
        .map(\.0.attribution)
        let ongoing = rated.first { $0.0.origin == .ongoing && isRuled($0.0.attribution) }
        var chain = own.filter(\.isRelay)
        if chain.isEmpty, let retold = rated.first(where: { $0.0.origin == .retold }) {
            chain.append(retold.0.attribution)
        }
        var people = own.filter { !$0.isRelay }.sorted { $0.covers.count > $1.covers.count }
        if let turn = speakers.turns[setting.line] {
            people.insert(turn, at: 0)
        } else if people.isEmpty, let ongoing {
            people = [ongoing.0.attribution]
        }
        for person in people where !chain.contains(where: { $0.voice.name == person.voice.name }) {
            chain.append(person)
        }
        return chain
    }

    func voiceValues(
        _ setting: Setting,
        _ values: [Int32],
        _ ruled: [Attribution]
    ) -> [(option: VoiceOption, values: [Int32])] {
        speakers.options(line: setting.line, cue: setting.draft.cue).map { option in
            let traits = VoiceTraits(
                setting: setting,
                option: option,
                isRules: ruled.contains { $0.voice.name == option.attribution.voice.name }
            )
            return (option, traits.values(values))
        }
    }

    // MARK: Modality

    /// The likeliest modality; what somebody goes on saying over sentences is judged by rule.
    private func modality(
        _ setting: Setting,
        _ values: [Int32],
        _ ruled: [Attribution],
        _ chain: [Attribution],
        _ judges: Judges
    ) -> Modality {
        let own = setting.passage.attributions
        let isOwn = chain.allSatisfy { voice in
            voice.isRelay || own.contains { $0.cue == voice.cue && $0.reason == voice.reason }
        }
        // A condition, a fear or a denial that words tell is none that a guess could undo, nor is *according to* or a pledge.
        let told = setting.draft.modality
        let isPlain = told == .fact || told == .expected
        let isSpoken = chain.last { !$0.isRelay }.map { $0.form == .verb } ?? true
        guard isOwn, isPlain, isSpoken, !setting.draft.isPledged else {
            return modality(setting.draft, chain)
        }
        let byRule = modality(setting.draft, ruled)
        let modalities = modalityValues(setting, values, ruled, byRule)
        let rated = ModalityTraits.order.enumerated().map { place, modality in
            (
                modality,
                judges.probability(.modality(place), modalities)
                    + (modality == byRule ? Self.ruleBonus : 0)
            )
        }
        return rated.max { $0.1 < $1.1 }?.0 ?? byRule
    }

    func modalityValues(
        _ setting: Setting,
        _ values: [Int32],
        _ chain: [Attribution],
        _ ruled: Modality
    ) -> [Int32] {
        ModalityTraits(setting: setting, chain: chain, ruled: ruled).values(values)
    }

    /// By rule: what somebody says is a claim, but for what a government says of its own doing: "we froze
    /// our membership" does it.
    func modality(_ draft: Draft, _ chain: [Attribution]) -> Modality {
        guard let inner = chain.last(where: { !$0.isRelay }) else { return draft.modality }
        if inner.modality == .denied { return .denied }
        guard draft.modality == .fact else { return draft.modality }
        if Self.performs(draft, inner) { return .fact }
        return inner.modality == .feared
            ? .feared : inner.modality == .expected ? .expected : .claim
    }

    private static let performed: Set<Act> = [
        .sanction, .reject, .accuse, .threaten, .agree, .request,
    ]

    /// Whether the voice does the act by saying so.
    static func performs(_ draft: Draft, _ voice: Attribution) -> Bool {
        voice.voice.actor == draft.source && performed.contains(draft.act)
            && draft.polarity == .done || pledges(draft, voice)
    }

    /// What a state does in words by saying that it will: stand by somebody, refuse, threaten.
    private static let pledged: Set<Act> = [.support, .reject, .threaten]

    /// Whether the voice says of its own state that it will do what is done by saying so.
    ///
    /// A turn of an interview is a whole account, and its *we will* one of many things said.
    static func pledges(_ draft: Draft, _ voice: Attribution) -> Bool {
        voice.voice.actor == draft.source && pledged.contains(draft.act)
            && draft.polarity == .done && draft.modality == .expected && voice.form == .verb
            && !voice.isTurn && voice.modality != .denied
    }
}
