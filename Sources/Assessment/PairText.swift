package import Diplomacy

extension PairReport {
    /// The report as text for a terminal or a file.
    ///
    /// `scope` is what the clocks were set to, as a sentence, nil where they were not; `name` gives a
    /// party as it stands within a sentence: "the United States".
    package func text(
        scope: String? = nil,
        width: Int = TextLayout.standardWidth,
        judgement: PairJudgement? = nil,
        name: @escaping @Sendable (ActorCode) -> String
    ) -> String {
        let naming = Naming(articles: articles, party: name)
        var page = TextLayout(width: width)
        page.heading("\(naming.heading(first)) and \(naming.heading(second))")
        if let scope { page.paragraph(scope) }
        for direction in directions {
            page.paragraph(
                "\(naming.heading(direction.source)) → \(naming.heading(direction.target)): "
                    + "\(counted(direction.statementCount, "statement")) from "
                    + "\(counted(direction.roots.count, "root")) in "
                    + counted(direction.articles.count, "article")
            )
            for row in direction.rows {
                page.row(
                    row.strand.label,
                    "\(counted(row.roots.count, "root")): \(naming.ids(row.statements, most: .max))",
                    indent: 2,
                    column: 16
                )
            }
        }
        for disagreement in disagreements {
            let ids = { (side: [Citation]) in naming.ids(side.map(\.statement)) }
            page.paragraph(
                "Disputed: \(disagreement.question(name)) "
                    + "No, \(disagreement.no.weight): \(ids(disagreement.no)). "
                    + "Yes, \(disagreement.yes.weight): \(ids(disagreement.yes)). "
                    + ([disagreement.reason(name)] + disagreement.cautions.map(\.words))
                    .joined(separator: " "),
                hanging: 2
            )
        }
        judgement?.write(to: &page, naming)
        if !ties.isEmpty {
            page.heading("Ties", note: "How the two stand to each other, where no act is told.")
            for lane in ties { lane.write(to: &page, naming) }
        }
        if !dated.isEmpty {
            page.heading("In time")
            for line in dated { line.write(to: &page, naming) }
        }
        if !undated.isEmpty {
            page.heading("Undated", note: "By the day of publication, where that is known.")
            for line in undated { line.write(to: &page, naming) }
        }
        page.heading("Articles")
        for article in articles {
            let outlet = article.outlet.map { "\($0), " } ?? ""
            let title = naming.title(article)
            page.row(
                naming.article(article.id),
                "\(outlet)\(article.publication?.edtf ?? "undated"), "
                    + "\(LanguageName.of(article.language)).\(title) \(article.document)",
                column: 6
            )
        }
        return page.text
    }
}

extension PairReport.Line {
    fileprivate func write(to page: inout TextLayout, _ naming: Naming) {
        page.blank()
        // Nobody's word is taken for a fact, even where a line is quoted alone.
        let claimed = citation.modality == .claim ? "claimed" : nil
        let opening = [citation.date?.edtf, claimed].compactMap(\.self).joined(separator: ", ")
        let colon = opening.isEmpty ? "" : "\(opening.capitalised): "
        page.paragraph("\(colon)\(sentence.text(naming.party)).", hanging: 2)
        citation.write(to: &page, naming, indent: 2)
    }
}
