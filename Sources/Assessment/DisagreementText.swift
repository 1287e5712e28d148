import Diplomacy

extension Disagreement {
    /// The question, its kind, both answers with their weights and words, and what to mind.
    package func write(to page: inout TextLayout, _ naming: Naming, _ limits: BriefText.Limits) {
        page.paragraph(question(naming.party))
        page.paragraph(reason(naming.party), indent: 2, hanging: 2)
        for (answer, citations) in [("No", no), ("Yes", yes)] {
            page.paragraph("\(answer): \(citations.weight.words)", indent: 2)
            for citation in citations.held.prefix(limits.citations) {
                citation.write(to: &page, naming, indent: 4)
            }
            if let rest = naming.ids(citations, behind: limits.citations, most: limits.ids) {
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
    /// How much stands of one.
    package static let limits: BriefText.Limits = {
        var limits = BriefText.Limits()
        (limits.citations, limits.ids) = (3, 6)
        return limits
    }()

    /// Hands the text to `hand`, some lines at a time.
    ///
    /// `articles` are all that were read, `naming` numbers them and gives a party as it stands within a sentence.
    /// `cited`: the articles of disagreements that are laid aside.
    package static func write(
        _ disagreements: DisagreementList,
        articles: [ReadArticle],
        naming: Naming,
        scope: String? = nil,
        all: Bool = false,
        cited laid: Set<String> = [],
        to hand: (String) throws -> Void
    ) rethrows {
        var page = TextLayout()
        if let scope { page.paragraph(scope) }
        var cited = laid
        for kind in Disagreement.Kind.allCases {
            let group = disagreements.of(kind)
            guard !group.isEmpty else { continue }
            page.heading("\(kind.words): \(group.count)")
            let most = all ? .max : mostOfKind
            try group.write(to: &page, naming, limits, most: most, isParted: true) {
                try hand($0.take())
            }
            for side in group.held.prefix(most).flatMap({ [$0.yes, $0.no] }) {
                cited.formUnion(side.held.prefix(all ? .max : mostCited).map(\.article))
            }
            if group.count > most {
                page.blank()
                let left = counted(group.count - most, "more question")
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
        try hand(page.take())
    }

    /// The same as one text.
    package static func text(
        _ disagreements: DisagreementList,
        articles: [ReadArticle],
        naming: Naming,
        scope: String? = nil
    ) -> String {
        var text = ""
        write(disagreements, articles: articles, naming: naming, scope: scope) { text += $0 }
        return text
    }
}
