import Diplomacy
import Language
import Text

/// Turns drafts into statements: quote, speakers, modality, date, id; and keeps each once.
struct StatementMaker {
    private let article: Article
    private let dates: DateReader
    private let speakers: SpeakerAssigner
    private var statements: [Statement] = []
    private var omissions: [Omission] = []
    /// The place in `statements` of each core that was made.
    private var made: [Core: Int] = [:]

    private struct Core: Hashable {
        let parties: [ActorCode?]
        let act: Act
        let polarity: Polarity
        let modality: Modality
        let date: DayInterval?
    }

    init(article: Article, dates: DateReader, speakers: SpeakerAssigner) {
        self.article = article
        self.dates = dates
        self.speakers = speakers
    }

    func finished(with ties: [Tie]) -> CodedArticle {
        CodedArticle(article: article, statements: statements, ties: ties, omissions: omissions)
    }

    mutating func add(_ reading: SentenceReading, in passage: LanguageReader.Passage, line: Int) {
        for omission in reading.omissions {
            leaveOut(passage, omission.cue, omission.reason, omission.detail)
        }
        let found = dates.dates(in: passage.read)
        for draft in reading.drafts {
            let chain = speakers.chain(line: line, anchor: draft.anchor, cue: draft.cue)
            if isRhetorical(passage, chain) {
                leaveOut(
                    passage,
                    draft.cue,
                    .rhetoricalQuestion,
                    "\(draft.source.rawValue) \(draft.act.rawValue): asked, not said"
                )
                continue
            }
            make(draft, passage, chain, found)
        }
    }

    /// A passage of an article whose states are teams.
    mutating func leaveOut(_ reading: SentenceReading, in passage: LanguageReader.Passage) {
        for draft in reading.drafts {
            leaveOut(
                passage,
                draft.cue,
                .sport,
                "\(draft.source.rawValue) \(draft.act.rawValue): a sport report"
            )
        }
    }

    private mutating func make(
        _ draft: Draft,
        _ passage: LanguageReader.Passage,
        _ chain: [Attribution],
        _ found: [DateReader.Dated]
    ) {
        let modality = modality(draft, chain)
        let dated = date(draft, passage, found, chain, modality)
        let core = core(draft, modality, dated?.interval)
        let range = passage.quote(holding: draft.span, cue: draft.cue, anchor: draft.anchor)
        if let earlier = made[core] {
            // The more certain of two readings of one statement stays.
            guard statements[earlier].confidence < draft.confidence else {
                leaveOut(
                    passage,
                    draft.cue,
                    .repeated,
                    "\(draft.source.rawValue) \(draft.act.rawValue) \(draft.target?.rawValue ?? "nobody named"): already told"
                )
                return
            }
        }
        let trail =
            draft.trail + chain.map { "speaker: \($0.reason)" }
            + (dated.map { ["date: \($0.reason)"] } ?? ["date: none in the sentence"])
        let statement = Statement(
            id: ContentHash.name(
                of: article.id,
                "\(range.lowerBound)",
                draft.source.rawValue,
                draft.target?.rawValue ?? "",
                draft.act.rawValue,
                draft.polarity.rawValue,
                modality.rawValue
            ),
            source: draft.source,
            target: draft.target,
            act: draft.act,
            kind: draft.kind,
            polarity: draft.polarity,
            modality: modality,
            speakers: chain.map(\.voice),
            date: dated?.interval,
            evidence: Evidence(range: range, in: article),
            confidence: draft.confidence,
            marks: draft.marks.sorted { $0.rawValue < $1.rawValue },
            trail: trail
        )
        // The same words with another date or kind: one statement of an id is enough.
        let isTwin = statements.indices.contains {
            statements[$0].id == statement.id && $0 != made[core]
        }
        if isTwin {
            leaveOut(
                passage,
                draft.cue,
                .repeated,
                "\(draft.source.rawValue) \(draft.act.rawValue): already told"
            )
        } else if let earlier = made[core] {
            omissions.append(
                Omission(
                    range: statements[earlier].evidence.range,
                    in: article,
                    reason: .repeated,
                    detail: "\(draft.source.rawValue) \(draft.act.rawValue) "
                        + "\(draft.target?.rawValue ?? "nobody named"): told more surely elsewhere"
                )
            )
            statements[earlier] = statement
        } else {
            made[core] = statements.count
            statements.append(statement)
        }
    }

    private func core(_ draft: Draft, _ modality: Modality, _ date: DayInterval?) -> Core {
        let parties: [ActorCode?] = [draft.source, draft.target]
        let ordered =
            draft.act.isMutual
            ? parties.sorted { ($0?.rawValue ?? "") < ($1?.rawValue ?? "") } : parties
        return Core(
            parties: ordered,
            act: draft.act,
            polarity: draft.polarity,
            modality: modality,
            date: date
        )
    }

    // MARK: Modality

    /// What somebody says is a claim, but for what a government says of its own doing: "we froze
    /// our membership" does it.
    private func modality(_ draft: Draft, _ chain: [Attribution]) -> Modality {
        guard let inner = chain.last(where: { !$0.isRelay }) else { return draft.modality }
        if inner.modality == .denied { return .denied }
        guard draft.modality == .fact else { return draft.modality }
        let performs: Set<Act> = [.sanction, .reject, .accuse, .threaten, .agree, .request]
        if inner.voice.actor == draft.source, performs.contains(draft.act), draft.polarity == .done
        {
            return .fact
        }
        return inner.modality == .feared
            ? .feared : inner.modality == .expected ? .expected : .claim
    }

    private func isRhetorical(_ passage: LanguageReader.Passage, _ chain: [Attribution]) -> Bool {
        let tail = passage.read.tokens.suffix(3)
        return tail.contains { $0.kind == .stop && $0.folded == "?" }
            && chain.allSatisfy { $0.isRelay }
    }

    // MARK: Dates

    /// A date of the act's own clause, else the only one of the sentence; a reported speech act
    /// without one was on the day of publication.
    private func date(
        _ draft: Draft,
        _ passage: LanguageReader.Passage,
        _ found: [DateReader.Dated],
        _ chain: [Attribution],
        _ modality: Modality
    ) -> (interval: DayInterval, reason: String)? {
        let clause = passage.clauses.first { $0.tokens.contains(draft.anchor) }?.tokens
        let near = found.filter { date in clause.map { $0.overlaps(date.tokens) } ?? true }
        if let best = near.min(by: { distance($0, draft) < distance($1, draft) }) {
            return (best.interval, best.reason)
        }
        if let only = found.first, found.count == 1, distance(only, draft) <= 14 {
            return (only.interval, only.reason)
        }
        let isSpeechAct = draft.act.quad == .verbalConflict && modality == .fact
        if isSpeechAct, let published = dates.published, published.first == published.last,
            !draft.marks.contains(.nominal)
        {
            return (published, "a speech act reported on the day of publication")
        }
        return nil
    }

    private func distance(_ date: DateReader.Dated, _ draft: Draft) -> Int {
        min(
            abs(date.tokens.lowerBound - draft.anchor),
            abs(date.tokens.upperBound - draft.anchor)
        )
    }

    private mutating func leaveOut(
        _ passage: LanguageReader.Passage,
        _ cue: Range<Int>,
        _ reason: Omission.Reason,
        _ detail: String
    ) {
        omissions.append(
            Omission(range: passage.read.bytes(cue), in: article, reason: reason, detail: detail)
        )
    }
}
