import Foundation
import GRDB

/// A block that holds what is looked for.
struct FoundBlock {
    let articleKey: Int64
    /// In UTF-8 bytes of the article's text.
    let start: Int
    let end: Int
    /// Its words with marks around what was found, see `Snippet`.
    let lit: String

    /// Of a row of block, article, start and end.
    init(_ row: Row, lit: String) {
        (articleKey, start, end) = (row[1], row[2], row[3])
        self.lit = lit
    }
}

/// The blocks that were read last, in an index of their own in memory.
///
/// For beginnings of words that stand nearly everywhere: FTS5 puts all places of all their words together before it
/// gives the last, which takes 50 ms and more of a million statements, whatever is asked for. Here the few that are
/// shown are looked for among the last few hundred, by the same pattern and the same rules of what a word is.
enum RecentBlocks {
    /// Taken into the index at once: some 2 ms.
    private static let portion = 200
    /// What stands in more than 4,000 blocks of some hundred thousand has twenty of them among so many, as a rule.
    private static let mostPortions = 4

    /// The last `count` blocks that the pattern finds, the last first; nil where fewer of the last blocks hold it.
    static func last(
        _ count: Int,
        _ pattern: String,
        _ database: Database
    ) throws -> [FoundBlock]? {
        let index = try DatabaseQueue()
        try index.write { try $0.execute(sql: create) }
        var (rows, before): ([Int64: Row], Int64) = ([:], .max)
        for _ in 0..<mostPortions {
            let some = try blocks(before: before, database)
            guard let first = some.last else { return nil }
            before = first[0]
            let texts = try texts(of: Set(some.map { $0[1] }), database)
            let found = try index.write { index in
                let insert = try index.cachedStatement(
                    sql: "INSERT INTO recent(rowid, words) VALUES (?, ?)"
                )
                for row in some {
                    rows[row[0]] = row
                    try insert.execute(arguments: [row[0] as Int64, words(of: row, in: texts)])
                }
                return try SQLRequest<Row>(literal: lit(count, pattern)).fetchAll(index)
            }
            guard found.count < count else {
                return found.compactMap { own in
                    rows[own[0]].map { FoundBlock($0, lit: own[1]) }
                }
            }
        }
        return nil
    }

    private static let create = """
        CREATE VIRTUAL TABLE recent USING fts5(words, tokenize="\(Schema.tokenizer)")
        """

    private static func lit(_ count: Int, _ pattern: String) -> SQL {
        """
        SELECT rowid, highlight(recent, 0, \(Snippet.opening), \(Snippet.closing)) FROM recent
        WHERE recent MATCH \(pattern) ORDER BY rowid DESC LIMIT \(count)
        """
    }

    private static func blocks(before key: Int64, _ database: Database) throws -> [Row] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT key, articleKey, startByte, endByte FROM block
                WHERE discard IS NULL AND key < ? ORDER BY key DESC LIMIT ?
                """
        )
        return try Row.fetchAll(statement, arguments: [key, portion])
    }

    /// The bytes of articles, by their keys: each is read once for all of its blocks.
    private static func texts(
        of articles: Set<Int64>,
        _ database: Database
    ) throws -> [Int64: Data] {
        let statement = try database.cachedStatement(
            sql: "SELECT CAST(text AS BLOB) FROM article WHERE key = ?"
        )
        var texts: [Int64: Data] = [:]
        for key in articles.sorted() {
            texts[key] = try Data.fetchOne(statement, arguments: [key])
        }
        return texts
    }

    private static func words(of block: Row, in texts: [Int64: Data]) -> String {
        let (article, start, end): (Int64, Int, Int) = (block[1], block[2], block[3])
        return texts[article].map { String(decoding: $0[start..<end], as: UTF8.self) } ?? ""
    }
}
