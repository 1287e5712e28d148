import Assessment
import Diplomacy
import Ledger

/// What one article told, and what was left out of it and why.
struct ArticleAccount {
    let article: Article
    let statements: [Statement]
    let ties: [Tie]
    let people: [Person]
    let omissions: [Omission]

    init(of article: Article, in ledger: LedgerDatabase) throws {
        self.article = article
        statements = try ledger.statements(ofArticle: article.id)
        ties = try ledger.ties(ofArticle: article.id)
        people = try ledger.people(ofArticle: article.id)
        omissions = try ledger.omissions(ofArticle: article.id)
    }

    /// A block is known by its first words.
    private static let blockWords = 64

    var text: String {
        var page = TextLayout()
        writeHead(&page)
        page.heading("Coded: \(counted(statements.count, "statement"))")
        let naming = Naming(articles: [], party: ActorDirectory.called)
        for statement in statements {
            page.row(
                naming.short(statement.id),
                "\(PlainSentence(statement).text(naming.party)).",
                indent: 2,
                column: 12
            )
        }
        if !ties.isEmpty { page.heading(counted(ties.count, "tie").capitalised) }
        for tie in ties {
            page.row(
                naming.short(tie.id),
                "\(TieSentence(tie).text(naming.party)).",
                indent: 2,
                column: 12
            )
        }
        if !people.isEmpty { page.heading("People") }
        for person in people {
            page.row(
                ActorDirectory.called(person.party),
                "\(person.name), \(person.role.words)\(person.isFormer ? " (former)" : ""): "
                    + "“\(person.evidence.quote)”",
                indent: 2,
                column: 26
            )
        }
        page.heading("Not coded: \(counted(omissions.count, "passage")) with an act")
        for omission in omissions {
            page.paragraph("“\(omission.quote)”: \(omission.reason.words).", indent: 2, hanging: 2)
            page.paragraph(omission.detail, indent: 4, hanging: 2)
        }
        let discarded = article.blocks.filter { !$0.isKept }
        page.heading(
            "Not read as the report: \(discarded.count) of \(counted(article.blocks.count, "block"))"
        )
        for block in discarded {
            page.row(
                block.discard?.words ?? "",
                "“\(TextLayout.shortened(article.words(at: block.range), to: Self.blockWords))”",
                indent: 2,
                column: 26
            )
        }
        return page.text
    }

    private func writeHead(_ page: inout TextLayout) {
        let column = 14
        page.paragraph(article.title ?? article.document)
        page.blank()
        page.row("article", article.id, column: column)
        page.row("file", article.document, column: column)
        if let outlet = article.outlet { page.row("outlet", outlet, column: column) }
        if let address = article.address { page.row("address", address, column: column) }
        if let byline = article.byline { page.row("byline", byline, column: column) }
        page.row("language", LanguageName.of(article.language), column: column)
        page.row("published", article.publication.interval?.edtf ?? "not known", column: column)
        for reason in article.publication.reasons { page.row("", reason, column: column) }
    }
}
