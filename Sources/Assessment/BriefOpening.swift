import Diplomacy

/// The first lines of a brief as text: what was read, how much was found of each kind, and what is missing.
struct BriefOpening {
    let brief: Brief
    let scope: String?
    let naming: Naming

    func write(to page: inout TextLayout) {
        page.heading(brief.actor.map { "Brief on \(naming.heading($0))" } ?? "Brief")
        if let scope { page.paragraph(scope) }
        let read = brief.read
        let languages = read.languages.map { "\($0.count) \(LanguageName.of($0.language))" }
            .joined(separator: ", ")
        var opening = "\(counted(read.articles.count, "article")) read"
        if !languages.isEmpty { opening += " (\(languages))" }
        opening += ", \(counted(read.statementCount, "statement"))"
        if let actor = brief.actor { opening += " with \(naming.party(actor)) as a party" }
        opening += read.roots.isEmpty ? "." : ", from \(counted(read.roots.count, "root"))."
        page.paragraph(opening)
        let parts = [
            (brief.undelivered.count, "did not come"), (brief.inDoubt.count, "may not come"),
            (brief.promised.count, "promised"), (brief.came.count, "came"),
            (brief.disagreements.count, "disputed"),
        ].filter { $0.0 > 0 }
        if !parts.isEmpty {
            let list = parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
            page.paragraph("At a glance: \(list).", hanging: 2)
        }
        if !read.undated.isEmpty {
            let (count, numbers) = (read.undated.count, naming.list(read.undated.map(\.id)))
            page.paragraph(
                "\(counted(count, "article")) without a date of publication: \(numbers)."
            )
        }
        if read.statementCount == 0 {
            page.paragraph(
                read.articles.isEmpty
                    ? "Nothing was read, or nothing was known on that day. 'casus read' fills the ledger."
                    : brief.actor == nil
                        ? "No statement about two parties was found in them."
                        : "No statement names this party. 'casus brief' shows those that are named."
            )
        }
    }
}
