import Diplomacy

extension Disagreement {
    /// The question, its kind, both answers with their weights and words, and what to mind.
    func write(to page: inout TextLayout, _ naming: Naming, citations most: Int, ids: Int) {
        page.blank()
        page.paragraph(question(naming.party))
        page.paragraph(reason(naming.party), indent: 2, hanging: 2)
        for (answer, citations) in [("No", no), ("Yes", yes)] {
            page.paragraph("\(answer): \(citations.weight.words)", indent: 2)
            for citation in citations.held.prefix(most) {
                citation.write(to: &page, naming, indent: 4)
            }
            if let rest = naming.ids(citations, behind: most, most: ids) {
                page.paragraph("Also: \(rest)", indent: 4, hanging: 2)
            }
        }
        if !cautions.isEmpty {
            let words = cautions.map(\.words).joined(separator: " ")
            page.paragraph("Mind: \(words)", indent: 2, hanging: 2)
        }
    }
}

/// All disagreements of a brief, by kind, as text for a terminal or a file.
package enum DisagreementText {
    /// Of a kind; with `--all` there are more.
    private static let mostOfKind = 100
    /// Of either side, whose articles stand at the end.
    private static let mostCited = 25

    /// `articles` are all that were read, `naming` numbers them and gives a party as it stands within a sentence.
    package static func text(
        _ disagreements: DisagreementList,
        articles: [ReadArticle],
        naming: Naming,
        scope: String? = nil,
        all: Bool = false
    ) -> String {
        var page = TextLayout()
        if let scope { page.paragraph(scope) }
        var cited: Set<String> = []
        for kind in Disagreement.Kind.allCases {
            let group = disagreements.of(kind)
            guard !group.isEmpty else { continue }
            page.heading("\(kind.words): \(group.count)")
            let shown = group.held.prefix(all ? .max : mostOfKind)
            for disagreement in shown {
                disagreement.write(to: &page, naming, citations: 3, ids: 6)
                for side in [disagreement.yes, disagreement.no] {
                    cited.formUnion(side.held.prefix(all ? .max : mostCited).map(\.article))
                }
            }
            if group.count > shown.count {
                page.blank()
                let left = counted(group.count - shown.count, "more question")
                page.paragraph("And \(left): casus disagreements --kind \(kind.rawValue) --all.")
            }
        }
        page.heading("Articles")
        for article in articles where cited.contains(article.id) {
            let outlet = article.outlet.map { "\($0), " } ?? ""
            page.row(
                naming.article(article.id),
                "\(outlet)\(article.publication?.edtf ?? "undated"), "
                    + "\(LanguageName.of(article.language)).\(naming.title(article)) \(article.document)",
                column: 6
            )
        }
        return page.text
    }
}
