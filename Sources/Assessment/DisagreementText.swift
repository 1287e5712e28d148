package import Diplomacy

extension Disagreement {
    /// The question, its kind, both answers with their weights and words, and what to mind.
    func write(to page: inout TextLayout, _ naming: Naming, citations most: Int, ids: Int) {
        page.blank()
        page.paragraph(question(naming.party))
        page.paragraph(reason(naming.party), indent: 2, hanging: 2)
        for (answer, citations) in [("No", no), ("Yes", yes)] {
            page.paragraph("\(answer): \(citations.weight)", indent: 2)
            for citation in citations.prefix(most) {
                citation.write(to: &page, naming, indent: 4)
            }
            let rest = citations.dropFirst(most).map(\.statement)
            if !rest.isEmpty {
                page.paragraph("Also: \(naming.ids(rest, most: ids))", indent: 4, hanging: 2)
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
    /// `name` gives a party as it stands within a sentence.
    package static func text(
        _ disagreements: [Disagreement],
        of material: Material,
        scope: String? = nil,
        name: @escaping @Sendable (ActorCode) -> String
    ) -> String {
        let naming = Naming(articles: material.articles, party: name)
        var page = TextLayout()
        if let scope { page.paragraph(scope) }
        for kind in Disagreement.Kind.allCases {
            let group = disagreements.filter { $0.kind == kind }
            guard !group.isEmpty else { continue }
            page.heading("\(kind.words): \(group.count)")
            for disagreement in group {
                disagreement.write(to: &page, naming, citations: 3, ids: 6)
            }
        }
        let cited = Set(disagreements.flatMap { ($0.yes + $0.no).map(\.article) })
        page.heading("Articles")
        for article in material.articles where cited.contains(article.id) {
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
