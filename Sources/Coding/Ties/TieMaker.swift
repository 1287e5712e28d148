import Diplomacy
import Language
import Text

/// Turns drafts into ties: quote, speakers, modality, date, id; and keeps each once.
struct TieMaker {
    let article: Article
    let qualifier: Qualifier
    private(set) var ties: [Tie] = []

    init(article: Article, qualifier: Qualifier) {
        self.article = article
        self.qualifier = qualifier
    }

    /// One line for each pair, kind and detail: the surest reading stays (codebook, section 10b).
    mutating func add(_ passage: LanguageReader.Passage, line: Int) {
        let found = qualifier.dated[line]
        for draft in passage.ties {
            let tie = tie(draft, passage, line, found)
            let earlier = ties.firstIndex {
                $0.kind == tie.kind && $0.holder == tie.holder && $0.other == tie.other
                    && $0.detail == tie.detail
                    && ($0.modality == .denied) == (tie.modality == .denied)
            }
            if let earlier {
                if ties[earlier].confidence < tie.confidence { ties[earlier] = tie }
            } else {
                ties.append(tie)
            }
        }
    }

    private func tie(
        _ draft: TieDraft,
        _ passage: LanguageReader.Passage,
        _ line: Int,
        _ found: [DateReader.Dated]
    ) -> Tie {
        let chain = qualifier.speakers.chain(line: line, anchor: draft.anchor, cue: draft.cue)
        let dated = date(draft, passage, found)
        let range = passage.quote(holding: draft.span, cue: draft.cue, anchor: draft.anchor)
        let modality = modality(draft, chain)
        return Tie(
            id: ContentHash.name(
                of: article.id,
                "\(passage.read.bytes(draft.cue).lowerBound)",
                draft.kind.rawValue,
                draft.holder?.rawValue ?? "",
                draft.other?.rawValue ?? "",
                draft.detail ?? "",
                modality.rawValue
            ),
            kind: draft.kind,
            holder: draft.holder,
            other: draft.other,
            detail: draft.detail,
            modality: modality,
            speakers: chain.map(\.voice),
            date: dated?.interval,
            evidence: Evidence(range: range, in: article),
            confidence: draft.confidence,
            trail: draft.trail + chain.map { "speaker: \($0.reason)" }
                + [dated.map { "date: \($0.reason)" } ?? "date: none in the clause"]
        )
    }

    /// What somebody says is a claim; what they say is not so is denied.
    private func modality(_ draft: TieDraft, _ chain: [Attribution]) -> Modality {
        guard draft.modality == .fact, let inner = chain.last(where: { !$0.isRelay }) else {
            return draft.modality
        }
        return inner.modality
    }

    /// A date of the tie's own clause: states have no day of their own otherwise.
    private func date(
        _ draft: TieDraft,
        _ passage: LanguageReader.Passage,
        _ found: [DateReader.Dated]
    ) -> DateReader.Dated? {
        let clause = passage.clauses.first { $0.tokens.contains(draft.anchor) }?.tokens
        return found.filter { date in clause.map { $0.overlaps(date.tokens) } ?? true }
            .min { distance($0, draft) < distance($1, draft) }
    }

    private func distance(_ date: DateReader.Dated, _ draft: TieDraft) -> Int {
        min(
            abs(date.tokens.lowerBound - draft.anchor),
            abs(date.tokens.upperBound - draft.anchor)
        )
    }
}
