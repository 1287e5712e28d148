import Foundation
import GRDB

/// The first words of an article without a title: what stands where others have theirs.
enum Opening {
    /// As many bytes are read as hold the words, in any script.
    private static let bytes = 240
    /// As long as a title, in letters.
    private static let longest = 70

    /// A column beside the table `article`: the beginning of its first kept block, as bytes; nil where it has a title.
    static let column = SQL(sql: sql)

    static let sql = """
        CASE WHEN article.title IS NULL THEN
            (SELECT substr(CAST(article.text AS BLOB), block.startByte + 1,
                min(block.endByte - block.startByte, \(bytes)))
            FROM block WHERE block.articleKey = article.key AND block.discard IS NULL
                AND block.role <> 'stamp' AND block.endByte > block.startByte
            ORDER BY block.position LIMIT 1) END
        """

    /// Whole words, with dots where they go on; nil without any.
    static func words(_ beginning: Data?) -> String? {
        guard let beginning else { return nil }
        // The last letter may be cut in two.
        let text = String(decoding: beginning, as: UTF8.self).filter { $0 != "\u{FFFD}" }
        let words = text.split(whereSeparator: \.isWhitespace)
        var shown = ""
        for word in words {
            guard shown.count + word.count < longest else {
                return shown.isEmpty ? "\(word.prefix(longest))…" : "\(shown) …"
            }
            shown += shown.isEmpty ? "\(word)" : " \(word)"
        }
        guard !shown.isEmpty else { return nil }
        return beginning.count < bytes ? shown : "\(shown) …"
    }
}
