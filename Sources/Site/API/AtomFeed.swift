import Diplomacy
import Ledger

/// A saved search as an Atom feed (RFC 4287): the newest statements that fit, each with its words.
///
/// An entry keeps its id as long as the statement keeps its own, so a reader shows it once.
struct AtomFeed {
    /// As many as a feed reader shows at once.
    private static let most = 50

    let desk: Desk
    let asked: Asked
    private let search: SavedSearch
    private let found: [RecordedStatement]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        self.asked = asked
        search = try SavedSearch(asked, desk.smallWords)
        found = try search.newest(desk.ledger, most: Self.most)
    }

    private var title: String {
        let asked = search.title(desk.names)
        return asked.isEmpty ? "Casus" : desk.names.phrases.text("feed.title", asked)
    }

    var reply: Reply {
        let site = "http://\(asked.host)"
        let updated = found.map(\.article.knownOn).max() ?? Day(number: 0)
        let entries = found.map { entry($0, site) }
        let feed: HTML = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(desk.names.phrases.language)">
            <id>\(site + asked.address)</id>
            <title>\(title)</title>
            <updated>\(updated.description)T00:00:00Z</updated>
            <author><name>Casus</name></author>
            <link rel="self" href="\(site + asked.address)"/>
            \(entries)</feed>

            """
        return .atom(feed)
    }

    private func entry(_ recorded: RecordedStatement, _ site: String) -> HTML {
        let (statement, article) = (recorded.statement, recorded.article)
        let sentence = StatementSentence(statement: statement, names: desk.names).text
        return """
            <entry><id>urn:casus:statement:\(statement.id)</id><title>\(sentence)</title>
            <updated>\(article.knownOn.description)T00:00:00Z</updated>
            <link rel="alternate" type="text/html" href="\(site + asked.question.statement(statement.id).text)"/>
            <summary>“\(statement.evidence.quote)” (\(article.outlet ?? article.document))</summary></entry>

            """
    }
}
