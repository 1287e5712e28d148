import Assessment
import Diplomacy

/// How one tie was read, for a person who doubts it.
struct TieAccount {
    let tie: Tie
    let article: Article

    var text: String {
        var page = TextLayout()
        page.paragraph("\(TieSentence(tie).text(ActorDirectory.called)).")
        page.blank()
        let column = 14
        page.row("tie", tie.id, column: column)
        page.row("kind", tie.kind.rawValue, column: column)
        page.row("holder", party(tie.holder), column: column)
        page.row("other party", party(tie.other), column: column)
        if let detail = tie.detail { page.row("detail", detail, column: column) }
        page.row("how certain", tie.modality.words, column: column)
        page.row("who says so", Citation.voices(tie.speakers), column: column)
        page.row("when", tie.date?.edtf ?? "undated", column: column)
        page.row("reading", "\(Int((tie.confidence * 100).rounded())) of 100", column: column)
        let account = EvidenceAccount(evidence: tie.evidence, article: article)
        account.writeWords(to: &page, trail: tie.trail)
        account.writePlace(to: &page, column)
        return page.text
    }

    private func party(_ code: ActorCode?) -> String {
        code.map(ActorDirectory.labelled) ?? "a party not named"
    }
}
