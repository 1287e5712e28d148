import Diplomacy

// The two kinds of lines of which the lists of a brief are made, as text.

extension Finding {
    package func write(to page: inout TextLayout, _ naming: Naming, _ limits: BriefText.Limits) {
        page.paragraph("\(sentence.text(naming.party))\(manner).", hanging: 2)
        for citation in citations.held.prefix(limits.citations) {
            citation.write(to: &page, naming, indent: 2)
        }
        if let rest = naming.ids(citations, behind: limits.citations, most: limits.ids) {
            page.paragraph("Also: \(rest)", indent: 2, hanging: 2)
        }
    }
}

extension PairLine {
    package func write(to page: inout TextLayout, _ naming: Naming, _ limits: BriefText.Limits) {
        let count = counted(statementCount, "statement")
        let weight = "\(counted(roots.count, "root")) in \(counted(articles.count, "article"))"
        page.paragraph(
            "\(naming.heading(source)) → \(naming.heading(target)): \(count) from \(weight)"
        )
        for row in rows {
            let acts = row.acts.map(\.rawValue).joined(separator: ", ")
            page.row(
                "\(row.strand.label)",
                "\(row.roots.count) (\(acts)): \(naming.ids(row.statements, most: limits.ids))",
                indent: 2,
                column: 16
            )
        }
    }
}
