import Assessment
import Diplomacy
import Ledger

/// An answer with the clocks and the ledger under which it was made.
struct Dated<Answer: Encodable & Sendable>: Encodable {
    let on: String?
    let knownBy: String?
    /// See `LedgerDatabase.fingerprint()`.
    let ledger: String
    let answer: Answer

    init(_ answer: Answer, desk: Desk, asked: Asked) throws {
        on = asked.question.clocks.on?.description
        knownBy = asked.question.clocks.knownBy?.description
        ledger = try desk.fingerprint()
        self.answer = answer
    }
}

/// An article of a list.
struct ArticleLine: Encodable, Sendable {
    let id: String
    let document: String
    let outlet: String?
    let address: String?
    let title: String?
    let language: String
    /// EDTF.
    let published: String?
    let knownOn: String
    let statements: Int

    init(_ article: ArticleSummary) {
        id = article.id
        document = article.document
        outlet = article.outlet
        address = article.address
        title = article.title
        language = article.language
        published = article.publication?.edtf
        knownOn = article.knownOn.description
        statements = article.statementCount
    }
}

/// A party with its name in the language asked for.
struct ActorLine: Encodable, Sendable {
    let code: String
    let name: String
    let statements: Int

    static func all(desk: Desk, asked: Asked) throws -> [ActorLine] {
        try desk.actors(asked.question.clocks)
            .map { count in
                ActorLine(
                    code: count.actor.rawValue,
                    name: desk.names.heading(count.actor),
                    statements: count.statements
                )
            }
            .sorted { (-$0.statements, $0.code) < (-$1.statements, $1.code) }
    }
}

/// What a search found.
struct SearchResource: Encodable {
    let items: [HitLine]
    /// Whether no paragraph holds all words, so that these hold some.
    let isWidened: Bool

    init(_ found: SearchResult) {
        items = found.hits.map(HitLine.init)
        isWidened = found.breadth != .everyWord && !found.hits.isEmpty
    }
}

/// A paragraph in which the words of a search stand.
struct HitLine: Encodable, Sendable {
    let article: String
    let outlet: String?
    let published: String?
    let snippet: String
    /// UTF-8 bytes of the article's text, end exclusive.
    let startByte: Int
    let endByte: Int
    let statements: [String]

    init(_ hit: SearchHit) {
        article = hit.article.id
        outlet = hit.article.outlet
        published = hit.article.publication?.edtf
        snippet = hit.snippet
        startByte = hit.range.lowerBound
        endByte = hit.range.upperBound
        statements = hit.statements.map(\.id)
    }
}
