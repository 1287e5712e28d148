import Diplomacy
import Language
import Text

/// Turns drafts into statements: quote, speakers, modality, date, id; and keeps each once.
struct StatementMaker {
    private let article: Article
    private let qualifier: Qualifier
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
        /// What was only said and what was done are two statements: *there was no support, only lip service*.
        let isOfWords: Bool
        /// Warnings that did not come and weapons that failed are two failings, and so are those with different reasons.
        let missing: SupportKind?
        let reasons: [Mark]
    }

    init(article: Article, qualifier: Qualifier) {
        self.article = article
        self.qualifier = qualifier
    }

    func finished(with ties: [Tie], _ people: [Person]) -> CodedArticle {
        CodedArticle(
            article: article,
            statements: statements,
            ties: ties,
            people: people,
            omissions: omissions
        )
    }

    mutating func add(_ reading: SentenceReading, in passage: LanguageReader.Passage, line: Int) {
        let unrest = UnrestReader(
            read: passage.read,
            mentions: passage.coder.mentions,
            clauses: passage.clauses
        )
        for omission in reading.omissions {
            if let state = unrest.state(of: omission.cue) {
                let word = passage.read.original(omission.cue)
                leaveOut(
                    passage,
                    omission.cue,
                    .sameActor,
                    "'\(word)' (protest): a crisis within \(state.rawValue), no attack from outside"
                )
            } else {
                leaveOut(passage, omission.cue, omission.reason, omission.detail)
            }
        }
        for draft in reading.drafts {
            let qualified = qualifier.qualified(draft, line: line)
            if isRhetorical(passage, qualified.chain) {
                leaveOut(
                    passage,
                    draft.cue,
                    .rhetoricalQuestion,
                    "\(draft.source.rawValue) \(draft.act.rawValue): asked, not said"
                )
                continue
            }
            var told = draft
            if qualified.isPledge, draft.act == .support { told.kind = draft.kind ?? .words }
            make(told, passage, qualified)
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

    /// Of two readings about as sure the first stays, where the article brings it up.
    private static let surer = 0.05

    private mutating func make(
        _ draft: Draft,
        _ passage: LanguageReader.Passage,
        _ qualified: Qualified
    ) {
        let modality = qualified.modality
        // What holds of nobody in particular has no day.
        let isGeneral = draft.marks.contains(.assessment) && draft.target == nil
        let date = isGeneral ? nil : qualified.date?.interval
        let reasons = ReasonReader(
            read: passage.read,
            mentions: passage.coder.mentions,
            clauses: passage.clauses
        ).reasons(of: draft)
        let core = core(draft, modality, date, reasons)
        let range = passage.quote(holding: draft.span, cue: draft.cue, anchor: draft.anchor)
        if let earlier = made[core] {
            // The more certain of two readings of one statement stays.
            guard statements[earlier].confidence + Self.surer < draft.confidence else {
                leaveOut(
                    passage,
                    draft.cue,
                    .repeated,
                    "\(draft.source.rawValue) \(draft.act.rawValue) \(draft.target?.rawValue ?? "nobody named"): already told"
                )
                return
            }
        }
        let statement = Statement(
            id: ContentHash.name(
                of: article.id,
                "\(passage.read.bytes(draft.cue).lowerBound)",
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
            speakers: qualified.chain.map(\.voice),
            date: date,
            evidence: Evidence(range: range, in: article),
            confidence: draft.confidence,
            marks: draft.marks.union(reasons).sorted { $0.rawValue < $1.rawValue },
            trail: draft.trail + qualified.trail
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

    private func core(
        _ draft: Draft,
        _ modality: Modality,
        _ date: DayInterval?,
        _ reasons: [Mark]
    ) -> Core {
        let parties: [ActorCode?] = [draft.source, draft.target]
        let ordered =
            draft.act.isMutual
            ? parties.sorted { ($0?.rawValue ?? "") < ($1?.rawValue ?? "") } : parties
        return Core(
            parties: ordered,
            act: draft.act,
            polarity: draft.polarity,
            modality: modality,
            date: date,
            isOfWords: draft.kind == .words,
            missing: draft.polarity == .notDone ? draft.kind : nil,
            reasons: reasons
        )
    }

    private func isRhetorical(_ passage: LanguageReader.Passage, _ chain: [Attribution]) -> Bool {
        let tail = passage.read.tokens.suffix(3)
        return tail.contains { $0.kind == .stop && $0.folded == "?" }
            && chain.allSatisfy { $0.isRelay || $0.isTurn }
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
