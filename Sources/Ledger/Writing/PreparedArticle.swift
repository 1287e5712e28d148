package import Diplomacy

/// An article with all that can be made of it without asking the ledger.
///
/// So this is made on any thread, while another writes: `LedgerDatabase.prepared`.
package struct PreparedArticle: Sendable {
    package let coded: CodedArticle
    let readOn: Day
    let source: SourceStamp?
    let columns: ArticleColumns
    /// One for each statement.
    let statements: [StatementColumns]
    /// Nil in a ledger that does not relate articles.
    let relations: ArticleRelations?

    init(_ coded: CodedArticle, readOn: Day, source: SourceStamp?, book: OutletBook?) throws {
        let coded = coded.published(by: readOn)
        self.coded = coded
        self.readOn = readOn
        self.source = source
        columns = try ArticleColumns(coded.article)
        statements = try coded.statements.map(StatementColumns.init)
        relations = book.map {
            ArticleRelations(coded, knownOn: coded.article.knownOn(readOn: readOn), book: $0)
        }
    }
}

/// What of an article becomes text for a column.
struct ArticleColumns: Sendable {
    let publication: String?
    let reasons: String
    let sourceMap: String

    init(_ article: Article) throws {
        publication = article.publication.interval?.edtf
        reasons = try Columns.json(article.publication.reasons)
        sourceMap =
            article.sourceMap == .identity ? Self.identity : try Columns.json(article.sourceMap)
    }

    /// The source map of every plain text as it is written; a test holds it against the encoder.
    static let identity =
        #"{"segments":[{"isVerbatim":true,"sourceByte":0,"sourceScalar":0,"start":0}]}"#
}

/// What of a statement becomes text for a column.
struct StatementColumns: Sendable {
    let date: String?
    let marks: String
    let trail: String
    /// The name of each voice as it is compared.
    let foldedVoices: [String]

    init(_ statement: Diplomacy.Statement) throws {
        date = statement.date?.edtf
        marks = try Columns.json(statement.marks.map(\.rawValue))
        trail = try Columns.json(statement.trail)
        foldedVoices = statement.speakers.map { folded($0.name) }
    }
}
