package import Diplomacy

/// Everything that was said of two parties, both directions, in the order of what it tells of.
package struct PairReport: Sendable, Encodable {
    /// One statement of the two.
    package struct Line: Sendable, Encodable {
        package let source: ActorCode
        package let target: ActorCode?
        package let act: Act
        package let polarity: Polarity
        package let strand: Strand
        package let citation: Citation
    }

    package let first: ActorCode
    package let second: ActorCode
    /// By the day told of.
    package let dated: [Line]
    /// By the day of publication of the article.
    package let undated: [Line]
    /// The two directions in numbers; one or both may be missing.
    package let directions: [PairLine]
    package let disagreements: [Disagreement]
    package let articles: [ReadArticle]

    /// - Parameter statements: Those of other parties are passed over.
    package init(of first: ActorCode, and second: ActorCode, in statements: [CitedStatement]) {
        self.first = first
        self.second = second
        let between = statements.filter { cited in
            let (source, target) = (cited.statement.source, cited.statement.target)
            return (source == first && target == second) || (source == second && target == first)
        }
        let lines = between.map { cited in
            Line(
                source: cited.statement.source, target: cited.statement.target,
                act: cited.statement.act, polarity: cited.statement.polarity,
                strand: Strand(cited.statement), citation: Citation(cited))
        }
        .sorted { Citation.isEarlier($0.citation, $1.citation) }
        dated = lines.filter { $0.citation.date != nil }
        undated = lines.filter { $0.citation.date == nil }
        directions = PairLine.all(in: between).sorted { $0.source == first && $1.source != first }
        disagreements = Disagreement.all(in: between)
        var seen: Set<String> = []
        articles = between.map(\.article).filter { seen.insert($0.id).inserted }
    }

    package var isEmpty: Bool { dated.isEmpty && undated.isEmpty }
}

extension PairReport.Line {
    package var sentence: PlainSentence {
        PlainSentence(
            source: source, target: target, act: act, kind: citation.kind, polarity: polarity,
            modality: citation.modality)
    }
}

extension PairReport {
    /// The report as text for a terminal or a file.
    ///
    /// - Parameters:
    ///   - scope: What the clocks were set to, as a sentence; nil where they were not.
    ///   - name: A party as it stands within a sentence: "the United States".
    package func text(
        scope: String? = nil,
        width: Int = TextLayout.standardWidth,
        name: @escaping @Sendable (ActorCode) -> String
    ) -> String {
        let naming = Naming(articles: articles, party: name)
        var page = TextLayout(width: width)
        page.heading("\(naming.heading(first)) and \(naming.heading(second))")
        if let scope { page.paragraph(scope) }
        for direction in directions {
            let parts = direction.rows.map { "\($0.strand.label) \($0.statements.count)" }
            page.paragraph(
                "\(naming.heading(direction.source)) → \(naming.heading(direction.target)): "
                    + parts.joined(separator: ", "),
                hanging: 2)
        }
        for disagreement in disagreements {
            let ids = { (side: [Citation]) in naming.ids(side.map(\.statement)) }
            page.paragraph(
                "Disputed: \(disagreement.question(name)) No: \(ids(disagreement.no)). "
                    + "Yes: \(ids(disagreement.yes)). "
                    + disagreement.cautions.map(\.words).joined(separator: " "),
                hanging: 2)
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
                column: 6)
        }
        return page.text
    }
}

extension PairReport.Line {
    fileprivate func write(to page: inout TextLayout, _ naming: Naming) {
        page.blank()
        let day = citation.date.map { "\($0.edtf): " } ?? ""
        page.paragraph("\(day)\(sentence.text(naming.party)).", hanging: 2)
        citation.write(to: &page, naming, indent: 2)
    }
}
