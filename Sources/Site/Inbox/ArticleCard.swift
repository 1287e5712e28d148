import Assessment
import Diplomacy
import Ledger

/// What became of one article, on a card: what was coded, what was left out and why, and where to read on.
struct ArticleCard {
    /// As many as fit on a card; the article has all.
    private static let most = 5

    let desk: Desk
    let question: Question

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    /// Throws where the ledger cannot be read.
    func html(_ word: InboxReader.Word) throws -> HTML {
        switch word {
        case .found: .empty
        case .skipped(let place, let reason):
            """
            <li class="card refused"><h3>\(HTML.foreign(place))</h3>
            <p>\(phrases["inbox.refused"]) <span lang="en">\(HTML.foreign(reason))</span></p></li>

            """
        case .read(let id, let isNew):
            try desk.ledger.article(id).map { try card($0, isNew: isNew) } ?? .empty
        }
    }

    private func card(_ article: Article, isNew: Bool) throws -> HTML {
        let statements = try desk.ledger.statements(ofArticle: article.id)
        let omissions = try desk.ledger.omissions(ofArticle: article.id)
        let name = try article.title ?? desk.ledger.opening(ofArticle: article.id)
        let title: HTML = """
            <span lang="\(article.language)">\(HTML.foreign(name ?? article.document))</span>
            """
        return """
            <li class="card"><h3>\(HTML.link(question.article(article.id), title))</h3>
            <p class="meta">\(article.outlet.map { HTML.foreign($0) } ?? phrases["outlet.unknown"]) · \
            \(names.published(article.publication.interval)) · \
            \(names.language(article.language))\(isNew ? .empty : " · \(phrases["inbox.had"])")</p>
            \(coded(statements))\(leftOut(omissions))\(discarded(article))
            <p>\(HTML.link(question.article(article.id), phrases["statement.read"])) · \
            \(HTML.link(reviewing(article), phrases["inbox.review"]))</p></li>

            """
    }

    private func reviewing(_ article: Article) -> Address {
        Address("review", query: [("article", article.id)] + question.state)
    }

    private func coded(_ statements: [Statement]) -> HTML {
        let items = statements.prefix(Self.most).map { statement -> HTML in
            """
            <li>\(HTML.link(question.evidence(statement), StatementSentence(statement: statement, names: names).html))</li>

            """
        }
        return """
            <p class="counts">\(names.count(statements.count, "statement"))</p>\
            \(items.isEmpty ? .empty : "<ul class=\"coded\">\(items)\(rest(statements.count))</ul>")
            """
    }

    private func leftOut(_ omissions: [Omission]) -> HTML {
        guard !omissions.isEmpty else { return .empty }
        let items = omissions.prefix(Self.most).map { omission -> HTML in
            """
            <li><q>\(HTML.foreign(TextLayout.shortened(omission.quote, to: 90)))</q> \
            <span class="meta">\(phrases["omission.\(omission.reason.rawValue)"])</span></li>

            """
        }
        return """
            <details><summary>\(phrases("inbox.leftout", names.count(omissions.count, "passage")))</summary>\
            <ul class="left-out">\(items)\(rest(omissions.count))</ul></details>
            """
    }

    private func discarded(_ article: Article) -> HTML {
        let reasons = Dictionary(grouping: article.blocks.compactMap(\.discard), by: \.self)
        guard !reasons.isEmpty else { return .empty }
        let words = Block.Discard.allCases.compactMap { reason -> HTML? in
            reasons[reason].map { "\(phrases["discard.\(reason.rawValue)"]) \($0.count)" }
        }
        return "<p class=\"meta\">\(phrases["inbox.blocks"]) \(HTML(joining: words, by: ", "))</p>"
    }

    private func rest(_ count: Int) -> HTML {
        count > Self.most
            ? "<li class=\"meta\">\(phrases("inbox.more", "\(count - Self.most)"))</li>" : .empty
    }
}
