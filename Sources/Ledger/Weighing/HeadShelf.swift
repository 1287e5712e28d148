import Diplomacy
import GRDB
import Synchronization

/// The heads of the articles in a list of statements, each read once.
struct HeadShelf {
    private var heads: [Int64: ArticleHead] = [:]
    private let memory: HeadMemory?
    /// Compiled for the first that is read, and not looked up by its text for each.
    private var question: GRDB.Statement?

    private static let request = """
        SELECT id, document, coalesce(article.outlet, sketch.outletName), title, language,
            publishedFirst, publishedLast, publication LIKE '%~%', knownOn, \(Opening.sql)
        FROM article LEFT JOIN sketch ON sketch.articleKey = article.key
        WHERE article.key = ?
        """

    init(_ memory: HeadMemory?) { self.memory = memory }

    mutating func head(_ key: Int64, _ database: Database) throws -> ArticleHead {
        if let memory { return try memory.head(key) { try read(key, database) } }
        if let head = heads[key] { return head }
        let head = try read(key, database)
        heads[key] = head
        return head
    }

    private mutating func read(_ key: Int64, _ database: Database) throws -> ArticleHead {
        let statement =
            try question ?? database.cachedStatement(sql: Self.request)
        question = statement
        guard let row = try Row.fetchOne(statement, arguments: [key]) else {
            preconditionFailure("a statement stands in an article")
        }
        return ArticleHead(
            id: row[0],
            document: row[1],
            outlet: row[2],
            title: row[3],
            opening: Opening.words(row[9]),
            language: row[4],
            publication: Columns.interval(
                first: row[5],
                last: row[6],
                isApproximate: row[7] ?? false
            ),
            knownOn: Day(number: row[8])
        )
    }
}

/// The heads of the articles of a ledger that does not change, each read once, and its texts shared by all that is
/// told in it: some 250 bytes each.
final class HeadMemory: Sendable {
    private let heads = Mutex<[Int64: ArticleHead]>([:])

    func head(_ key: Int64, _ read: () throws -> ArticleHead) rethrows -> ArticleHead {
        if let known = heads.withLock({ $0[key] }) { return known }
        let head = try read()
        heads.withLock { $0[key] = head }
        return head
    }
}
