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
    private let found: [RecordedStatement]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        self.asked = asked
        found = try SavedSearch(asked).newest(desk.ledger, most: Self.most)
    }

    var reply: Reply {
        let site = "http://\(asked.host)"
        let updated = found.map(\.article.knownOn).max() ?? Day(number: 0)
        let entries = found.map { entry($0, site) }
        let feed: HTML = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(desk.names.phrases.language)">
            <id>\(site + asked.address)</id>
            <title>\(desk.names.phrases.text("feed.title", asked.query["q"] ?? asked.question.actor.map { desk.names.heading($0) } ?? ""))</title>
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

/// A search as its address holds it: words, parties, act, polarity, voice, language, days.
struct SavedSearch {
    let words: String?
    let filter: StatementFilter

    init(_ asked: Asked) throws {
        words = asked.query["q"]
        filter = try StatementFilter(asked)
    }

    /// Whether it asks for anything but days.
    var isEmpty: Bool {
        words == nil && filter.source == nil && filter.target == nil && filter.party == nil
            && filter.act == nil && filter.polarity == nil && filter.modality == nil
            && filter.speaker == nil && filter.language == nil && filter.article == nil
    }

    /// The statements that became known last; with words, those in whose quotes the words stand.
    func newest(_ ledger: LedgerDatabase, most: Int) throws -> [RecordedStatement] {
        guard let words else {
            var filter = filter
            filter.isNewestFirst = true
            filter.limit = most
            return try ledger.statements(filter)
        }
        // The best hits are not the newest: a wider net, then by day.
        let hits = try ledger.search(SearchQuery(words: words, filter: filter, limit: most * 4))
        var seen: Set<String> = []
        let found = hits.flatMap { hit in
            hit.statements.map { RecordedStatement(statement: $0, article: hit.article) }
        }
        .filter { seen.insert($0.id).inserted }
        .sorted { ($1.article.knownOn, $1.id) < ($0.article.knownOn, $0.id) }
        return Array(found.prefix(most))
    }
}
