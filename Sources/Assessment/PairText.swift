package import Diplomacy

extension PairReport {
    /// The report as text for a terminal or a file.
    ///
    /// `scope` is what the clocks were set to, as a sentence, nil where they were not; `name` gives a
    /// party as it stands within a sentence: "the United States".
    ///
    /// Without `all` a list ends where nobody reads on, and says what is left.
    package func text(
        scope: String? = nil,
        all: Bool = false,
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
                    "\(counted(row.roots.count, "root")): \(naming.ids(row.statements, most: all ? .max : Self.mostIds))",
                    indent: 2,
                    column: 16
                )
            }
        }
        for disagreement in disagreements {
            let ids = { (side: Citations) in
                naming.ids(Excerpt(side.map(\.statement), of: side.count), most: 6)
            }
            page.paragraph(
                "Disputed: \(disagreement.question(name)) "
                    + "No, \(disagreement.no.weight.words): \(ids(disagreement.no)). "
                    + "Yes, \(disagreement.yes.weight.words): \(ids(disagreement.yes)). "
                    + ([disagreement.reason(name)] + disagreement.cautions.map(\.words))
                    .joined(separator: " "),
                hanging: 2
            )
        }
        judgement?.write(to: &page, naming, most: all ? .max : Self.mostLines)
        if !ties.isEmpty {
            page.heading("Ties", note: "How the two stand to each other, where no act is told.")
            for lane in ties { lane.write(to: &page, naming) }
        }
        if !dated.isEmpty {
            page.heading("In time")
            write(dated, all, to: &page, naming)
        }
        if !undated.isEmpty {
            page.heading("Undated", note: "By the day of publication, where that is known.")
            write(undated, all, to: &page, naming)
        }
        page.heading("Articles")
        let shown = articles.suffix(all ? .max : Self.mostLines)
        writeRest(articles.count - shown.count, "article", to: &page)
        for article in shown {
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

    /// About thirty screens; the rest is looked for with a clock, or taken whole.
    private static let mostLines = 250
    /// Beside one number.
    private static let mostIds = 100

    /// The latest are at the end.
    private func write(_ lines: [Line], _ all: Bool, to page: inout TextLayout, _ naming: Naming) {
        let shown = lines.suffix(all ? .max : Self.mostLines)
        writeRest(lines.count - shown.count, "statement", to: &page)
        for line in shown { line.write(to: &page, naming) }
    }

    private func writeRest(_ count: Int, _ noun: String, to page: inout TextLayout) {
        guard count > 0 else { return }
        page.blank()
        page.paragraph("\(counted(count, "earlier \(noun)")) before these: --all, or --on DAY.")
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
