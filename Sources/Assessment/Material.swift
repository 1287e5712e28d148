package import Diplomacy

/// What a brief is made from: everything that was read, what was coded in it, and what was not.
///
/// The asking wing fills it from a ledger, a test by hand. Two clocks have been applied before: what is
/// here was true and known on the days asked for.
package struct Material: Sendable {
    package var statements: [CitedStatement]
    /// Every article read, also the ones in which nothing was coded.
    package var articles: [ReadArticle]
    /// Who passes on whom among the articles.
    package var relays: [Relay]
    package var leftOut: [LeftOutTally]
    package var unread: [UnreadSource]

    package init(
        statements: [CitedStatement],
        articles: [ReadArticle],
        relays: [Relay] = [],
        leftOut: [LeftOutTally] = [],
        unread: [UnreadSource] = []
    ) {
        self.statements = statements
        self.articles = articles
        self.relays = relays
        self.leftOut = leftOut
        self.unread = unread
    }
}

/// An article as far as a reader of a brief needs it.
package struct ReadArticle: Hashable, Sendable, Codable, Identifiable {
    package let id: String
    /// The row's id or the file's name without its extension.
    package let document: String
    package let outlet: String?
    package let title: String?
    /// The first words, where there is no title.
    package let opening: String?
    /// ISO 639-1.
    package let language: String
    /// Nil where nothing dates it.
    package let publication: DayInterval?

    package init(
        id: String,
        document: String,
        outlet: String? = nil,
        title: String? = nil,
        opening: String? = nil,
        language: String,
        publication: DayInterval? = nil
    ) {
        self.id = id
        self.document = document
        self.outlet = outlet
        self.title = title
        self.opening = opening
        self.language = language
        self.publication = publication
    }
}

extension ReadArticle {
    /// The title, else the first words, else the file's name.
    package var name: String { title ?? opening ?? document }
}

/// A statement with the article it stands in, where it comes from, and the happening it tells of.
///
/// A class, because it never changes and many lists hold it: as a value of some five hundred bytes and twenty
/// counted parts it was copied into each, which took a quarter of the time of a list of cases.
package final class CitedStatement: Sendable, Identifiable {
    package let statement: Statement
    package let article: ReadArticle
    /// Nil where nobody has asked for it: the statement then counts for itself, by its article.
    package let root: Root?
    package let event: Event.ID?

    package var id: String { statement.id }

    package init(
        _ statement: Statement,
        in article: ReadArticle,
        root: Root? = nil,
        event: Event.ID? = nil
    ) {
        self.statement = statement
        self.article = article
        self.root = root
        self.event = event
    }
}

extension CitedStatement: Hashable {
    package static func == (left: CitedStatement, right: CitedStatement) -> Bool {
        left === right
            || left.statement == right.statement && left.article == right.article
                && left.root == right.root && left.event == right.event
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(statement) }
}

/// How much of one article was read and left out, by reason.
package struct LeftOutTally: Hashable, Sendable {
    /// The article's id.
    package let article: String
    package let omissions: [Omission.Reason: Int]
    package let discards: [Block.Discard: Int]

    package init(
        article: String,
        omissions: [Omission.Reason: Int],
        discards: [Block.Discard: Int]
    ) {
        self.article = article
        self.omissions = omissions
        self.discards = discards
    }
}

/// A source that could not be read, and why.
package struct UnreadSource: Hashable, Sendable, Codable {
    package let place: String
    package let reason: String

    package init(place: String, reason: String) {
        self.place = place
        self.reason = reason
    }
}
